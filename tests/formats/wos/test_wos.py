"""Web of Science's plain-text export."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

ARTICLE = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Alder, I
   Birk, J
AF Alder, Ines
   Birk, Jon
CA Salt Study Grp
TI Salt in the diets
   of sailors
SO JOURNAL OF SALT
LA English
DT Article
DE brine; sea
ID HARBORS
AB On salt.
SN 0317-8471
EI 1050-124X
J9 J SALT
JI J. Salt
PD MAR 3
PY 2015
VL 3
IS 2
BP 11
EP 19
DI 10.5555/salt
UT WOS:000123456700001
PM 31234567
ER

EF
"""


def read(text: str) -> list[Item]:
    library = refkit.loads(text, format="wos")
    assert [fault.message for fault in library.faults] == []
    return list(library)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_article(end: str) -> None:
    """Full names and the ISO abbreviation replace the short ones."""
    (item,) = read(ARTICLE.replace("\n", end))
    assert item.author == (
        Name("Alder", "Ines"),
        Name("Birk", "Jon"),
        Name(literal="Salt Study Grp"),
    )
    assert item.issued.start == DatePoint(2015, 3, 3)
    assert item.text == {
        "title": "Salt in the diets of sailors", "container-title": "JOURNAL OF SALT", "language": "English",
        "keyword": "brine, sea, HARBORS", "abstract": "On salt.", "ISSN": "0317-8471, 1050-124X",
        "container-title-short": "J. Salt", "volume": "3", "issue": "2", "page": "11-19", "DOI": "10.5555/salt",
        "PMID": "31234567",
    }  # fmt: skip
    assert item.custom == {"dt": "Article", "ut": "WOS:000123456700001"}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("PT J\nDT Article; Proceedings Paper", "article-journal"),
        ("PT S\nDT Proceedings Paper", "paper-conference"),
        ("PT B\nDT Proceedings Paper; Book Chapter", "paper-conference"),
        ("PT B\nDT Article; Book Chapter", "chapter"),
        ("PT B\nDT Book", "book"),
        ("PT P", "patent"),
        ("PT J\nDT Book Review", "review-book"),
    ],
)
def test_types(head: str, kind: str) -> None:
    """By the kinds of the publication and of the document."""
    assert read(f"{head}\nTI A\nER\n")[0].type == kind


@pytest.mark.parametrize(
    ("lines", "point"),
    [
        ("PD MAR-APR\nPY 2015", DatePoint(2015, 3)),
        ("PD SPR\nPY 2015", DatePoint(2015, season=1)),
        ("PY 2015", DatePoint(2015)),
    ],
)
def test_dates(lines: str, point: DatePoint) -> None:
    """The month is in another tag."""
    assert read(f"PT J\n{lines}\nER\n")[0].issued.start == point


def test_a_conference_paper() -> None:
    """With the conference."""
    (item,) = read(
        "PT S\nDT Proceedings Paper\nTI A\nSO PROC\nCT SaltCon\nCL Oslo\nCY JUN 03-05, 2015\nPY 2016\nER\n"
    )
    assert (item.event_title, item.event_place, item.container_title) == ("SaltCon", "Oslo", "PROC")


def test_faults() -> None:
    """A record without an end, and text between records."""
    library = refkit.loads("PT J\nTI A\n\nPT J\nTI B\nER\nlost words\nEF\n", format="wos")
    assert [item.title for item in library] == ["A", "B"]
    assert [fault.source.slice(fault.span) for fault in library.faults] == ["PT J", "lost words"]


@pytest.mark.parametrize("name", ["savedrecs.txt", "savedrecs.ciw"])
def test_files_are_recognized(tmp_path: Path, name: str) -> None:
    """By suffix and by text."""
    (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    assert refkit.load(tmp_path / name)[0].PMID == "31234567"


@given(st.text(st.sampled_from("PTERAU JB\n\r1x "), max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Without an exception."""
    for item in refkit.loads("PT J\n" + text, format="wos"):
        assert item.entry is not None
        assert all(field.span.end <= len(text) + 8 for field in item.entry.fields)


@pytest.mark.parametrize(
    ("date", "point"),
    [("2019-01-03", DatePoint(2019, 1, 3)), ("2020 MAY 3", DatePoint(2020, 5, 3))],
)
def test_a_date_with_its_year_in_one_tag(date: str, point: DatePoint) -> None:
    """Patents have no tag for the year; the number of a patent is not that of a part."""
    (item,) = read(f"PT P\nTI A\nPN US2019123456-A1\nPD {date}\nER\n")
    assert (item.type, item.number, item.issued.start) == ("patent", "US2019123456-A1", point)


def test_a_month_without_a_year_is_kept() -> None:
    """And a conference paper is one without a document type, too."""
    (item,) = read("PT C\nTI A\nPD MAY 3\nER\n")
    assert (item.type, item.dates, item.custom) == ("paper-conference", {}, {"pd": "MAY 3"})
