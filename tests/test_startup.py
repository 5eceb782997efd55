"""Start-up stays fast: limits for the number of modules and patterns per command.

Counts are steadier than times; `python -m benchmarks startup` measures the times.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmarks.startup import REFERENCES, entries

ROOT = Path(__file__).parent.parent
PROGRAM = """
import re, sys
compiler = re._compiler
compiled, compile = [], compiler.compile
def counted(pattern, flags=0):
    compiled.append(pattern)
    return compile(pattern, flags)
compiler.compile = counted
before = set(sys.modules)
try:
    exec(sys.argv.pop(1))
except SystemExit as end:
    assert end.code in (None, 0, 1), end.code
cost = [sorted(set(sys.modules) - before), len(compiled)]
import json
print(json.dumps(cost), file=sys.stderr)
"""
RUN = "sys.argv[0] = 'refkit'; from refkit.cli import main; main()"


@dataclass(slots=True, frozen=True)
class Cost:
    """Imported modules of refkit and of other packages, and compiled patterns."""

    own: int
    others: int
    patterns: int


def cost(folder: Path, code: str, *arguments: str) -> Cost:
    """Return the cost of running `code` in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, code, *arguments], capture_output=True, text=True,
        cwd=folder, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    modules, patterns = json.loads(done.stderr.splitlines()[-1])
    own = sum(name.partition(".")[0] == "refkit" for name in modules)
    return Cost(own, len(modules) - own, patterns)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of ten entries and one of five."""
    (tmp_path / "ten.bib").write_text(entries(10), encoding="utf-8")
    (tmp_path / "five.bib").write_text(entries(5), encoding="utf-8")
    return tmp_path


def test_import_refkit_loads_itself_alone(folder: Path) -> None:
    assert cost(folder, "import refkit") == Cost(1, 0, 0)


# A little above the counts of today; other packages' modules differ between versions of Python.
CAPS = {
    ("--version",): Cost(7, 55, 18),
    # Seven more modules than before: the view, selection and headlines of text reports, the rule on citation styles.
    # One more module than before: the library that can be changed, which the functions return.
    ("check", "--isolated", "--no-cache", "ten.bib"): Cost(220, 80, 68),
    # Five more modules than before: warnings about a document, layouts and locales by the language of the item,
    # addresses of items, and the edited document and its setting apart from the passes. One more: cs:substitute.
    # Three more modules than before: the facts about guides, their use, and what BibTeX's fields mean to styles.
    # `pathlib` would import 11 more modules, among them `urllib.parse`.
    # Three more: the inputs of the functions, and the library that can be changed.
    # Two more: the terms of editions, read from the style, and preprints in .bib files.
    # One more: the work types of Crossref, which two formats read.
    # One more: the codes of languages, which readers of library catalogs use, too.
    # One more module and pattern: the reader of locators, which documents use, too.
    # One more: the words of patents, which the guides of styles need.
    ("format", "--style", "apa", "five.bib"): Cost(152, 79, 52),
    # Modules that find references in a document are not needed for single references.
    # Four more: the inputs of the functions, the library and the layout of CSL-JSON.
    # One more: the steps after the decoding of labels, by name.
    ("parse", *REFERENCES): Cost(138, 80, 238),
}


@pytest.mark.parametrize("arguments", CAPS, ids=lambda arguments: arguments[0])
def test_a_command_stays_below_its_caps(arguments: tuple[str, ...], folder: Path) -> None:
    """A module or pattern that every run loads should be used by every run."""
    found, cap = cost(folder, RUN, *arguments), CAPS[arguments]
    assert found.own <= cap.own, found
    assert found.others <= cap.others, found
    assert found.patterns <= cap.patterns, found
