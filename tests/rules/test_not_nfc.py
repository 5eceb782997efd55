"""The rule not-nfc."""

from tests.rules.lintcase import fixed, messages


def test_composed_text_is_fine() -> None:
    """Form C is no finding."""
    assert messages("TEX226", "@misc{a, title={Café}}") == []


def test_the_fix_composes() -> None:
    """The same text in one character each."""
    assert fixed("TEX226", "@misc{a, title={Café}}", unsafe=True) == "@misc{a, title={Café}}"
