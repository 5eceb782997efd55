"""The rule two-digit-year."""

from tests.rules.lintcase import messages, quoted


def test_four_digits_are_fine() -> None:
    """A year with four digits is not reported."""
    assert messages("DAT229", "@book{a, year={1998}}") == []


def test_apostrophe_and_two_digits_are_found() -> None:
    """`'98` is reported, too."""
    assert quoted("DAT229", "@book{a, year={'98}}") == ["{'98}"]
