"""The rule trailing-dot-in-title."""

from tests.rules.lintcase import fixed, messages


def test_abbreviations_end_in_points() -> None:
    """ "Ltd." keeps its point."""
    assert messages("TTL222", "@book{a, title={The Story of Dunes Ltd.}}") == []


def test_the_fix_removes_it() -> None:
    """The stop goes, inside braces too."""
    assert (
        fixed("TTL222", "@book{a, title={On {Dunes.}}}", unsafe=True)
        == "@book{a, title={On {Dunes}}}"
    )
