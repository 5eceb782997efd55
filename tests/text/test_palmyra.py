"""The paper that started the project: its list typed as prose says what references.bib says."""

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
    """All that an item says but its key; what BibTeX marks in titles, and the bow of quotes, aside."""
    text = {
        name: re.sub(r"<[^<>]*>", "", value) for name, value in item.text.items() if name != "genre"
    }
    return {
        "type": item.type, "names": item.names, "year": item.issued.year, "dates": sorted(item.dates),
        "text": {name: value.translate({0x2018: "'", 0x2019: "'"}) for name, value in text.items()},
        "custom": {name: value for name, value in item.custom.items() if name != "entrysubtype"},
    }  # fmt: skip


def test_the_list_is_read_as_references_bib_has_it() -> None:
    """Six works, every fact right and nothing left over."""
    paper, bib = refkit.load(PAPER), refkit.load(BIB)
    assert [facts(item) for item in paper] == [facts(item) for item in bib]


def test_nothing_of_the_paper_is_left_unread() -> None:
    """Neither the sentence after the list nor a part of a reference."""
    assert list(refkit.load(PAPER).faults) == []


def test_its_types_are_told_apart() -> None:
    """News by agencies, a report by a council, books by presses."""
    assert [item.type for item in refkit.load(PAPER)] == [
        "document", "article-newspaper", "book", "book", "article-newspaper", "report",
    ]  # fmt: skip


def test_its_bibtex_reads_back_the_same() -> None:
    """`refkit convert palmyra-paper.txt -o references.bib` keeps the types."""
    paper = refkit.load(PAPER)
    back = refkit.loads(refkit.dumps(paper, "bibtex"), format="bibtex")
    assert [facts(item) for item in back] == [facts(item) for item in paper]


def test_its_list_is_clean() -> None:
    """Nothing is wrong in these six references; the text cites none of them by name."""
    findings = refkit.check(refkit.load(PAPER), ignore=["REF"])
    assert [(finding.line, finding.code, finding.message) for finding in findings] == []
