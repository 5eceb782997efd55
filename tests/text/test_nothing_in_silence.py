"""Every reference of a document is an entry or is reported, and so is every word of it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pytest
from tests.text._references import REFERENCES
from tests.text.test_no_word_lost import missing_words

from refkit.formats.text.reader import read as read_list
from refkit.model.entry import Fault
from refkit.model.library import Library
from refkit.model.source import Source

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
SETS = sorted((CASES / "refparse").glob("*.jsonl"))
PER_LIST = 40
SAMPLE = 48  # one of so many references of a set
MARKER = re.compile(r"^\W*\d{1,4}(?:[\].)]\s*|\s+)(?=\S)|^\[[^\]]{1,12}\]\s*")


def sampled(path: Path) -> list[str]:
    """Return one reference of so many, without the number it had in its list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = (MARKER.sub("", " ".join(json.loads(line)["text"].split())) for line in lines)
    return [
        text
        for text in texts
        if len(text) > 30 and hashlib.sha1(text.encode()).digest()[0] % SAMPLE == 0
    ]


def latex(texts: Sequence[str]) -> str:
    special = re.compile(r"[\\{}$&#_%^~]")
    items = "".join(
        f"\\bibitem{{k{at}}} {special.sub(' ', text)}\n\n" for at, text in enumerate(texts)
    )
    return f"\\begin{{thebibliography}}{{9}}\n{items}\\end{{thebibliography}}\n"


def html(texts: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>\n" for text in texts)
    return f"<h2>References</h2>\n<ol>\n{items}</ol>\n"


def numbered(texts: Sequence[str]) -> str:
    return "References\n\n" + "".join(f"[{at}] {text}\n" for at, text in enumerate(texts, 1))


DOCUMENTS: dict[str, Callable[[Sequence[str]], str]] = {
    "paper.tex": latex,
    "paper.html": html,
    "paper.txt": numbered,
}


def lists(texts: Sequence[str]) -> list[Sequence[str]]:
    return [texts[at : at + PER_LIST] for at in range(0, len(texts), PER_LIST)]


def is_whole(fault: Fault) -> bool:
    """Whether a fault is about a whole reference, not about a part of one."""
    return "could not be parsed" not in fault.message


def counted(library: Library) -> int:
    return len(library.entries) + sum(map(is_whole, library.faults))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_synthetic_reference_of_a_document_is_an_entry_or_a_fault(name: str) -> None:
    for texts in lists(REFERENCES):
        library = read_list(Source(DOCUMENTS[name](texts), name, format="text"))
        assert counted(library) == len(texts)


@pytest.mark.skipif(not SETS, reason="needs the labelled reference sets")
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_reference_of_a_document_is_an_entry_or_a_fault(name: str, path: Path) -> None:
    for texts in lists(sampled(path)):
        library = read_list(Source(DOCUMENTS[name](texts), name, format="text"))
        assert counted(library) == len(texts)


@pytest.mark.skipif(not SETS, reason="needs the labelled reference sets")
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_word_of_a_list_is_lost(path: Path) -> None:
    """A word is in a variable, in the note or in a fault, also with the list as evidence."""
    for texts in lists(sampled(path)):
        library = read_list(Source(numbered(texts), "paper.txt", format="text"))
        reported = " ".join(fault.message for fault in library.faults)
        found = {
            text: missing_words(text, item, reported)
            for text, item in zip(texts, library, strict=False)
        }
        assert {text: words for text, words in found.items() if words} == {}
