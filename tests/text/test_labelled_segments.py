"""A labeled segment sets one or more variables; the words that it does not explain are kept in the note."""

from __future__ import annotations

import pytest
from tests.text.marked import item


def variables(label: str, words: str, rest: str = "") -> dict[str, str]:
    """Return the variables that a segment adds to a reference with a title and the labeled text `rest`."""
    reference = f"<author|Ash, B.> <title|Tides>. {{}}{rest}<date|2001>."
    without = item(reference.format("")).text
    found = item(reference.format(f"<{label}|{words}>. ")).text
    return {name: value for name, value in found.items() if name not in without}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("2nd ed.", {"edition": "2"}),
        ("3. Auflage", {"edition": "3"}),
        ("2nd rev. ed.", {"edition": "2", "note": "rev"}),
        ("Rev. ed.", {"edition": "Rev. ed"}),
        ("Kindle edition", {"edition": "Kindle edition"}),
        ("Edition 2001", {"note": "Edition 2001"}),
        ("printed in Leeds", {"note": "printed in Leeds"}),
        ("12", {"note": "12"}),
    ],
)
def test_an_edition_is_a_number_or_words_with_a_word_for_it(
    words: str, read: dict[str, str]
) -> None:
    """Other words are not an edition."""
    assert variables("edition", words, "<publisher|Moss>, ") == read


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("pp. 3-9", {"page": "3-9"}),
        ("pp. 3-9, 12", {"page": "3-9, 12"}),
        ("212 p.", {"number-of-pages": "212"}),
        ("chap. 4", {"chapter-number": "4"}),
        ("2 vols.", {"number-of-volumes": "2"}),
        ("e1234", {"number": "e1234"}),
    ],
)
def test_pages_may_be_another_number(words: str, read: dict[str, str]) -> None:
    """The number of pages or volumes, a chapter, or the number of an article."""
    assert variables("pages", words) == read


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Moss", {"publisher": "Moss"}),
        ("Leeds: Moss", {"publisher-place": "Leeds", "publisher": "Moss"}),
        ("Press", {"publisher": "Press"}),
        ("in press", {"status": "in press"}),
        ("n.p.", {}),
        ("ProQuest", {"source": "ProQuest"}),
        ("chap. 3", {"chapter-number": "3"}),
        ("PhD thesis, Moss University", {"genre": "PhD thesis", "publisher": "Moss University"}),
    ],
)
def test_a_publisher_may_be_another_remark(words: str, read: dict[str, str]) -> None:
    """A status, a database, a chapter or a type of thesis is not a publisher."""
    assert variables("publisher", words) == read


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("PhD thesis", {"genre": "PhD thesis"}),
        ("Working paper", {"genre": "Working paper"}),
        ("Technical report no. 12", {"genre": "Technical report", "number": "12"}),
        ("Film", {"genre": "Film"}),
        ("123", {"note": "123"}),
    ],
)
def test_a_genre_may_have_a_number(words: str, read: dict[str, str]) -> None:
    """A number without words is not a genre."""
    assert variables("genre", words) == read
