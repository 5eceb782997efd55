"""The title or venue is cut off.

A program cut off the value, or it was not copied completely: it ends in "of the" or in dots.

Example:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the International Conference on},
      year = {2019},
    }

Use instead:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the International Conference on Query Languages},
      year = {2019},
    }

Fix: none, because the file does not contain the rest.
Source: JabRef's check of booktitles that end in "conference on".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_VENUE = lazy_pattern(r"(?i)\s(?:of|on|the|and|for|with|an|&|\\&)\}*$")
_TITLE = lazy_pattern(r"(?i)\s(?:of the|of|and|the|with the|for the|in the)\}*$")
_DOTS = lazy_pattern(r"(?:\.\.\.|…|\\ldots|\\dots)(?:\{\})?\}*$")

_LAST_WORDS = lazy_pattern(r"\S+ ?\S*\Z")


VARIABLES = ("title", "container-title")


@rule("TTL228", "truncated-text", severity="warning", variables=VARIABLES)
def truncated_text(item: Item, context: Context) -> Iterator[Finding]:
    """Report values whose last words cannot be the end."""
    for variable in VARIABLES:
        value = item.text.get(variable, "")
        if value.rstrip("}").lower().endswith(_ENDS):
            yield from findings_in(item, variable, _in_title if variable == "title" else _in_venue)


# The last letters of the words and signs below.
_ENDS = (" of", " on", "the", "and", "for", "with", " an", "&", ".", "…", " in", "</span>")


def _in_title(value: str) -> Iterator[Mark]:
    return _marks(value, _TITLE.search(value), "title")


def _in_venue(value: str) -> Iterator[Mark]:
    # IEEE inverts names: "Robotics, International Conference on".
    whole = "," in value or value.endswith("ears on")
    match = None if whole else _VENUE.search(value)
    # Titles may end in an ellipsis; names of venues do not.
    return _marks(value, match or _DOTS.search(value), "venue")


def _marks(value: str, found: re.Match[str] | None, name: str) -> Iterator[Mark]:
    words = _LAST_WORDS.search(value.rstrip("}")) if found and " " in value else None
    if words:
        yield Mark(*words.span(), f"the {name} is cut off after `{words[0]}`; complete it")
