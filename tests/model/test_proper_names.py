"""Proper names in the sentences of a document."""

import time

import refkit
from refkit.model.proper_names import find_proper_names
from refkit.model.source import Source


def names(text: str) -> list[str]:
    return sorted(find_proper_names(Source(text)))


def test_a_word_with_a_capital_inside_a_sentence_is_a_name() -> None:
    """Also in the genitive."""
    assert names(
        "The river flows slowly through Egypt’s valley to Cairo, as it has always done."
    ) == ["Cairo", "Egypt"]


def test_the_first_word_of_a_sentence_is_not_a_name() -> None:
    """Any word has a capital there."""
    assert names("Rivers flow slowly through the valley, and nobody can say since when.") == []


def test_a_word_in_lower_case_elsewhere_is_not_a_name() -> None:
    """The State is also a state."""
    assert names("They say that the new State of things is no state of any kind at all.") == []


def test_titles_are_ignored() -> None:
    """Their words have capitals anyway: headings, quoted titles, titles named in a sentence."""
    heading = "Rivers of the Old World in Modern Times"
    said = heading + "\n\nHe wrote “The Lost World” and then The Human Condition before he died."
    assert names(said) == []


def test_names_in_titles_get_braces_in_bibtex() -> None:
    """Otherwise BibTeX's styles would convert them to lower case."""
    said = (
        "The river flows slowly through Lower Egypt to Cairo, as it has always done.\n\nReferences\n\n"
        "Roe, A. (2001). Floods and Famines of Lower Egypt. Oxford University Press.\n"
        "Poe, B. (2003). The Mills of Cairo and Their Owners. Oxford University Press.\n"
    )
    written = refkit.dumps(refkit.loads(said, format="text"))
    assert [line.strip() for line in written.splitlines() if "title" in line] == [
        "title = {Floods and Famines of {Lower Egypt}},",
        "title = {The Mills of {Cairo} and Their Owners},",
    ]


def test_any_text_is_read_quickly() -> None:
    """An opening quotation mark without a closing one does not make it slow."""
    start = time.process_time()
    for mark in ('"', "“", "*", "<em>", "\\emph{", "A ", "a. "):
        names(mark * 100_000)
    assert time.process_time() - start < 5
