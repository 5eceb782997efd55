"""The rule unpaired-dollar."""

from tests.rules.lintcase import messages


def test_money_with_a_backslash_is_fine() -> None:
    """An escaped dollar is a character."""
    assert messages("TEX228", r"@misc{a, title={Dunes for \$10 and $x$}}") == []


def test_three_dollars_are_found() -> None:
    """Odd counts leave one over."""
    assert messages("TEX228", "@misc{a, title={From $a$ to $b}}")
