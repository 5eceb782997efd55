"""The examples on the page about .bib files produce the output that it shows."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "bibtex.md"


def test_the_examples_of_the_page_run() -> None:
    """As printed."""
    parser = doctest.DocTestParser()
    found = parser.get_doctest(PAGE.read_text(encoding="utf-8"), {}, "bibtex.md", str(PAGE), 0)
    runner = doctest.DocTestRunner()
    runner.run(found)
    assert (runner.summarize(verbose=False).failed, bool(found.examples)) == (0, True)
