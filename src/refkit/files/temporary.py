"""Temporary files next to the file to write, and removal of leftovers of killed runs.

A temporary file is locked by its writer, and the system releases the lock when the process ends. A file with such a
name that is not locked is therefore a leftover.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from refkit.records import dataclass

try:
    import fcntl
except ImportError:  # on Windows, an open file cannot be removed, so that no lock is needed
    fcntl = None  # type: ignore[assignment]

MAX_AGE = (
    24 * 60 * 60
)  # seconds until a leftover is removed if the file system does not support locks
_NAME = re.compile(r"\.refkit-[0-9a-f]{16}\.tmp")
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF)


@dataclass(slots=True)
class TemporaryFile:
    """An open temporary file."""

    handle: int
    path: str

    def close(self) -> None:
        """Close the file, which drops its lock."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


@contextmanager
def temporary_file(folder: str, mode: int = 0o600) -> Iterator[TemporaryFile]:
    """Yield a new, locked file in a folder, which is removed at the end if it still has its name."""
    file = _create(folder, mode)
    try:
        yield file
    finally:
        if os.name != "posix":  # Windows cannot remove an open file
            file.close()
        with contextlib.suppress(OSError):
            os.unlink(file.path)
        file.close()


def _create(folder: str, mode: int) -> TemporaryFile:
    while True:
        path = os.path.join(folder, f".refkit-{os.urandom(8).hex()}.tmp")
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = TemporaryFile(os.open(path, flags, mode), path)
        lock(file.handle)
        if _is_at(
            file.handle, path
        ):  # otherwise another run removed the file as a leftover before it was locked
            return file
        file.close()


def _is_at(handle: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def lock(handle: int, wait: bool = True) -> bool:
    """Lock an open file against other runs of refkit, and return whether it is locked.

    Raises OSError, such as BlockingIOError if another run has locked it and `wait` is false.
    """
    if fcntl is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return False
        raise
    return True


@lru_cache(1024)
def clear_once(folder: str) -> None:
    """Remove the leftovers in a folder, once per process."""
    clear_leftovers(folder)


def clear_leftovers_near(paths: Iterable[str]) -> None:
    """Remove the leftovers of killed runs in the folders of files that are about to be written."""
    for folder in dict.fromkeys(os.path.dirname(os.path.realpath(path)) for path in paths):
        clear_once(folder)


def clear_leftovers(folder: str) -> None:
    """Remove the temporary files of dead writers in a folder, as far as permissions allow."""
    try:
        with os.scandir(folder or ".") as entries:
            paths = [
                e.path
                for e in entries
                if _NAME.fullmatch(e.name) and e.is_file(follow_symlinks=False)
            ]
    except OSError:
        return
    for path in paths:
        with contextlib.suppress(OSError):
            _remove_if_dead(path)


def _remove_if_dead(path: str) -> None:
    handle = os.open(
        path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    try:
        is_locked = lock(handle, wait=False)
        is_dead = is_locked or time.time() - os.fstat(handle).st_mtime > MAX_AGE
        if is_dead and os.name == "posix":
            os.unlink(path)
    finally:
        os.close(handle)
    if os.name != "posix":
        os.unlink(path)
