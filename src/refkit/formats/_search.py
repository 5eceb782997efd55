"""The files that paths stand for: folders are searched for what refkit reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import STDIN, read_head
from refkit.formats import by_suffix, could_read, sharing
from refkit.model.source import decode

LEADS_OUT = "it is a symbolic link that leads out of the folder; name the link itself to read it"
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
_SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"}
)


def expand(paths: Paths, *, gitignore: bool = False) -> list[str]:
    """Return the files that paths stand for: a folder is searched for files that refkit reads.

    With `gitignore`, what git ignores is passed over there. Raises UnreadableFile for a symbolic link out
    of the folders and RefkitError for a folder without any file.
    """
    given = [os.fspath(p) for p in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    found: dict[str, None] = {}
    for path in search(given, gitignore=gitignore):
        if isinstance(path, RefkitError):
            raise path
        found[path] = None
    return list(found)


def search(paths: Sequence[str], *, gitignore: bool) -> Iterator[str | RefkitError]:
    """Give the files that paths stand for, and an error for each link and folder that stands for none."""
    roots = [os.path.realpath(path) for path in paths if path != STDIN]
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        found = False
        for file in _files_in(path, gitignore):
            found = True
            yield UnreadableFile(file, LEADS_OUT) if _leads_out(file, roots) else file
        if not found:
            but = ", apart from what git ignores" if gitignore and _has_rules(path) else ""
            yield RefkitError(f"no file that refkit reads is in the folder `{path}`{but}")


def _leads_out(path: str, roots: Sequence[str]) -> bool:
    """Whether a file is a symbolic link to a place outside of the files and folders that were named."""
    if not os.path.islink(path):
        return False
    target = os.path.realpath(path)
    return not any(target == root or target.startswith(os.path.join(root, "")) for root in roots)


def _has_rules(folder: str) -> bool:
    from refkit.files.gitignore import rules_above, rules_in

    return bool(rules_above(folder) or rules_in(folder))


def _files_in(folder: str, gitignore: bool) -> Iterator[str]:
    for here, names in _unignored(folder) if gitignore else _walk(folder):
        for name in sorted(names):
            path = os.path.join(here, name)
            if _is_lock(name):
                continue
            if by_suffix(name) or (could_read(name) and _looks_right(path)):
                yield path


def _is_lock(name: str) -> bool:
    """Whether a name is that of a lock of Emacs, a link to nothing beside a file that is being edited."""
    return name.startswith(".#")


def _walk(folder: str) -> Iterator[tuple[str, list[str]]]:
    for here, folders, names in os.walk(folder):
        folders[:] = _searched(folders)
        yield here, names


def _searched(folders: Iterable[str]) -> list[str]:
    return sorted(f for f in folders if f[0] != "." and f not in _SKIPPED_FOLDERS)


def _unignored(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Walk through a folder without what git ignores."""
    from refkit.files.gitignore import is_ignored, rules_above, rules_in

    rules = {folder: rules_above(folder)}
    for here, folders, names in os.walk(folder):
        own = rules.pop(here) + rules_in(here)
        place = os.path.abspath(here)
        folders[:] = [
            f for f in _searched(folders) if not is_ignored(own, os.path.join(place, f), True)
        ]
        rules |= {os.path.join(here, f): own for f in folders}
        yield here, [n for n in names if not is_ignored(own, os.path.join(place, n), False)]


def _looks_right(path: str) -> bool:
    """Whether the text of a file whose name tells little is of a format that has its ending."""
    try:
        head = decode(read_head(path, 32768)).text
    except UnreadableFile:
        return True  # so that reading it reports why
    return any(known.detect(head) for known in sharing(path))
