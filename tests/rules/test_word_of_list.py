"""The rule word-of-list."""

from tests.rules.lintcase import messages


def test_words_of_the_list_are_fine() -> None:
    """`page` is a valid pagination."""
    assert messages("FLD226", "@book{a, pagination={page}, gender={sf}}") == []


def test_the_words_are_told() -> None:
    """The message lists all words if none is similar."""
    assert "`pf`" in messages("FLD226", "@book{a, gender={female}}")[0]
