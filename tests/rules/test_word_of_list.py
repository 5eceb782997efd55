"""The rule word-of-list."""

from tests.rules.lintcase import messages


def test_words_of_the_list_are_fine() -> None:
    """`page` is a pagination."""
    assert messages("FLD226", "@book{a, pagination={page}, gender={sf}}") == []


def test_the_words_are_told() -> None:
    """Without a near one all are listed."""
    assert "`pf`" in messages("FLD226", "@book{a, gender={female}}")[0]
