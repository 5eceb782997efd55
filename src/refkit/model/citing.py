"""The form of an item that a citation processor needs."""

from __future__ import annotations

from refkit.model.item import Item
from refkit.model.note import with_note_variables, without_file_link
from refkit.model.sentence_case import BIBTEX, in_sentence_case


def as_cited(item: Item) -> Item:
    """Return a copy of an item that is prepared for citation styles.

    Titles from BibTeX and BibLaTeX are converted from title case to sentence case. In other formats, variables
    are read from the note, where Zotero writes them. The addresses of files that Zotero exports in notes are removed.
    """
    item = without_file_link(item)
    if item.entry is not None and item.entry.source.format in BIBTEX:
        return in_sentence_case(item)
    return with_note_variables(item)
