"""The fields for the date contradict each other.

Biber uses `date` and ignores `year`, `month` and `day`; BibTeX's styles print these. The program determines which is
printed. A year in `month` is compared with `year`.

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

from refkit.integers import read_int
from refkit.lint.facts import read_date, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.date import DatePoint
from refkit.model.dates import year_month_date
from refkit.model.entry import Entry, Field


@rule("DAT204", "year-against-date", verdict=Verdict.INCONSISTENT, fields=("date", "month"))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fields for parts of the date that contradict each other."""
    if field.name == "month":
        year = entry.get("year")
        if year is not None and "date" not in entry.by_name():
            yield from _year_in_month(field, year)
        return
    date = read_date(field.value)
    if date.start is None or date.start.year is None or date.problem:
        return
    year, month, day = entry.get("year"), entry.get("month"), entry.get("day")
    last = date.end.year if date.end and date.end.year is not None else date.start.year
    said = read_date(year.value).year if year else None
    if year and said is not None and not date.open_end and not date.start.year <= said <= last:
        yield _finding(year, field)
    elif month and date.start.month and not date.end and _is_other_month(month, date.start):
        yield _finding(month, field)
    elif day and date.start.day and not date.end and _is_other_day(day, date.start):
        yield _finding(day, field)


def _year_in_month(month: Field, year: Field) -> Iterator[Finding]:
    """Report a month that contains another year than `year`."""
    if len(month.value) < len("2017-05"):
        return
    said, also = read_date(year.value), read_date(month.value)
    if also.year is None or said.year is None or also.problem or not also.month:
        return
    last = said.end.year if said.end and said.end.year is not None else said.year
    if not said.year <= also.year <= last:
        yield _finding(month, year)


def _is_other_month(month: Field, start: DatePoint) -> bool:
    named = year_month_date(str(start.year), month.value)
    is_month = not named.problem and named.month is not None and not named.end
    return is_month and named.month != start.month


def _is_other_day(day: Field, start: DatePoint) -> bool:
    return day.value.isdecimal() and read_int(day.value) != start.day


def _finding(field: Field, other: Field) -> Finding:
    return Finding(
        field.value_span,
        f"`{field.name}` is {shown(field.value)}, but `{other.name}` is {shown(other.value)}; keep the right one",
    )
