"""The work is still described as forthcoming, years after its date.

A work "to appear" in 2019 has probably been published since. Readers need its volume and pages.

Example:

    @article{vale2019,
      author = {Vale, Ina},
      title = {Dikes and Dunes},
      journal = {Coastal Waters},
      year = {2019},
      note = {To appear},
    }

Use instead:

    @article{vale2019,
      author = {Vale, Ina},
      title = {Dikes and Dunes},
      journal = {Coastal Waters},
      year = {2019},
      volume = {16},
      pages = {120--134},
    }

Fix: none, because only the publisher's record has the volume and the pages.
Source: common practice; the rule allows three years.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data.date_words import PUBLICATION_STATUS
from refkit.lint.item_facts import field_name, variable_text, year_of_item
from refkit.lint.places import match_place
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

YEARS = 3
PLACES = ("status", "note", "pubstate", "addendum", "howpublished", "container-title")
_STATUS = lazy_pattern(rf"(?i)\b(?:{PUBLICATION_STATUS})\b")
# Databases keep these for articles that have appeared.
_APPEARED = lazy_pattern(r"(?i)accepted|advance|online|ahead|early|epub")


@rule(
    "DAT238",
    "stale-status",
    verdict=Verdict.SIGNAL,
    severity="info",
    variables=PLACES,
    needs=("issued",),
)
def stale_status(item: Item, context: Context) -> Iterator[Finding]:
    """Report "to appear", "forthcoming" and "in press" with a date some years ago."""
    year = year_of_item(item)
    if year is None or year > context.today.year - YEARS:
        return
    for variable in PLACES:
        text = variable_text(item, variable)
        if text and (status := _status(text)):
            yield Finding(
                match_place(item, variable, _STATUS),
                f"`{field_name(item, variable)}` says `{status}`, but `{field_name(item, 'issued')}` is {year}; "
                "look for the published version",
            )
            return


@lru_cache(2048)
def _status(text: str) -> str:
    """Return the words of a text that call the work forthcoming, or an empty string."""
    match = _STATUS.search(text)
    if match is None or not (match["press"] or match["forthcoming"]):
        return ""
    return "" if _APPEARED.match(match[0]) else match[0]
