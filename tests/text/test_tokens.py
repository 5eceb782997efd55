"""References are split into tokens."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.formats.text.recognize.tokens import tokenize


def cut(text: str) -> list[str]:
    """Return the tokens of a text."""
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1988;27(3):1-9.", ["1988;", "27", "(3):", "1-9."]),
        ("White,D.", ["White,", "D."]),
        ("Oxford:OUP", ["Oxford:", "OUP"]),
        ("Smith(2010)", ["Smith", "(2010)"]),
        ("AT&T don't Saint-Exupéry", ["AT&T", "don't", "Saint-Exupéry"]),
        ("J.-P. Sartre J.R.R.Tolkien", ["J.-P.", "Sartre", "J.R.R.", "Tolkien"]),
        ("12--19 S1–S9 e0123", ["12--19", "S1–S9", "e0123"]),
        ("»Der Ring«, „Titel“.", ["»Der", "Ring«,", "„Titel“."]),
        ("Paris : Seuil. – In : « Titre »", ["Paris :", "Seuil.", "–", "In :", "« Titre »"]),
        ("제32권 第791-795页.", ["제", "32", "권", "第", "791-795", "页."]),
        ("Phys. Rev. D86, JHEP03", ["Phys.", "Rev.", "D", "86,", "JHEP", "03"]),
        ("H1N1 S12-S20 CO2 2013Title", ["H1N1", "S12-S20", "CO2", "2013", "Title"]),
        ("हिन्दी का", ["हिन्दी", "का"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ],
)
def test_a_token_is_a_word_with_its_punctuation(text: str, tokens: list[str]) -> None:
    """Opening marks are before the word, closing ones after it; a field can end after every token."""
    assert cut(text) == tokens


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("(http://a.org/b_(c)/d.html).", "(http://a.org/b_(c)/d.html)."),
        ("see www.a.org/?q=1&r=a,b;", "www.a.org/?q=1&r=a,b;"),
        ("doi:10.1016/S0140-6736(05)66912-7.", "10.1016/S0140-6736(05)66912-7."),
        ("arXiv:2101.01234v2,", "2101.01234v2,"),
        ("hep-th/9901001.", "hep-th/9901001."),
        ("ISBN 978-3-16-148410-0.", "978-3-16-148410-0."),
        ("jane.doe@uni.example.org,", "jane.doe@uni.example.org,"),
    ],
)
def test_an_identifier_is_one_token(text: str, token: str) -> None:
    """URLs, DOIs, arXiv identifiers, ISBNs and addresses are not split."""
    assert cut(text)[-1] == token


@given(st.text())
def test_every_character_but_space_is_in_one_token(text: str) -> None:
    """No character is lost or duplicated, and no token is empty or overlaps the next."""
    spans = tokenize(text)
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(character.isspace() or place in inside for place, character in enumerate(text))
    assert sum(end - start for start, end in spans) == len(inside)


RUNS = [*"().,\"'-–/@_«“[", "a.", "(a", "1.", "a@"]


@pytest.mark.parametrize("run", [*RUNS, ". ", "( ", "www.(", "http://", "10.1000/", "a-", "1-"])
def test_a_long_run_takes_linear_time(run: str) -> None:
    """Half a million equal characters are split within seconds."""
    start = time.process_time()
    tokenize(run * (500_000 // len(run)))
    assert time.process_time() - start < 3
