"""Writing Zotero's JSON: every variable comes back, from a field or from Extra."""

import json
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.data.zotero import FIELD_VARIABLES, FIELDS_OF, NEAREST_TYPES
from refkit.data.zotero import ITEM_TYPES as ZOTERO_TYPES
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

TEXTS = sorted((TEXT_VARIABLES | NUMBER_VARIABLES) - {"citation-key", "event"})


def written(item: Item) -> dict[str, object]:
    """Return the only item of the written text."""
    (record,) = json.loads(refkit.dumps([item], "zotero-json"))["items"]
    assert isinstance(record, dict)
    return record


def reread(item: Item) -> Item:
    library = refkit.loads(refkit.dumps([item], "zotero-json"))
    assert list(library.faults) == []
    return library[0]


def full_item(kind: str, name: Name, date: Date) -> Item:
    """Return an item with a value for every variable."""
    item = Item("key", kind, text={variable: f"The {variable}" for variable in TEXTS})
    item.names = dict.fromkeys(NAME_VARIABLES, (name,))
    item.dates = dict.fromkeys(DATE_VARIABLES, date)
    return item


NAMES = (
    Name("Alder", "Ines"),
    Name("Delft", "Jan", "van"),
    Name("Alder", "Jean", dropping_particle="de"),
    Name("King", "Martin Luther", suffix="Jr."),
    Name("King", "Martin Luther", suffix="III", comma_suffix=True),
    Name("van Gulik", "Robert"),
    Name("Alembert", "Jean", "d'"),
    Name("Plato"),
    Name(literal="World Health Organization"),
)
DATES = (
    Date(start=DatePoint(2015)),
    Date(start=DatePoint(2015, 3)),
    Date(start=DatePoint(2015, 3, 2)),
    Date(start=DatePoint(2015), end=DatePoint(2016)),
    Date(start=DatePoint(2015), approximate=True),
    Date(start=DatePoint(-43)),
    Date(start=DatePoint(2015, season=1)),
)


@pytest.mark.parametrize("kind", sorted(ITEM_TYPES))
def test_every_variable_of_every_type_comes_back(kind: str) -> None:
    """With names and dates of all forms."""
    for name, date in zip(NAMES, cycle(DATES), strict=False):
        item = full_item(kind, name, date)
        assert reread(item) == item


def test_item_types_are_complete() -> None:
    """Each has fields, and each type of CSL has one."""
    assert set(FIELDS_OF) == set(ZOTERO_TYPES)
    assert set(ZOTERO_TYPES.values()) | set(NEAREST_TYPES) == ITEM_TYPES
    assert {n for names in FIELDS_OF.values() for n in names.split()} <= FIELD_VARIABLES.keys()


def test_an_item() -> None:
    """In the fields of its type, and in Extra what has none."""
    item = Item.new(
        "thesis", "alder2015", title="Salt", author="Alder, Ines", publisher="Oslo", issued="2015-03",
        original_title="Sel", keyword="salt, tide", note="Read twice.",
    )  # fmt: skip
    assert written(item) == {
        "itemType": "thesis",
        "citationKey": "alder2015",
        "title": "Salt",
        "creators": [{"creatorType": "author", "lastName": "Alder", "firstName": "Ines"}],
        "university": "Oslo",
        "date": "2015-03",
        "tags": [{"tag": "salt"}, {"tag": "tide"}],
        "extra": "original-title: Sel\nRead twice.",
    }


@pytest.mark.parametrize(
    ("item", "variable", "kept_in"),
    [
        (Item.new("treaty", "a", title="Salt"), "type", "extra"),
        (Item.new("book", "a", composer="Alder, Ines"), "composer", "extra"),
        (Item("a", "book", custom={"weird": "x"}), "weird", "extra"),
        (Item("a", "book", names={"author": (Name("Ng", "Wei", static_ordering=True),)}), "author", "creators"),
        (Item("a", "book", dates={"issued": Date(start=DatePoint(2015), season="Lent")}), "issued", ""),
    ],
)  # fmt: skip
def test_a_value_without_a_field_is_reported(item: Item, variable: str, kept_in: str) -> None:
    """With the place of its text."""
    assert [(loss.variable, loss.kept_in) for loss in losses_in("zotero-json", item)] == [
        (variable, kept_in)
    ]


def test_marks_of_items_from_bib_files_are_not_written() -> None:
    """They are refkit's own, and would be noise in Zotero."""
    (item,) = refkit.loads("@phdthesis{k, title = {Salt in the Sea: A Study}, school = {Oslo}}")
    assert "extra" not in written(item)
    assert losses_in("zotero-json", item) == []


def test_braces_are_not_written_as_markup() -> None:
    """Titles are in sentence case, as Zotero recommends; other items keep the marks that they have."""
    (item,) = refkit.loads(
        "@incollection{k, title = {The {NaCl} Way}, booktitle = {Salt in {Sea} Water}}"
    )
    assert (written(item)["title"], written(item)["bookTitle"]) == (
        "The NaCl way",
        "Salt in Sea water",
    )
    marked = '<span class="nocase">iPhone</span> tides'
    assert written(Item.new("book", "a", title=marked))["title"] == marked


def test_an_impossible_date_is_written_as_it_was_read() -> None:
    """The reader reports it again."""
    (item,) = refkit.loads('[{"itemType": "book", "title": "Salt", "date": "3-08-2020"}]')
    assert written(item)["date"] == "3-08-2020"


def test_the_item_type_of_a_file_is_kept() -> None:
    """Several are one type in CSL."""
    text = json.dumps([{"itemType": "podcast", "title": "Salt", "audioFileType": "mp3"}])
    (item,) = refkit.loads(text)
    assert written(item)["itemType"] == "podcast"
    assert written(item)["audioFileType"] == "mp3"


def test_no_items() -> None:
    assert json.loads(refkit.dumps([], "zotero-json"))["items"] == []


VALUES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(
    lambda word: f"X{word}"
)


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.dictionaries(st.sampled_from(TEXTS), VALUES, max_size=6),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), VALUES, max_size=3),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), st.integers(1000, 2030), max_size=2),
)
def test_a_value_survives(
    kind: str, texts: dict[str, str], names: dict[str, str], years: dict[str, int]
) -> None:
    item = Item("a", kind, text=dict(texts))
    item.names = {variable: (Name(family, "Ines"),) for variable, family in names.items()}
    item.dates = {variable: Date(start=DatePoint(year)) for variable, year in years.items()}
    assert reread(item) == item
