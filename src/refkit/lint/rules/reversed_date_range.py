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

from refkit.lint.facts import DATE_FIELDS, read_date, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.date import Date
from refkit.model.dates import earliest, latest
from refkit.model.entry import Entry, Field


@rule(
    "DAT104",
    "reversed-date-range",
    severity="error",
    verdict=Verdict.INCONSISTENT,
    fields=(*DATE_FIELDS, "year"),
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report date ranges that end before they start."""
    date = read_date(field.value)
    if date.start is None or date.end is None or date.problem:
        return
    first = earliest(Date(start=date.start))
    last = latest(Date(start=date.end))
    if first and last and last < first:
        yield Finding(
            field.value_span,
            f"the range {shown(field.value)} ends before it starts; check both dates",
        )
