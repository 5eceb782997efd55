"""Files as people keep them: no raw macro of a journal, no mojibake, and no work inside itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import refkit
from refkit.data.bibtex_csl import WHOLE_TYPES
from refkit.data.journal_macros import JOURNAL_MACROS
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import each_once

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-wild").glob("*.bib"))
MACRO = re.compile(r"\\([A-Za-z]+)")
MOJIBAKE = re.compile("[\x80-\x9f]|Ã[\u0080-\u00bf]|â€")
NOT_LETTERS = re.compile(r"<[^>]*>|\W")

pytestmark = pytest.mark.skipif(not FILES, reason="the shared cases are not here")


def items() -> Iterator[tuple[Entry, Item]]:
    for path in FILES:
        for item in each_once(refkit.load(path).items):
            assert item.entry is not None
            yield item.entry, item


def letters(text: str) -> str:
    return NOT_LETTERS.sub("", text).lower()


def test_no_item_has_a_raw_macro_mojibake_or_its_own_title_as_container() -> None:
    """A part with pages may have the title of its book."""
    count, wrong = 0, []
    for entry, item in items():
        count += 1
        text = item.text
        if any(macro in JOURNAL_MACROS for macro in MACRO.findall(text.get("container-title", ""))):
            wrong.append(f"{entry.key}: {text['container-title']}")
        wrong += [f"{entry.key}: {value}" for value in text.values() if MOJIBAKE.search(value)]
        is_part = "page" in text or entry.get("booktitle") is None
        if not is_part and letters(item.container_title) == letters(item.title) != "":
            wrong.append(f"{entry.key} is in itself: {item.title}")
    assert count > 9000
    assert wrong == []


def test_a_whole_is_not_printed_inside_itself() -> None:
    """In APA, a chapter has "In" before its book."""
    wholes = [
        item for entry, item in items() if entry.type in WHOLE_TYPES and entry.get("booktitle")
    ]
    assert len(wholes) > 20
    for item in wholes:
        assert " In " not in refkit.format(item).partition(item.title[-20:])[2], item.id


def test_a_journal_is_printed_by_its_name() -> None:
    found = [
        (entry, item)
        for entry, item in items()
        if (journal := entry.get("journal")) and MACRO.match(journal.value)
    ]
    assert len(found) > 20
    for entry, item in found[:100]:
        assert "\\" not in refkit.format(item), entry.key
