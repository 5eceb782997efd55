"""The cache: unchanged entries are not checked again, and the findings stay the same."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from refkit.formats.bibtex import read
from refkit.lint.cache import EntryMemory, open_cache
from refkit.lint.cache_store import is_on, prune, read_record
from refkit.lint.engine import check_file
from refkit.lint.habits import Heard
from refkit.lint.options import Request
from refkit.lint.rule import Finding
from refkit.lint.run import run
from refkit.lint.settings import Settings
from refkit.model.entry import Entry
from refkit.model.source import Source

SETTINGS = Settings(today=date(2026, 11, 22))
TEXT = "@misc{a, pages={9--1}}\n@misc{b, pages={1-2}, note={}}\n"


class Watching(EntryMemory):
    """Counts the entries that had to be checked."""

    looked_at = 0

    def remember(self, entry: Entry, findings: Sequence[Finding], heard: Heard) -> None:
        self.looked_at += 1
        super().remember(entry, findings, heard)


def checked(text: str, memory: EntryMemory) -> list[Finding]:
    library = read(Source(text, "x.bib"))
    memory.name_entries(library)
    return check_file(library, SETTINGS, memory)


def second_look(before: str, after: str) -> tuple[list[Finding], int]:
    """Return the findings of the changed text and the number of entries that had to be checked."""
    first = Watching({})
    checked(before, first)
    second = Watching(first.new, first.audiences)
    return checked(after, second), second.looked_at


def test_unchanged_entries_are_recalled() -> None:
    """An entry that moved is recognized by its text, and its findings move with it."""
    found, looked_at = second_look(TEXT, "\n\n@misc{c, title={T}}\n" + TEXT)
    assert looked_at == 1
    assert [(f.code, f.line) for f in found] == [("PAG101", 4), ("PAG102", 5), ("FLD102", 5)]


def test_fixes_are_recalled_with_their_places() -> None:
    """A cached fix edits the entry at its current position."""
    found, _ = second_look(TEXT, "\n" + TEXT)
    fix = found[1].fix
    assert fix is not None
    assert ("\n" + TEXT)[slice(*fix.edits[0].span)] == "-"


def test_changed_macro_is_noticed() -> None:
    """An entry's values may depend on an earlier @string."""
    entry = "@misc{a, pages=p}"
    found, looked_at = second_look('@string{p = "1--9"}\n' + entry, '@string{p = "9--1"}\n' + entry)
    assert (looked_at, [f.code for f in found]) == (1, ["PAG101"])


def test_other_dialect_is_noticed() -> None:
    """A file that is no longer BibLaTeX is checked again: its editions must be ordinals."""
    book = "@book{a, author={A B}, title={T}, publisher={P}, year=2001, edition={2}}\n"
    modern = "".join(
        f"@online{{{key}, title={{T}}, date={{2001-02}}, langid={{german}}}}\n" for key in "xy"
    )
    found, looked_at = second_look(book + modern, book)
    assert looked_at == 1
    assert "PAG223" in [finding.code for finding in found]


def test_heirs_are_never_recalled() -> None:
    """Inherited fields may change without a change in the entry."""
    text = "@inproceedings{a, author={A}, title={T}, crossref={p}}\n@proceedings{p, title={P}, year=2001}"
    assert second_look(text, text)[1] == 1


def request(folder: Path, **more: object) -> Request:
    base = Request((str(folder / "x.bib"),), today=date(2026, 11, 22), isolated=True,
                   cache_dir=str(folder / "cache"))  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def told(report_of: Request) -> list[tuple[str, int, int, str]]:
    return [(f.code, f.line, f.column, f.message) for f in run(report_of).findings]


def test_second_run_says_the_same(tmp_path: Path) -> None:
    """A cached run reports the same findings as the first run."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    assert (
        told(request(tmp_path)) == told(request(tmp_path)) == told(request(tmp_path, cache=False))
    )


@pytest.mark.parametrize("junk", ["", "{", "[1]", '{"environment": 3}', "null", "\udcff"])
def test_broken_record_counts_as_none(tmp_path: Path, junk: str) -> None:
    """A record that cannot be read is ignored silently."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    before = told(request(tmp_path))
    for record in (tmp_path / "cache").glob("*.record"):
        record.write_text(junk, encoding="utf-8", errors="surrogateescape")
    assert told(request(tmp_path)) == before


def sealed_records(folder: Path) -> list[Path]:
    return sorted((folder / "cache").glob("*.record"))


FORGERIES: dict[str, Callable[[bytes], bytes]] = {
    "no findings": lambda raw: re.sub(
        rb'"findings":.*?,"entries"', b'"findings":[],"entries"', raw
    ),
    "nonsense": lambda raw: raw.replace(
        b'["PAG101",', b'["A","b","k",1e300,2,"m",null],["PAG101",'
    ),
    "cut off": lambda raw: raw[:-5],
    "only a seal": lambda raw: raw[:16],
    "seal of zeros": lambda raw: bytes(16) + raw[16:],
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_forged_record_counts_as_none(tmp_path: Path, forge: Callable[[bytes], bytes]) -> None:
    """Forging a record does not disable the check."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    before = told(request(tmp_path))
    assert len(sealed_records(tmp_path)) == 2
    for record in sealed_records(tmp_path):
        forged = forge(record.read_bytes())
        assert forged != record.read_bytes() or b"PAG101" not in forged
        record.write_bytes(forged)
    assert told(request(tmp_path)) == before != []


def test_record_of_another_machine_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its signature was made with another secret, although its content is correct."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    told(request(tmp_path))
    path = str(sealed_records(tmp_path)[0])
    assert read_record(path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    assert (is_on(), read_record(path)) == (True, None)


def test_record_of_another_file_counts_as_none(tmp_path: Path) -> None:
    """A record is not used under the name of another record."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    told(request(tmp_path))
    one, other = map(str, sealed_records(tmp_path))
    os.replace(one, other)
    assert read_record(other) is None


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize("damage", ["readable by others", "short", "a link"])
def test_secret_that_is_not_secret_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """There is no cache if the secret is readable by others, too short or a link."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    secret = tmp_path / "refkit" / "secret"
    secret.parent.mkdir()
    (tmp_path / "else").write_bytes(bytes(32))
    (tmp_path / "else").chmod(0o600)
    if damage == "a link":
        secret.symlink_to(tmp_path / "else")
    else:
        secret.write_bytes(bytes(31 if damage == "short" else 32))
        secret.chmod(0o600 if damage == "short" else 0o640)
    assert not is_on()


def test_continuous_integration_has_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No record is written or read."""
    monkeypatch.setenv("CI", "true")
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    told(request(tmp_path))
    assert not (tmp_path / "cache").exists()


def test_checked_folder_gets_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache is in the user's own folder, and only the user can read it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / "users"))
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    run(Request(("x.bib",), today=date(2026, 11, 22)))
    made = tmp_path.parent / "users" / "refkit"
    assert os.listdir(tmp_path) == ["x.bib"]
    assert len(list(made.glob("*.record"))) == 2
    assert os.name != "posix" or stat.S_IMODE((made / "secret").stat().st_mode) == 0o600


def test_records_of_a_month_ago_are_removed(tmp_path: Path) -> None:
    """Other files in the folder are kept."""
    for name in ("file-1.record", "run-1.record.aa.tmp", "file-2.record", "notes"):
        (tmp_path / name).write_text("x")
    for name in ("file-1.record", "run-1.record.aa.tmp", "notes"):
        os.utime(tmp_path / name, (0, 0))
    prune(str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["file-2.record", "notes", "pruned"]


def test_name_that_is_not_utf_8_has_a_record(tmp_path: Path) -> None:
    """File names are bytes, which need not be valid UTF-8."""
    name = str(tmp_path / "x\udcff.bib")
    cache = open_cache(str(tmp_path / "cache"), "file", [name], SETTINGS)
    cache.save("digest", [], [], None)
    again = open_cache(str(tmp_path / "cache"), "file", [name], SETTINGS)
    assert again.findings("digest", []) == []


def test_other_day_or_settings_are_another_record(tmp_path: Path) -> None:
    """Findings from another date or with other settings are not reused."""
    names = [str(tmp_path / "x.bib")]
    cache = open_cache(str(tmp_path), "file", names, SETTINGS)
    cache.save("digest", [], [], None)
    assert open_cache(str(tmp_path), "file", names, SETTINGS).findings("digest", []) == []
    tomorrow = replace(SETTINGS, today=date(2026, 11, 23))
    assert open_cache(str(tmp_path), "file", names, tomorrow).findings("digest", []) is None


def test_place_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    """If the cache cannot be written, the check runs without it."""
    (tmp_path / "x.bib").write_text(TEXT, encoding="utf-8")
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    assert len(told(request(tmp_path))) == 3
