"""The rule before-print."""

from tests.rules.lintcase import messages


def test_early_prints_are_fine() -> None:
    """A book from 1543 is not reported."""
    assert messages("DAT228", "@book{a, year={1543}}") == []


def test_journals_are_younger_than_books() -> None:
    """The same year is too early for an article."""
    assert "1665" in messages("DAT228", "@article{a, year={1543}}")[0]
