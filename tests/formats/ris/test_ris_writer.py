"""Writing RIS: what is written is read again, and what has no tag is reported."""

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
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name


def written(item: Item) -> str:
    """Return an item as RIS."""
    return refkit.dumps([item], "ris")


def reread(item: Item) -> Item:
    """Return an item that is written and read again."""
    library = refkit.loads(written(item), format="ris")
    assert list(library.faults) == []
    return library[0]


def test_a_record() -> None:
    """In the order in which people read it."""
    item = Item.new(
        "article-journal", "alder2015", title="Salt", author="Alder, Ines and Birk, Jon",
        container_title="Journal of Salt", issued="2015-03", volume=3, page="11-19", DOI="10.5555/x",
    )  # fmt: skip
    assert written(item) == (
        "TY  - JOUR\nID  - alder2015\nAU  - Alder, Ines\nAU  - Birk, Jon\nTI  - Salt\nT2  - Journal of Salt\n"
        "PY  - 2015\nDA  - 2015/03//\nVL  - 3\nSP  - 11\nEP  - 19\nDO  - 10.5555/x\nER  - \n\n"
    )


def test_a_file_is_written_as_it_was_read() -> None:
    """Tags that have no variable come back."""
    record = "TY  - JOUR\nID  - a\nTI  - Salt\nPY  - 2015\nAD  - Oslo\nAD  - Bern\nER  - \n\n"
    assert refkit.dumps(list(refkit.loads(record, format="ris")), "ris") == record


def test_a_value_has_one_line() -> None:
    """A line end would begin a tag."""
    item = Item.new("book", "a", title="Salt\nTY  - BOOK\nER  - ")
    assert reread(item).title == "Salt TY - BOOK ER -"


def test_marks_of_capitals_are_not_written() -> None:
    """Other markup is, as Zotero does."""
    item = Item.new("book", "a", title='The <span class="nocase">NaCl</span> <i>way</i>')
    assert "TI  - The NaCl <i>way</i>\n" in written(item)


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        ({"original_title": "Sel"}, "original-title: Sel"),
        ({"composer": "Alder, Ines"}, "composer: Alder || Ines"),
        ({"submitted": "2015-03-02"}, "submitted: 2015-03-02"),
        ({"issued": "2015/2016"}, "issued: 2015/2016"),
    ],
)
def test_a_variable_without_a_tag_is_in_the_note(variables: dict[str, str], line: str) -> None:
    """In the form that citeproc-js reads; refkit reads it as the variable again."""
    item = Item.new("book", "a", title="Salt", **variables)
    assert f"N1  - {{:{line}}}\n" in written(item)
    (loss,) = losses_in("ris", item)
    assert (loss.variable, loss.kept_in) == (line.partition(":")[0], "N1")
    again = reread(item)
    assert all(again[name.replace("_", "-")] == item[name.replace("_", "-")] for name in variables)


def test_a_type_without_a_reference_type_is_in_the_note() -> None:
    """The nearest type is written."""
    item = Item.new("treaty", "a", title="Salt")
    assert written(item).startswith("TY  - GEN\n")
    assert reread(item).type == "treaty"


VALUES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(
    lambda word: f"x{word}"
)
TEXTS = sorted((TEXT_VARIABLES | NUMBER_VARIABLES) - {"citation-key", "note", "event"})


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.dictionaries(st.sampled_from(TEXTS), VALUES, max_size=6),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), VALUES, max_size=3),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), st.integers(1000, 2030), max_size=2),
)
def test_a_value_survives_or_is_reported(
    kind: str, texts: dict[str, str], names: dict[str, str], years: dict[str, int]
) -> None:
    """Of every type and variable."""
    item = Item("a", kind, text=dict(texts))
    item.names = {variable: (Name(family, "Ines"),) for variable, family in names.items()}
    item.dates = {variable: Date(start=DatePoint(year)) for variable, year in years.items()}
    lost = {loss.variable for loss in losses_in("ris", item)}
    again = reread(item)
    survived = {v for v, value in texts.items() if again.text.get(v) == value}
    survived |= {v for v in names if again.names.get(v) == item.names[v]}
    survived |= {v for v in years if again.dates.get(v) == item.dates[v]}
    assert {*texts, *names, *years} - survived <= lost


def test_a_number_of_pages_in_words_is_in_the_note() -> None:
    """In its tag, it would be read as pages."""
    item = Item.new("book", "a", title="Salt", number_of_pages="xii, 312")
    assert reread(item)["number-of-pages"] == "xii, 312"
    assert [loss.variable for loss in losses_in("ris", item)] == ["number-of-pages"]


@pytest.mark.parametrize(
    "item",
    [
        Item.new("article-journal", "a", container_title_short="J. Salt"),
        Item.new("book", "a", collection_editor="Alder, Ines"),
        Item.new("article-journal", "a", PMCID="31234567"),
    ],
)
def test_a_value_whose_tag_would_be_misread_is_in_the_note(item: Item) -> None:
    """What the tag means depends on other values."""
    again = reread(item)
    assert (again.names, again.text) == (item.names, item.text)
    assert len(losses_in("ris", item)) == 1
