"""Temporary files beside the file that is written, and the removal of those that killed runs left.

A temporary file is locked for as long as its writer lives; the system drops the lock when a process
dies in any way. A leftover is therefore a file of such a name whose lock is free.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

try:
    import fcntl
except ImportError:  # Windows: a file that is open cannot be removed, which is lock enough
    fcntl = None  # type: ignore[assignment]

OLD = 24 * 60 * 60  # seconds after which a leftover is removed if the file system has no locks
_NAME = re.compile(r"\.refkit-[0-9a-f]{16}\.tmp")
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF)


@dataclass(slots=True)
class Temporary:
    """An open temporary file."""

    handle: int
    path: str

    def close(self) -> None:
        """Close the file, which drops its lock."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


@contextmanager
def temporary(folder: str, mode: int = 0o600) -> Iterator[Temporary]:
    """Give a new, locked file in a folder; in the end it is removed if it still has its name."""
    made = _create(folder, mode)
    try:
        yield made
    finally:
        if os.name != "posix":  # Windows removes no file that is open
            made.close()
        with contextlib.suppress(OSError):
            os.unlink(made.path)
        made.close()


def _create(folder: str, mode: int) -> Temporary:
    while True:
        path = os.path.join(folder, f".refkit-{os.urandom(8).hex()}.tmp")
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        made = Temporary(os.open(path, flags, mode), path)
        lock(made.handle)
        if _is_at(
            made.handle, path
        ):  # else another run took the file, not locked yet, for a leftover
            return made
        made.close()


def _is_at(handle: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def lock(handle: int, wait: bool = True) -> bool:
    """Lock an open file against other runs of refkit, and return whether it is locked now.

    Raises OSError, such as BlockingIOError if another run has it and `wait` is false.
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
    """Clear the leftovers of a folder, once per process."""
    clear_leftovers(folder)


def clear_beside(paths: Iterable[str]) -> None:
    """Clear the leftovers of killed runs beside files that are about to be written."""
    for folder in dict.fromkeys(os.path.dirname(os.path.realpath(path)) for path in paths):
        clear_once(folder)


def clear_leftovers(folder: str) -> None:
    """Remove the temporary files in a folder whose writers are dead; what cannot be removed stays."""
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
        locked = lock(handle, wait=False)
        dead = locked or time.time() - os.fstat(handle).st_mtime > OLD
        if dead and os.name == "posix":
            os.unlink(path)
    finally:
        os.close(handle)
    if os.name != "posix":
        os.unlink(path)
