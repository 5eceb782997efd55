"""`year` or `month` contradicts `date`.

Biber uses `date` and ignores the other two; BibTeX's styles print `year` and `month`. The program determines
which is printed.

Example:

    @article{smith2020,
      date = {2014-05},
      year = {2015},
    }

Use instead:

    @article{smith2020,
      date = {2015-05},
      year = {2015},
    }

Fix: none, because either may be the wrong one.
Source: biblatex manual, 2.3.9: `date` overrides `year` and `month`; biber: "Overwriting field 'year'".
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import read_date, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import year_month_date
from refkit.model.entry import Entry, Field


@rule("DAT204", "year-against-date", verdict=Verdict.INCONSISTENT,
      fields=("date",), needs=("date", "year|month"))  # fmt: skip
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a `year` outside the years of `date`, and a `month` other than its month."""
    date = read_date(field.value)
    if date.start is None or date.start.year is None or date.problem:
        return
    year, month = entry.get("year"), entry.get("month")
    last = date.end.year if date.end and date.end.year is not None else date.start.year
    said = read_date(year.value).year if year else None
    if year and said is not None and not date.open_end and not date.start.year <= said <= last:
        yield _finding(year, field)
    elif month and date.start.month and not date.end:
        named = year_month_date(str(date.start.year), month.value)
        if (
            not named.problem
            and named.month is not None
            and not named.end
            and named.month != date.start.month
        ):
            yield _finding(month, field)


def _finding(field: Field, date: Field) -> Finding:
    return Finding(
        field.value_span,
        f"`{field.name}` is {shown(field.value)}, but `date` is {shown(date.value)}; keep the right one",
    )
