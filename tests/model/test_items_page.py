"""The examples on the page about items produce the output that it shows."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "items.md"


def test_the_examples_of_the_page_run() -> None:
    """As printed."""
    parser = doctest.DocTestParser()
    found = parser.get_doctest(PAGE.read_text(encoding="utf-8"), {}, "items.md", str(PAGE), 0)
    runner = doctest.DocTestRunner()
    runner.run(found)
    assert (runner.summarize(verbose=False).failed, bool(found.examples)) == (0, True)
