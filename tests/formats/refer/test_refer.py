"""Refer: EndNote's tags, the records of Unix's refer, and what is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import ITEM_TYPES
from refkit.data.endnote import REFER_TAGS, RIS_TYPES
from refkit.data.ris import ITEM_TYPES as OF_RIS
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

ARTICLE = """%0 Journal Article
%A Alder, Ines
%A World Health Organization,
%T Salt
%J Journal of Salt
%V 3
%N 2
%P 11-19
%D 2015
%8 March 3
%@ 0317-8471
%R 10.5555/salt
%K brine
sea
%X An abstract
over lines.

After a blank line.
%F alder

"""
UNIX = "%A Ines Alder\n%T Salt\n%J Journal\n%D 1999\n\n%A B. Birk\n%T A Book\n%I Press\n\n%T A Chapter\n%B A Book\n"


def read(text: str) -> list[Item]:
    library = refkit.loads(text, format="refer")
    assert [fault.message for fault in library.faults] == []
    return list(library)


def test_an_article() -> None:
    """The comma at the end of a name marks an organization, and a blank line does not end the record."""
    (item,) = read(ARTICLE)
    assert (item.id, item.type) == ("alder", "article-journal")
    assert item.author == (Name("Alder", "Ines"), Name(literal="World Health Organization"))
    assert item.issued.start == DatePoint(2015, 3, 3)
    assert item.text == {
        "title": "Salt", "container-title": "Journal of Salt", "volume": "3", "issue": "2", "page": "11-19",
        "ISSN": "0317-8471", "DOI": "10.5555/salt", "keyword": "brine, sea",
        "abstract": "An abstract over lines. After a blank line.",
    }  # fmt: skip


def test_records_without_a_type() -> None:
    """Unix's refer distinguishes them by their tags."""
    assert [(item.type, item.title) for item in read(UNIX)] == [
        ("article-journal", "Salt"), ("book", "A Book"), ("chapter", "A Chapter"),
    ]  # fmt: skip


def test_an_unknown_type_is_reported() -> None:
    """At its name."""
    library = refkit.loads("%0 Salt Record\n%T A\n", format="refer")
    (fault,) = library.faults
    assert (library[0].type, fault.source.slice(fault.span)) == ("document", "Salt Record")


def test_every_type_is_one_of_ris() -> None:
    """And every tag has one meaning."""
    assert set(RIS_TYPES.values()) <= set(OF_RIS)
    assert len(set(REFER_TAGS.values())) == len(REFER_TAGS) - 1  # both %H and %? are translators


@pytest.mark.parametrize("name", ["a.enw", "a.txt"])
@pytest.mark.parametrize("text", [ARTICLE, UNIX], ids=["EndNote", "Unix"])
def test_files_are_recognized(tmp_path: Path, name: str, text: str) -> None:
    """By suffix and by text."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert refkit.load(tmp_path / name)[0].title == "Salt"


def test_what_is_written_is_read_again() -> None:
    """With every value."""
    (item,) = read(ARTICLE)
    (again,) = read(refkit.dumps([item], "refer"))
    assert (again.id, again.type, again.names, again.dates, again.text) == (
        item.id, item.type, item.names, item.dates, item.text,
    )  # fmt: skip


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.sampled_from(["title", "publisher", "genre", "original-title", "URL", "page"]),
)
def test_a_value_survives_or_is_reported(kind: str, variable: str) -> None:
    """Of every type."""
    item = Item("a", kind, text={variable: "xyz"})
    (again,) = read(refkit.dumps([item], "refer"))
    assert again.text.get(variable) == "xyz" or variable in {
        loss.variable for loss in losses_in("refer", item)
    }


@given(st.text(st.sampled_from("%0ATJ \n\r\tx1"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Without an exception."""
    for item in refkit.loads("%0 Book\n" + text, format="refer"):
        assert item.entry is not None
        assert all(field.span.end <= len(text) + 8 for field in item.entry.fields)


def test_a_text_without_records_is_reported() -> None:
    """Each of its lines."""
    library = refkit.loads("lost words\n", format="refer")
    assert (len(library), len(library.faults)) == (0, 1)
