"""Words around names, and organizations at the head, raise the score of a label before decoding."""

import pytest

from refkit import parse
from refkit.formats.text.recognize.people import hints
from refkit.formats.text.recognize.token_classes import token_class
from refkit.formats.text.recognize.tokens import Tokens, tokenize


def hinted(text: str, label: str) -> list[str]:
    """Return the words that hints give a label."""
    spans = tokenize(text)
    tokens = Tokens(text, spans, [token_class(text[start:end]) for start, end in spans])
    found = [hint for hint in hints(tokens) if hint.label == label and hint.nats > 0]
    return [tokens.piece(hint.first, hint.last) for hint in found]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Council for Small Rivers (2010). Clean banks.", ["Council for Small Rivers"]),
        ("[3] Landesamt für Deiche: Bericht zur Flut.", ["Landesamt für Deiche:"]),
        ("Ministry of Mills, Wells and Weirs. Grain today.", ["Ministry of Mills, Wells and Weirs."]),
        ("Agenzia per le acque e i mulini, Catalogo, Roma 1999", ["Agenzia per le acque e i mulini,"]),
        ("Institut für Mühlen, Abteilung Nord, Jahrbuch, Bonn", ["Institut für Mühlen, Abteilung Nord,"]),
        ("Museum of Mills, London, A guide, Moss 1999", ["Museum of Mills, London,"]),
        ("The history of a council of fishermen. A tale.", []),
        ("The Elm Research Institute Study: a tale of leaves.", []),
        ("The Weir Initiative: Reports from rivers.", []),
        ("European Weir Journal (1998) 19, 174–184", []),
        ("Elm, A. Glenn, Escape From Weir, Inc.: The Return", []),
        ("Ash P, Elm K. Swedish Council on Weirs. Chapter 8", []),
        ("Study of Mills, Wheels, Dams, Leeds 1999", []),
        ("BRASIL. Ministério das Águas. Plano anual.", ["BRASIL. Ministério das Águas."]),
        ("Au, Anna von und zu: Das Moor. Bonn", ["Au, Anna von und zu:"]),
        ("Au, Achim v.: Das Moor. Bonn", ["Au, Achim v.:"]),
        ("Browning, Anna R. Ordinary Weirs: A history", []),
    ],
)  # fmt: skip
def test_the_author_at_the_head(text: str, author: list[str]) -> None:
    """An organization ends at a full stop, colon, year or comma, an inverted name at a colon."""
    assert hinted(text, "author") == author


@pytest.mark.parametrize(
    ("text", "editor"),
    [
        ("Rive e mulini, a cura di Anna Bo e Ugo Li, Roma", ["a cura di", "Anna Bo e Ugo Li,"]),
        ("Ufer, hrsg. v. Eva Lang. Bonn 1990", ["hrsg. v.", "Eva Lang."]),
        ("Rive (sous la dir. de Ida Li), Rouen, Amont", ["(sous la dir. de", "Ida Li),"]),
        ("Water and Land, edited by A. Holm, 1999", ["edited by", "A. Holm,"]),
        ("Ufer. Edited in Leeds, 1990", []),
    ],
)
def test_names_after_a_role(text: str, editor: list[str]) -> None:
    """The names end at a full stop, at a bracket, or before a word that is not part of a name."""
    assert hinted(text, "editor") == editor


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Foucault, Michel: Die Geburt des Wehrs. Hg. von Eva Thune. Stuttgart: Metzler, 1999.", "Eva"),
        (
            "Georges Roe, « La rue », in : Villes et métiers (sous la dir. de Hélène Aubry), Paris, Amont, 2008.",
            "Hélène",
        ),
        ("Moss, Anna. “Rivers.” A Book of Weirs, edited by Jane Lind, Elm Press, 1995, p. 26.", "Jane"),
    ],
)  # fmt: skip
def test_one_editor_is_read(text: str, given: str) -> None:
    """Neither the place after the name nor the title before it is part of the names."""
    assert [name.given for name in parse(text).editor] == [given]


def test_an_organization_does_not_take_the_title() -> None:
    """The word after its full stop is not part of its name."""
    item = parse("Modern Elm Association of America. MEA Handbook. 9th ed., Moss Press, 2021.")
    assert (item.author[0].literal, item.title) == (
        "Modern Elm Association of America",
        "MEA Handbook",
    )


def test_other_evidence_outweighs_a_hint() -> None:
    """A title that looks like an organization stays a title if a person precedes it."""
    item = parse("Roe, J. (2001). Council for Small Rivers. Leeds: Moss Press.")
    assert item.title == "Council for Small Rivers"


def test_the_number_of_a_birthday_is_part_of_the_title() -> None:
    """It is not a volume."""
    text = "Kirch, Max, Das Gutachten, in: Eva Lüders (Hrsg.), Festschrift für Ebb zum 70. Geburtstag, Kiel 1995."
    assert parse(text).container_title == "Festschrift für Ebb zum 70. Geburtstag"
