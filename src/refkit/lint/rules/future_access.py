"""The access date is in the future.

No page has been accessed tomorrow. The date is a typo, or nobody accessed the page.

Example:

    @online{smith2020,
      url = {https://example.org/tides},
      urldate = {2199-01-05},
    }

Use instead:

    @online{smith2020,
      url = {https://example.org/tides},
      urldate = {2020-01-05},
    }

Fix: none, because only the author knows the date.
Source: biblatex manual, 2.2.2, `urldate`; today's date, or the one given with `--today`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import read_date, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest
from refkit.model.entry import Entry, Field


@rule(
    "DAT105",
    "future-access",
    verdict=Verdict.INCONSISTENT,
    fields=("urldate", "accessed", "lastaccessed"),
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report access dates after today."""
    today = context.today
    first = earliest(read_date(field.value))
    if first is not None and first > (today.year, today.month, today.day):
        yield Finding(
            field.value_span,
            f"the access date {shown(field.value)} is in the future (today is {today.isoformat()}); check it",
        )
