"""Replacement of several files, of which either all or none are changed, even if the run is killed.

All new files are prepared before the first one gets its name, so that only renamings remain. Before these, a journal
with all new contents is written to a folder of the user. A killed run is finished by the next one that calls
`finish_killed_runs`, unless all files still are the old ones. An error restores the old files.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from refkit.errors import RefkitError, UnwritableFile
from refkit.files.read import is_as_read, read_bytes
from refkit.files.temporary import lock, temporary_file
from refkit.files.write import CHANGED_ON_DISK, prepared, write_all_bytes, write_raw
from refkit.integers import read_int
from refkit.model.source import Source

MOST_PREPARED = 200  # files that are open at once; systems allow a process 256 or more
_SUFFIX = ".journal"


class NewFile(NamedTuple):
    """The new bytes of a file that was read as `source`."""

    source: Source
    raw: bytes


class Finished(NamedTuple):
    """Files that were changed to finish a killed run, and files that somebody else changed since."""

    files: tuple[str, ...]
    changed: tuple[str, ...]


class _Written(NamedTuple):
    """A file of a journal: its path, the digest of its old bytes, and its new bytes."""

    path: str
    old: str
    new: bytes


def write_several(files: Sequence[NewFile]) -> None:
    """Replace files; if that fails for one, none is changed. Raises UnwritableFile."""
    files = list(_different(files))
    old = [_verified(file) for file in files]
    if len(files) < 2:
        for file in files:
            write_raw(file.source.name, file.raw, file.source)
        return
    with ExitStack() as stack:
        commits = [
            stack.enter_context(prepared(file.source.name, file.raw, file.source))
            for file in files[:MOST_PREPARED]
        ]
        journal = stack.enter_context(_journal(files, old))
        try:
            for commit in commits:
                commit()
            for file in files[MOST_PREPARED:]:
                write_raw(file.source.name, file.raw, file.source)
        except BaseException:
            stack.pop_all().close()
            _restore(files, old)
            _remove(journal)
            raise
        _remove(journal)


def _different(files: Sequence[NewFile]) -> Iterator[NewFile]:
    """Yield each file once, also if it has several names. Raises UnwritableFile if its new bytes are ambiguous."""
    known: dict[str, bytes] = {}
    for file in files:
        path = os.path.realpath(file.source.name)
        if path not in known:
            yield file
        if known.setdefault(path, file.raw) != file.raw:
            raise UnwritableFile(file.source.name, "it is named twice, with different changes")


def _verified(file: NewFile) -> bytes:
    """Return the old bytes of a file. Raises UnwritableFile if it is not as it was read, or cannot be written."""
    path = file.source.name
    target = os.path.realpath(path)
    if not os.path.exists(target) or not is_as_read(file.source, target):
        raise UnwritableFile(path, CHANGED_ON_DISK)
    return read_bytes(target)


def _restore(files: Sequence[NewFile], old: Sequence[bytes]) -> None:
    for file, raw in zip(files, old, strict=True):
        if read_bytes(file.source.name) == file.raw:
            write_raw(file.source.name, raw)


def journal_folder() -> str:
    """Return the folder of journals (XDG Base Directory Specification, state home)."""
    home = os.environ.get("XDG_STATE_HOME") or os.path.join(
        os.path.expanduser("~"), ".local", "state"
    )
    return os.path.join(home, "refkit", "journals")


@contextmanager
def _journal(files: Sequence[NewFile], old: Sequence[bytes]) -> Iterator[str]:
    """Yield the path of a journal, locked while this run lives, or "" if the folder cannot be written."""
    folder = journal_folder()
    with ExitStack() as stack:
        path = ""
        with contextlib.suppress(OSError):
            os.makedirs(folder, 0o700, exist_ok=True)
            file = stack.enter_context(temporary_file(folder))
            write_all_bytes(file.handle, _journal_bytes(files, old))
            if os.name != "posix":
                file.close()
            path = file.path.removesuffix(".tmp") + _SUFFIX
            os.replace(file.path, path)
        yield path


def _journal_bytes(files: Sequence[NewFile], old: Sequence[bytes]) -> bytes:
    """journal = JSON of [path, digest of the old bytes, number of new bytes] for each file, line feed, new bytes"""
    table = [
        [os.fsencode(os.path.realpath(file.source.name)).hex(), _digest(raw), str(len(file.raw))]
        for file, raw in zip(files, old, strict=True)
    ]
    return b"".join((json.dumps(table).encode(), b"\n", *(file.raw for file in files)))


def _digest(raw: bytes) -> str:
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def _remove(journal: str) -> None:
    if journal:
        with contextlib.suppress(OSError):
            os.unlink(journal)


def finish_killed_runs() -> Finished:
    """Finish the changes of killed runs. Raises RefkitError if a file cannot be written."""
    try:
        names = sorted(os.listdir(journal_folder()))
    except OSError:
        return Finished((), ())
    found = [_finish(os.path.join(journal_folder(), n)) for n in names if n.endswith(_SUFFIX)]
    return Finished(
        tuple(path for one in found for path in one.files),
        tuple(path for one in found for path in one.changed),
    )


def _finish(journal: str) -> Finished:
    """Finish one run and remove its journal, unless the run is still active."""
    try:
        handle = os.open(journal, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return Finished((), ())
    try:
        lock(handle, wait=False)
        found = _rewrite(_entries(read_bytes(journal)))
    except BlockingIOError:
        return Finished((), ())
    finally:
        os.close(handle)
    _remove(journal)
    return found


def _rewrite(files: Sequence[_Written]) -> Finished:
    """Write the files that still are old, if others are not."""
    now = [_bytes_of(file.path) for file in files]
    is_old = [
        raw is not None and _digest(raw) == file.old for file, raw in zip(files, now, strict=True)
    ]
    if all(is_old) or not any(is_old):
        return Finished((), ())
    waiting = [file for file, old in zip(files, is_old, strict=True) if old]
    for file in waiting:
        write_raw(file.path, file.new)
    changed = [
        file.path
        for file, raw, old in zip(files, now, is_old, strict=True)
        if not old and raw != file.new
    ]
    return Finished(tuple(file.path for file in waiting), tuple(changed))


def _bytes_of(path: str) -> bytes | None:
    try:
        return read_bytes(path)
    except RefkitError:
        return None


def _entries(raw: bytes) -> list[_Written]:
    """Return the files of a journal; a damaged one has none."""
    head, _, rest = raw.partition(b"\n")
    try:
        table = json.loads(head)
        sizes = [
            (os.fsdecode(bytes.fromhex(path)), old, read_int(size)) for path, old, size in table
        ]
    except (ValueError, TypeError, AttributeError):
        return []
    entries, start = [], 0
    for path, old, size in sizes:
        entries.append(_Written(path, old, rest[start : start + size]))
        start += size
    return entries if start == len(rest) else []
