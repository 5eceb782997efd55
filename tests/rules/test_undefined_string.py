"""The rule undefined-string."""

from tests.rules.lintcase import messages, quoted


def test_months_are_defined_by_styles() -> None:
    """`jan` needs no @string."""
    assert messages("REF223", "@misc{a, month=jan}") == []


def test_the_name_is_pointed_at() -> None:
    """Only the macro of a joined value is blamed."""
    assert quoted("REF223", '@misc{a, journal = dunesj # " B"}') == ["dunesj"]
