"""The rule trailing-dot-in-title."""

from tests.rules.lintcase import fixed, messages


def test_abbreviations_end_in_points() -> None:
    """ "Ltd." keeps its period."""
    assert messages("TTL222", "@book{a, title={The Story of Dunes Ltd.}}") == []


def test_the_fix_removes_it() -> None:
    """The fix removes the period, even inside braces."""
    assert (
        fixed("TTL222", "@book{a, title={On {Dunes.}}}", unsafe=True)
        == "@book{a, title={On {Dunes}}}"
    )
