"""Reading of regular files up to a size limit."""

from __future__ import annotations

import os
import stat
import sys
from typing import IO

from refkit.documents._binary import extract_source
from refkit.errors import RefkitError, UnreadableFile
from refkit.model.source import FileState, Source, decode

STDIN = "-"
MAX_FILE_SIZE = 500_000_000  # bytes; 1,000,000 BibTeX entries take 370 MB
CHUNK = 1 << 20
LIMIT_VARIABLE = "REFKIT_MAX_FILE_SIZE"
_STREAMS = ("/dev/fd/", "/proc/self/fd/")
_SPECIAL_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a regular file"),
    (stat.S_ISSOCK, "it is a socket, not a regular file"),
    (stat.S_ISCHR, "it is a device, not a regular file"),
    (stat.S_ISBLK, "it is a device, not a regular file"),
)
_REASONS: dict[type[Exception], str] = {
    FileNotFoundError: "no such file",
    IsADirectoryError: "it is a folder",
    PermissionError: "permission denied",
}


def read_source(path: str, *, streams: bool = False, encoding: str = "") -> Source:
    """Return the decoded text of a file, or the text of a PDF or Word document; `-` is standard input.

    With `streams`, `/dev/stdin` and `/dev/fd/N` (a shell's `<(command)`) are read like standard input.
    A text is decoded in `encoding`, or in the encoding that is detected.
    Raises UnreadableFile, and RefkitError if a library that the file needs is missing.
    """
    name = "<stdin>" if path == STDIN else path
    raw, state = _read_stdin() if path == STDIN else _read_file(path, streams)
    source = extract_source(raw, name) or decode(raw, name, encoding)
    if _is_binary(source.text):
        raise UnreadableFile(name, "it is not a text file")
    source.state = state
    if state is not None and not source.derived:
        source.checksum = checksum(raw)
    return source


def read_bytes(path: str) -> bytes:
    """Return the content of a regular file. Raises UnreadableFile."""
    return _read_file(path, streams=False)[0]


def read_head(path: str, size: int) -> bytes:
    """Return up to `size` bytes from the start of a regular file. Raises UnreadableFile."""
    try:
        with _open(path, streams=False) as file:
            return file.read(size)
    except OSError as error:
        raise UnreadableFile(path, error_reason(error)) from error


def state_of(status: os.stat_result) -> FileState:
    """Return the state of a file on disk, which changes with its content."""
    return (
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns if os.name == "posix" else 0,
    )


def checksum(raw: bytes) -> int:
    """Return a number that is almost certainly another one for other bytes."""
    from zlib import crc32

    return crc32(raw)


def is_as_read(source: Source, path: str) -> bool:
    """Whether a file has the content that was read, even if its mode or times have changed. Raises OSError."""
    status = os.stat(path)
    if source.state is None or state_of(status) == source.state:
        return True
    return status.st_size == source.state[2] and checksum(read_bytes(path)) == source.checksum


def _is_binary(text: str) -> bool:
    """Whether more than 1% of the characters are NUL; a crash can leave a few in a text file."""
    return text.count("\0") * 100 > len(text)


def _read_stdin() -> tuple[bytes, FileState | None]:
    if sys.stdin is None:
        raise UnreadableFile("<stdin>", "standard input is closed")
    try:
        return _read_limited(sys.stdin.buffer, "<stdin>"), None
    except (OSError, ValueError) as error:
        raise UnreadableFile("<stdin>", error_reason(error)) from error


def _read_file(path: str, streams: bool) -> tuple[bytes, FileState | None]:
    try:
        with _open(path, streams) as file:
            status = os.fstat(file.fileno())
            if status.st_size > size_limit():
                raise _too_large_error(path)
            raw = _read_limited(file, path, status.st_size)
            return raw, state_of(os.fstat(file.fileno())) if stat.S_ISREG(status.st_mode) else None
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, error_reason(error)) from error


def _open(path: str, streams: bool) -> IO[bytes]:
    """Open a regular file or a stream, without opening a device or waiting for the writer of a pipe."""
    stream = streams and _is_stream(path)
    _refuse_kind(path, os.stat(path).st_mode, stream)
    nonblocking = 0 if stream else getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | nonblocking)
    try:
        _refuse_kind(path, os.fstat(handle).st_mode, stream)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _refuse_kind(path: str, mode: int, stream: bool) -> None:
    kind = next((kind for is_kind, kind in _SPECIAL_KINDS if is_kind(mode)), "")
    if kind and (not stream or stat.S_ISDIR(mode)):
        raise UnreadableFile(path, kind)


def _is_stream(path: str) -> bool:
    return path == "/dev/stdin" or path.startswith(_STREAMS)


def _read_limited(file: IO[bytes], name: str, size: int = 0) -> bytes:
    """Return all bytes of a file of about `size` bytes; a file can grow, and files in /proc have size 0."""
    parts = []
    remaining = size_limit() - size
    part = file.read(size + 1)
    while part:
        parts.append(part)
        remaining -= len(part) - (size if len(parts) == 1 else 0)
        if remaining < 0:
            raise _too_large_error(name)
        part = file.read(CHUNK)
    return b"".join(parts)


def _too_large_error(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"it is larger than {size_limit():,} bytes; set {LIMIT_VARIABLE} to a higher number to read it",
    )


def size_limit() -> int:
    """Return the size limit of files in bytes. Raises RefkitError if the variable is not a number."""
    setting = os.environ.get(LIMIT_VARIABLE, "")
    if setting and not (setting.isascii() and setting.isdecimal() and len(setting) < 19):
        raise RefkitError(f"{LIMIT_VARIABLE} is `{setting}`; it must be a number of bytes")
    return int(setting) if setting else MAX_FILE_SIZE


def error_reason(error: Exception) -> str:
    """Return the reason of an error in a few words."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return _REASONS.get(type(error), (words or str(error)).lower())
