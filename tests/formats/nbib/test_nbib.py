"""PubMed's format: read with its habits, written and read again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

RECORD = """
PMID- 31234567
OWN - NLM
IS  - 1050-124X (Electronic)
IS  - 0317-8471 (Linking)
VI  - 50
IP  - 3
DP  - 2019 Mar
TI  - Salt in the diets of sailors: a study of the harbors and of the
      islands around them.
PG  - 697-704
LID - S0317(19)1 [pii]
LID - 10.5555/salt.7 [doi]
AB  - BACKGROUND: Salt.
FAU - Alder, Ines M
AU  - Alder IM
AD  - Oslo.
FAU - Birk, Jon K Jr
AU  - Birk JK Jr
CN  - Salt Study Group
LA  - eng
PT  - Journal Article
PT  - Review
PL  - Norway
TA  - J Salt
JT  - Journal of salt
MH  - *Salt/analysis
MH  - Diet, Sodium
AID - 10.5555/salt.7 [doi]
"""


def read(text: str) -> list[Item]:
    library = refkit.loads(text, format="nbib")
    assert [fault.message for fault in library.faults] == []
    return list(library)


def test_a_record() -> None:
    """Full names replace short ones; the country of a journal is not the place of its publisher."""
    (item,) = read(RECORD)
    assert item.author == (
        Name("Alder", "Ines M"), Name("Birk", "Jon K", suffix="Jr"), Name(literal="Salt Study Group"),
    )  # fmt: skip
    assert item.issued.start == DatePoint(2019, 3)
    assert item.text == {
        "PMID": "31234567", "ISSN": "1050-124X, 0317-8471", "volume": "50", "issue": "3", "page": "697-704",
        "title": "Salt in the diets of sailors: a study of the harbors and of the islands around them",
        "DOI": "10.5555/salt.7", "abstract": "BACKGROUND: Salt.", "language": "eng",
        "container-title": "Journal of salt",
        "container-title-short": "J Salt", "keyword": "Salt/analysis; Diet, Sodium",
    }  # fmt: skip
    assert item.custom == {
        "own": "NLM", "lid": "S0317(19)1 [pii]", "ad": "Oslo.", "pt": "Review", "pl": "Norway",
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_records_are_separated_by_blank_lines_or_by_their_numbers(end: str) -> None:
    """A number in PubMed Central comes before the number in PubMed; blank lines inside a record do not end it."""
    lines = [
        "PMC - PMC7",
        "PMID- 1",
        "TI  - One.",
        "",
        "VI  - 1",
        "",
        "PMC - PMC8",
        "PMID- 2",
        "TI  - Two.",
        "PMID- 3",
        "TI  - Three?",
    ]
    items = read(end.join(lines))
    assert [(item.PMID, item.PMCID, item.title, item.volume) for item in items] == [
        ("1", "PMC7", "One", "1"), ("2", "PMC8", "Two", ""), ("3", "", "Three?", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("2019 Mar 7", DatePoint(2019, 3, 7)),
        ("2010 Spring", DatePoint(2010, season=1)),
        ("2013 06 10", DatePoint(2013, 6, 10)),
    ],
)
def test_dates(text: str, point: DatePoint) -> None:
    """In the forms of the databases."""
    assert read(f"PMID- 1\nDP  - {text}\n")[0].issued.start == point


@pytest.mark.parametrize(
    ("lines", "kind", "title", "container"),
    [
        ("PT  - Preprint\nTI  - A.\nJT  - bioRxiv", "article", "A", "bioRxiv"),
        ("PT  - Book\nBTI - A", "book", "A", ""),
        ("PT  - Book Chapter\nTI  - A\nBTI - B", "chapter", "A", "B"),
        ("PT  - Review\nTI  - A\nTA  - J Salt", "article-journal", "A", "J Salt"),
    ],
)
def test_types(lines: str, kind: str, title: str, container: str) -> None:
    """By the publication types."""
    (item,) = read(f"PMID- 1\n{lines}\n")
    assert (item.type, item.title, item.container_title) == (kind, title, container)


def test_text_before_the_first_record_is_reported() -> None:
    """At its line."""
    library = refkit.loads("lost words\n\nPMID- 1\nTI  - A\n", format="nbib")
    (fault,) = library.faults
    assert (library[0].title, fault.source.slice(fault.span)) == ("A", "lost words")


def test_files_are_recognized(tmp_path: Path) -> None:
    """By suffix and by text."""
    for name in ("a.nbib", "b.txt"):
        (tmp_path / name).write_text(RECORD, encoding="utf-8")
        assert refkit.load(tmp_path / name)[0].PMID == "31234567"


def test_what_is_written_is_read_again() -> None:
    """With every value."""
    (item,) = read(RECORD)
    (again,) = read(refkit.dumps([item], "nbib"))
    assert (again.type, again.names, again.dates, again.text) == (
        item.type,
        item.names,
        item.dates,
        item.text,
    )
    assert again.custom == item.custom


def test_what_has_no_tag_is_in_the_note() -> None:
    """And is reported."""
    item = Item.new("article-journal", "a", title="Salt", URL="https://example.org")
    assert "GN  - {:URL: https://example.org}\n" in refkit.dumps([item], "nbib")
    assert [(loss.variable, loss.kept_in) for loss in losses_in("nbib", item)] == [("URL", "GN")]


@given(st.text(st.sampled_from("PMIDTAU -\n\r\t.x1[]"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Without an exception, and its spans are inside the text."""
    for item in refkit.loads("PMID- 1\n" + text, format="nbib"):
        assert item.entry is not None
        assert all(field.span.end <= len(text) + 8 for field in item.entry.fields)
