"""Parts of a configuration that apply to nothing in a run that checks its whole folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from refkit.lint.settings import Settings, matches_file
from refkit.model.source import Source

_WILDCARDS = frozenset("*?[")


def unmatched(
    settings: Settings, path: str, roots: Sequence[str], sources: Sequence[Source]
) -> Iterator[str]:
    """Yield a note for each pattern without a file, and each key that no file contains.

    `path` is that of the configuration, `roots` are the files and folders of the run.
    """
    if not any(_contains(root, settings.folder) for root in roots):
        return  # the run checks only some of the files
    for pattern, _ in settings.per_file_ignores:
        if not any(matches_file(settings, source.name, pattern) for source in sources):
            yield f"`{pattern}` in `per-file-ignores` of `{path}` matches no file; remove it"
    for key in dict.fromkeys(ignore.key for ignore in settings.ignores):
        if _WILDCARDS.isdisjoint(key) and not any(key in source.text for source in sources):
            yield f"`ignore` in `{path}` names the key `{key}`, which is in no file; remove it"


def _contains(root: str, folder: str) -> bool:
    """Whether a root is the folder of the configuration, or a folder above it."""
    own, other = os.path.abspath(root), os.path.abspath(folder or ".")
    return os.path.isdir(own) and (own == other or other.startswith(os.path.join(own, "")))
