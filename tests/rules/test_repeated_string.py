"""The rule repeated-string."""

from pathlib import Path

from tests.rules.lintcase import quoted

import refkit


def test_the_same_meaning_twice_is_harmless() -> None:
    """Shared lists may repeat the same definition."""
    assert quoted("REF224", '@string{a = "A"} @string{a = "A"} @misc{k, journal = a}') == []


def test_the_second_is_blamed() -> None:
    """The finding marks the later definition."""
    assert quoted("REF224", '@string{a = "A"} @string{A = "B"} @misc{k, journal = a}') == ["A"]


def test_every_file_of_a_library_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{k, title={T}}")
    (tmp_path / "b.bib").write_text('@string{a = "A"} @string{a = "B"} @misc{l, journal = a}')
    found = refkit.check([tmp_path / "a.bib", tmp_path / "b.bib"], select="REF224")
    assert [Path(finding.file).name for finding in found] == ["b.bib"]
