"""The rule dash-in-pages."""

from dataclasses import replace

from tests.rules.lintcase import fixed, messages, quoted

from refkit.lint.settings import Settings


def test_en_dashes_are_fine() -> None:
    """Both spellings of the en dash pass."""
    assert messages("PAG227", "@book{a, pages={1--2}} @book{b, pages={1–2}}") == []


def test_three_hyphens_are_an_em_dash() -> None:
    """The fix writes two hyphens."""
    assert fixed("PAG227", "@book{a, pages={1---2}}", unsafe=True) == "@book{a, pages={1--2}}"


def test_each_dash_is_pointed_at() -> None:
    """The spaces around the dash are removed but not marked."""
    text = "@book{a, pages={1 — 2, 7—9}}"
    assert quoted("PAG227", text) == ["—", "—"]
    assert fixed("PAG227", text, unsafe=True) == "@book{a, pages={1--2, 7--9}}"


def test_biber_accepts_any_dash_but_not_other_characters() -> None:
    """A minus sign and a tilde are not dashes for biber."""
    biblatex = replace(Settings(), dialect="biblatex")
    assert quoted("PAG227", "@book{a, pages={7—9, 7−9, 7~9}}", biblatex) == ["−", "~"]
