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
    "pages", ["101--110", "101–110", "104-1", "e1-b", "1063-651X", "12-3--12-9", "7"]
)
def test_other_values_pass(pages: str) -> None:
    """Dashes that are not between pages are not reported."""
    assert quoted("PAG102", f"@article{{a, pages={{{pages}}}}}") == []


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
