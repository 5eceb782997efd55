"""Titles as BibTeX has them become titles as CSL's styles want them."""

import pytest

import refkit
from refkit.model.sentence_case import as_cited, sentence_case


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("The Globalization of Martyrdom", "The globalization of martyrdom"),
        ("Deep Learning: A Survey of the Field", "Deep learning: A survey of the field"),
        ("Is This It? Yes and No", "Is this it? Yes and no"),
        ("Report on Post-Conflict Recovery", "Report on post-conflict recovery"),
        ("A Tale of Two Cities", "A tale of two cities"),
        ("The DNA of an iPhone User", "The DNA of an iPhone user"),
        ("Vitamin C and the Common Cold", "Vitamin C and the common cold"),
        ("Syria's Hidden Threats", "Syria's hidden threats"),
        ('Life in <span class="nocase">New York</span> Today', 'Life in <span class="nocase">New York</span> today'),
        ("On <i>Escherichia</i> Growth", "On <i>escherichia</i> growth"),
    ],
)
def test_title_case_becomes_sentence_case(written: str, cited: str) -> None:
    """Capitals of title case go; first words, protected words and acronyms keep theirs."""
    assert sentence_case(written) == cited


@pytest.mark.parametrize(
    "title",
    ["A history of the Islamic State in Palmyra", "The battle for Stalingrad", "", "1984", "Eine kleine Nachtmusik"],
)
def test_a_title_that_is_in_sentence_case_stays(title: str) -> None:
    """Where common words are small already, the capitals that remain are names."""
    assert sentence_case(title) == title


def test_sentence_case_twice_is_sentence_case_once() -> None:
    """What was changed isn't changed again."""
    once = sentence_case("The Globalization of Martyrdom and the State of Nations")
    assert sentence_case(once) == once


def test_only_english_items_are_changed() -> None:
    """German writes nouns with capitals; its titles stay."""
    library = refkit.loads("@book{a, title = {Die Leiden des Jungen Werthers}, langid = {german}}")
    assert as_cited(library["a"]).title == "Die Leiden des Jungen Werthers"


def test_journals_keep_their_names() -> None:
    """The title of a chapter's book is a title, the name of a journal is a name."""
    library = refkit.loads(
        "@article{a, title={Some Title}, journal={Annals of Mathematics}}"
        "@incollection{b, title={Some Title}, booktitle={Essays on Many Things}}"
    )
    assert [as_cited(item).container_title for item in library] == [
        "Annals of Mathematics",
        "Essays on many things",
    ]


def test_items_of_csl_json_are_cited_as_they_are() -> None:
    """CSL-JSON holds sentence case already."""
    library = refkit.loads('[{"id": "a", "type": "book", "title": "The Art of War"}]')
    assert as_cited(library["a"]).title == "The Art of War"


def test_the_bibliography_has_sentence_case() -> None:
    """APA prints titles in sentence case and keeps what braces protect."""
    library = refkit.loads(
        "@book{a, author={Doe, Jo}, title={The Rise of {NASA} and {Apollo}}, publisher={P}, year=2001}"
    )
    assert refkit.format(library, style="apa").strip() == "Doe, J. (2001). The rise of NASA and Apollo. P."


def test_a_title_case_style_gives_the_capitals_back() -> None:
    """Chicago's capitals come from the style."""
    library = refkit.loads("@book{a, author={Doe, Jo}, title={The Rise of Empires}, publisher={P}, year=2001}")
    assert "*The Rise of Empires*" in refkit.format(library, style="chicago-author-date", output="markdown")
