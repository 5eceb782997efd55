"""Files in and out: how one is read and decoded, how one is replaced."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from refkit.documents._binary import drawn
from refkit.errors import UnreadableFile, UnwritableFile
from refkit.model.source import Source, decode

STDIN = "-"


def read_source(path: str) -> Source:
    """Read one file, `-` being standard input, and decode it or draw its text out of a PDF or Word document.

    Raises UnreadableFile, and RefkitError where a library to read it with is missing.
    """
    name = "<stdin>" if path == STDIN else path
    raw = _read_bytes(path, name)
    source = drawn(raw, name) or decode(raw, name)
    if _is_binary(source.text):
        raise UnreadableFile(name, "it is not a text file")
    return source


def _is_binary(text: str) -> bool:
    """A stray NUL is what a crash leaves in a text; a file with many of them is no text."""
    return text.count("\0") * 100 > len(text)


def _read_bytes(path: str, name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(name, _reason(error)) from error


def write_text(path: str, text: str, source: Source | None = None) -> bool:
    """Replace a file by `text`, all or nothing, and say whether that changed it.

    The text is written beside the file, flushed to the disk and then renamed; a link is followed and
    the file keeps its permissions. `source` gives the encoding. Raises UnwritableFile, also where the
    source's text was drawn from a document that is no text.
    """
    if source and source.derived:
        raise UnwritableFile(path, f"a .{source.derived} file cannot be written, only read")
    try:
        raw = source.encode(text) if source else text.encode("utf-8")
        if os.path.exists(path) and not os.path.isfile(path):
            return _write_into(path, raw)
        return _replace(os.path.realpath(path), raw)
    except UnicodeEncodeError as error:
        character = error.object[error.start : error.start + 1]
        reason = f"its encoding, {error.encoding}, has no character `{character}`; save it as UTF-8"
        raise UnwritableFile(path, reason) from error
    except FileNotFoundError as error:
        raise UnwritableFile(path, "there is no such folder") from error
    except OSError as error:
        raise UnwritableFile(path, _reason(error)) from error


def _replace(path: str, raw: bytes) -> bool:
    mode = os.stat(path).st_mode & 0o7777 if os.path.exists(path) else None
    if mode is not None and Path(path).read_bytes() == raw:
        return False
    folder, name = os.path.split(path)
    handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _usual_mode() if mode is None else mode)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
    return True


def _write_into(path: str, raw: bytes) -> bool:
    """Write into what is no regular file: a device or pipe (/dev/null) must not be replaced."""
    with open(path, "wb") as special:
        special.write(raw)
    return True


def _usual_mode() -> int:
    """Return the permissions that a new file gets, which mkstemp narrows to its owner."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: Exception) -> str:
    known: dict[type[Exception], str] = {
        FileNotFoundError: "no such file",
        IsADirectoryError: "it is a folder",
        PermissionError: "permission denied",
    }
    said = error.strerror if isinstance(error, OSError) else str(error)
    return known.get(type(error), (said or str(error)).lower())
