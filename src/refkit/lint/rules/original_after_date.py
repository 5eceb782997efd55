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

from refkit.lint.facts import read_date, shown
from refkit.lint.item_facts import date_text, field_name, shown_date
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest, latest
from refkit.model.item import Item


@rule("DAT202", "original-after-date", verdict=Verdict.INCONSISTENT,
      variables=("original-date", "origyear"), needs=("issued",))  # fmt: skip
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report original dates that begin after the publication date ends."""
    variable = "original-date" if "original-date" in item.dates else "origyear"
    original = item.dates.get(variable) or read_date(item.custom.get("origyear", ""))
    first, last = earliest(original), latest(item.issued)
    if first and last and last < first:
        yield Finding(
            item.place(variable),
            f"the original is from {shown(date_text(original))}, but this edition is from "
            f"{shown_date(item.issued)} according to `{field_name(item, 'issued')}`; check both dates",
        )
