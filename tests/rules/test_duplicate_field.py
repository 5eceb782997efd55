"""Fields that stand twice in an entry."""

from tests.rules.lintcase import fixed, messages, quoted

DIFFERENT = "@article{a, year={2015}, title={T}, Year={2016}}"
SAME = "@article{a,\n  year = {2015},\n  title = {T},\n  year = 2015,\n}"


def test_second_field_is_found() -> None:
    """The second is pointed at, whatever the case of its name."""
    assert quoted("FLD101", DIFFERENT) == ["Year"]


def test_message_shows_both_values() -> None:
    """Where the values differ, both are shown with the program that prints each."""
    message = messages("FLD101", DIFFERENT)[0]
    assert "`2015`" in message
    assert "`2016`" in message


def test_same_value_is_taken_out() -> None:
    """A repetition of the same value goes, comma and line with it."""
    assert fixed("FLD101", SAME) == "@article{a,\n  year = {2015},\n  title = {T},\n}"


def test_different_values_are_left() -> None:
    """Which of two facts is right is not for a program to say."""
    assert fixed("FLD101", DIFFERENT, unsafe=True) == DIFFERENT
