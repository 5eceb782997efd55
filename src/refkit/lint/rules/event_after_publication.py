"""The event took place after the publication.

Proceedings appear at the time of the meeting or after it. A volume dated December may be of a meeting in the
next spring. A larger difference is a typo, or means another meeting.

Example:

    @inproceedings{berg2015,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Workshop on Query Languages},
      date = {2015},
      eventdate = {2018-05-01},
    }

Use instead:

    @inproceedings{berg2015,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Workshop on Query Languages},
      date = {2015},
      eventdate = {2015-05-01},
    }

Fix: none, because either date may be the wrong one.
Source: the biblatex manual, 2.2.2 `eventdate`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import field_name, written_date, year_of_item
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest, latest
from refkit.model.item import Item

LATEST_PROCEEDINGS = 5  # years after the meeting


@rule(
    "DAT236",
    "event-after-publication",
    verdict=Verdict.INCONSISTENT,
    needs=("event-date", "issued"),
)
def event_after_publication(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of the event with the year of publication."""
    event, year = item.event_date, year_of_item(item)
    first, last = earliest(event), latest(event)
    if first is None or year is None:
        return
    is_later = first > (year + 1, 6, 31)
    is_too_early = (
        item.type == "paper-conference" and last is not None and last[0] + LATEST_PROCEEDINGS < year
    )
    if is_later or is_too_early:
        yield Finding(
            item.place("event-date"),
            f"`{field_name(item, 'event-date')}` is {written_date(item, 'event-date')}, but "
            f"`{field_name(item, 'issued')}` is {year}; check which is right",
        )
