"""The rule nothing-cited."""

import pytest
from tests.rules.prosecase import books, document, messages

CODE = "REF230"
TALK = "The rivers rise in spring and the old gauge at the lock is still out of order. " * 12


def test_a_long_text_without_any_citation_is_told() -> None:
    """There is one finding, at the start of the list."""
    assert messages(CODE, document(*books(5), text=TALK)) == [
        "the text cites none of the `5` references of its list; add the citations"
    ]


@pytest.mark.parametrize(
    "citation",
    [
        "(see Abbott, 2001)",
        "[3]",
        "rise.¹",
        "as the order shows.3",
        "(3)",
        "as Castell says",
        "[^2]",
        "[@abbott]",
    ],
)
def test_whatever_may_be_a_citation_counts(citation: str) -> None:
    """Citations may be names, numbers, superscripts or footnotes."""
    assert messages(CODE, document(*books(5), text=f"{TALK} {citation} {TALK}")) == []


def test_a_few_words_before_a_list_are_no_text() -> None:
    """A few words before a list are an introduction, not the text of a document."""
    assert (
        messages(CODE, document(*books(5), text="Here is what I read last year about rivers."))
        == []
    )
