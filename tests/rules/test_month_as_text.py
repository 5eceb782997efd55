"""The rule month-as-text."""

from tests.rules.lintcase import fixed, messages


def test_macros_and_days_are_fine() -> None:
    """A macro is correct, and text with a day is not reported."""
    assert (
        messages("PAG226", "@book{a, month=jan} @book{b, month={January 5}} @book{c, month={1}}")
        == []
    )


def test_the_fix_writes_the_macro() -> None:
    """The fix replaces the text together with its braces."""
    assert fixed("PAG226", '@book{a, month="Sept."}', unsafe=True) == "@book{a, month=sep}"


def test_quotes_around_a_macro_are_to_be_removed() -> None:
    """The text is already the name of the macro."""
    text = '@book{a, month="dec"} @book{b, month={May}} @book{c, month={June}}'
    assert messages("PAG226", text) == [
        "`dec` is printed unchanged; remove the quotes",
        "`May` is printed unchanged; remove the braces",
        "`June` is printed unchanged; use the macro `jun`",
    ]
