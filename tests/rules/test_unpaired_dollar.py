"""The rule unpaired-dollar."""

from tests.rules.lintcase import findings, messages, quoted


def test_money_with_a_backslash_is_fine() -> None:
    """An escaped dollar sign is an ordinary character."""
    assert messages("TEX228", r"@misc{a, title={Dunes for \$10 and $x$}}") == []


def test_three_dollars_are_found() -> None:
    """An odd number of dollar signs is reported."""
    assert messages("TEX228", "@misc{a, title={From $a$ to $b}}")


def test_the_dollar_without_a_partner_is_pointed_at() -> None:
    """TeX pairs dollar signs from the left, so the last one is marked."""
    found = findings("TEX228", "@misc{a,\n title = {From $a$\n  to $10}}")
    assert [(f.line, f.column) for f in found] == [(3, 6)]
    assert quoted("TEX228", "@misc{a, title={From $a$ to \\$1 and $b}}") == ["$"]
