"""The rule repeated-string."""

from tests.rules.lintcase import quoted


def test_the_same_meaning_twice_is_harmless() -> None:
    """Shared lists may repeat the same definition."""
    assert quoted("REF224", '@string{a = "A"} @string{a = "A"} @misc{k, journal = a}') == []


def test_the_second_is_blamed() -> None:
    """The finding marks the later definition."""
    assert quoted("REF224", '@string{a = "A"} @string{A = "B"} @misc{k, journal = a}') == ["A"]
