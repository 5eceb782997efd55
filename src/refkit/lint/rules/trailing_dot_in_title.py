"""The title ends in a full stop.

Styles add their own punctuation after a title. Those with a comma after it, such as IEEE's, print "Slopes.,".
BibLaTeX files are not reported, because biblatex never adds a mark after a full stop.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes.},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: the full stop is removed.
Source: Zotero's linter and veracite have the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.organizations import ABBREVIATIONS
from refkit.lint.item_facts import is_biblatex
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_DOT = lazy_pattern(r"[^\W\d]{3}(\.)\}*$")
_ABBREVIATION = lazy_pattern(
    rf"(?i)\b(?:{'|'.join(ABBREVIATIONS)}|etc|vol|jr|proc|spp|ssp|subsp|nov|var|comb|gen|approx)\.\}}*$"
)


@rule(
    "TTL222",
    "trailing-dot-in-title",
    severity="info",
    variables=("title",),
    default=False,
    prose=False,
)
def trailing_dot_in_title(item: Item, context: Context) -> Iterator[Finding]:
    """Report a full stop after a word that is not an abbreviation."""
    if item.text["title"].removesuffix("</span>").endswith(".") and not is_biblatex(item, context):
        yield from findings_in(item, "title", _marks, "remove the full stop")


def _marks(value: str) -> Iterator[Mark]:
    match = _DOT.search(value)
    if match and _ABBREVIATION.search(value) is None:
        yield Mark(*match.span(1), "`title` ends in a full stop, which styles add; remove it", "")
