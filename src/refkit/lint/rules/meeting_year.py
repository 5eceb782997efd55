"""The conference did not take place in the year of the entry.

Some series meet every second year, some skipped years, and all have a first meeting. A paper of a meeting
that never took place belongs to another year or venue.

Example:

    @inproceedings{west2021,
      author = {West, Kim},
      title = {Seeing through Fog},
      booktitle = {ECCV},
      year = {2021},
    }

Use instead:

    @inproceedings{west2022,
      author = {West, Kim},
      title = {Seeing through Fog},
      booktitle = {ECCV},
      year = {2022},
    }

Fix: none, because only the publisher's record can decide.
Source: the pages of the series, in `refkit/data/conference_years.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data.conference_years import KNOWN_UNTIL, NAMES, YEARS
from refkit.lint.item_facts import field_name, plain_text, year_of_item
from refkit.lint.reading import bare_venue
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ACRONYM = lazy_pattern(r"(.*?)\s*+[({]([a-z-]++)[ '’-]*(?:\d{2,4})?[)}]$")


@rule(
    "DAT233", "meeting-year", verdict=Verdict.INCONSISTENT,
    needs=("container-title", "issued"), types=("paper-conference", "article-journal"),
)  # fmt: skip
def meeting_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year with those of the series."""
    venue, year = plain_text(item, "container-title"), year_of_item(item)
    if year is None or year > KNOWN_UNTIL:
        return
    series = _series(venue) if len(venue) < 110 else ""
    if not series or year in YEARS[series]:
        return
    before = max((met for met in YEARS[series] if met < year), default=0)
    after = min((met for met in YEARS[series] if met > year), default=0)
    near = " and ".join(str(met) for met in (before, after) if met)
    yield Finding(
        item.place("issued"),
        f"`{field_name(item, 'container-title')}` belongs to {series}, which met in {near}, not in {year}; "
        "check which is right",
    )


@lru_cache(512)  # most venues of a file have several papers
def _series(venue: str) -> str:
    """Return the series of a venue, by its name or by the acronym in parentheses after it."""
    name = bare_venue(venue)
    known = NAMES.get(name)
    if known or "workshop" in name:
        return known or ""
    match = _ACRONYM.fullmatch(name)
    # Name and acronym must agree: "Asian Conference on Computer Vision (ICCV)" is another kind of error.
    return NAMES.get(bare_venue(match[1]), "") if match and match[2] in NAMES else ""
