"""A baseline accepts the current findings."""

from pathlib import Path

import pytest

from refkit.formats.bibtex import read
from refkit.lint.baseline import BaselineError, not_accepted, read_baseline, write_baseline
from refkit.lint.engine import check
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.source import Source

A = "@misc{a, pages={9--1}}\n"
B = "@misc{b, pages={8--1}}\n"


def found(text: str) -> list[Finding]:
    return check(read(Source(text, "x.bib")), Settings(select=("PAG", "FLD")))


def test_accepted_findings_are_not_told(tmp_path: Path) -> None:
    """Findings that existed when the baseline was written are accepted."""
    write_baseline(str(tmp_path / "b.json"), found(A + B))
    assert not_accepted(found(A + B), read_baseline(str(tmp_path / "b.json"))) == []


def test_sorting_reopens_nothing(tmp_path: Path) -> None:
    """Moving an entry does not make its findings new."""
    write_baseline(str(tmp_path / "b.json"), found(A + B))
    assert not_accepted(found("\n" + B + A), read_baseline(str(tmp_path / "b.json"))) == []


def test_new_finding_is_told(tmp_path: Path) -> None:
    """Findings that the baseline does not list are reported, even for a key that it lists."""
    write_baseline(str(tmp_path / "b.json"), found(A))
    after = "@misc{a, pages={9--1}, note={}}\n" + B
    new = not_accepted(found(after), read_baseline(str(tmp_path / "b.json")))
    assert [(f.key, f.code) for f in new] == [("a", "FLD102"), ("b", "PAG101")]


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9}', "{"])
def test_file_that_is_none_is_told(tmp_path: Path, text: str) -> None:
    """A file that is not a baseline causes a one-line error message."""
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=r"b\.json"):
        read_baseline(str(tmp_path / "b.json"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n", "is empty"),
        ('{"version": 1,\n "accepted": x}', "is not JSON: there is an error in line 2, column 14"),
        ("[" * 100_000, "is not JSON: its brackets are nested too deeply"),
        ("1" * 5000, "is not JSON: a number is too long"),
    ],
)
def test_a_damaged_baseline_is_described(text: str, reason: str, tmp_path: Path) -> None:
    """The message gives the position and does not repeat the wording of Python's parser."""
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(BaselineError) as caught:
        read_baseline(str(path))
    assert (
        str(caught.value) == f"the baseline `{path}` {reason}; create one with `--write-baseline`"
    )
