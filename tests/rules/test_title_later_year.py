"""The rule title-later-year."""

from tests.rules.lintcase import messages


def test_forecasts_are_left_alone() -> None:
    """A title with a word of the future may name it."""
    assert messages("DAT232", "@book{a, title={Cities by 2050: an Outlook}, year={2015}}") == []


def test_history_is_fine() -> None:
    """An earlier year in the title is no finding."""
    assert messages("DAT232", "@book{a, title={The Winter of 1947}, year={2015}}") == []
