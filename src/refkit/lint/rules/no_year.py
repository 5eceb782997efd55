"""The year is no year.

What stands in `year` is printed and sorted as a year. Words such as "to appear" belong into `pubstate` or
`note`, where styles translate or print them.

Example:

    @article{smith2020,
      year = {to appear},
    }

Use instead:

    @article{smith2020,
      pubstate = {forthcoming},
    }

Fix: none, because the year has to be looked up.
Source: BibTeXing (btxdoc, 1988), section 3.2: "Standard styles can handle any year whose last four
nonpunctuation characters are numerals"; biblatex manual, 2.2.2, `pubstate`, `year`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import issued, read_date, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field

# Four digits with letters around them are a year with something more (`2019a`, `[1850]`), three an early
# one; two are told by another rule.
_HAS_YEAR = re.compile(r"(?<!\d)-?(?:\d{1,4}|\d{1,3}X{1,3})(?!\d)")


@rule("DAT102", "no-year", fields=("year", "date"))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Find years and dates without a year in them."""
    value = field.value.strip("{} ")
    if not value or _HAS_YEAR.search(value):
        return
    date = issued(entry) if field.name == "year" and "date" not in entry.by_name() else read_date(value)
    if date.start is None and date.end is None:
        yield Finding(
            field.value_span,
            f"{shown(field.value)} is no year; put words into `pubstate` or `note`, and the year here "
            "once it is known",
        )
