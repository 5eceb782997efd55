"""Find, read and replace files."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from refkit.errors import RefkitError, UnreadableFile, UnwritableFile

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
LOOKED_AT = 65536  # as much of a .json or .yaml file as is looked at to see whether it is ours


def read_bytes(path: str) -> bytes:
    """Return a file's bytes. Raises UnreadableFile, also for a file that is no text."""
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or str(error)).lower()) from error
    return as_text_bytes(path, raw)


def as_text_bytes(path: str, raw: bytes) -> bytes:
    """Return the bytes of a text. Raises UnreadableFile for a binary file."""
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(path, "it is a binary file, not a text")
    return raw


def find_files(paths: Iterable[str], exclude: Sequence[str] = ()) -> Iterator[str | RefkitError]:
    """Give the files that `paths` name: a file itself, a folder's files that refkit reads.

    A path that is not there, or a folder with nothing to read, is given as an error in its place.
    """
    seen = set()
    for path in paths:
        for found in _in_path(path, exclude):
            if str(found) not in seen:
                seen.add(str(found))
                yield found


def _in_path(path: str, exclude: Sequence[str]) -> Iterable[str | RefkitError]:
    if path == "-" or os.path.isfile(path):
        return [path]
    if not os.path.exists(path):
        return [UnreadableFile(path, "there is no such file or folder")]
    if not os.path.isdir(path):
        return [UnreadableFile(path, "it is neither a file nor a folder")]
    found = sorted(_in_folder(path, exclude))
    return found or [UnreadableFile(path, "no file in it is of a format that refkit reads")]


def _in_folder(folder: str, exclude: Sequence[str]) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(
            f for f in folders
            if f[0] != "." and f not in SKIPPED_FOLDERS and not _excluded(os.path.join(here, f), exclude)
        )  # fmt: skip
        for name in names:
            path = os.path.normpath(os.path.join(here, name))
            if name[0] != "." and not _excluded(path, exclude) and _is_ours(path):
                yield path


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    return any(
        fnmatch(path, pattern) or fnmatch(os.path.basename(path), pattern) or Path(path).match(pattern)
        for pattern in patterns
    )


def _is_ours(path: str) -> bool:
    """Whether a file found in a folder holds references: by its name, or by a look at its start."""
    from refkit.formats import by_suffix, could_read, register

    if by_suffix(path):
        return True
    if not could_read(path):
        return False
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            start = file.read(LOOKED_AT)
    except OSError:
        return False
    return any(known.detect(start) for known in register().values())


def replace_file(path: str, raw: bytes) -> None:
    """Put `raw` in the place of a file: written beside, flushed to the disk, renamed over it.

    A link is followed, the file's permissions are kept, and a failure leaves the old file.
    """
    target = os.path.realpath(path)
    try:
        _replace(target, raw)
    except OSError as error:
        raise UnwritableFile(path, (error.strerror or str(error)).lower()) from error


def _replace(target: str, raw: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".refkit-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            os.chmod(beside, os.stat(target).st_mode & 0o7777)
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
