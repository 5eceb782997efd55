"""The page range is too long for an article.

`pages = {12--4512}` is a typo, or two article numbers joined by a dash.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {12--4512},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {4502--4512},
    }

Fix: none, because refkit does not know the right pages.
Source: common practice; the limit is 600 pages for an article
and 300 for a paper in proceedings.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_SPAN = lazy_pattern(r"\s*(\d+)\s*(?:-+|–|—|\\textendash\s*|\\--)\s*(\d+)\s*")
_LIMIT = {"article-journal": 600, "article": 600, "paper-conference": 300}


@rule(
    "PAG221", "absurd-page-span", verdict=Verdict.SIGNAL, variables=("page",), types=tuple(_LIMIT)
)
def absurd_page_span(item: Item, context: Context) -> Iterator[Finding]:
    """Report page ranges that are longer than the limit of their type."""
    # Only ranges with a number of four digits can be too long.
    value = item.text["page"]
    match = _SPAN.fullmatch(value) if len(value) > 5 else None
    if match is None or len(match[1]) > 6:
        return
    pages = read_int(match[2]) - read_int(match[1]) + 1
    if pages > _LIMIT[item.type]:
        yield Finding(item.place("page"), f"the pages {shown(value)} are {pages} pages; verify it")
