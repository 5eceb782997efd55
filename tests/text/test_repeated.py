"""A dash that repeats the author of the preceding reference is replaced."""

from __future__ import annotations

import pytest
from tests.text.lists import listing_of, texts_of, written_of

from refkit.formats.text.finding.repeated import author_of

FIRST = "Baker, Ruth. 2012. Tides of the northern coast. Oxford University Press."


@pytest.mark.parametrize("dash", ["---.", "———.", "______.", "–.", "— — —.", "--.", "Idem."])
def test_dash(dash: str) -> None:
    """The author replaces any kind of dash."""
    text = f"References\n\n{FIRST}\n{dash} 2014. Ebb and flow. Oxford University Press.\n"
    assert texts_of(text)[1] == "Baker, Ruth. 2014. Ebb and flow. Oxford University Press."


def test_two_dashes_in_a_row() -> None:
    """A second dash is the same author."""
    text = f"References\n\n{FIRST}\n———. 2014. Ebb and flow. Leeds: Fen.\n———. 2016. Spring tides. Leeds: Fen.\n"
    assert [one.repeated for one in listing_of(text).references] == [
        "",
        "Baker, Ruth.",
        "Baker, Ruth.",
    ]


def test_year_in_parentheses() -> None:
    """A space separates the author from a year in parentheses."""
    text = (
        "References\n\nBaker, R. (2012). Tides of the coast. Oxford University Press.\n"
        "—— (2014). Ebb and flow. Oxford University Press.\n"
    )
    assert texts_of(text)[1] == "Baker, R. (2014). Ebb and flow. Oxford University Press."


def test_german_words() -> None:
    """The words "Ders." and "dies." repeat the author, too."""
    text = (
        "Literatur\n\nBecker, Rudolf: Gezeiten der Nordküste. Leipzig: Küstenverlag 2012.\n"
        "Ders.: Ebbe und Flut. Leipzig: Küstenverlag 2014.\n"
    )
    assert texts_of(text)[1] == "Becker, Rudolf: Ebbe und Flut. Leipzig: Küstenverlag 2014."


def test_place_of_the_dash() -> None:
    """The reference begins at the dash in the source."""
    text = f"References\n\n{FIRST}\n———. 2014. Ebb and flow. Oxford.\n"
    assert written_of(text)[1] == "———. 2014. Ebb and flow. Oxford."


def test_dash_without_a_reference_before() -> None:
    """Without a preceding author, a dash is unchanged."""
    text = "References\n\n———. 2014. Ebb and flow. Oxford University Press.\n" + FIRST
    assert listing_of(text).references[0].repeated == ""


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Baker, R. (2012). Tides.", "Baker, R."),
        ("Baker, R., & Cho, M. 2012. Tides.", "Baker, R., & Cho, M."),
        ("Baker R, Cho M. Tides of the coast. Estuaries 2012;3:4.", "Baker R, Cho M."),
        ("Baker, Ruth. Tides of the Coast. Oxford, 2012.", "Baker, Ruth."),
        ("Becker, Rudolf: Gezeiten. Leipzig 2012.", "Becker, Rudolf"),
        ("Baker, Ruth, “Tides”, Estuaries 3 (2012).", "Baker, Ruth"),
        ("R. Baker. Tides of the coast. Oxford, 2012.", "R. Baker."),
        ("World Bank. 2012. Tides.", "World Bank."),
    ],
)
def test_author_of_a_reference(text: str, author: str) -> None:
    """The author is the text before the year or the title."""
    assert author_of(text) == author
