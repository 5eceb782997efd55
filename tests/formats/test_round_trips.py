"""What a format writes is read again: every value of every type, or the loss is reported."""

import pytest
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.formats import writable_formats
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

# Bookkeeping of processors, the old name of `event-title`, and short forms that are derived from others.
NOT_FACTS = frozenset(
    """citation-key citation-label citation-number year-suffix first-reference-note-number locator event page-first
    title-short container-title-short""".split()
)
FORMS = {
    "DOI": "10.5555/abc", "URL": "https://example.org/a", "ISBN": "9780306406157", "ISSN": "0317-8471",
    "PMID": "31234567", "PMCID": "PMC123456", "page": "11-19", "language": "en-US",
}  # fmt: skip
# The formats that keep every value; the others keep at least 99 % of them.
LOSSLESS = ("biblatex", "bibtex", "csl-json", "csl-yaml", "zotero-json")
WRITABLE = sorted(name for name, known in writable_formats().items() if known.read)
CASES = [(name, kind) for name in WRITABLE for kind in sorted(ITEM_TYPES)]


def full_item(kind: str) -> Item:
    """Return an item of a type with every variable."""
    texts = {v: f"x{v.replace('-', '').replace('_', '')}" for v in TEXT_VARIABLES - NOT_FACTS}
    texts |= dict.fromkeys(NUMBER_VARIABLES - NOT_FACTS, "12") | FORMS
    item = Item("a", kind, text=texts)
    item.names = {variable: (Name("Alder", "Ines"),) for variable in NAME_VARIABLES}
    item.dates = {variable: Date(start=DatePoint(2015, 3, 2)) for variable in DATE_VARIABLES}
    return item


def lost(item: Item, again: Item) -> set[str]:
    """Return the variables that differ, and `type`."""
    pairs = ((item.text, again.text), (item.names, again.names), (item.dates, again.dates))
    different = {v for one, other in pairs for v, value in one.items() if other.get(v) != value}
    return different | ({"type"} if item.type != again.type else set())


@pytest.mark.parametrize(("name", "kind"), CASES, ids=[" ".join(case) for case in CASES])
def test_every_value_survives_or_is_reported(name: str, kind: str) -> None:
    """Few values of any type are lost, and none in silence."""
    item = full_item(kind)
    library = refkit.loads(refkit.dumps([item], name), format=name)
    assert [fault.message for fault in library.faults] == []
    gone = lost(item, library[0])
    assert gone - {loss.variable for loss in losses_in(name, item)} <= {"type"}
    assert len(gone) <= (0 if name in LOSSLESS else 1)
