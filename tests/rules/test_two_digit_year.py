"""The rule two-digit-year."""

from tests.rules.lintcase import messages, quoted


def test_four_digits_are_fine() -> None:
    """A full year is no finding."""
    assert messages("DAT229", "@book{a, year={1998}}") == []


def test_apostrophe_and_two_digits_are_found() -> None:
    """`'98` is found too."""
    assert quoted("DAT229", "@book{a, year={'98}}") == ["{'98}"]
