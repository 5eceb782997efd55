"""The storage of the cache: a folder of the user with signed records.

A record is trusted only if its signature, a keyed digest of its name and content, was made with the secret
in the user's folder. Records that were forged, changed, moved or truncated are ignored.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from functools import lru_cache

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import read_bytes

SECRET_SIZE = 32
SEAL_SIZE = 16
_HOUR = 3600
KEPT = 30 * 24 * _HOUR  # seconds after which a record that nobody used is removed
LARGEST = 500_000_000  # bytes of all records


def user_folder() -> str:
    """Return the user's cache folder for refkit, or an empty string if there is none."""
    try:
        from platformdirs import user_cache_dir
    except (
        ImportError
    ):  # refkit copied without what it needs: the cache is the one thing to do without
        return ""
    return str(user_cache_dir("refkit", appauthor=False))


@lru_cache(4)
def secret_in(folder: str) -> bytes:
    """Return the secret of the user on this machine, created when first needed, or an empty secret."""
    if not folder:
        return b""
    path = os.path.join(folder, "secret")
    with contextlib.suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not os.path.lexists(path):
            _make_secret(path)
        return _own_secret(path)
    return b""


def _make_secret(path: str) -> None:
    """Write a new secret. If several runs do this at once, the last one wins and all use that secret."""
    beside = f"{path}.{os.urandom(8).hex()}.tmp"
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, os.urandom(SECRET_SIZE))
    finally:
        os.close(handle)
    os.replace(beside, path)


def _own_secret(path: str) -> bytes:
    """Read the secret. A secret that others can read or may have created is not used."""
    handle = os.open(
        path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    try:
        status = os.fstat(handle)
        if os.name == "posix" and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
            return b""
        found = os.read(handle, SECRET_SIZE + 1) if stat.S_ISREG(status.st_mode) else b""
    finally:
        os.close(handle)
    return found if len(found) == SECRET_SIZE else b""


def is_on() -> bool:
    """Whether the cache can be used: not in continuous integration, and not without a secret."""
    return not os.environ.get("CI") and bool(secret_in(user_folder()))


def read_record(path: str) -> bytes | None:
    """Return the content of a record, or None if it does not exist or its signature is wrong."""
    from hmac import compare_digest

    try:
        sealed = read_bytes(path)
    except RefkitError:
        return None
    body = sealed[SEAL_SIZE:]
    return body if compare_digest(sealed[:SEAL_SIZE], _seal(path, body)) else None


def write_record(path: str, body: bytes) -> None:
    """Write a complete record. If that fails, nothing is cached and no error is reported."""
    beside = f"{path}.{os.urandom(8).hex()}.tmp"
    with contextlib.suppress(OSError):
        _make_folder(os.path.dirname(path))
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(path, body))
                file.write(body)
            os.replace(beside, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(beside)
            raise


def _seal(path: str, body: bytes) -> bytes:
    import hashlib

    made = hashlib.blake2b(key=secret_in(user_folder()), digest_size=SEAL_SIZE)
    name = os.fsencode(os.path.basename(path))
    made.update(b"%d:%s" % (len(name), name))
    made.update(body)
    return made.digest()


def _make_folder(folder: str) -> None:
    if not os.path.isdir(folder):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(os.path.join(folder, ".gitignore"), "w", encoding="utf-8") as file:
            file.write("*\n")


def prune(folder: str) -> None:
    """Remove records unused for a month, and the oldest beyond the size limit; at most once an hour."""
    mark = os.path.join(folder, "pruned")
    with contextlib.suppress(OSError):
        if os.path.exists(mark) and time.time() - os.stat(mark).st_mtime < _HOUR:
            return
        handle = os.open(mark, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        os.close(handle)
        os.utime(mark)
        _remove_old(folder)


def _remove_old(folder: str) -> None:
    with os.scandir(folder) as entries:
        records = [(e.stat(follow_symlinks=False), e.path) for e in entries if _is_record(e.name)]
    records.sort(key=lambda record: -record[0].st_mtime)
    size = 0
    for status, path in records:
        size += status.st_size
        if size > LARGEST or time.time() - status.st_mtime > KEPT:
            with contextlib.suppress(OSError):
                os.unlink(path)


def remove_records(folder: str) -> tuple[int, int]:
    """Remove all records in a folder, and return their number and size in bytes.

    Raises UnreadableFile for a file that is not a folder.
    """
    count = size = 0
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UnreadableFile(folder, "it is a file, not the folder of a cache")
    with contextlib.suppress(FileNotFoundError), os.scandir(folder or os.curdir) as entries:
        for entry in entries if folder else ():
            if _is_record(entry.name):
                size += entry.stat(follow_symlinks=False).st_size
                os.unlink(entry.path)
                count += 1
    return count, size


def _is_record(name: str) -> bool:
    """Whether a file is a record or a partial one; a folder named by the user may contain other files."""
    return name.startswith(("file-", "run-")) and name.endswith((".record", ".tmp"))
