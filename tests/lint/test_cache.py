"""The cache: what did not change is not looked at again, and nothing else is affected."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from refkit.formats.bibtex import read
from refkit.lint.cache import EntryMemory, open_cache
from refkit.lint.engine import check_file
from refkit.lint.rule import Finding
from refkit.lint.run import Request, run
from refkit.lint.settings import Settings
from refkit.model.entry import Entry
from refkit.model.source import Source

SETTINGS = Settings(today=date(2026, 11, 22))
TEXT = "@misc{a, pages={9--1}}\n@misc{b, pages={1-2}, note={}}\n"


class Watching(EntryMemory):
    """Counts the entries that had to be looked at."""

    looked_at = 0

    def remember(self, entry: Entry, findings: object) -> None:
        self.looked_at += 1
        super().remember(entry, findings)  # type: ignore[arg-type]


def checked(text: str, memory: EntryMemory) -> list[Finding]:
    library = read(Source(text, "x.bib"))
    memory.name_entries(library)
    return check_file(library, SETTINGS, memory)


def second_look(before: str, after: str) -> tuple[list[Finding], int]:
    """What is found in the changed text, and how many entries had to be looked at for it."""
    first = Watching({})
    checked(before, first)
    second = Watching(first.new)
    return checked(after, second), second.looked_at


def test_unchanged_entries_are_recalled() -> None:
    """An entry that moved is known by its text, and its findings move with it."""
    found, looked_at = second_look(TEXT, "\n\n@misc{c, title={T}}\n" + TEXT)
    assert looked_at == 1
    assert [(f.code, f.line) for f in found] == [("PAG101", 4), ("PAG102", 5), ("FLD102", 5)]


def test_fixes_are_recalled_with_their_places() -> None:
    """A recalled fix edits where the entry stands now."""
    found, _ = second_look(TEXT, "\n" + TEXT)
    fix = found[1].fix
    assert fix is not None
    assert ("\n" + TEXT)[slice(*fix.edits[0].span)] == "-"


def test_changed_macro_is_noticed() -> None:
    """An entry's values may hang on an @string before it."""
    entry = "@misc{a, pages=p}"
    found, looked_at = second_look('@string{p = "1--9"}\n' + entry, '@string{p = "9--1"}\n' + entry)
    assert (looked_at, [f.code for f in found]) == (1, ["PAG101"])


def test_other_dialect_is_noticed() -> None:
    """A file that no longer looks like BibLaTeX is looked at anew: an edition is to be an ordinal again."""
    book = "@book{a, author={A B}, title={T}, publisher={P}, year=2001, edition={2}}\n"
    modern = "".join(
        f"@online{{{key}, title={{T}}, date={{2001-02}}, langid={{german}}}}\n" for key in "xy"
    )
    found, looked_at = second_look(book + modern, book)
    assert looked_at == 1
    assert "PAG223" in [finding.code for finding in found]


def test_heirs_are_never_recalled() -> None:
    """What an entry inherits may change elsewhere."""
    text = "@inproceedings{a, author={A}, title={T}, crossref={p}}\n@proceedings{p, title={P}, year=2001}"
    assert second_look(text, text)[1] == 1


def request(folder: Path, **more: object) -> Request:
    base = Request((str(folder / "x.bib"),), today=date(2026, 11, 22), isolated=True,
                   cache_folder=str(folder / "cache"))  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def told(report_of: Request) -> list[tuple[str, int, int, str]]:
    return [(f.code, f.line, f.column, f.message) for f in run(report_of).findings]


def test_second_run_says_the_same(tmp_path: Path) -> None:
    """A recalled run says what the first one said."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    assert (
        told(request(tmp_path)) == told(request(tmp_path)) == told(request(tmp_path, cache=False))
    )


@pytest.mark.parametrize("junk", ["", "{", "[1]", '{"environment": 3}', "null", "\udcff"])
def test_broken_record_counts_as_none(tmp_path: Path, junk: str) -> None:
    """A record that cannot be read is passed over in silence."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    before = told(request(tmp_path))
    for record in (tmp_path / "cache").glob("*.json"):
        record.write_text(junk, encoding="utf-8", errors="surrogateescape")
    assert told(request(tmp_path)) == before


def test_broken_rows_count_as_none(tmp_path: Path) -> None:
    """A record of the right environment with nonsense in it is passed over too."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    before = told(request(tmp_path))
    for record in (tmp_path / "cache").glob("*.json"):
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace('["PAG101",', '["PAG101",{},'), encoding="utf-8")
    assert told(request(tmp_path)) == before


def test_other_day_or_settings_are_another_record(tmp_path: Path) -> None:
    """What was found on another day, or under other settings, is not recalled."""
    names = [str(tmp_path / "x.bib")]
    cache = open_cache(str(tmp_path), "file", names, SETTINGS)
    cache.save("digest", [], [], None)
    assert open_cache(str(tmp_path), "file", names, SETTINGS).findings("digest", []) == []
    tomorrow = replace(SETTINGS, today=date(2026, 11, 23))
    assert open_cache(str(tmp_path), "file", names, tomorrow).findings("digest", []) is None


def test_place_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    """Without a place for the cache everything goes on without one."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert len(told(request(tmp_path))) == 3
