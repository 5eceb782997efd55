"""The rule no-list."""

from tests.rules.prosecase import books, document, findings

from refkit.api import read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

TALK = "The ferry leaves at eight in the morning and comes back at dusk, if the weather is good.\n"


def test_a_document_without_a_list_is_told_once() -> None:
    """A missing list is not also reported as a file without entries."""
    found = check(read(Source(TALK, "paper.txt"), "text"), Settings())
    assert [finding.code for finding in found] == ["SYN107"]


def test_a_document_with_a_list_passes() -> None:
    """A document with a list passes, however long the text before it is."""
    assert findings("SYN107", document(*books(4), text=TALK * 40)) == []
