"""Outputs: files that a command makes, which must not replace anything else.

An existing file is replaced only if it is empty or holds what refkit writes there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from refkit.errors import RefkitError, UnwritableFile
from refkit.files.read import read_bytes
from refkit.files.write import write_text
from refkit.model.source import decode


@dataclass(slots=True, frozen=True)
class Kind:
    """What a file should hold to be replaced: the words for it, and how to recognize it."""

    name: str
    is_own: Callable[[str], bool]


def write_output(path: str, text: str, kind: Kind, inputs: Iterable[str] = ()) -> None:
    """Write an output of this kind. Raises UnwritableFile if that would replace an input or another kind."""
    refuse_output(path, kind, inputs)
    write_text(path, text)


def refuse_output(path: str, kind: Kind, inputs: Iterable[str] = ()) -> None:
    """Raise UnwritableFile if a path is one of the inputs, or a file that holds something else."""
    if any(_same(path, one) for one in inputs):
        raise UnwritableFile(path, "it is one of the files that are read; choose another name")
    if os.path.isfile(path) and os.path.getsize(path) and not _holds(path, kind):
        why = f"it is not {kind.name} that refkit wrote; choose another name, or delete it first"
        raise UnwritableFile(path, why)


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _holds(path: str, kind: Kind) -> bool:
    try:
        raw = read_bytes(path)
    except RefkitError:
        return False
    return b"\0" not in raw and kind.is_own(decode(raw).text)
