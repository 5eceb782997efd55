"""The original publication date is later than the date of this edition.

A reprint or a translation appears after the original. One of the two dates is wrong, or they are swapped.

Example:

    @book{smith2020,
      date = {1955},
      origdate = {1999},
    }

Use instead:

    @book{smith2020,
      date = {1999},
      origdate = {1955},
    }

Fix: none, because either date may be the wrong one.
Source: biblatex manual, 2.2.2, `origdate`: the date of the original edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import issued, issued_field, read_date, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest, latest
from refkit.model.entry import Entry, Field


@rule("DAT202", "original-after-date", verdict=Verdict.INCONSISTENT,
      fields=("origdate", "origyear"), needs=("year|date",))  # fmt: skip
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report original dates that begin after the publication date ends."""
    date = issued(entry)
    first, last = earliest(read_date(field.value)), latest(date)
    published = issued_field(entry)
    if first and last and published and last < first:
        yield Finding(
            field.value_span,
            f"the original is from {shown(field.value)}, but this edition from {shown(date.raw)} by "
            f"`{published.name}`; check both dates",
        )
