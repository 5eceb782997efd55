"""The rule malformed-pages."""

from dataclasses import replace

import pytest
from tests.rules.lintcase import marked, messages, quoted

from refkit.lint.settings import Settings

BIBLATEX = replace(Settings(), dialect="biblatex")


def problem(pages: str) -> str:
    """Return the problem in the message about these pages, or an empty string."""
    found = messages("PAG229", f"@article{{a, pages={{{pages}}}}}")
    return found[0].split("` ", 1)[1] if found else ""


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ("1O1--110", "contain a letter instead of a digit"),
        ("l01--110", "contain a letter instead of a digit"),
        ("2l4", "contain a letter instead of a digit"),
        ("101 to 110", "have no dash"),
        ("101 bis 110", "have no dash"),
        ("101_110", "have no dash"),
        ("101..110", "have no dash"),
        ("101 110", "have no dash"),
        ("101--", "are half of a range"),
        ("-110", "are half of a range"),
        ("153--??", "are incomplete"),
        ("1??", "are incomplete"),
        ("one hundred", "contain no number"),
        ("various", "contain no number"),
    ],
)
def test_pages_that_nobody_can_read_are_found(pages: str, words: str) -> None:
    """The message says what is wrong with the pages."""
    assert problem(pages).startswith(words)


@pytest.mark.parametrize(
    "pages",
    [
        "101--110", "7", "e1234", "L12--L15", "S1--S9", "iv--xii", "xxiv+497", "mix", "vii--xiv", "xiii--xxi",
        "iii--ix", "xii--xx", "XII--XX", "vii-xiv", "i--iv", "12:1--12:20", "034503-2",
        "101--110, 120", "C1", "D5--D10", "3 1", "n/a", "P07", "A--D", r"\\url{https://tides.org}", "第12页", "l1--l9",
    ],
)  # fmt: skip
def test_other_pages_pass(pages: str) -> None:
    """Article numbers, prefixes, Roman numerals and lists are pages."""
    assert problem(pages) == ""


def test_biber_knows_ranges_without_an_end() -> None:
    """In BibLaTeX, `101--` means "101 and the following pages"."""
    assert quoted("PAG229", "@article{a, pages={101--}}", BIBLATEX) == []


def test_pages_of_csl_json_are_found() -> None:
    """The rule checks the pages of every format."""
    text = '[{"id": "a", "type": "article-journal", "page": "2l4-221"}]'
    assert marked("PAG229", text, "csl-json") == ["2l4-221"]


@pytest.mark.parametrize("pages", ["vii-xiv", "iii-ix", "xi-xxiv"])
def test_roman_ranges_of_csl_json_pass(pages: str) -> None:
    """Roman numerals are numbers in every format."""
    text = f'[{{"id": "a", "type": "book", "page": "{pages}"}}]'
    assert marked("PAG229", text, "csl-json") == []


@pytest.mark.parametrize("pages", ["12--15.", "12,", "e12--e15;"])
def test_marks_at_the_end_are_found(pages: str) -> None:
    """Styles print them before their own punctuation."""
    assert "which is printed, too" in messages("PAG229", f"@article{{a, pages={{{pages}}}}}")[0]


def test_a_letter_as_the_last_digit_is_found() -> None:
    """A capital O is no column of a page."""
    assert (
        "a letter instead of a digit (`1O`)" in messages("PAG229", "@article{a, pages={1--1O}}")[0]
    )


def test_three_numbers_are_no_range() -> None:
    """Pages of an article number have two hyphens and a dash."""
    assert "three numbers" in messages("PAG229", "@article{a, pages={101-119-120}}")[0]
    assert messages("PAG229", "@article{a, pages={215-1--215-14}}") == []


@pytest.mark.parametrize("pages", ["12,--14", "12--,14", "12.-14"])
def test_a_mark_next_to_the_dash_is_found(pages: str) -> None:
    """The range has two separators."""
    assert len(messages("PAG229", f"@article{{a, pages={{{pages}}}}}")) == 1
