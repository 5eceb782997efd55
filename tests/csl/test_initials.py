"""Given names as initials."""

from __future__ import annotations

import pytest

from refkit.csl.initials import initials


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("John Edward", "J. E."),
        ("Jean-Luc", "J.-L."),
        ("J.E.", "J. E."),
        ("Hsien-Li Mary", "H.-L. M."),
        ("Charles de Bois", "C. de B."),
        ("Chr. F.", "Chr. F."),
        ("Ji-young", "J."),
        ("Abd al-Rahman", "A. al-Rahman"),
        ("Юрий", "Ю."),
        ("THomas", "Th."),
        ("YUri-KArl", "Yu.-Ka."),
        ("MacArthur", "M."),
        ("M.-Th.", "M.-Th."),
        ("Marie-Th.", "M.-Th."),
        ("Ch.-H. N.", "Ch.-H. N."),
        ("<b>M.</b>", "<b>M.</b>"),
        ("<i>M. N.</i>", "<i>M. N.</i>"),
        ("JR", "J."),
        ("JD", "J."),
        ("<i>Ann</i> B", "<i>A.</i> B."),
        ("", ""),
        ("<b></b> Ann", "A."),
        ("<i></i>", ""),
    ],
)
def test_a_given_name_is_shortened(given: str, expected: str) -> None:
    """Lower-case words, abbreviations and hyphens are kept."""
    assert initials(given, ". ") == expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("", "JE de B"), (".", "J.E. de B."), (" ", "J E de B")]
)
def test_the_mark_follows_each_initial(mark: str, expected: str) -> None:
    """Words that are not shortened keep their spaces."""
    assert initials("John E. de Bois", mark) == expected


def test_without_shortening_only_initials_take_the_mark() -> None:
    """initialize="false": James T Kirk is James T. Kirk."""
    assert initials("James T", ". ", shorten=False) == "James T."


def test_without_shortening_hyphens_stay() -> None:
    """There is no space before the second part of a compound name."""
    assert initials("M.-Th. X", ". ", shorten=False) == "M.-Th. X."


def test_without_hyphens_compound_names_give_two_initials() -> None:
    """initialize-with-hyphen="false"."""
    assert initials("Jean-Luc", ". ", hyphen=False) == "J. L."
