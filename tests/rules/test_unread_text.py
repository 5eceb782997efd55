"""The rule unread-text."""

from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.entry import Fault
from refkit.model.library import Library
from refkit.model.source import Source, Span


def test_what_the_reader_says_is_passed_on() -> None:
    """Its message at its place."""
    source = Source("some words", "paper.txt", format="text")
    fault = Fault("`words` was not understood; it is kept in `note`", Span(5, 10), source, "unread-text")
    found = check(Library([], [], [fault], [source]), Settings())
    assert [(f.code, f.column, f.message) for f in found] == [("SYN105", 6, fault.message)]
