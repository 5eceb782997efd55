"""Word's sources are written as Word reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import ITEM_TYPES, NAME_VARIABLES
from refkit.data.word import (
    AUTHORS,
    FIELDS,
    ROLES,
    TYPES,
    WRITTEN_FIELDS,
    WRITTEN_ROLES,
    WRITTEN_TYPES,
    WRITTEN_WITH_TYPE,
)
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

ARTICLE = Item(
    "Ald15",
    "article-journal",
    text={
        "title": "Salt & brine", "container-title": "Journal of Salt", "volume": "3", "page": "11-19",
        "ISSN": "0317-8471", "PMID": "31234567", "DOI": "10.5555/salt", "language": "de-DE", "note": "One\nTwo",
    },
    names={"author": (Name("Alder", "Ines", particle="de", suffix="Jr."), Name("Plato"))},
    dates={"issued": Date(start=DatePoint(2015, 3, 7)), "accessed": Date(start=DatePoint(2020))},
)  # fmt: skip


def again(item: Item) -> Item:
    """Return an item as it is read after it was written."""
    library = refkit.loads(refkit.dumps([item], "word-xml"))
    assert [fault.message for fault in library.faults] == []
    return library[0]


def test_what_is_written_is_read_again() -> None:
    """With every value, and without losses."""
    item = again(ARTICLE)
    assert (item.id, item.type, item.text, item.names, item.dates) == (
        "Ald15", "article-journal", ARTICLE.text, ARTICLE.names, ARTICLE.dates,
    )  # fmt: skip
    assert losses_in("word-xml", ARTICLE) == []


def test_the_elements_of_word() -> None:
    """Names are nested, and numbers have labels in one element."""
    text = refkit.dumps([ARTICLE], "word-xml")
    assert "<b:Tag>Ald15</b:Tag><b:SourceType>JournalArticle</b:SourceType>" in text
    assert "<b:Month>March</b:Month><b:Day>7</b:Day>" in text
    assert "<b:StandardNumber>ISSN: 0317-8471; PMID: 31234567</b:StandardNumber>" in text
    person = "<b:Person><b:Last>de Alder</b:Last><b:First>Ines, Jr.</b:First></b:Person>"
    assert f"<b:Author><b:Author><b:NameList>{person}<b:Person>" in text


def test_organizations() -> None:
    """One alone has an element of its own; one among persons is reported."""
    office = Name(literal="Salt Office")
    alone = Item("a", "report", names={"author": (office,)})
    assert (again(alone).author, losses_in("word-xml", alone)) == ((office,), [])
    both = Item("a", "report", names={"author": (office, Name("Alder", "Ines"))})
    assert [loss.value for loss in losses_in("word-xml", both)] == ["Salt Office"]


@pytest.mark.parametrize("genre", ["PhD thesis", ""])
def test_a_thesis(genre: str) -> None:
    """Is a report with the type of a thesis."""
    item = again(Item("a", "thesis", text={"title": "A"} | ({"genre": genre} if genre else {})))
    assert (item.type, item.genre) == ("thesis", genre or "Thesis")


def test_values_without_an_element_are_in_the_comments() -> None:
    """And are read from there."""
    item = Item("a", "book", text={"title": "A", "original-title": "B", "note": "C"})
    assert again(item).text == item.text
    assert [loss.variable for loss in losses_in("word-xml", item)] == ["original-title"]


def test_tables_agree() -> None:
    """Each element that is written is read as the same variable."""
    assert set(WRITTEN_TYPES) <= set(ITEM_TYPES)
    assert {*WRITTEN_TYPES.values(), *WRITTEN_WITH_TYPE, *AUTHORS} <= set(TYPES)
    assert {ROLES[role] for role in AUTHORS.values()} == {"author"}
    assert {variable: ROLES[role] for variable, role in WRITTEN_ROLES.items()} == {
        variable: variable for variable in WRITTEN_ROLES
    }
    assert set(WRITTEN_ROLES) <= set(NAME_VARIABLES)
    elsewhere = {"City", "CountryRegion"}
    tables = (WRITTEN_FIELDS, *WRITTEN_WITH_TYPE.values())
    pairs = {(variable, tag) for table in tables for variable, tag in table.items()}
    assert {
        variable for variable, tag in pairs if tag not in elsewhere and FIELDS[tag] != variable
    } == set()


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.sampled_from(["title", "publisher", "genre", "number", "URL", "ISBN"]),
    st.text(min_size=1, max_size=6),
)
def test_any_text_can_be_written(kind: str, variable: str, value: str) -> None:
    """The file is well-formed."""
    again(
        Item(
            "a",
            kind,
            text={variable: value, "title-short": "x"},
            names={"author": (Name(value, value),)},
        )
    )
