"""The rule undefined-string."""

from tests.rules.lintcase import messages, quoted


def test_months_are_defined_by_styles() -> None:
    """`jan` requires no @string."""
    assert messages("REF223", "@misc{a, month=jan}") == []


def test_the_name_is_pointed_at() -> None:
    """In a joined value, the finding marks only the macro."""
    assert quoted("REF223", '@misc{a, journal = dunesj # " B"}') == ["dunesj"]
