"""Synthetic training references in many styles, each labelled with the positions of its variables."""

from random import Random

import pytest
from tools.invented_works import all_styles, foreign_styles, invent_references
from tools.printed_references import print_reference
from tools.text_labels import LabelledReference, Span

from refkit.model.csl_json import item_from_record
from refkit.model.item import Item

CHAPTER = {
    "id": "a", "type": "chapter", "title": "On hay", "container-title": "The farms of the north",
    "author": [{"family": "Roe", "given": "Anna"}, {"family": "Doe", "given": "Ben"}],
    "editor": [{"family": "Poe", "given": "Carl"}], "publisher": "Tibur", "publisher-place": "Rome",
    "issued": {"date-parts": [[2001]]}, "page": "3-9",
}  # fmt: skip
LABELLED = [
    (
        "{Roe, A.}, {2001}. {On hay}. {Hay News} {4}, {3-9}.",
        "author date title container-title volume pages",
    ),
    ("{Doe, B.}, {2004}. {The farm}. {Rome}: {Tibur}.", "author date title location publisher"),
    (
        "{Poe, Carl}. {2007}. {A wet year}. {Thesis}, {Hay University}.",
        "author date title genre publisher",
    ),
    (
        "{Poe, C.}, {2003}. {A leaf}. {In D. Moe (Ed.)}, {The leaves} ({pp. 3-9}). {Rome}: {Tibur}.",
        "author date title editor container-title pages location publisher",
    ),
    ("{Roe, A.}, {2011}. {The web of hay}. {http://b.example}", "author date title url"),
    (
        "{Hay Council}. {2008}. {Seeds}. {Rome}: {Tibur}. {http://a.example}",
        "author date title location publisher url",
    ),
]


def item() -> Item:
    """Return a chapter."""
    return item_from_record(CHAPTER)[0]


def record(marked: str, labels: str) -> LabelledReference:
    """Return a labelled reference whose fields are in braces."""
    text, spans = "", []
    for number, part in enumerate(marked.replace("}", "{").split("{")):
        if number % 2:
            spans.append(Span(labels.split()[number // 2], len(text), len(text) + len(part)))
        text += part
    return LabelledReference(text, tuple(spans), "anystyle/core", "")


def fields(style: str, language: str = "en-US") -> dict[str, str]:
    """Return the labelled parts of the chapter in a style."""
    made = print_reference(item(), style, language, 7)
    assert made is not None
    return {label: made[0][start:end] for label, start, end in made[1]}


def test_each_variable_knows_its_place() -> None:
    """A label covers the words between two parts of one field, but not those around the field."""
    assert fields("apa") == {
        "author": "Roe, A., & Doe, B.", "date": "2001", "title": "On hay", "editor": "C. Poe (Ed.",
        "container-title": "The farms of the north", "pages": "3–9", "publisher": "Tibur",
    }  # fmt: skip


def test_the_language_is_the_lists() -> None:
    """The roles of editors are in the language of the list."""
    assert fields("apa", "de-DE")["editor"] == "C. Poe (Hrsg."


def test_a_style_for_a_program_gives_nothing() -> None:
    """A style that renders markup gives no reference that people write."""
    assert print_reference(item(), "wikipedia-templates", "", 1) is None


def test_styles_of_other_languages_are_known() -> None:
    """They are chosen more often than their number suggests."""
    assert "din-1505-2" in foreign_styles()
    assert set(foreign_styles()) < set(all_styles())


@pytest.fixture(scope="module")
def made() -> list[LabelledReference]:
    """Return references generated from a few items."""
    return invent_references([record(*one) for one in LABELLED], 40, Random(1))


def test_references_name_somebody_and_say_when_or_what(made: list[LabelledReference]) -> None:
    """Every reference has an author or an editor."""
    assert all({"author", "editor"} & {span.label for span in one.spans} for one in made)


def test_labels_stand_in_order_inside_the_text(made: list[LabelledReference]) -> None:
    """Labels do not overlap."""
    for one in made:
        places = [place for _, start, end in one.spans for place in (start, end)]
        assert places == sorted(places)
        assert places[-1] <= len(one.text)


def test_the_same_seed_makes_the_same_references() -> None:
    """The weights can be reproduced."""
    first, second = (
        invent_references([record(*one) for one in LABELLED], 5, Random(4)) for _ in range(2)
    )
    assert first == second
