"""The date is not in the calendar.

One of the numbers is wrong, usually a typo. Styles print the date and sort by it.

Example:

    @article{smith2020,
      date = {2015-02-30},
    }

Use instead:

    @article{smith2020,
      date = {2015-02-28},
    }

Fix: none, because only the work itself shows which date is right.
Source: ISO 8601-1:2019, 4.3; leap years follow the Gregorian calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import DATE_FIELDS, issued, read_date, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule("DAT101", "impossible-date", fields=(*DATE_FIELDS, "day", "month"))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report dates with an impossible month or day."""
    if field.name in DATE_FIELDS:
        problem = read_date(field.value).problem
    elif "date" in entry.by_name() or (field.name == "month" and "day" in entry.by_name()):
        return  # `date` takes precedence, and `day` is reported
    else:
        problem = issued(entry).problem
        if field.name == "month" and " day " not in problem:
            return  # whether it is a month is another rule's question
    if problem.startswith("there is no ") or " has no day " in problem:
        yield Finding(field.value_span, f"{shown(field.value)} is not a date: {problem}; check it")
