"""The rule title-later-year."""

from tests.rules.lintcase import messages


def test_forecasts_are_left_alone() -> None:
    """A title that looks forward may name the year."""
    assert messages("DAT232", "@book{a, title={Cities by 2050: an Outlook}, year={2015}}") == []


def test_history_is_fine() -> None:
    """A report of an earlier year is no finding."""
    assert messages("DAT232", "@book{a, title={Results of the 1947 Survey}, year={2015}}") == []


def test_events_after_their_report_are_found() -> None:
    """Nobody reports on a flood before it."""
    assert (
        "2021"
        in messages("DAT232", "@book{a, title={Lessons from the 2021 Floods}, year={2018}}")[0]
    )
