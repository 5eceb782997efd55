"""Page ranges with one hyphen."""

from dataclasses import replace

import pytest
from tests.rules.lintcase import findings, fixed, quoted

from refkit.lint.settings import Settings


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{101-110}", "{101--110}"),
        ('"101 - 110"', '"101--110"'),
        ("{iv-xii, 3-9}", "{iv--xii, 3--9}"),
        ("{S1-S9}", "{S1--S9}"),
    ],
)
def test_hyphen_is_doubled(before: str, after: str) -> None:
    """Only the hyphens and the spaces around them are changed."""
    assert fixed("PAG102", f"@article{{a, pages = {before}}}") == f"@article{{a, pages = {after}}}"


@pytest.mark.parametrize(
    "pages",
    [
        "101--110",
        "101–110",
        "104-1",
        "e1-b",
        "1063-651X",
        "12-3--12-9",
        "7",
        "034503-5",
        "165103-5",
        "100--50",
        "1234--34",
    ],
)
def test_other_values_pass(pages: str) -> None:
    """Dashes that are not between pages are not reported."""
    assert quoted("PAG102", f"@article{{a, pages={{{pages}}}}}") == []


@pytest.mark.parametrize("pages", ["100-50", "1234-34", "100-1", "71-8", "110-101", "3-9, 100-50"])
def test_smaller_ends_are_reported(pages: str) -> None:
    """An elided or wrong end needs two hyphens, too, but the fix is unsafe because the numbers may be wrong."""
    text = f"@article{{a, pages={{{pages}}}}}"
    assert quoted("PAG102", text)
    assert fixed("PAG102", text) == text
    assert fixed("PAG102", text, unsafe=True) == text.replace("-", "--")


def test_chapters_of_a_manual_have_pages() -> None:
    """12-9 is page 9 of chapter 12."""
    assert quoted("PAG102", "@manual{a, pages={12-9}}") == []


def test_each_hyphen_is_pointed_at() -> None:
    """The finding marks the range that contains the hyphen."""
    found = findings("PAG102", "@article{a, pages = {iv - xii, 3-9}}")
    assert [(f.column, f.message[:19]) for f in found] == [
        (25, "the pages `iv - xii`"[:19]),
        (33, "the pages `3-9` are"),
    ]


def test_pages_of_several_pieces_are_fixed() -> None:
    """Each piece of a joined value keeps its quotes."""
    assert (
        fixed("PAG102", '@article{a, pages = 10 # "-" # 20}')
        == '@article{a, pages = 10 # "--" # 20}'
    )


def test_biber_accepts_any_dash() -> None:
    """BibLaTeX prints its own dash for a hyphen."""
    biblatex = replace(Settings(), dialect="biblatex")
    assert quoted("PAG102", "@article{a, pages = {101-110}}", biblatex) == []
