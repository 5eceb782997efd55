"""`refkit.merge`: combine the changes of two versions of a .bib file."""

from __future__ import annotations

import os

from refkit.errors import UnknownChoice
from refkit.files import read_source
from refkit.formats.bibtex.merge import Merged, merge_texts
from refkit.formats.bibtex.merge_lines import STYLES, Markers
from refkit.inputs import is_text
from refkit.library import Library

Version = Library | str | os.PathLike[str]


def merge(
    base: Version, ours: Version, theirs: Version, *, conflict_style: str = "merge"
) -> Merged:
    """Merge the changes that two sides made to a .bib file, entry by entry and field by field.

    Each version is a path, a text or a library of one file. `text` of the result has markers around `conflicts`, as
    git writes them; the style "diff3" or "zdiff3" includes the base version. Nothing is written. Raises
    UnreadableFile, UnknownChoice for another style, and TypeError for other objects.
    """
    if conflict_style not in STYLES:
        raise UnknownChoice("conflict style", conflict_style, STYLES)
    markers = Markers(style=conflict_style)
    return merge_texts(_text(base), _text(ours), _text(theirs), markers=markers)


def _text(version: Version) -> str:
    """Return the text of a version."""
    if isinstance(version, Library):
        if len(version.sources) != 1:
            raise TypeError(
                f"a version is one .bib file, but the library has {len(version.sources)}"
            )
        return version.sources[0].text
    if isinstance(version, str) and (is_text(version) or not version.strip()):
        return version
    if not isinstance(version, (str, os.PathLike)):
        raise TypeError(f"pass a path, a text or a library, not {type(version).__name__}")
    return read_source(os.fspath(version)).text
