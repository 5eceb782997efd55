"""Lines are joined; words, numbers and addresses that were split at line ends become whole again."""

from __future__ import annotations

import pytest

from refkit.formats.text.finding.lines import lines_of
from refkit.formats.text.finding.unwrap import Words, unwrapped
from refkit.model.excerpt import Excerpt


def joined(text: str, elsewhere: str = "") -> str:
    return unwrapped(Excerpt.from_text(text), lines_of(text), 0, Words(f"{text}\n{elsewhere}")).text


def test_line_end_is_a_space() -> None:
    """A line end with its indentation is one space."""
    assert joined("Tides of the\n     northern coast") == "Tides of the northern coast"


def test_broken_word() -> None:
    """A hyphen at a line end before a lower-case letter is removed."""
    assert joined("Tides of the north-\nern coast") == "Tides of the northern coast"


def test_hyphen_before_a_capital() -> None:
    """A hyphen before a capital is part of the word."""
    assert (
        joined("Statements of the Islamic-\nState group") == "Statements of the Islamic-State group"
    )


def test_hyphen_that_the_document_writes_elsewhere() -> None:
    """A word that has its hyphen elsewhere in the document keeps it."""
    assert joined("A peer-\nreviewed journal", "not peer-reviewed") == "A peer-reviewed journal"


def test_hyphen_that_the_document_writes_in_both_ways() -> None:
    """A word that is also written without a hyphen loses it."""
    assert joined("An on-\nline journal", "online and on-line") == "An online journal"


def test_hyphen_for_a_word_to_come() -> None:
    """A suspended hyphen is kept, and so is the space after it."""
    assert joined("Quellen-\nund Literaturkunde") == "Quellen- und Literaturkunde"


@pytest.mark.parametrize("hyphen", ["\u00ad", "¬", "‐"])
def test_other_hyphens(hyphen: str) -> None:
    """Soft hyphens, and the characters that PDF readers emit for them, are hyphens."""
    assert joined(f"north{hyphen}\nern coast") == "northern coast"


def test_soft_hyphen_inside_a_line() -> None:
    """A soft hyphen inside a line is removed."""
    assert joined("north\u00adern coast") == "northern coast"


def test_range_of_pages() -> None:
    """A range of pages that was split at a line end keeps its dash and gets no space."""
    assert joined("Estuaries 12: 1160–\n1190.") == "Estuaries 12: 1160–1190."


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("https://example.org/tides/\nnorth.html", "https://example.org/tides/north.html"),
        ("https://example.org/tides-\nnorth", "https://example.org/tides-north"),
        ("https://example.org/tid\nes/north.html", "https://example.org/tides/north.html"),
        ("doi:10.1000/\nabc12", "doi:10.1000/abc12"),
        ("https://example.org/tides.\nAccessed 2020", "https://example.org/tides. Accessed 2020"),
        ("https://example.org/tides\nLast seen", "https://example.org/tides Last seen"),
    ],
)
def test_address(broken: str, whole: str) -> None:
    """An address continues on the next line if that looks like a part of one."""
    assert joined(broken) == whole


def test_spaces_inside_a_line() -> None:
    """Repeated spaces of justified text become one."""
    assert joined("Tides  of   the coast") == "Tides of the coast"


def test_place_of_a_joined_word() -> None:
    """The halves of a hyphenated word keep their positions."""
    text = "Tides of the north-\nern coast"
    excerpt = unwrapped(Excerpt.from_text(text), lines_of(text), 0, Words(text))
    at = excerpt.text.index("northern")
    span = excerpt.span(at, at + 8)
    assert text[span.start : span.end] == "north-\nern"
