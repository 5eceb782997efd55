"""Output files of commands, which must not replace other files.

An existing file is replaced only if it is empty or has the content that refkit writes there. A device, a pipe or an
open file such as /dev/stdout is written and never replaced.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from refkit.errors import RefkitError, UnwritableFile
from refkit.files.descriptors import open_descriptor, write_descriptor
from refkit.files.read import read_bytes
from refkit.files.write import encode_text, write_raw
from refkit.model.source import decode
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class OutputKind:
    """A kind of output: its name for messages, and a function that recognizes it."""

    name: str
    is_own: Callable[[str], bool]


def write_output(path: str, text: str, kind: OutputKind, inputs: Iterable[str] = ()) -> None:
    """Write an output. Raises UnwritableFile if it would replace an input or a file of another kind."""
    refuse_output(path, kind, inputs)
    write_bytes(path, encode_text(path, text))


def write_bytes(path: str, raw: bytes | memoryview) -> None:
    """Replace a file, or write to a device, a pipe or an open file of this process such as /dev/stdout."""
    descriptor = open_descriptor(path)
    if descriptor is None:
        write_raw(path, raw)
    else:
        write_descriptor(path, descriptor, raw)


def refuse_output(path: str, kind: OutputKind, inputs: Iterable[str] = ()) -> None:
    """Raise UnwritableFile if a path is one of the inputs or a file of another kind."""
    if any(_is_same_file(path, input_path) for input_path in inputs):
        raise UnwritableFile(path, "it is one of the files that are read; choose another name")
    if open_descriptor(path) is not None:
        return
    if os.path.isfile(path) and os.path.getsize(path) and not _has_kind(path, kind):
        reason = f"it is not {kind.name} that refkit wrote; choose another name, or delete it first"
        raise UnwritableFile(path, reason)


def _is_same_file(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _has_kind(path: str, kind: OutputKind) -> bool:
    try:
        raw = read_bytes(path)
    except RefkitError:
        return False
    return b"\0" not in raw and kind.is_own(decode(raw).text)
