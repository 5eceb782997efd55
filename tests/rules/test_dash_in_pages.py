"""The rule dash-in-pages."""

from tests.rules.lintcase import fixed, messages


def test_en_dashes_are_fine() -> None:
    """Both spellings of the en dash pass."""
    assert messages("PAG227", "@book{a, pages={1--2}} @book{b, pages={1–2}}") == []


def test_three_hyphens_are_an_em_dash() -> None:
    """The fix leaves two."""
    assert fixed("PAG227", "@book{a, pages={1---2}}", unsafe=True) == "@book{a, pages={1--2}}"
