"""MODS: articles, books, chapters and theses as catalogs and programs export them, damaged and recognized."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.data.csl import ITEM_TYPES, NAME_VARIABLES
from refkit.data.mods import GENRES, HOST_GENRES, RESOURCES
from refkit.data.relators import CODES
from refkit.model.item import Item
from refkit.model.name import Name

ARTICLE = """<mods ID="alder15" version="3.7">
<titleInfo><nonSort>The </nonSort><title>salt of <i>E. maris</i></title><subTitle>a survey</subTitle></titleInfo>
<titleInfo type="translated"><title>Das Salz</title></titleInfo>
<name type="personal"><namePart type="family">Alder</namePart><namePart type="given">Ines</namePart>
<namePart type="given">M.</namePart><namePart type="termsOfAddress">Jr.</namePart><namePart type="date">1970-</namePart>
<role><roleTerm authority="marcrelator" type="text">author</roleTerm></role></name>
<name type="corporate"><namePart>Salt Office</namePart><namePart>Brine Unit</namePart></name>
<name><namePart>Roe, Richard</namePart><role><roleTerm type="code">trl</roleTerm></role></name>
<name><namePart>Poe, P.</namePart><role><roleTerm type="text">Dedicatee</roleTerm></role></name>
<typeOfResource>text</typeOfResource><genre>journal article</genre>
<originInfo><dateIssued encoding="w3cdtf" keyDate="yes">2015-03-07</dateIssued>
<dateCaptured encoding="iso8601">20200102</dateCaptured></originInfo>
<language><languageTerm type="text">German</languageTerm><languageTerm type="code">ger</languageTerm></language>
<abstract>We tasted.</abstract><note>Open</note><subject><topic>Salt</topic><geographic>Norway</geographic></subject>
<relatedItem type="host"><titleInfo><title>Journal of Salt</title></titleInfo>
<titleInfo type="abbreviated"><title>J. Salt</title></titleInfo><identifier type="issn">0317-8471</identifier>
<part><detail type="volume"><number>3</number></detail><detail type="issue"><caption>no.</caption><number>2</number>
</detail><extent unit="pages"><start>11</start><end>19</end></extent><date>2015</date></part></relatedItem>
<identifier type="doi">10.5555/salt</identifier><identifier type="isbn" invalid="yes">123</identifier>
<location><physicalLocation>Oslo</physicalLocation><url usage="primary">https://example.org/a</url></location>
<recordInfo><recordIdentifier>7</recordIdentifier></recordInfo></mods>"""
DOCUMENT = f'<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">{ARTICLE}</modsCollection>\n'


def read(content: str) -> Item:
    """Return the only item of a record with this content."""
    library = refkit.loads(f'<mods xmlns="http://www.loc.gov/mods/v3">{content}</mods>')
    assert [fault.message for fault in library.faults] == []
    (item,) = library
    return item


def test_an_article() -> None:
    """Values of the work that contains it, and of its own."""
    (item,) = refkit.loads(DOCUMENT)
    assert (item.id, item.type) == ("alder15", "article-journal")
    assert item.names == {
        "author": (Name("Alder", "Ines M.", suffix="Jr."), Name(literal="Salt Office. Brine Unit")),
        "translator": (Name("Roe", "Richard"),),
    }
    assert {name: str(date) for name, date in item.dates.items()} == {
        "issued": "2015-03-07",
        "accessed": "2020-01-02",
    }
    assert item.text == {
        "title": "The salt of <i>E. maris</i>: a survey", "container-title": "Journal of Salt",
        "container-title-short": "J. Salt", "volume": "3", "issue": "2", "page": "11-19", "ISSN": "0317-8471",
        "DOI": "10.5555/salt", "URL": "https://example.org/a", "language": "de", "abstract": "We tasted.",
        "note": "Open", "keyword": "Salt -- Norway", "archive": "Oslo",
    }  # fmt: skip
    assert item.custom == {
        "translated-title": "Das Salz", "name-dedicatee": "P. Poe", "isbn": "123",
    }  # fmt: skip


def test_prefixes_make_no_difference() -> None:
    """Whatever they are."""
    text = DOCUMENT.replace("</", "</m:").replace("<", "<m:").replace("<m:/m:", "</m:")
    text = text.replace("<m:?", "<?").replace("xmlns=", "xmlns:m=")
    assert refkit.loads(text)[0].text == refkit.loads(DOCUMENT)[0].text


HOST = "<relatedItem type='host'><titleInfo><title>Whole</title></titleInfo>{}</relatedItem>"
TITLE = "<titleInfo><title>A</title></titleInfo>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<genre authority='marcgt'>thesis</genre>", "thesis"),
        ("<typeOfResource>cartographic</typeOfResource>", "map"),
        ("<typeOfResource>text</typeOfResource><originInfo><issuance>monographic</issuance></originInfo>", "book"),
        ("<originInfo><issuance>continuing</issuance></originInfo>", "periodical"),
        ("", "document"),
        (HOST.format("<genre>academic journal</genre><genre>periodical</genre>"), "article-journal"),
        (HOST.format("<genre>newspaper</genre>"), "article-newspaper"),
        (HOST.format("<genre>conference publication</genre>"), "paper-conference"),
        (HOST.format("<genre authority='marcgt'>book</genre>"), "chapter"),
        (HOST.format("<originInfo><issuance>monographic</issuance></originInfo>"), "chapter"),
        (HOST.format("<identifier type='issn'>0317-8471</identifier>"), "article-journal"),
        ("<genre>review</genre>" + HOST.format(""), "review"),
    ],
)  # fmt: skip
def test_types(content: str, kind: str) -> None:
    """By the genres of the item and of the work around it, the kind of resource, and how it was issued."""
    assert read(TITLE + content).type == kind


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<dateIssued>c1998</dateIssued>", "1998"),
        ("<dateIssued encoding='marc'>1998</dateIssued><dateIssued>[1998]</dateIssued>", "1998"),
        ("<dateIssued encoding='marc' point='end'>2001</dateIssued><dateIssued encoding='marc' point='start'>1998"
         "</dateIssued>", "1998/2001"),
        ("<copyrightDate>©2003</copyrightDate>", "2003"),
        ("<dateIssued encoding='iso8601'>20030405</dateIssued>", "2003-04-05"),
        ("<dateCreated qualifier='questionable'>1700</dateCreated>", "1700?"),
    ],
)  # fmt: skip
def test_dates(dates: str, expected: str) -> None:
    """In every encoding, with ranges and qualifiers."""
    assert str(read(f"{TITLE}<originInfo>{dates}</originInfo>").issued) == expected


def test_a_chapter_in_a_series() -> None:
    """The publisher, editors and date are those of the book."""
    host = """<name><namePart>Roe, R.</namePart><role><roleTerm>editor</roleTerm></role></name>
<originInfo><place><placeTerm type='code'>no</placeTerm></place><place><placeTerm type='text'>Oslo</placeTerm></place>
<publisher>Brine House</publisher><edition>2nd ed.</edition><dateIssued>2001</dateIssued></originInfo>
<relatedItem type='series'><titleInfo><title>Minerals</title><partNumber>4</partNumber></titleInfo></relatedItem>"""
    item = read(TITLE + HOST.format(host))
    assert (item.editor, str(item.issued)) == ((Name("Roe", "R."),), "2001")
    assert item.text == {
        "title": "A", "container-title": "Whole", "publisher": "Brine House", "publisher-place": "Oslo",
        "edition": "2", "collection-title": "Minerals", "collection-number": "4",
    }  # fmt: skip


def test_tables_have_words_of_csl() -> None:
    """Types and names."""
    kinds = {*GENRES.values(), *HOST_GENRES.values(), *RESOURCES.values()}
    assert kinds <= set(ITEM_TYPES)
    assert set(CODES.values()) <= set(NAME_VARIABLES)


def test_values_have_places() -> None:
    """The content of the element, in the whole file; the key is an attribute."""
    (item,) = refkit.loads(DOCUMENT)
    assert DOCUMENT[slice(*item.place("DOI"))] == "10.5555/salt"
    assert item.entry is not None
    assert DOCUMENT[slice(*item.entry.key_span)] == "alder15"


@pytest.mark.parametrize("damage", ["", "<mods><titleInfo><title>B", "&nosuch;<", "<<<"])
def test_what_precedes_an_error_is_read(damage: str) -> None:
    """And the error is reported."""
    library = refkit.loads(f"<modsCollection>{ARTICLE}{damage}")
    assert library[0].DOI == "10.5555/salt"
    assert len(library.faults) == 1


@given(st.integers(0, len(DOCUMENT)), st.text(max_size=8))
def test_damaged_files_end_with_a_report(position: int, noise: str) -> None:
    """At any place."""
    library = refkit.loads(DOCUMENT[:position] + noise + DOCUMENT[position:], format="mods")
    assert len(list(library)) <= 2


def test_entities_and_depth_are_bounded() -> None:
    """A document that defines entities, or has thousands of works in one another, is refused in a moment."""
    ten = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ten}]>{ARTICLE.replace("tasted", "&a19;")}'
    deep = "<mods>" + "<relatedItem type='host'>" * 100_000
    assert refkit.loads(bomb, format="mods").faults
    assert refkit.loads(deep, format="mods").faults


def test_files_are_recognized(tmp_path: Path) -> None:
    """By their elements, also in the answer of a protocol."""
    head = "<OAI-PMH><ListRecords><record><header><identifier>oai:x</identifier></header><metadata>"
    (tmp_path / "export.xml").write_text(
        head + ARTICLE + "</metadata></record></ListRecords></OAI-PMH>", encoding="utf-8"
    )
    assert refkit.load(tmp_path / "export.xml")[0].DOI == "10.5555/salt"
