"""Word's sources: as its Source Manager exports them and other programs write them, damaged and recognized."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.data.word import FIELDS, NUMBERS, ROLES, TYPES
from refkit.model.item import Item
from refkit.model.name import Name

SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
ARTICLE = """<b:Source><b:Tag>Ald15</b:Tag><b:SourceType>JournalArticle</b:SourceType>
<b:Guid>{0D8A}</b:Guid><b:LCID>1031</b:LCID><b:Author><b:Author><b:NameList>
<b:Person><b:Last>de Alder</b:Last><b:First>Ines</b:First><b:Middle>M.</b:Middle></b:Person>
<b:Person><b:Last>Plato</b:Last></b:Person></b:NameList></b:Author>
<b:Editor><b:Corporate>Salt Office</b:Corporate></b:Editor></b:Author>
<b:Title>Salt &amp; brine</b:Title><b:JournalName>Journal of Salt</b:JournalName>
<b:Year>2015</b:Year><b:Month>März</b:Month>
<b:Day>7</b:Day><b:Pages>11 – 19</b:Pages><b:Volume>3</b:Volume><b:Issue>2</b:Issue>
<b:YearAccessed>2020</b:YearAccessed><b:MonthAccessed>1</b:MonthAccessed><b:DayAccessed>2</b:DayAccessed>
<b:StandardNumber>ISSN: 0317-8471; DOI: 10.5555/salt; LCCN: 7</b:StandardNumber><b:City>Oslo</b:City>
<b:CountryRegion>Norway</b:CountryRegion><b:BIBTEX_Entry>article</b:BIBTEX_Entry><b:Comments>Open</b:Comments>
<b:RefOrder>1</b:RefOrder></b:Source>"""
START = f'<?xml version="1.0"?>\n<b:Sources SelectedStyle="" xmlns:b="{SPACE}" xmlns="{SPACE}">'
DOCUMENT = f"{START}{ARTICLE}</b:Sources>\n"


def read(content: str) -> Item:
    """Return the only source, with this content."""
    library = refkit.loads(f"{START}<b:Source>{content}</b:Source></b:Sources>")
    assert [fault.message for fault in library.faults] == []
    (item,) = library
    return item


def test_an_article() -> None:
    """Words of every kind have their variables; those of the program itself are left out."""
    (item,) = refkit.loads(DOCUMENT)
    assert (item.id, item.type) == ("Ald15", "article-journal")
    assert item.names == {
        "author": (Name("Alder", "Ines M.", particle="de"), Name("Plato")),
        "editor": (Name(literal="Salt Office"),),
    }
    assert {name: str(date) for name, date in item.dates.items()} == {
        "issued": "2015-03-07",
        "accessed": "2020-01-02",
    }
    assert item.text == {
        "title": "Salt & brine", "container-title": "Journal of Salt", "page": "11-19", "volume": "3", "issue": "2",
        "ISSN": "0317-8471", "DOI": "10.5555/salt", "publisher-place": "Oslo, Norway", "note": "Open",
        "language": "de-DE",
    }  # fmt: skip
    assert item.custom == {"standardnumber": "LCCN: 7"}


@pytest.mark.parametrize("name", TYPES)
def test_types(name: str) -> None:
    """Of every source."""
    assert read(f"<b:SourceType>{name}</b:SourceType><b:Title>A</b:Title>").type == TYPES[name]


def test_a_thesis_is_a_report_with_a_kind() -> None:
    kind = "<b:SourceType>Report</b:SourceType><b:ThesisType>PhD thesis</b:ThesisType>"
    item = read(f"{kind}<b:Institution>Oslo University</b:Institution>")
    assert (item.type, item.genre, item.publisher) == ("thesis", "PhD thesis", "Oslo University")


def test_the_country_of_a_patent() -> None:
    text = "<b:SourceType>Patent</b:SourceType><b:CountryRegion>Norway</b:CountryRegion>"
    item = read(f"{text}<b:PatentNumber>NO7</b:PatentNumber>")
    assert item.text == {"jurisdiction": "Norway", "number": "NO7"}


@pytest.mark.parametrize(
    ("kind", "number", "variable"),
    [
        ("Book", "9780306406157", "ISBN"),
        ("Book", "0317-8471", "ISSN"),
        ("Report", "TR-7", "number"),
        ("JournalArticle", "10.5555/salt", "DOI"),
    ],
)
def test_numbers(kind: str, number: str, variable: str) -> None:
    """By their form."""
    text = f"<b:SourceType>{kind}</b:SourceType><b:StandardNumber>{number}</b:StandardNumber>"
    assert read(text).text == {variable: number}


def test_a_second_value_is_kept() -> None:
    """Under the name of its element."""
    item = read("<b:Publisher>Brine House</b:Publisher><b:Institution>Salt Office</b:Institution>")
    assert (item.publisher, item.custom) == ("Brine House", {"institution": "Salt Office"})


def test_tables_have_words_of_csl() -> None:
    """Types, names and variables."""
    known = {*TEXT_VARIABLES, *NUMBER_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES}
    assert set(TYPES.values()) <= set(ITEM_TYPES)
    assert {*FIELDS.values(), *ROLES.values(), *NUMBERS.values()} <= known


def test_values_have_places() -> None:
    """The content of the element, in the whole file."""
    (item,) = refkit.loads(DOCUMENT)
    assert DOCUMENT[slice(*item.place("volume"))] == "3"
    assert item.entry is not None
    assert DOCUMENT[slice(*item.entry.key_span)] == "Ald15"


@pytest.mark.parametrize("damage", ["", "<b:Source><b:Title>B", "&nosuch;<", "<<<"])
def test_what_precedes_an_error_is_read(damage: str) -> None:
    """And the error is reported."""
    library = refkit.loads(f"{START}{ARTICLE}{damage}")
    assert library[0].DOI == "10.5555/salt"
    assert len(library.faults) == 1


@given(st.integers(0, len(DOCUMENT)), st.text(max_size=8))
def test_damaged_files_end_with_a_report(position: int, noise: str) -> None:
    """At any place."""
    library = refkit.loads(DOCUMENT[:position] + noise + DOCUMENT[position:], format="word-xml")
    assert len(list(library)) <= 2


def test_entities_and_depth_are_bounded() -> None:
    """A document that defines entities, or has thousands of elements in one another, is refused in a moment."""
    ten = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ten}]>{ARTICLE.replace("Open", "&a19;")}'
    assert refkit.loads(bomb, format="word-xml").faults
    assert refkit.loads("<b:Source>" * 100_000, format="word-xml").faults


def test_files_are_recognized(tmp_path: Path) -> None:
    """By their elements."""
    (tmp_path / "Sources.xml").write_text(DOCUMENT, encoding="utf-8")
    assert refkit.load(tmp_path / "Sources.xml")[0].DOI == "10.5555/salt"
