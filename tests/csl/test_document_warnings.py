"""Warnings about a document: what a processor could not show."""

from __future__ import annotations

import pytest
from tests.csl.documents import AUTHOR, AUTHOR_YEAR, citing, items, style

from refkit.csl import Cite, Cluster, Processor, Style

ITEMS = items(
    """
    a: Doe, Jane | 2000 | Alpha
    b: Roe, Ann | 2001 | Beta
    c: | | Gamma
    """
)
NAMES_ONLY = style(citing(body=AUTHOR))
AUTHOR_DATE = style(citing("", 'delimiter="; "', AUTHOR_YEAR))
EMPTY = "the cite of `{}` (citation {}) is empty: the style shows nothing {}"
WITHOUT = "without the author; cite the item with its author"
OF_ITEM = "of the item; add the data that it prints"


def warnings_of(used: Style, *clusters: Cluster) -> list[str]:
    """Return the warnings about a document."""
    return list(map(str, Processor(used, ITEMS, output="text").render(clusters).warnings))


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([Cite("a", suppress_author=True)], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("a", suppress_author=True, prefix="see")], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("b"), Cite("a", suppress_author=True)], [EMPTY.format("a", 2, WITHOUT)]),
        ([Cite("c")], [EMPTY.format("c", 2, OF_ITEM)]),
        ([Cite("b"), Cite("c")], [EMPTY.format("c", 2, OF_ITEM)]),
        ([Cite("a"), Cite("b")], []),
    ],
)
def test_a_cite_of_which_nothing_is_shown_is_reported(
    cites: list[Cite], expected: list[str]
) -> None:
    """It would be lost without a trace, alone as well as among others."""
    assert warnings_of(NAMES_ONLY, Cluster([Cite("b")]), Cluster(cites)) == expected


def test_a_cite_that_shows_a_year_without_the_author_is_not_reported() -> None:
    """Only what shows nothing is."""
    assert warnings_of(AUTHOR_DATE, Cluster([Cite("a", suppress_author=True), Cite("b")])) == []


def test_the_author_in_the_sentence_suffices() -> None:
    """A composite citation names the author, even if the style shows nothing else."""
    assert warnings_of(NAMES_ONLY, Cluster([Cite("a")], composite=True)) == []
