"""Expansion of paths to files: folders are searched for files that refkit reads."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from refkit.errors import EmptyFolder, RefkitError, UnreadableFile
from refkit.files import STDIN, read_head
from refkit.formats import by_suffix, formats_sharing_suffix, is_candidate
from refkit.model.source import decode

OUTSIDE_LINK = "it is a symbolic link that leads out of the folder; name the link itself to read it"
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
_SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"}
)


def expand(paths: Paths, *, gitignore: bool = False, exclude: Sequence[str] = ()) -> list[str]:
    """Return the files that are named, and the files in folders that refkit reads.

    In folders, files that match a pattern in `exclude` are skipped, and with `gitignore`, files that git ignores.
    Raises UnreadableFile for a symbolic link to outside the folders, RefkitError for a folder without any file.
    """
    names = [os.fspath(p) for p in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    files: dict[str, None] = {}
    for path in search(names, gitignore=gitignore):
        if isinstance(path, RefkitError):
            raise path
        if path in names or not is_excluded(path, exclude):
            files[path] = None
    return list(files)


def is_excluded(path: str, patterns: Sequence[str]) -> bool:
    """Whether a pattern matches the file or a folder that contains it."""
    if not patterns:
        return False
    from fnmatch import fnmatch
    from pathlib import PurePath

    file = PurePath(path)
    places = (file, *file.parents)
    return any(
        fnmatch(os.path.abspath(place), pattern)
        if os.path.isabs(pattern)
        else place.match(pattern) or fnmatch(str(place), pattern)
        for pattern in patterns
        for place in places
        if place.name
    )


def search(paths: Sequence[str], *, gitignore: bool) -> Iterator[str | RefkitError]:
    """Yield the files, and an error for each link to outside the folders and each folder without files."""
    roots = [os.path.realpath(path) for path in paths if path != STDIN]
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        is_found = False
        for file in _files_in(path, gitignore):
            is_found = True
            yield UnreadableFile(file, OUTSIDE_LINK) if _is_outside_link(file, roots) else file
        if not is_found:
            exception = (
                ", except for files that git ignores" if gitignore and _has_rules(path) else ""
            )
            yield EmptyFolder(f"the folder `{path}` contains no files that refkit reads{exception}")


def _is_outside_link(path: str, roots: Sequence[str]) -> bool:
    """Whether a file is a symbolic link to outside the named files and folders."""
    if not os.path.islink(path):
        return False
    target = os.path.realpath(path)
    return not any(target == root or target.startswith(os.path.join(root, "")) for root in roots)


def _has_rules(folder: str) -> bool:
    from refkit.files.gitignore import rules_above, rules_in

    return bool(rules_above(folder) or rules_in(folder))


def _files_in(folder: str, gitignore: bool) -> Iterator[str]:
    for path in _all_files_in(folder, gitignore):
        known = by_suffix(path)
        if (known and known.read) or (is_candidate(path) and _is_detected(path)):
            yield path


def _all_files_in(folder: str, gitignore: bool) -> Iterator[str]:
    for subfolder, names in _walk_unignored(folder) if gitignore else _walk(folder):
        for name in sorted(names):
            if not _is_lock(name):
                yield os.path.join(subfolder, name)


def files_with_suffixes(
    folders: Sequence[str], suffixes: Collection[str], *, gitignore: bool, exclude: Sequence[str]
) -> Iterator[str]:
    """Yield the files in folders that have one of these suffixes in lower case, except links to outside them."""
    roots = [os.path.realpath(folder) for folder in folders]
    for folder in folders:
        for path in _all_files_in(folder, gitignore):
            has_suffix = os.path.splitext(path)[1].lower() in suffixes
            if has_suffix and not is_excluded(path, exclude) and not _is_outside_link(path, roots):
                yield path


def _is_lock(name: str) -> bool:
    """Whether a name is that of a lock file by Emacs, a dangling link next to a file that is being edited."""
    return name.startswith(".#")


def _walk(folder: str) -> Iterator[tuple[str, list[str]]]:
    for subfolder, folders, names in os.walk(folder):
        folders[:] = _searchable(folders)
        yield subfolder, names


def _searchable(folders: Iterable[str]) -> list[str]:
    return sorted(f for f in folders if f[0] != "." and f not in _SKIPPED_FOLDERS)


def _walk_unignored(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the subfolders and their file names without those that git ignores."""
    from refkit.files.gitignore import is_ignored, rules_above, rules_in

    rules = {folder: rules_above(folder)}
    for subfolder, folders, names in os.walk(folder):
        folder_rules = rules.pop(subfolder) + rules_in(subfolder)
        absolute = os.path.abspath(subfolder)
        folders[:] = [
            f
            for f in _searchable(folders)
            if not is_ignored(folder_rules, os.path.join(absolute, f), True)
        ]
        rules |= {os.path.join(subfolder, f): folder_rules for f in folders}
        yield (
            subfolder,
            [n for n in names if not is_ignored(folder_rules, os.path.join(absolute, n), False)],
        )


def _is_detected(path: str) -> bool:
    """Whether the text of a file has one of the formats that share its suffix."""
    try:
        head = decode(read_head(path, 32768)).text
    except UnreadableFile:
        return True  # so that reading it reports why
    return any(file_format.detect(head) for file_format in formats_sharing_suffix(path))
