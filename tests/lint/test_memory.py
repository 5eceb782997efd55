"""Memory use per entry during and after a check: a large file has a million entries."""

import datetime
import tracemalloc
from pathlib import Path

import pytest

from refkit.formats.bibtex import read
from refkit.lint import entries as in_parts
from refkit.lint import plan, run, works
from refkit.lint.engine import check
from refkit.lint.options import Request
from refkit.lint.plan import Plan, plan_for
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.lint.sweep import swept
from refkit.model.library import Library
from refkit.model.source import Source

ALL = Settings(select=("ALL",), preview=True, today=datetime.date(2026, 11, 30))
CHUNK = 50
KINDS = ("article", "inproceedings", "book", "misc")


def entry(number: int) -> str:
    """Return an entry for a distinct work, with some findings."""
    word = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return (
        f"@{KINDS[number % 4]}{{key{number},\n  author = {{{word.title()}, Anna and Stone, Ben}},\n"
        f"  title = {{On the tides of {word} and the winds of {word}land}},\n"
        f"  journal = {{Annals of {word.title()}}},\n  volume = {{{number % 90 + 1}}},\n"
        f"  year = {{{1950 + number % 70}}},\n"
        f"  pages = {{{number + 9}-{number + 3}}},\n  note = {{}},\n  doi = {{10.5555/{number}}},\n}}\n"
    )


def library(size: int) -> Library:
    return read(Source("".join(map(entry, range(size))), "x.bib"))


def read_entries(checked: Library) -> int:
    return sum(one.is_read for one in checked.entries)


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_parts, "CHUNK", CHUNK)
    monkeypatch.setattr(works, "MOST_HEADINGS", CHUNK)


@pytest.mark.usefixtures("small_chunks")
def test_checked_entries_forget_their_fields() -> None:
    """All rules run, even those off by default; only the last chunk keeps its fields."""
    checked = library(10 * CHUNK)
    assert len(check(checked, ALL)) > 10 * CHUNK
    assert read_entries(checked) <= 2 * CHUNK


@pytest.mark.usefixtures("small_chunks")
def test_items_are_kept_as_long_as_fields() -> None:
    """Rules on items, and rules for reference lists in plain text, keep the items of the last chunk only."""
    checked = library(4 * CHUNK)
    style = Settings(select=("ALL",), style="apa", prints=(("book", ("publisher",)),))
    check(checked, style)
    kept = [entry for entry in checked.entries if entry.item is not None]  # type: ignore[attr-defined]
    assert len(kept) <= 2 * CHUNK
    assert all(entry.is_read for entry in kept)
    assert all(item is None for item in checked.items._built)  # type: ignore[attr-defined]


def test_fields_of_a_small_file_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fields of a file of one chunk are read once, so that checking it is not slower."""
    checked = library(20)
    reads = 0
    database = checked.entries[0].database  # type: ignore[attr-defined]
    read_fields = type(database).fields

    def counted(self: object, number: int) -> object:
        nonlocal reads
        reads += 1
        return read_fields(self, number)

    monkeypatch.setattr(type(database), "fields", counted)
    check(checked, Settings())
    assert reads == 20


@pytest.mark.usefixtures("small_chunks")
def test_fields_that_were_read_before_stay() -> None:
    """Fields that were read before the check are kept, because they may have been changed."""
    checked = library(3 * CHUNK)
    fields = checked.entries[0].fields
    check(checked, ALL)
    assert checked.entries[0].fields is fields


@pytest.mark.usefixtures("small_chunks")
def test_chunks_change_no_finding() -> None:
    """Chunks change neither the findings nor their order."""
    parts = [repr(finding) for finding in check(library(5 * CHUNK + 3), ALL)]
    in_parts.CHUNK = 10**6
    assert parts == [repr(finding) for finding in check(library(5 * CHUNK + 3), ALL)]


def test_swept_entries_forget_their_fields() -> None:
    """The fields of an entry are released when the next entry is returned."""
    checked = library(3)
    kept = [
        (entry.get("title") is not None, read_entries(checked)) for entry in swept(checked).entries
    ]
    assert kept == [(True, 1)] * 3
    assert read_entries(checked) == 0


@pytest.mark.usefixtures("small_chunks")
def test_peak_per_entry_is_a_few_times_its_text() -> None:
    """The text itself and memory that does not grow with the file are not counted."""
    size = len(entry(10_000))
    few, many = (peak(library(count)) for count in (10 * CHUNK, 40 * CHUNK))
    assert (many - few) / (30 * CHUNK) < 5 * size


def test_named_fields_are_read_without_the_others() -> None:
    """No fields are kept, and the first of repeated fields is used, as in `by_name`."""
    one = read(Source("@misc{a, title = {First}, year = 2020, TITLE = {Second}}")).entries[0]
    assert [(n, f.value) for n, f in one.fields_named(frozenset({"title"})).items()] == [
        ("title", "First")
    ]
    assert not one.is_read


def test_named_fields_of_a_read_entry_are_its_own() -> None:
    """Fields that are already parsed are not parsed again."""
    one = read(Source("@misc{a, title = {First}, year = 2020}")).entries[0]
    assert one.fields[0] is one.fields_named(frozenset({"title"}))["title"]


def test_files_of_a_run_keep_no_fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that compare files parse the fields that they need again."""
    for number in range(3):
        (tmp_path / f"{number}.bib").write_text(entry(number), encoding="utf-8")
    kept: list[int] = []

    def across(checked: list[run._Checked], request: Request, state: str) -> list[Finding]:
        kept.extend(read_entries(one.library) for one in checked if one.library)
        return []

    monkeypatch.setattr(run, "_across", across)
    run.run(Request(paths=(str(tmp_path),), isolated=True, cache=False, jobs=1))
    assert kept == [0, 0, 0]


def test_files_of_a_run_share_the_plan() -> None:
    """Files share the plan, because making it takes longer than checking a few entries."""
    assert plan_for(Settings(today=datetime.date(2026, 11, 30))) is plan_for(Settings(style="apa"))


def test_few_shapes_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is limited, because each entry may have its own combination of fields."""
    monkeypatch.setattr(plan, "SHAPES", 5)
    shapes = Plan(())
    text = "".join(f"@misc{{a, x{number} = {{1}}}}" for number in range(20))
    for one in read(Source(text)).entries:
        shapes.hearing_entry(one)
    assert len(shapes._of_entries) <= 5


def peak(checked: Library) -> int:
    """Return the peak memory of a check in bytes; the text causes few findings."""
    check(checked, QUIET)
    checked = library(len(checked.entries))
    tracemalloc.start()
    check(checked, QUIET)
    try:
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


QUIET = Settings(ignore=("PAG", "FLD102"), today=datetime.date(2026, 11, 30))
