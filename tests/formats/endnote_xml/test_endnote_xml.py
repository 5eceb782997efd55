"""EndNote's XML: read as EndNote and others export it, damaged, and written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import ITEM_TYPES
from refkit.data.endnote import NUMBERS, RIS_TYPES, XML_ELEMENTS
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

RECORD = """<record><database name="Lib">Lib</database><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Alder, Ines</style></author>
<author>World Health Organization,</author></authors></contributors>
<titles><title><style face="normal">Salt of </style><style face="italic">E. maris</style><style face="normal">
 in the sea</style></title><secondary-title>Journal of Salt</secondary-title></titles>
<periodical><full-title>Journal of Salt</full-title><abbr-1>J. Salt</abbr-1></periodical>
<pages>11-19</pages><volume>3</volume><number>2</number>
<keywords><keyword>brine</keyword><keyword/><keyword>sea</keyword></keywords>
<dates><year>2015</year><pub-dates><date>Mar 3</date></pub-dates></dates><isbn>0317-8471 (Print)</isbn>
<urls><related-urls><url>https://example.org/?a=1&amp;b=2</url></related-urls></urls>
<electronic-resource-num>10.5555/salt</electronic-resource-num><auth-address>Oslo</auth-address></record>"""
DOCUMENT = f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>{RECORD}</records></xml>\n'


def read(text: str) -> list[Item]:
    library = refkit.loads(text, format="endnote-xml")
    assert [fault.message for fault in library.faults] == []
    return list(library)


def test_an_article() -> None:
    """Styles become markup, and a comma at the end of a name marks an organization."""
    (item,) = read(DOCUMENT)
    assert (item.id, item.type) == ("alder2015", "article-journal")
    assert item.author == (Name("Alder", "Ines"), Name(literal="World Health Organization"))
    assert item.issued.start == DatePoint(2015, 3, 3)
    assert item.text == {
        "title": "Salt of <i>E. maris</i> in the sea", "container-title": "Journal of Salt",
        "container-title-short": "J. Salt", "page": "11-19", "volume": "3", "issue": "2", "keyword": "brine, sea",
        "ISSN": "0317-8471", "URL": "https://example.org/?a=1&b=2", "DOI": "10.5555/salt",
    }  # fmt: skip
    assert item.custom == {"ad": "Oslo"}


def test_values_have_places() -> None:
    """The content of the element, in the whole file."""
    (item,) = read(DOCUMENT * 1)
    assert DOCUMENT[slice(*item.place("DOI"))] == "10.5555/salt"
    assert DOCUMENT[slice(*item.place("author"))] == '<style face="normal">Alder, Ines</style>'


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ('<ref-type name="Book Section">5</ref-type>', "chapter"),
        ("<ref-type>32</ref-type>", "thesis"),
        ('<ref-type name="Conference">10</ref-type>', "paper-conference"),
        ('<ref-type name="electronic source">12</ref-type>', "webpage"),
        ("", "document"),
    ],
)
def test_types(element: str, kind: str) -> None:
    """By name or number."""
    assert (
        read(f"<records><record>{element}<titles><title>A</title></titles></record></records>")[
            0
        ].type
        == kind
    )


def test_an_unknown_type_is_reported() -> None:
    """At its element."""
    library = refkit.loads(
        '<records><record><ref-type name="Salt">999</ref-type></record></records>',
        format="endnote-xml",
    )
    (fault,) = library.faults
    assert fault.source.slice(fault.span) == '<ref-type name="Salt">999</ref-type>'


def test_tables_agree() -> None:
    """Each number has a known name, and each element is one tag."""
    assert set(NUMBERS.values()) <= set(RIS_TYPES)
    assert all(len(tag) == 2 for tag in XML_ELEMENTS.values())


@pytest.mark.parametrize("damage", ["</records>", "<record><titles><title>B", "&nosuch;<", "<<<"])
def test_what_precedes_an_error_is_read(damage: str) -> None:
    """And the error is reported."""
    library = refkit.loads(f"<xml><records>{RECORD}{damage}", format="endnote-xml")
    assert library[0].DOI == "10.5555/salt"
    assert len(library.faults) == 1


def test_entities_are_not_expanded() -> None:
    """A document that defines them is refused in a moment."""
    ten = {n: f"&a{n - 1};" * 10 for n in range(1, 20)}
    bomb = "".join(f'<!ENTITY a{n} "{value}">' for n, value in ten.items())
    record = "<record><titles><title>&a19;</title></titles></record>"
    text = f'<!DOCTYPE xml [<!ENTITY a0 "ha">{bomb}]><xml><records>{record}</records></xml>'
    assert refkit.loads(text, format="endnote-xml").faults


def test_files_are_recognized(tmp_path: Path) -> None:
    """By their elements."""
    (tmp_path / "export.xml").write_text(DOCUMENT, encoding="utf-8")
    assert refkit.load(tmp_path / "export.xml")[0].DOI == "10.5555/salt"


def test_what_is_written_is_read_again() -> None:
    """With every value."""
    (item,) = read(DOCUMENT)
    (again,) = read(refkit.dumps([item], "endnote-xml"))
    assert (again.id, again.type, again.names, again.dates, again.text, again.custom) == (
        item.id, item.type, item.names, item.dates, item.text, item.custom,
    )  # fmt: skip


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.sampled_from(["title", "publisher", "genre", "original-title", "URL", "page"]),
)
def test_a_value_survives_or_is_reported(kind: str, variable: str) -> None:
    """Of every type."""
    item = Item("a", kind, text={variable: "x<y&z"})
    (again,) = read(refkit.dumps([item], "endnote-xml"))
    assert again.text.get(variable) == "x<y&z" or variable in {
        loss.variable for loss in losses_in("endnote-xml", item)
    }
