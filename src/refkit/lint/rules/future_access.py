"""The access date is in the future.

A page cannot be accessed on a future date, so the date is a typo or fabricated. Dates in words are read, too, such
as "Accessed: 2 March 2031" in `note`.

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

import datetime
from collections.abc import Iterator

from refkit.lint.access_dates import VARIABLES, access_place, accesses
from refkit.lint.facts import shown
from refkit.lint.item_facts import date_text
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest
from refkit.model.item import Item


@rule("DAT105", "future-access", verdict=Verdict.INCONSISTENT, variables=VARIABLES)
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report access dates after today."""
    # In some time zones it is already tomorrow.
    tomorrow = context.today + datetime.timedelta(days=1)
    for access in accesses(item):
        first = earliest(access.date)
        if first is not None and first > (tomorrow.year, tomorrow.month, tomorrow.day):
            yield Finding(
                access_place(item, access),
                f"the access date {shown(access.text or date_text(access.date))} is in the future "
                f"(today is {context.today.isoformat()}); check it",
            )
