"""Ovid's exports, with labels and with tags."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

LABELS = """<1>
Unique Identifier
  31234567
Authors
  Alder, Ines MD, PhD 1;  Birk, Jon 2
Title
  Salt in the diets of sailors: a systematic review.[Review]
Source
  Journal of Salt. 3(2 Suppl):11-19, 2015 Mar.
Abstract
  On salt
  and sailors.
Author Keywords
  brine;  sea.
ISSN
  0317-8471
DOI Number
  10.5555/salt

<2>
Title
  A Chapter.
Book Title
  A Book.
Year of Publication
  2001
"""
TAGS = """VN  - Ovid Technologies
DB  - Ovid MEDLINE(R)
UI  - 31234567
AU  - Alder I
AU  - Birk JK
FA  - Alder, Ines
FA  - Birk, Jon K
TI  - Salt in the diets of sailors.
SO  - Journal of Salt. 3(2):11-19, 2015 Mar.
IS  - 0317-8471
YR  - 2015
"""


def read(text: str) -> list[Item]:
    library = refkit.loads(text, format="ovid")
    assert [fault.message for fault in library.faults] == []
    return list(library)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_records_with_labels(end: str) -> None:
    """Numbers of affiliations, degrees and the kind of article are not parts of names and titles."""
    article, chapter = read(LABELS.replace("\n", end))
    assert article.author == (Name("Alder", "Ines"), Name("Birk", "Jon"))
    assert article.issued.start == DatePoint(2015, 3)
    assert article.text == {
        "title": "Salt in the diets of sailors: a systematic review", "abstract": "On salt and sailors.",
        "keyword": "brine, sea", "ISSN": "0317-8471", "DOI": "10.5555/salt", "container-title": "Journal of Salt",
        "volume": "3", "issue": "2 Suppl", "page": "11-19",
    }  # fmt: skip
    assert (chapter.type, chapter.container_title, chapter.issued.year) == (
        "chapter",
        "A Book",
        2001,
    )


def test_records_with_tags() -> None:
    """Full names replace short ones; the month is in the source."""
    (item,) = read(TAGS)
    assert item.author == (Name("Alder", "Ines"), Name("Birk", "Jon K"))
    assert (item.issued.start, item.volume, item.page) == (DatePoint(2015, 3), "3", "11-19")


@pytest.mark.parametrize(
    ("source", "container", "kept"),
    [
        ("Journal of Salt.", "Journal of Salt", {}),
        ("J. Salt. 80:S8-11, 2005.", "J. Salt", {}),
        ("In 7 seas: salt 3", "", {"so": "In 7 seas: salt 3"}),
    ],
)
def test_the_source(source: str, container: str, kept: dict[str, str]) -> None:
    """What is not understood is kept."""
    (item,) = read(f"<1>\nTitle\n  A\nSource\n  {source}\n")
    assert (item.container_title, item.custom) == (container, kept)


def test_text_before_the_first_record_is_reported() -> None:
    """At its line."""
    (fault,) = refkit.loads("lost words\n" + LABELS, format="ovid").faults
    assert fault.source.slice(fault.span) == "lost words"


@pytest.mark.parametrize("text", [LABELS, TAGS], ids=["labels", "tags"])
def test_files_are_recognized(tmp_path: Path, text: str) -> None:
    """By their text."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert refkit.load(tmp_path / "a.txt")[0].ISSN == "0317-8471"


@given(st.text(st.sampled_from("<1>TIAu \n\r -."), max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Without an exception."""
    for item in refkit.loads("<1>\n" + text, format="ovid"):
        assert item.entry is not None
        assert all(field.span.end <= len(text) + 8 for field in item.entry.fields)


def test_a_text_without_records_is_reported() -> None:
    """Each of its lines."""
    library = refkit.loads("lost words\n", format="ovid")
    assert (len(library), len(library.faults)) == (0, 1)
