"""The date range ends before it starts.

One of the two dates is wrong, or they are in the wrong order. Biber drops such a range.

Example:

    @article{smith2020,
      date = {2009/2003},
    }

Use instead:

    @article{smith2020,
      date = {2012/2015},
    }

Fix: none, because either date may be the wrong one.
Source: ISO 8601-2:2019 (EDTF), level 0, time interval; biblatex manual, 2.3.8.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import written_date
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.date import Date
from refkit.model.dates import earliest, latest
from refkit.model.item import Item

DATES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date")


@rule("DAT104", "reversed-date-range", verdict=Verdict.INCONSISTENT, variables=DATES)
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report date ranges that end before they start."""
    for variable, date in item.dates.items():
        if date.start is None or date.end is None or date.problem:
            continue
        first = earliest(Date(start=date.start))
        last = latest(Date(start=date.end))
        if first and last and last < first:
            yield Finding(
                item.place(variable),
                f"the range {written_date(item, variable)} ends before it starts; check both dates",
            )
