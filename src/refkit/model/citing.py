"""An item as a citation processor takes it: what differs from how its file says it."""

from __future__ import annotations

from refkit.model.item import Item
from refkit.model.note import with_note_read
from refkit.model.sentence_case import BIBTEX, in_sentence_case


def as_cited(item: Item) -> Item:
    """Return an item as styles expect it; the item itself stays as its file has it.

    Items from BibTeX and BibLaTeX have their titles in title case; the others may hold variables in
    their note, as Zotero writes them.
    """
    if item.entry is not None and item.entry.source.format in BIBTEX:
        return in_sentence_case(item)
    return with_note_read(item)
