"""Titles are converted between BibTeX's title case and CSL's sentence case."""

import pytest

import refkit
from refkit.model.citing import as_cited
from refkit.model.sentence_case import protect_capitals, to_sentence_case


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
        (
            'Life in <span class="nocase">New York</span> Today',
            'Life in <span class="nocase">New York</span> today',
        ),
        ("On <i>Escherichia</i> Growth", "On <i>escherichia</i> growth"),
    ],
)
def test_title_case_becomes_sentence_case(written: str, cited: str) -> None:
    """Title case is removed; first words, protected words and acronyms keep their capitals."""
    assert to_sentence_case(written) == cited


@pytest.mark.parametrize(
    "title",
    [
        "A history of the Islamic State in Palmyra",
        "The battle for Stalingrad",
        "",
        "1984",
        "Eine kleine Nachtmusik",
    ],
)
def test_a_title_in_sentence_case_is_not_changed(title: str) -> None:
    """If common words are already in lower case, the remaining capitals belong to names."""
    assert to_sentence_case(title) == title


def test_converting_to_sentence_case_is_idempotent() -> None:
    """Converting twice is the same as converting once."""
    once = to_sentence_case("The Globalization of Martyrdom and the State of Nations")
    assert to_sentence_case(once) == once


def test_only_english_items_are_changed() -> None:
    """German capitalizes nouns, so its titles are not changed."""
    library = refkit.loads("@book{a, title = {Die Leiden des Jungen Werthers}, langid = {german}}")
    assert as_cited(library["a"]).title == "Die Leiden des Jungen Werthers"


def test_one_lower_case_word_of_three_letters_implies_sentence_case() -> None:
    """The only capital then belongs to a name."""
    assert to_sentence_case("The art of Japan") == "The art of Japan"


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


def test_items_from_csl_json_are_cited_unchanged() -> None:
    """CSL-JSON is already in sentence case."""
    library = refkit.loads('[{"id": "a", "type": "book", "title": "The Art of War"}]')
    assert as_cited(library["a"]).title == "The Art of War"


def test_the_bibliography_has_sentence_case() -> None:
    """APA renders titles in sentence case and keeps protected text."""
    library = refkit.loads(
        "@book{a, author={Doe, Jo}, title={The Rise of {NASA} and {Apollo}}, publisher={P}, year=2001}"
    )
    assert (
        refkit.format(library, style="apa").strip()
        == "Doe, J. (2001). The rise of NASA and Apollo. P."
    )


def test_a_title_case_style_restores_the_capitals() -> None:
    """Chicago's capitals come from the style."""
    library = refkit.loads(
        "@book{a, author={Doe, Jo}, title={The Rise of Empires}, publisher={P}, year=2001}"
    )
    assert "*The Rise of Empires*" in refkit.format(
        library, style="chicago-author-date", output="markdown"
    )


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("The rise of Wikidata", "The rise of {Wikidata}"),
        (
            "DNA repair: The role of X-rays in the United States",
            "{DNA} repair: The role of {X}-rays in the {United States}",
        ),
        ("The Rise of Wikidata in the Modern World", "The Rise of Wikidata in the Modern World"),
        ("A Study of iPhone Users", "A Study of {iPhone} Users"),
        ("The <i>Tetrix subulata</i> of Norway", "The <i>{Tetrix} subulata</i> of {Norway}"),
    ],
)
def test_capitals_to_keep_are_protected(title: str, protected: str) -> None:
    """Those of a title in sentence case, and of words with capitals inside."""
    marked = protected.replace("{", '<span class="nocase">').replace("}", "</span>")
    assert protect_capitals(title) == marked


def test_german_nouns_keep_their_capitals() -> None:
    """Title case is English."""
    assert (
        protect_capitals("Die Kunst", is_english=False) == 'Die <span class="nocase">Kunst</span>'
    )


def test_titles_from_csl_json_are_protected_in_bibtex() -> None:
    """BibTeX's styles would convert names in them to lower case."""
    library = refkit.loads('[{"id": "a", "type": "book", "title": "The art of Japan"}]')
    assert "title = {The art of {Japan}}" in refkit.dumps(library, format="bibtex")


def test_titles_from_bibtex_are_written_unchanged() -> None:
    """Their braces already protect names."""
    text = "@book{a,\n  title = {The {Art} of Japan},\n}\n"
    assert refkit.dumps(refkit.loads(text), format="bibtex") == text


@pytest.mark.parametrize(
    ("title", "result"),
    [
        ("Pre-training of Deep Bidirectional Transformers", "Pre-training of deep bidirectional transformers"),
        ("Long Short-term Memory Networks", "Long short-term memory networks"),
        ("Towards Real-time Object Detection", "Towards real-time object detection"),
        ("Self-supervised Learning of Images and Text", "Self-supervised learning of images and text"),
        ("Image-to-Image Translation with Networks", "Image-to-image translation with networks"),
        ("The well-known effects of Paris", "The well-known effects of Paris"),
        ("Pre-training", "Pre-training"),
    ],
)  # fmt: skip
def test_a_compound_in_lower_case_does_not_hide_title_case(title: str, result: str) -> None:
    """Its second word is in lower case in many titles in title case."""
    assert to_sentence_case(title) == result
