"""The jobs on docs/library.md run, give what is shown, and need at most two lines."""

from __future__ import annotations

import copy
import pickle
import re
import sys
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import pytest

import refkit

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
JOB = re.compile(r"^(\d+)\\\. .*?\n```python\n(.*?)^```", re.M | re.S)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
SHOWN = re.compile(r"^(.+?)  # => (.+)$")
JSON = """[
  {"id": "roe2003", "type": "book", "title": "Salt", "author": [{"family": "Roe", "given": "Richard"}]},
  {"id": "new1999", "type": "book", "title": "Sand", "author": [{"family": "Lee", "given": "Bo"}]}
]
"""
DASHES = """@article{a,
  author = {Lee, Bo},
  title = {Sand},
  journal = {Tides},
  volume = {3},
  pages = {1-20},
  year = 1999,
}
"""
LIST = "Doe, J. (2001). On tides. Tides, 3(2), 1-20.\nRoe, R. (2003). Salt. Press.\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the examples, which is the current one."""
    monkeypatch.chdir(tmp_path)
    if find_spec("pandas") is None:
        monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=list))
    example = next(code for language, code in BLOCK.findall(PAGE) if language == "bibtex")
    (tmp_path / "refs.bib").write_text(example, encoding="utf-8")
    (tmp_path / "more.json").write_text(JSON, encoding="utf-8")
    (tmp_path / "dashes.bib").write_text(DASHES, encoding="utf-8")
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.bib").write_text(DASHES, encoding="utf-8")
    return tmp_path


def run(code: str, names: dict[str, object]) -> list[tuple[str, str]]:
    """Run a block, and return each value that is shown with the one that is found."""
    differences = []
    for line in code.splitlines() if "\n    " not in code else [code]:
        shown = SHOWN.match(line)
        if shown is None:
            exec(line, names)
            continue
        value = repr(eval(shown[1], names))
        pattern = ".*".join(map(re.escape, shown[2].split("...")))
        if re.fullmatch(pattern, value, re.S) is None:
            differences.append((shown[2], value))
    return differences


def names() -> dict[str, object]:
    return {"refkit": refkit, "copy": copy, "pickle": pickle, "groupby": groupby, "journals": {}}


def test_the_page_has_the_jobs_in_order() -> None:
    """From 1 to 40, each once."""
    assert [int(number) for number, _ in JOB.findall(PAGE)] == list(range(1, 41))


@pytest.mark.parametrize(("number", "code"), JOB.findall(PAGE), ids=lambda value: value[:2])
def test_a_job_needs_at_most_two_lines(number: str, code: str) -> None:
    """A loop over findings or items and the line in it count as two; a third line prints only."""
    assert len(code.splitlines()) <= 2, code


def test_the_jobs_give_what_is_shown(files: Path) -> None:
    """All blocks run one after another in one session, like those of a reader."""
    known = names()
    differences = []
    for number, code in JOB.findall(PAGE):
        differences += [(number, *difference) for difference in run(code, known)]
    assert differences == []


def test_the_first_example_changes_one_line(files: Path) -> None:
    """And `save` returns the path."""
    before = (files / "refs.bib").read_text(encoding="utf-8").splitlines()
    known = names()
    examples = [code for language, code in BLOCK.findall(PAGE) if language == "python"][:2]
    assert [run(code, known) for code in examples] == [[], []]
    after = (files / "refs.bib").read_text(encoding="utf-8").splitlines()
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [("  title = {On Tides},", r"  title = {On Tides \& Salt},")]


EXPECTED_AFTER = {
    "25": "  doi = {10.1000/182},",
    "26": "  crossref = {sal:2003},",
    "28": "abstract",
    "30": r"{NASA}",
    "32": '@string{tides = "Journal of Tides and Salt"}',
    "38": "@article{roe:2003,",
}


@pytest.mark.parametrize("number", EXPECTED_AFTER)
def test_a_job_changes_the_text(number: str, files: Path) -> None:
    """The library is changed, not only the items in memory."""
    known = names()
    for job, code in JOB.findall(PAGE):
        run(code, known)
        if job == number:
            break
    library = known["library"]
    assert isinstance(library, refkit.Library)
    text = library.sources[0].text
    assert (EXPECTED_AFTER[number] in text) is (number != "28")
