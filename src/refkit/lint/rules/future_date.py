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

from refkit.lint.facts import is_pending, issued, issued_field, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest
from refkit.model.entry import Entry


@rule("DAT103", "future-date", verdict=Verdict.INCONSISTENT, fields=("year", "date"))
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report dates that begin after today."""
    today = context.today
    date = issued(entry)
    start = date.start
    if start is None or start.year is None or start.year < today.year:
        return
    first = earliest(date)
    if first is None or first <= (today.year, today.month, today.day) or is_pending(entry):
        return
    field = issued_field(entry)
    if field is not None:
        yield Finding(
            field.value_span,
            f"the date {shown(date.raw)} is in the future (today is {today.isoformat()}); check it, "
            "or set `pubstate = {forthcoming}`",
        )
