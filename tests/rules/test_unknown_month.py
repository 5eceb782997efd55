"""The rule unknown-month."""

from tests.rules.lintcase import messages


def test_macros_ranges_and_languages_are_months() -> None:
    """Macros, ranges and months in other languages are not reported."""
    text = (
        "@book{a, month=jan} @book{b, month={10-15 Sept.}} @book{c, month={Mai}} @book{d, month={3}} "
        '@book{e, month=jun # "/" # jul} @book{f, month={Spring}}'
    )
    assert messages("PAG224", text) == []


def test_numbers_end_at_twelve() -> None:
    """A thirteenth month is reported."""
    assert messages("PAG224", "@book{a, month={13}}")[0].startswith("`13` is not a month")
