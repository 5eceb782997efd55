"""Safe replacement of the user's files, for all commands.

The new text is written to a temporary file in the same folder, flushed to the disk and then renamed, so that the
file is always either the old or the new one. Owner, group, mode and extended attributes are copied. A file with
several hard links, or whose owner cannot be preserved, is overwritten in place instead, while a copy of its old text
is kept in the same folder.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from refkit.errors import ReadOnlyFile, UnwritableFile
from refkit.files.read import error_reason, is_as_read, read_bytes, state_of
from refkit.files.temporary import TemporaryFile, clear_once, lock, temporary_file
from refkit.model.source import SEVERAL_CODES, Source

LOCK_TIMEOUT = 10.0  # seconds to wait for another run that is writing the same file
CHANGED_ON_DISK = "it changed on disk after it was read; run the command again"


def write_text(path: str, text: str, source: Source | None = None) -> bool:
    """Replace the content of a file atomically, and return whether it changed.

    Symbolic links are followed. If the file was read as `source`, its encoding is kept, and it is not written if it
    has changed on disk since then. Raises UnwritableFile.
    """
    if source and source.derived:
        raise UnwritableFile(path, f"a .{source.derived} file cannot be written, only read")
    return write_raw(path, encode_text(path, text, source), source)


def encode_text(path: str, text: str, source: Source | None = None) -> bytes:
    """Return a text in the encoding of its source, or in UTF-8. Raises UnwritableFile if that is not possible."""
    try:
        return source.encode(text) if source else text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as error:
        encoding = source.encoding if source else "utf-8"
        raise UnwritableFile(path, _encoding_problem(error, encoding)) from error


def _encoding_problem(error: UnicodeEncodeError, encoding: str) -> str:
    from refkit.model.encodings import label

    if error.reason == SEVERAL_CODES:
        return f"its encoding is {label(encoding)}, and {SEVERAL_CODES}; save it as UTF-8"
    character = error.object[error.start : error.start + 1]
    return f"its encoding, {label(encoding)}, has no character `{character}`; save it as UTF-8"


def write_raw(path: str, raw: bytes | memoryview, source: Source | None = None) -> bool:
    """Replace the content of a file with bytes in the same way as `write_text`."""
    try:
        return _write(path, raw, source)
    except FileNotFoundError as error:
        raise UnwritableFile(path, "there is no such folder") from error
    except (OSError, ValueError) as error:
        raise UnwritableFile(path, error_reason(error)) from error


def _write(path: str, raw: bytes | memoryview, source: Source | None) -> bool:
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError as error:
        if source and source.state:
            raise UnwritableFile(path, CHANGED_ON_DISK) from error
        return _write_new(target, raw)
    if stat.S_ISDIR(mode):
        raise UnwritableFile(path, "it is a folder")
    if not stat.S_ISREG(mode):
        return _write_special(path, raw, source)
    with _file_lock(path, target):
        return _write_over(path, target, raw, source)


def _write_special(path: str, raw: bytes | memoryview, source: Source | None) -> bool:
    """Write to a device or pipe such as /dev/null, which must not be replaced."""
    if source:
        raise UnwritableFile(path, "it is not a regular file")
    if stat.S_ISBLK(os.stat(path).st_mode):
        raise UnwritableFile(path, "it is a block device, such as a disk")
    with open(path, "wb") as special:
        special.write(raw)
    return True


def _write_new(target: str, raw: bytes | memoryview) -> bool:
    folder = os.path.dirname(target)
    clear_once(folder)
    with temporary_file(folder, 0o666) as new_file:
        write_all_bytes(new_file.handle, raw)
        if os.name != "posix":
            new_file.close()
        os.replace(new_file.path, target)
    _sync_folder(folder)
    return True


@contextmanager
def _file_lock(path: str, target: str) -> Iterator[None]:
    """Prevent other runs of refkit from writing the file. Raises UnwritableFile if one locks it for too long."""
    handle = os.open(target, os.O_RDONLY)
    deadline = time.monotonic() + LOCK_TIMEOUT
    try:
        while True:
            try:
                lock(handle, wait=False)
                break
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    problem = "another program has locked it; run the command again"
                    raise UnwritableFile(path, problem) from error
                time.sleep(0.01)
        yield
    finally:
        os.close(handle)


def _write_over(path: str, target: str, raw: bytes | memoryview, source: Source | None) -> bool:
    if os.stat(target).st_size == len(raw) and read_bytes(target) == raw:
        return False
    status = _verified_status(path, target, source)
    if status.st_nlink > 1 or not _replace(path, target, raw, status):
        _overwrite(path, target, raw, status)
    _sync_folder(os.path.dirname(target))
    return True


def _verified_status(path: str, target: str, source: Source | None) -> os.stat_result:
    """Return the status of a file that is as it was read and can be written. Raises UnwritableFile."""
    folder, name = os.path.split(target)
    status = os.stat(target)
    if source and not is_as_read(source, target):
        raise UnwritableFile(path, CHANGED_ON_DISK)
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise ReadOnlyFile(path)
    clear_once(folder)
    _refuse_half_written(path, target, _copy_path(folder, name))
    return status


@contextmanager
def prepared(
    path: str, raw: bytes | memoryview, source: Source | None = None
) -> Iterator[Callable[[], None]]:
    """Prepare the replacement of a file that exists, and yield a function that replaces it.

    The file is locked for other runs of refkit in the meantime. Raises UnwritableFile before anything is changed.
    """
    target = os.path.realpath(path)
    with _as_unwritable(path), _file_lock(path, target):
        status = _verified_status(path, target, source)
        with _new_file(target, raw, status) if status.st_nlink == 1 else nullcontext() as new_file:

            def put_in_place() -> None:
                with _as_unwritable(path):
                    if new_file is None:
                        _overwrite(path, target, raw, status)
                    else:
                        _put_in_place(path, target, new_file, status)

            yield put_in_place
        _sync_folder(os.path.dirname(target))


@contextmanager
def _as_unwritable(path: str) -> Iterator[None]:
    """Raise UnwritableFile for errors of the system."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise UnwritableFile(path, error_reason(error)) from error


def _replace(path: str, target: str, raw: bytes | memoryview, status: os.stat_result) -> bool:
    """Replace the file with a new one, unless its owner cannot be preserved; return whether it was replaced."""
    with _new_file(target, raw, status) as new_file:
        if new_file is None:
            return False
        _put_in_place(path, target, new_file, status)
    return True


@contextmanager
def _new_file(
    target: str, raw: bytes | memoryview, status: os.stat_result
) -> Iterator[TemporaryFile | None]:
    """Yield a file with these bytes and the attributes of a target, or None if its owner cannot be preserved."""
    with temporary_file(os.path.dirname(target)) as new_file:
        if not _copy_owner(new_file.handle, status):
            yield None
            return
        _copy_attributes(new_file.handle, new_file.path, target, status)
        write_all_bytes(new_file.handle, raw)
        if os.name != "posix":
            new_file.close()
        yield new_file


def _put_in_place(path: str, target: str, new_file: TemporaryFile, status: os.stat_result) -> None:
    if state_of(os.stat(target)) != state_of(status):
        raise UnwritableFile(path, CHANGED_ON_DISK)
    os.replace(new_file.path, target)


def write_all_bytes(handle: int, raw: bytes | memoryview) -> None:
    """Write all bytes from the start of a file, and flush them to the disk."""
    remaining = memoryview(raw)
    while remaining:
        remaining = remaining[os.write(handle, remaining) :]
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


def _copy_attributes(handle: int, new_file: str, target: str, status: os.stat_result) -> None:
    """Copy the mode and the extended attributes, including access lists, as far as the system allows."""
    os.chmod(new_file, stat.S_IMODE(status.st_mode))
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
    """Overwrite a file in place while a copy of its old text is kept in the same folder."""
    folder, name = os.path.split(target)
    old = read_bytes(target)
    copy = _copy_path(folder, name)
    with temporary_file(folder) as new_file:
        write_all_bytes(new_file.handle, old)
        if os.name != "posix":
            new_file.close()
        os.replace(new_file.path, copy)
    if state_of(os.stat(target)) != state_of(status):
        os.unlink(copy)
        raise UnwritableFile(path, CHANGED_ON_DISK)
    handle = os.open(target, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _write_in_place(handle, raw, old)
    except OSError:
        if read_bytes(target) == old:
            os.unlink(copy)
        raise
    finally:
        os.close(handle)
    os.unlink(copy)


def _write_in_place(handle: int, raw: bytes | memoryview, old: bytes) -> None:
    """Overwrite an open file; if it fails, as on a full disk, restore the old bytes."""
    try:
        if sys.platform == "linux" and raw:
            os.posix_fallocate(handle, 0, len(raw))
        write_all_bytes(handle, raw)
        os.ftruncate(handle, len(raw))
    except OSError:
        os.lseek(handle, 0, os.SEEK_SET)
        write_all_bytes(handle, old)
        os.ftruncate(handle, len(old))
        raise


def _copy_path(folder: str, name: str) -> str:
    import hashlib

    key = hashlib.blake2b(os.fsencode(name), digest_size=8).hexdigest()
    return os.path.join(folder, f".refkit-{key}.old")


def _refuse_half_written(path: str, target: str, copy: str) -> None:
    """Raise UnwritableFile if a killed run left the file half written; remove an identical copy."""
    if not os.path.isfile(copy):
        return
    if read_bytes(copy) != read_bytes(target):
        problem = f"a killed run may have left it half written; its old text is in `{copy}`: restore or delete that"
        raise UnwritableFile(path, problem)
    os.unlink(copy)


def _sync_folder(folder: str) -> None:
    """Flush a folder to the disk, so that a rename survives a power failure."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
