"""The rule detached-accent."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("written", "right"),
    [("Mu¨ller", "Müller"), ("M¨uller", "Müller"), ("Go¨del", "Gödel"), ("Caf´e", "Café"),
     ("Garc´ıa", "García"), ("Nov´ak", "Novák"),
     ("Fran¸cois", "François"), ("Dvoˇrák", "Dvořák"), ("Mu ¨ller", "Müller"), ("Andr´e", "André"), ("Jose´", "José")],
)  # fmt: skip
def test_accents_are_put_on_their_letter(written: str, right: str) -> None:
    """The accent may be before or after the letter; letters that cannot have it are no choice."""
    text = f"@misc{{a, author={{{written}, Max}}}}"
    assert quoted("TEX232", text) == [written]
    assert fixed("TEX232", text, unsafe=True) == f"@misc{{a, author={{{right}, Max}}}}"


@pytest.mark.parametrize(
    "title",
    [
        "20˚ C",
        "5 ´ 7",
        "Müller",
        "a ~ b",
        "H^2",
        "x ¯ 5",
        "¨",
        "O´Brien",
        "Côte d´Ivoire",
        "Int´l Conference",
        "Ann´s",
        "MÃ¯ller",
        "don´t",
        "l´été",
    ],
)
def test_marks_without_letters_are_fine(title: str) -> None:
    """Degrees, primes and real letters are not reported."""
    assert messages("TEX232", f"@misc{{a, title={{{title}}}}}") == []
