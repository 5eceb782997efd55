"""Labels that the words themselves contradict are put right."""

import pytest

from refkit.formats.text.labelling.certain import sort_of
from refkit.formats.text.labelling.repair import repaired
from refkit.formats.text.labelling.tokens import Tokens, tokenize

SHORT = {
    "A": "author",
    "T": "title",
    "C": "container-title",
    "E": "editor",
    "R": "translator",
    "D": "date",
}
SHORT |= {
    "V": "volume",
    "P": "pages",
    "L": "location",
    "H": "publisher",
    "N": "note",
    "#": "citation-number",
}
LETTERS = {label: letter for letter, label in SHORT.items()}


def put_right(text: str, labels: str) -> str:
    """Return the labels of a text's tokens put right, a letter each."""
    spans = tokenize(text)
    tokens = Tokens(text, spans, [sort_of(text[start:end]) for start, end in spans])
    return "".join(
        LETTERS[label] for label in repaired(tokens, [SHORT[letter] for letter in labels])
    )


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Council for Small Rivers (2010). Clean banks.", "TTTTDTT", "AAAADTT"),
        ("[3] Landesamt für Deiche: Bericht zur Flut.", "#TTTTTT", "#AAATTT"),
        ("Ministry of Mills, Wells and Weirs. Grain today.", "AAATTTTT", "AAAAAATT"),
        ("The history of a council of fishermen. A tale.", "TTTTTTTTT", "TTTTTTTTT"),
        ("Roe, J. The Council of Elms. Paris: Ami.", "AATTTTLH", "AATTTTLH"),
    ],
)
def test_an_organisation_at_the_head_is_the_author(text: str, before: str, after: str) -> None:
    """It is one up to the first stop, colon or year, where no person is the author."""
    assert put_right(text, before) == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Rive e mulini, a cura di Anna Bo e Ugo Li, Roma", "TTTTTTTTTTTL", "TTTEEEEEEEEL"),
        ("Ufer, hrsg. v. Eva Lang. Bonn 1990", "TTTTTLD", "TEEEELD"),
        ("Ufer. Aus dem Polnischen von Jan Ott, Bonn", "TTTTTTTL", "TRRRRRRL"),
        ("In Water, Land, and Sea, edited by A. Holm, 1999", "EEEEEEEEED", "CCCCCEEEED"),
        ("Banks. Translated by R. Frost. Leeds: Moss, 1990.", "TTTTTLHD", "TRRRRLHD"),
    ],
)
def test_names_follow_the_words_that_say_what_people_did(
    text: str, before: str, after: str
) -> None:
    """Editors and translators are found by "edited by" and its like in other languages."""
    assert put_right(text, before) == after


def test_a_quoted_title_ends_with_its_quotation_mark() -> None:
    """What stands between it and a number is what it appeared in."""
    assert (
        put_right("Roe, J. “Still Water.” River Quarterly 12 (1999): 3-9.", "AATTTTVDP")
        == "AATTCCVDP"
    )


def test_a_title_is_found_behind_a_full_name() -> None:
    """Where the author took the title, he ends at the stop after his name."""
    assert put_right("Roe, Jane. Still Water. Leeds: Moss, 1990.", "AAAALHD") == "AATTLHD"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roe, J. The Herald, 3 November 2010", "AACCVDD", "AACCDDD"),
        ("Roe, J. The Herald, no. 3 November 2010", "AACCVVDD", "AACCVVDD"),
        ("Roe, J. The day of 3 November 2010", "AATTTTTT", "AATTTTTT"),
    ],
)
def test_a_day_belongs_to_its_month(text: str, before: str, after: str) -> None:
    """It is no volume, unless it is counted; in a title it is left alone."""
    assert put_right(text, before) == after
