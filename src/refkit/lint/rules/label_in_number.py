"""The volume or number contains its label.

Styles add "vol." and "no." themselves, in the language of the document.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {Vol. 12},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {12},
    }

Fix: unsafe: the label is removed.
Source: the BibTeX manual (btxdoc, 1988), 3.2; biber's data model, integer fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_LABEL = lazy_pattern(
    r"(?i)^\s*(?:vol(?:umes?|s?\.)?|no\.|nos\.|nr\.?|num(?:ber|\.)?|issue|iss\.|bd\.?|band|heft|jg\.?|ch(?:apter|ap\.|\.))"
    r"[\s~]*(?=[\dIVXLC])"
)


VARIABLES = ("volume", "issue", "collection-number", "chapter-number")
TYPES = ("article-journal", "article-magazine", "book", "chapter", "paper-conference")


@rule("PAG225", "label-in-number", variables=VARIABLES, types=TYPES, prose=False)
def label_in_number(item: Item, context: Context) -> Iterator[Finding]:
    """Report labels before the number."""
    for variable in VARIABLES:
        value = item.text.get(variable, "")
        match = _LABEL.match(value) if value and not value[:1].isdecimal() else None
        if match is None or (variable == "collection-number" and item.type != "paper-conference"):
            continue
        label = match[0].strip()
        yield from findings_in(item, variable, _marks, f"remove `{label}`")


def _marks(value: str) -> Iterator[Mark]:
    match = _LABEL.match(value)
    if match:
        message = f"`{match[0].strip()}` before the number is added by styles; keep only the number"
        yield Mark(*match.span(), message, "")
