"""Habits: a rule that reports most of the entries that it applies to, whatever its conditions are about."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.lint.test_cache import SETTINGS, Watching
from tests.rules.lintcase import asked

from refkit import api
from refkit.cli import main
from refkit.formats.bibtex import read
from refkit.lint import entries as in_parts
from refkit.lint.engine import check, check_file
from refkit.lint.habits import is_habit
from refkit.lint.rule import Finding
from refkit.model.source import Source

OTHERS = "".join(f"@book{{b{n}, title = {{T{n}}}, publisher = {{P}}}}\n" for n in range(20))


def articles(number: int, fields: str, kind: str = "article") -> str:
    return "".join(
        f"@{kind}{{a{n}, author = {{Doe, Jo}}, title = {{A title {n}}}, {fields.replace('#', str(n))}}}\n"
        for n in range(number)
    )


def found_in(code: str, text: str, form: str = "bibtex") -> list[Finding]:
    return check(api.read(Source(text, "test"), form), asked(code))


@pytest.mark.parametrize(
    ("code", "kind", "fields"),
    [
        # Types of CSL: @article is article-journal, @phdthesis is thesis.
        ("PAG230", "article", "journal = {J}, year = 2001, number = {(#)}"),
        ("FLD234", "phdthesis", "school = {PhD thesis, University of Leeds}, year = 2001"),
        ("DAT233", "inproceedings", "booktitle = {ECCV}, year = 2001"),
        # Variables of CSL: `page` is `pages`.
        ("PAG101", "article", "journal = {J}, year = 2001, pages = {9#9--1}"),
        # Types and fields of BibTeX.
        ("FLD220", "inproceedings", "booktitle = {P}, journal = {J}, year = 2001"),
    ],
)
def test_only_entries_with_the_types_and_fields_of_a_rule_count(
    code: str, kind: str, fields: str
) -> None:
    """What other entries contain does not make ten single problems out of a habit."""
    found = found_in(code, articles(10, fields, kind) + OTHERS)
    assert len({finding.key for finding in found}) >= 5
    assert {finding.entries for finding in found} == {10}
    assert is_habit(found + found)


def test_an_entry_with_several_fields_of_a_rule_counts_once() -> None:
    """Two fields are not two entries."""
    found = found_in("PAG230", articles(3, "volume = {(#)}, number = {(#)}, journal = {J}"))
    assert [finding.entries for finding in found] == [3] * 6


def test_inherited_and_derived_variables_count() -> None:
    """A rule about venues is run on entries that inherit them."""
    children = "".join(f"@inproceedings{{c{n}, title = {{T}}, crossref = {{p}}}}" for n in range(4))
    parent = "@proceedings{p, title = {2003 ECCV}, booktitle = {ECCV}, year = {2003}}"
    own = articles(2, "booktitle = {ECCV}, year = {2001}", "inproceedings")
    assert {f.entries for f in found_in("DAT233", own + children + parent)} == {6}


def test_other_formats_count() -> None:
    """A CSL-JSON item without a page does not count."""
    items: list[dict[str, str]] = [
        {"id": f"a{n}", "type": "article-journal", "title": f"T{n}", "page": f"9{n}-12"}
        for n in range(3)
    ]
    items.append({"id": "b", "type": "book", "title": "Other"})
    found = found_in("PAG101", json.dumps(items), "csl-json")
    assert [finding.entries for finding in found] == [3, 3, 3]


def test_entries_of_all_chunks_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fields of a large file are forgotten, but not how many there were."""
    monkeypatch.setattr(in_parts, "CHUNK", 4)
    monkeypatch.setattr(in_parts, "BLOCK", 3)
    text = articles(9, "journal = {J}, number = {(#)}") + OTHERS
    assert {finding.entries for finding in found_in("PAG230", text)} == {9}


def test_cached_entries_count() -> None:
    """After a change in one entry, the others are not read again, but they are counted."""
    text = articles(6, "journal = {J}, number = {(#)}") + OTHERS
    first = Watching({})
    for memory, changed, checked in (
        (first, text, 26),
        (Watching(first.new, first.audiences), text.replace("A title 3", "Another title"), 1),
    ):
        library = read(Source(changed, "x.bib"))
        memory.name_entries(library)
        found = check_file(library, SETTINGS, memory)
        assert {f.entries for f in found if f.code == "PAG230"} == {6}
        assert memory.looked_at == checked


def test_the_audiences_of_a_cache_do_not_grow() -> None:
    """Another run over entries of known kinds adds no audiences."""
    text = articles(3, "journal = {J}, number = {(#)}")
    first = Watching({})
    library = read(Source(text, "x.bib"))
    first.name_entries(library)
    check_file(library, SETTINGS, first)
    second = Watching({}, [*first.audiences])
    library = read(Source(text.replace("A title", "Another title"), "x.bib"))
    second.name_entries(library)
    check_file(library, SETTINGS, second)
    assert second.audiences == first.audiences


def test_a_changed_file_shows_the_same_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cache on disk keeps what is needed to count."""
    monkeypatch.delenv("CI", raising=False)
    path = tmp_path / "x.bib"
    command = ["check", "--isolated", "--cache-dir", str(tmp_path / "cache"), str(path)]
    text = articles(12, "journal = {J}, year = 2001, number = {(#)}") + OTHERS
    outputs = []
    for title in ("A title 3", "Another title"):
        path.write_text(text.replace("A title 3", title), encoding="utf-8")
        outputs.append(CliRunner().invoke(main, command).output)
    assert all("PAG230 warning in 12 of 12 entries" in output for output in outputs)
