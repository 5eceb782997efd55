"""The publication date is in the future.

A work cannot be cited before it appears. The year is a typo, an announcement that may change, or fabricated.

Example:

    @article{smith2020,
      year = {2199},
    }

Use instead:

    @article{smith2020,
      year = {2199},
      pubstate = {forthcoming},
    }

Fix: none, because refkit does not know the right date.
Source: today's date, or the one given with `--today`. The rule skips works that are forthcoming, in press,
accepted or submitted (biblatex manual, 4.9.2.11).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import is_pending_item, shown_date
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest
from refkit.model.item import Item


@rule("DAT103", "future-date", verdict=Verdict.INCONSISTENT, variables=("issued",))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report dates that begin after today."""
    today, date = context.today, item.dates["issued"]
    if date.year is None or date.year < today.year:
        return
    first = earliest(date)
    if first is None or first <= (today.year, today.month, today.day) or is_pending_item(item):
        return
    yield Finding(
        item.place("issued"),
        f"the date {shown_date(date)} is in the future (today is {today.isoformat()}); check it, "
        "or set `pubstate = {forthcoming}`",
    )
