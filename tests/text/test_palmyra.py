"""The paper that started the project: its unstructured list gives the same items as references.bib."""

import os
import re
from pathlib import Path

import pytest

import refkit
from refkit.model.item import Item

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
PAPER = CASES / "palmyra-paper.txt"
BIB = Path(__file__).parents[2] / "references.bib"

pytestmark = pytest.mark.skipif(not PAPER.exists(), reason=f"the paper is not in {CASES}")


def facts(item: Item) -> dict[str, object]:
    """Return the values of an item without its key, BibTeX's markup in titles and the shape of quotes."""
    text = {
        name: re.sub(r"<[^<>]*>", "", value) for name, value in item.text.items() if name != "genre"
    }
    return {
        "type": item.type, "names": item.names, "year": item.issued.year, "dates": sorted(item.dates),
        "text": {name: value.translate({0x2018: "'", 0x2019: "'"}) for name, value in text.items()},
        "custom": {name: value for name, value in item.custom.items() if name != "entrysubtype"},
    }  # fmt: skip


def test_the_list_is_read_as_references_bib_has_it() -> None:
    """All values of the six works are right, and no text is left unparsed."""
    paper, bib = refkit.load(PAPER), refkit.load(BIB)
    assert [facts(item) for item in paper] == [facts(item) for item in bib]


def test_nothing_of_the_paper_is_left_unread() -> None:
    """Neither the sentence after the list nor a part of a reference is reported as unparsed."""
    assert list(refkit.load(PAPER).faults) == []


def test_its_types_are_told_apart() -> None:
    """The list contains news by agencies, a report by a council and books by publishers."""
    assert [item.type for item in refkit.load(PAPER)] == [
        "document", "article-newspaper", "book", "book", "article-newspaper", "report",
    ]  # fmt: skip


def test_its_bibtex_reads_back_the_same() -> None:
    """`refkit convert palmyra-paper.txt -o references.bib` keeps the types."""
    paper = refkit.load(PAPER)
    back = refkit.loads(refkit.dumps(paper, "bibtex"), format="bibtex")
    assert [facts(item) for item in back] == [facts(item) for item in paper]


def test_its_list_is_clean() -> None:
    """The six references have no errors; the text cites none of them by name."""
    findings = refkit.check(refkit.load(PAPER), ignore=["REF"])
    assert [(finding.line, finding.code, finding.message) for finding in findings] == []
