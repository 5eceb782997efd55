"""Parts of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from refkit.formats.bibtex.conversion import selected_text
from refkit.formats.bibtex.editor import BibEditor
from refkit.formats.bibtex.reader import read
from refkit.library import Library
from refkit.model.editing import Editor
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.source import Source


def select(library: Library, which: Iterable[str | Item] | Callable[[Item], object]) -> Library:
    """Return a library of some references with their parents and @strings."""
    items = _chosen(library, which)
    return Library.of([_part(editor, items) for editor in library.editors])


def _chosen(library: Library, which: Iterable[str | Item] | Callable[[Item], object]) -> list[Item]:
    if callable(which):
        return [item for item in library if which(item)]
    several = [which] if isinstance(which, (str, Item)) else which
    return [library[one] if isinstance(one, str) else one for one in several]


def _part(editor: Editor, items: list[Item]) -> Reading:
    """Return what is read from the part of a source with some items."""
    own = [item for item in items if editor.contains(item)]
    if not isinstance(editor, BibEditor):
        return Reading([item.replace() for item in own])
    source = editor.source
    text = selected_text(editor.document, editor.with_parents(own))
    return read(Source(text, "<selection>", format=source.format), editor.dialect)
