"""The form of an item that a citation processor needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from refkit.model.item import Item
from refkit.model.note import with_note_variables, without_file_link
from refkit.model.sentence_case import BIBTEX, TITLES, in_sentence_case, with_sentence_case
from refkit.records import replace

ALL_TITLES = frozenset((*TITLES, "container-title"))


def as_cited(item: Item, kept: Set[str] = frozenset()) -> Item:
    """Return a copy of an item that is prepared for citation styles; the titles in `kept` keep their case.

    In formats other than BibTeX, variables are read from the note, where Zotero writes them. The addresses of files
    that Zotero exports in notes are removed.
    """
    item = without_file_link(item)
    return as_csl(item, kept) if is_from_bibtex(item) else with_note_variables(item)


def as_csl(item: Item, kept: Set[str] = frozenset()) -> Item:
    """Return an item from BibTeX or BibLaTeX with CSL's conventions, and other items unchanged.

    What is written in BibTeX's way is given in CSL's (`Second` edition, notes with an access date), and titles are
    converted from title case to sentence case, except for the variables in `kept`.
    """
    if not is_from_bibtex(item):
        return item
    from refkit.model.bibtex_citing import with_meaning

    return in_sentence_case(with_meaning(item), kept)


def in_case(items: Iterable[Item], sentence_case: bool | None, target: str) -> Iterator[Item]:
    """Yield items for a target format with English titles in sentence case or as typed, if one is requested."""
    for item in items:
        if sentence_case:
            yield with_sentence_case(item)
        elif sentence_case is False and target == "csl-json" and is_from_bibtex(item):
            yield replace(as_csl(item, ALL_TITLES), entry=None)
        else:
            yield item


def is_from_bibtex(item: Item) -> bool:
    """Whether an item was read from a .bib file."""
    return item.entry is not None and item.entry.source.format in BIBTEX


def is_from_text(item: Item) -> bool:
    """Whether an item was read from a plain-text reference, which has the words of its own style."""
    return item.entry is not None and item.entry.source.format == "text"
