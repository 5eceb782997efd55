"""The rule double-braced-title."""

from dataclasses import replace

import pytest
from tests.rules.lintcase import fixed, messages

from refkit.lint.settings import Settings


def test_one_braced_word_is_fine() -> None:
    """A title that is a single name may be in braces."""
    assert messages("TTL221", "@misc{a, title={{Dunes}}}") == []


def test_two_groups_are_fine() -> None:
    """Braces at both ends may belong to two groups."""
    assert messages("TTL221", "@misc{a, title={{DNA} of {NASA}}}") == []


def test_the_fix_keeps_inner_braces() -> None:
    """Inner braces are kept, and other words with capitals get braces."""
    title = fixed("TTL221", "@misc{a, title={{The {DNA} of dunes in Wales}}}", unsafe=True)
    assert title == "@misc{a, title={The {DNA} of dunes in {Wales}}}"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("Tides of Germany in X3DOM and HTML5", "Tides of {Germany} in {X3DOM} and {HTML5}"),
        ("iPhone use: A history of NASA (ESA)", "{iPhone} use: A history of {NASA} ({ESA})"),
        ("Life on Mars? No, said U.S. experts", "Life on {Mars}? {No}, said {U.S.} experts"),
        ("Notes on Örebro and Ås", "Notes on {Örebro} and {Ås}"),
        (r"Notes on {\"O}sterreich and {\it Homo}", r"Notes on {{\"O}sterreich} and {{\it Homo}}"),
        (r"Using \LaTeX and $N=4$ theory", r"Using {\LaTeX} and {$N=4$} theory"),
        ("{Life on Mars}", "Life on {Mars}"),
    ],
)
def test_words_with_capitals_keep_them(inner: str, expected: str) -> None:
    """Names, acronyms, capitals inside words, formulas and accented letters get braces."""
    text = fixed("TTL221", f"@article{{a, title={{{{{inner}}}}}}}", unsafe=True)
    assert text == f"@article{{a, title={{{expected}}}}}"


@pytest.mark.parametrize(
    "inner",
    [
        "The Heather of Northern Slopes",
        "THE TIDES OF GERMANY",
        "$a + B$",
        r"The \'Etudes of \"Osterreich",
    ],
)
def test_title_whose_names_cannot_be_known_is_left(inner: str) -> None:
    """In title case and all capitals, names cannot be recognized; some letters allow no braces."""
    text = f"@article{{a, title={{{{{inner}}}}}}}"
    assert fixed("TTL221", text, unsafe=True) == text


def test_title_of_a_book_around_a_part_is_not_reported() -> None:
    """No common style changes the case of `booktitle`."""
    assert messages("TTL221", "@inproceedings{a, booktitle={{14th Conference on Oceans}}}") == []


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={{The tides of spring}}}",
        "@article{a, title={{Tides: A study of spring}}}",
        "@book{a, title={{The Tides of Spring}}}",
        "@phdthesis{a, title={{The Tides of Spring}}}",
    ],
)
def test_braces_that_change_nothing_are_not_reported(text: str) -> None:
    """plain.bst prints the same with and without the braces."""
    assert messages("TTL221", text) == []


def test_biblatex_does_not_change_the_case() -> None:
    """The standard styles of BibLaTeX print titles as they are."""
    biblatex = replace(Settings(), dialect="biblatex")
    assert messages("TTL221", "@article{a, title={{The Tides of Spring}}}", biblatex) == []


@pytest.mark.parametrize(
    "title",
    [
        "Die Ordnung der reinen Zahlen", "Flut und Ebbe", "Zur Theorie des Windes", "Über Sand", "Das Meer im Winter",
        "Handbuch der Gezeiten im Watt",
    ],
)  # fmt: skip
def test_german_titles_need_their_capitals(title: str) -> None:
    """German nouns are capitalized in every style."""
    assert messages("TTL221", f"@article{{a, title={{{{{title}}}}}}}") == []


def test_the_language_of_the_entry_counts() -> None:
    """A title without short words may be German, too."""
    entry = "@article{a, title={{Sandrippel Deutscher Strände}}, language={ngerman}}"
    assert messages("TTL221", entry) == []
    assert messages("TTL221", entry.replace("ngerman", "english"))


@pytest.mark.parametrize(
    "title", ["Forces of van der Waals", "Things to Die For", "The Tides in Holland"]
)
def test_single_short_words_are_no_evidence(title: str) -> None:
    """Names and English words look like German ones."""
    assert messages("TTL221", f"@article{{a, title={{{{{title}}}}}}}")
