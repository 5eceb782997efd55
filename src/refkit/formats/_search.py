"""The files that paths stand for: folders are searched for what refkit reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import STDIN, read_head
from refkit.formats import by_suffix, could_read, sharing
from refkit.model.source import decode

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
_SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"}
)


def expand(paths: Paths) -> list[str]:
    """Return the files that paths stand for: a folder is searched for files that refkit reads.

    Raises UnreadableFile for a path that is not there and RefkitError for a folder without any.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    found: list[str] = []
    for path in (os.fspath(one) for one in given):
        if path == STDIN or not os.path.isdir(path):
            found.append(path)
            continue
        inside = list(_files_in(path))
        if not inside:
            raise RefkitError(f"no file that refkit reads is in the folder `{path}`")
        found.extend(inside)
    return list(dict.fromkeys(found))


def _files_in(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            path = os.path.join(here, name)
            if by_suffix(name) or (could_read(name) and _looks_right(path)):
                yield path


def _looks_right(path: str) -> bool:
    """Whether the text of a file whose name tells little is of a format that has its ending."""
    try:
        head = decode(read_head(path, 32768)).text
    except UnreadableFile:
        return True  # so that reading it reports why
    return any(known.detect(head) for known in sharing(path))
