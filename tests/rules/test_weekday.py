"""The rule weekday."""

from tests.rules.lintcase import messages


def test_right_weekday_is_fine() -> None:
    """3 March 2015 was a Tuesday."""
    assert messages("DAT224", "@misc{a, note={Read on Tuesday, March 3, 2015}}") == []


def test_wrong_weekday_names_the_right_one() -> None:
    """The message gives the correct weekday."""
    assert "Tuesday" in messages("DAT224", "@misc{a, note={Read on Fri., March 3, 2015}}")[0]


def test_impossible_days_are_not_asked_for() -> None:
    """30 February has no weekday, and another rule reports it."""
    assert messages("DAT224", "@misc{a, note={Monday, 30 February 2015}}") == []
