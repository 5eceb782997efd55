"""Write files: the one way for all commands that replace a file of the user.

The new text is written beside the file, flushed to the disk and then renamed over it, so that the file
is the old one or the new one at every moment. Owner, group, mode and extended attributes are copied.
A file with several hard links, or whose owner cannot be kept, is overwritten in place instead, and a
copy of its old text stays beside it until that is done.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from refkit.errors import ReadOnlyFile, UnwritableFile
from refkit.files.read import read_bytes, reason, state_of
from refkit.files.temporary import clear_once, lock, temporary
from refkit.model.source import FileState, Source

PATIENCE = 10.0  # seconds to wait for another run that is writing the same file
CHANGED = "it changed on disk after it was read; run the command again"


def write_text(path: str, text: str, source: Source | None = None) -> bool:
    """Replace a file by `text`, all or nothing, and return whether that changed it.

    A symbolic link is followed. `source`, if the text is a new state of that file, gives the encoding, and
    a file that changed on disk since `source` was read is left alone. Raises UnwritableFile.
    """
    if source and source.derived:
        raise UnwritableFile(path, f"a .{source.derived} file cannot be written, only read")
    try:
        raw = source.encode(text) if source else text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as error:
        character = error.object[error.start : error.start + 1]
        why = f"its encoding, {error.encoding}, has no character `{character}`; save it as UTF-8"
        raise UnwritableFile(path, why) from error
    return write_raw(path, raw, source)


def write_raw(path: str, raw: bytes | memoryview, source: Source | None = None) -> bool:
    """Replace a file by bytes, as `write_text` does by a text."""
    try:
        return _write(path, raw, source)
    except FileNotFoundError as error:
        raise UnwritableFile(path, "there is no such folder") from error
    except (OSError, ValueError) as error:
        raise UnwritableFile(path, reason(error)) from error


def _write(path: str, raw: bytes | memoryview, source: Source | None) -> bool:
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError as error:
        if source and source.state:
            raise UnwritableFile(path, CHANGED) from error
        return _write_new(target, raw)
    if stat.S_ISDIR(mode):
        raise UnwritableFile(path, "it is a folder")
    if not stat.S_ISREG(mode):
        return _write_into(path, raw, source)
    with _locked(path, target):
        return _write_over(path, target, raw, source.state if source else None)


def _write_into(path: str, raw: bytes | memoryview, source: Source | None) -> bool:
    """Write into a device or pipe that was named as output, such as /dev/null; it must not be replaced."""
    if source:
        raise UnwritableFile(path, "it is not a regular file")
    with open(path, "wb") as special:
        special.write(raw)
    return True


def _write_new(target: str, raw: bytes | memoryview) -> bool:
    folder = os.path.dirname(target)
    clear_once(folder)
    with temporary(folder, 0o666) as made:
        _write_all(made.handle, raw)
        if os.name != "posix":
            made.close()
        os.replace(made.path, target)
    _sync_folder(folder)
    return True


@contextmanager
def _locked(path: str, target: str) -> Iterator[None]:
    """Keep other runs of refkit from writing the same file. Raises UnwritableFile if one does so for long."""
    handle = os.open(target, os.O_RDONLY)
    until = time.monotonic() + PATIENCE
    try:
        while True:
            try:
                lock(handle, wait=False)
                break
            except BlockingIOError as error:
                if time.monotonic() > until:
                    why = "another program keeps it locked; run the command again"
                    raise UnwritableFile(path, why) from error
                time.sleep(0.01)
        yield
    finally:
        os.close(handle)


def _write_over(path: str, target: str, raw: bytes | memoryview, state: FileState | None) -> bool:
    folder, name = os.path.split(target)
    status = os.stat(target)
    if status.st_size == len(raw) and read_bytes(target) == raw:
        return False
    if state and state != state_of(status):
        raise UnwritableFile(path, CHANGED)
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise ReadOnlyFile(path)
    clear_once(folder)
    _refuse_half_written(path, target, _copy_path(folder, name))
    if status.st_nlink > 1 or not _replace(path, target, raw, status):
        _overwrite(path, target, raw, status)
    _sync_folder(folder)
    return True


def _replace(path: str, target: str, raw: bytes | memoryview, status: os.stat_result) -> bool:
    """Put a new file in the place of the old one, and return whether its owner could be kept."""
    with temporary(os.path.dirname(target)) as made:
        if not _copy_owner(made.handle, status):
            return False
        _copy_attributes(made.handle, made.path, target, status)
        _write_all(made.handle, raw)
        if os.name != "posix":
            made.close()
        if state_of(os.stat(target)) != state_of(status):
            raise UnwritableFile(path, CHANGED)
        os.replace(made.path, target)
    return True


def _write_all(handle: int, raw: bytes | memoryview) -> None:
    """Write all bytes from the start of a file, and flush them to the disk."""
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _copy_owner(handle: int, status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(handle, status.st_uid, status.st_gid)
        except PermissionError:
            return False
    return True


def _copy_attributes(handle: int, made: str, target: str, status: os.stat_result) -> None:
    """Copy the mode and the extended attributes, which hold access lists too, as far as the system allows."""
    os.chmod(made, stat.S_IMODE(status.st_mode))
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        names = os.listxattr(target)
        for name in set(os.listxattr(handle)) - set(names):  # inherited from the folder
            with contextlib.suppress(OSError):
                os.removexattr(handle, name)
        for name in names:
            with contextlib.suppress(OSError):
                os.setxattr(handle, name, os.getxattr(target, name))


def _overwrite(path: str, target: str, raw: bytes | memoryview, status: os.stat_result) -> None:
    """Write into a file in place while a copy of its old text stands beside it."""
    folder, name = os.path.split(target)
    old = read_bytes(target)
    copy = _copy_path(folder, name)
    with temporary(folder) as made:
        _write_all(made.handle, old)
        if os.name != "posix":
            made.close()
        os.replace(made.path, copy)
    if state_of(os.stat(target)) != state_of(status):
        os.unlink(copy)
        raise UnwritableFile(path, CHANGED)
    handle = os.open(target, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _put(handle, raw, old)
    except OSError:
        if read_bytes(target) == old:
            os.unlink(copy)
        raise
    finally:
        os.close(handle)
    os.unlink(copy)


def _put(handle: int, raw: bytes | memoryview, old: bytes) -> None:
    """Overwrite an open file; if that fails, as on a full disk, its old bytes are restored."""
    try:
        if sys.platform == "linux" and raw:
            os.posix_fallocate(handle, 0, len(raw))
        _write_all(handle, raw)
        os.ftruncate(handle, len(raw))
    except OSError:
        os.lseek(handle, 0, os.SEEK_SET)
        _write_all(handle, old)
        os.ftruncate(handle, len(old))
        raise


def _copy_path(folder: str, name: str) -> str:
    import hashlib

    key = hashlib.blake2b(os.fsencode(name), digest_size=8).hexdigest()
    return os.path.join(folder, f".refkit-{key}.old")


def _refuse_half_written(path: str, target: str, copy: str) -> None:
    """Raise UnwritableFile if a killed run left the file half written; a copy of the same text is cleared."""
    if not os.path.isfile(copy):
        return
    if read_bytes(copy) != read_bytes(target):
        why = f"a killed run may have left it half written; its old text is in `{copy}`: restore or delete that"
        raise UnwritableFile(path, why)
    os.unlink(copy)


def _sync_folder(folder: str) -> None:
    """Flush a folder to the disk, so that a renaming survives a power failure."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
