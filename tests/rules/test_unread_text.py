"""The rule unread-text."""

from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.entry import Fault
from refkit.model.library import Library
from refkit.model.source import Source, Span

MESSAGE = "a part could not be parsed; it is kept in `note`"


def told(text: str, place: Span) -> list[tuple[int, str]]:
    """Return the column and message of each finding about text that the reader could not parse."""
    source = Source(text, "paper.txt", format="text")
    fault = Fault(MESSAGE, place, source, "unread-text")
    found = check(Library([], [], [fault], [source]), Settings(select=("SYN105",)))
    return [(finding.column, finding.message) for finding in found]


def test_what_the_reader_says_is_passed_on() -> None:
    """The finding has the message and the position of the reader."""
    assert told("Rivers. Ask Ben about it", Span(8, 24)) == [(9, MESSAGE)]


def test_a_number_is_reported() -> None:
    """A volume or a page may be missing from its field, so `convert` reports it as well."""
    assert told("Rivers. 22 p.", Span(8, 13)) == [(9, MESSAGE)]
