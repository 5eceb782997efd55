"""A conversion handles one item at a time, so that memory does not grow with the number of items."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import pytest

import refkit
from refkit.api import convert
from refkit.formats import writable_formats
from refkit.formats.bibtex import inherit
from refkit.formats.bibtex.reader import read
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library, each_once, merged
from refkit.model.source import Source

COUNT = 120
FEW = 6
BIB = "".join(
    f"@article{{key{n}, author = {{Doe, Jane and Roe, Jo{n}}}, title = {{Tide {n}}}, year = {1900 + n}}}\n"
    for n in range(COUNT)
)
# Some records have no id.
JSON = refkit.dumps(refkit.loads(BIB, format="bibtex"), "csl-json").replace(
    '"id": "key1', '"x": "key1'
)
HEIRS = "".join(
    f"@inbook{{c{n}, title = {{Part {n}}}, crossref = {{book}}}}\n" for n in range(COUNT)
)
BOOK = "@book{book, title = {All of It}, subtitle = {and More}, year = 2001, location = {Oslo}}\n"


def alive(kind: type) -> int:
    return sum(isinstance(found, kind) for found in gc.get_objects())


def most_alive(path: Path, form: str) -> tuple[int, int]:
    """Return the maximal number of items and entries in memory while a file is converted."""
    counts: list[tuple[int, int]] = []
    gc.collect()
    gc.freeze()  # the millions of objects of other tests are not looked through each time
    try:
        convert(path, form, sink=lambda _: counts.append((alive(Item), alive(Entry))))
    finally:
        gc.unfreeze()
    assert len(counts) >= COUNT
    return max(count for count, _ in counts), max(count for _, count in counts)


@pytest.mark.parametrize("form", sorted(writable_formats()))
@pytest.mark.parametrize(
    ("name", "text"), [("x.bib", BIB), ("x.json", JSON), ("y.bib", HEIRS + BOOK)]
)
def test_few_items_are_in_memory_during_a_conversion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, form: str
) -> None:
    """An item and its entry are dropped once they are written, whatever is read and written."""
    monkeypatch.setattr(inherit, "MAX_KEPT_CHILDREN", 2)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    items, entries = most_alive(path, form)
    assert 0 < items <= FEW
    assert 0 < entries <= FEW


def test_few_entries_keep_their_inherited_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parents are kept, because others need them again."""
    monkeypatch.setattr(inherit, "MAX_KEPT_CHILDREN", 5)
    library = read(Source(HEIRS + BOOK), "biblatex")
    titles = [item.container_title for item in each_once(library.items)]
    inheritance = library.entries[0].database.inheritance  # type: ignore[attr-defined]
    assert titles == ["All of It: and More"] * COUNT + [""]
    assert (len(inheritance._kept_children), len(inheritance._resolved)) == (5, 1)


BROKEN_BIB = (
    "@misc{a, date = {2020-13-45}, month = xyz}\n@misc{b, title = {T}\n@misc{c, title = {$x}}"
)
BROKEN_JSON = '[{"title": "A"}, {"id": 3, "issued": 7}, 5, {"id": "x", "type": "book" '


@pytest.mark.parametrize("text", [BROKEN_BIB, BROKEN_JSON], ids=["bib", "json"])
@pytest.mark.parametrize("more", [0, 1], ids=["one", "merged"])
def test_faults_are_the_same_after_streaming(text: str, more: int) -> None:
    """They are neither lost nor reported twice, even if the items are accessed later."""

    def library() -> Library:
        return merged([refkit.loads(part) for part in [text, *[BIB] * more]])

    def seen(faults: Sequence[refkit.Fault]) -> list[tuple[str, int]]:
        return [(fault.message, fault.span.start) for fault in faults]

    streamed, kept = library(), library()
    once = list(each_once(streamed.items))
    assert list(kept.items) == once
    assert seen(kept.faults)
    assert seen(streamed.faults) == seen(kept.faults)
    assert len(streamed) == len(kept) == len(once)
    assert list(streamed.items) == once
    assert seen(streamed.faults) == seen(kept.faults)


def test_a_stream_that_ends_early_does_not_lose_faults() -> None:
    """Access to the faults reads the rest."""
    library = refkit.loads(BROKEN_JSON)
    next(each_once(library.items))
    assert [fault.message for fault in library.faults] == [
        fault.message for fault in refkit.loads(BROKEN_JSON).faults
    ]


def test_an_item_has_the_entry_of_its_library() -> None:
    """The order of access does not matter."""
    library = refkit.loads(BIB)
    first = library.items[0]
    assert first.entry is library.entries[0]
    assert next(each_once(library.items)) is first
