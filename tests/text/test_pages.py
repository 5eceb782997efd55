"""References are found on invented pages in many layouts and six languages."""

from __future__ import annotations

import pytest
from tests.text.evaluate_pages import unmatched
from tests.text.page_words import WORDS
from tests.text.pages import make_page

PAGES = 14  # of each language, of which half are counted
LEAST = {"precision": 0.94, "recall": 0.95}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """Return precision and recall on the pages that nothing was fitted on."""
    right = gold = found = 0
    for page in (make_page(language, at) for language in WORDS for at in range(PAGES)):
        if not page.looked_at:
            missed, texts, _ = unmatched(page)
            gold, found = gold + len(page.references), found + len(texts)
            right += len(page.references) - len(missed)
    return {"precision": right / found, "recall": right / gold}


@pytest.mark.parametrize("figure", LEAST)
def test_references_are_found_and_nothing_else(figures: dict[str, float], figure: str) -> None:
    """`python -m tests.text.evaluate_pages --count` gives the figures on all pages."""
    assert figures[figure] >= LEAST[figure]
