"""Find the item of an entry without building items too early."""

from __future__ import annotations

from collections.abc import Callable

from refkit.lint.rule import TEX_FORMATS
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Span
from refkit.records import replace

ItemFinder = Callable[[Entry], Item | None]


def item_finder(library: Library) -> ItemFinder:
    """Return a function that returns the item of an entry.

    The item of an entry of a .bib file is built when it is needed, and kept as long as the fields of the entry.
    Other formats are read as items, which are found by the position of their entries.
    """
    from refkit.formats.bibtex.reader import item_of_entry

    by_place: dict[tuple[int, int], Item] = {}

    def find(entry: Entry) -> Item | None:
        if not by_place:
            by_place.update((_place(i.entry), i) for i in library.items if i.entry is not None)
        return by_place.get(_place(entry))

    def item_of(entry: Entry) -> Item | None:
        if entry.source.format in TEX_FORMATS:
            return item_of_entry(entry)
        return find(entry)

    return item_of


def place_finder(library: Library) -> Callable[[Entry, str], Span]:
    """Return a function that returns the span of a variable of an entry's item, or else of the cite key."""
    item_of = item_finder(library)

    def place_of(entry: Entry, variable: str) -> Span:
        item = item_of(entry)
        return item.place(variable) if item else entry.key_span

    return place_of


SURE = 0.7  # the confidence with which a variable must have been read from plain text to be checked
# These are recognized by their form, independently of their context.
KNOWN_BY_FORM = frozenset({"DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "eprint"})


def without_doubtful(item: Item) -> Item:
    """Return an item of a plain-text reference without the variables that may be mislabeled.

    A variable with low confidence proves nothing about the work.
    """
    from refkit.formats.text.doubt import confidences

    doubtful = {name for name, confidence in confidences(item).items() if confidence < SURE}
    doubtful -= KNOWN_BY_FORM
    if not doubtful:
        return item
    return replace(
        item,
        names={name: value for name, value in item.names.items() if name not in doubtful},
        dates={name: value for name, value in item.dates.items() if name not in doubtful},
        text={name: value for name, value in item.text.items() if name not in doubtful},
        custom={name: value for name, value in item.custom.items() if name not in doubtful},
    )


def _place(entry: Entry) -> tuple[int, int]:
    return id(entry.source), entry.span.start
