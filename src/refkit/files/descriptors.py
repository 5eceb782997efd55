"""Paths that name an open file of this process, such as `/dev/stdout` or `/dev/fd/3`."""

from __future__ import annotations

import os
import sys

from refkit.errors import UnwritableFile
from refkit.files.read import error_reason
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

_MOST_LINKS = 40
_FOLDER = lazy_pattern(r"/dev/fd|/proc/([0-9]+)(?:/task/[0-9]+)?/fd")


def open_descriptor(path: str) -> int | None:
    """Return the file descriptor that a path names, also through links, or None for another path."""
    path = os.path.abspath(path)
    for _ in range(_MOST_LINKS):
        folder, name = os.path.split(path)
        folder = os.path.realpath(folder)
        match = _FOLDER.fullmatch(folder)
        if match and name.isdecimal():
            return read_int(name) if match[1] in (None, str(os.getpid())) else None
        try:
            path = os.path.join(folder, os.readlink(os.path.join(folder, name)))
        except (OSError, ValueError):
            return None
    return None


def write_descriptor(path: str, descriptor: int, raw: bytes | memoryview) -> None:
    """Write to an open file at its current position, like a command that writes to standard output.

    Raises UnwritableFile, or BrokenPipeError if nobody reads the pipe any more.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    remaining = memoryview(raw)
    try:
        while remaining:
            remaining = remaining[os.write(descriptor, remaining) :]
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableFile(path, error_reason(error)) from error
