"""The date does not exist, or has a form that biber cannot read.

One of the numbers is wrong, usually because of a typo. Styles print the date and sort by it. Access dates in words
are checked, too ("Accessed: 31 June 2020"). The date fields of BibLaTeX must have the form 2015-02-28; biber drops
other dates.

Example:

    @article{smith2020,
      date = {2015-02-30},
    }

Use instead:

    @article{smith2020,
      date = {2015-02-28},
    }

Fix: none, because only the work itself shows which date is right.
Source: ISO 8601-1:2019, 4.3; leap years follow the Gregorian calendar, except in years before 1900, for which
the Julian calendar may apply. Biblatex manual, 2.3.8: dates in EDTF, ISO 8601-2:2019.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.access_dates import (
    VARIABLES,
    VENUES,
    access_place,
    accesses,
    impossible_dates,
    impossible_place,
)
from refkit.lint.facts import dialect, shown
from refkit.lint.item_facts import is_tex, shown_date
from refkit.lint.rule import Context, Finding, rule
from refkit.model.date import Date
from refkit.model.dates import format_edtf, is_edtf
from refkit.model.entry import Field
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

DATES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date")
# BibLaTeX's fields for dates, which biber parses.
_FIELDS = {
    "issued": "date",
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
}
_LAST_JULIAN = 1900
_DIGITS_WITH_YEAR = lazy_pattern(r"(?=.*\d{4})[\d\s./–—-]+")
_AFTER_YEAR = lazy_pattern(r"\d{4}[-/][\w/:.-]*")
_NO_DIGITS = lazy_pattern(
    r"(?i)\W*(?:today|now|heute|hoy|hoje|oggi|aujourd['’]hui|vandaag|dzisiaj|сегодня|idag|i dag)\W*"
)
_FROM_TO = lazy_pattern(
    r"\d{4}-\d\d(?:-\d\d)?\s*(?:to|until|till?|bis|and|und|à|au|al?|до|–|—)\s*\d[\d-]*"
)
_TWO_YEARS = lazy_pattern(r"(\d\d)(\d\d)-(\d\d)")


@rule("DAT101", "impossible-date", variables=(*DATES, *VARIABLES, *VENUES))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report dates with an impossible month or day, and dates that biber drops."""
    for variable, date in item.dates.items():
        if not date.problem and _is_year(date):
            continue
        if date.problem and _is_impossible(date):
            field = _field_of(item, variable, date.problem)
            if field and not _is_excused(field, item, date):
                written = shown(field.value) if is_tex(item) else shown_date(date)
                yield Finding(
                    field.value_span, f"{written} is not a date: {date.problem}; check it"
                )
        elif variable == "accessed" and (word := _word_for_today(item, date)) is not None:
            yield Finding(
                word.value_span, f"{shown(word.value)} is not a date; write the day of your visit"
            )
        elif not _is_year(date) and (field := _dropped(item, variable, date, context)) is not None:
            yield Finding(
                field.value_span,
                f"{shown(field.value)} has a form that biber cannot read, and is dropped; {_advice(date)}",
            )
    yield from _in_words(item)


def _in_words(item: Item) -> Iterator[Finding]:
    """Report impossible dates in fields for access dates, in notes and in the names of meetings."""
    reported: set[tuple[str, str]] = set()
    for access in accesses(item):
        if access.variable != "accessed" and _is_impossible(access.date):
            reported.add((access.variable, access.text))
            problem = f"is not a date: {access.date.problem}; check it"
            yield Finding(access_place(item, access), f"{shown(access.text)} {problem}")
    for variable, text, problem in impossible_dates(item):
        if (variable, text) not in reported:
            place = impossible_place(item, variable)
            yield Finding(place, f"{shown(text)} is not a date: {problem}; check it")


def _is_year(date: Date) -> bool:
    """Whether a date is written as a four-digit year, as most are."""
    return len(date.raw) == 4 and date.raw.isdecimal()


def _word_for_today(item: Item, date: Date) -> Field | None:
    r"""Return the field of an access date without digits: "today", `\today`."""
    field = item.source_field("accessed") if date.year is None and date.literal else None
    return field if field is not None and _NO_DIGITS.fullmatch(field.value) else None


def _is_impossible(date: Date) -> bool:
    problem = date.problem
    if problem.startswith("there is no "):
        return True
    if " has no day " not in problem:
        return False
    # 1700 was a leap year in the Julian calendar.
    year = date.year or 0
    return not (problem.endswith(" 29") and year % 100 == 0 and year < _LAST_JULIAN)


def _field_of(item: Item, variable: str, problem: str) -> Field | None:
    """Return the field of a date, or the field with the day if it has one of its own."""
    entry = item.entry
    if variable == "issued" and entry is not None and is_tex(item) and entry.get("date") is None:
        names = ("day", "month") if "day" in problem else ("month",) if "month" in problem else ()
        for field in map(entry.get, names):
            if field is not None and field.value:
                return field
    return item.source_field(variable)


def _is_excused(field: Field, item: Item, date: Date) -> bool:
    """Whether another rule reports the month, or `2004-13` in the field `year` can be the years 2004 to 2013."""
    if "month" not in date.problem or not is_tex(item):
        return False
    years = _TWO_YEARS.fullmatch(field.value) if field.name == "year" else None
    return field.name == "month" or (years is not None and years[2] < years[3])


def _dropped(item: Item, variable: str, date: Date, context: Context) -> Field | None:
    """Return the field of a date that is meant for biber but that biber cannot read."""
    entry = item.entry if variable in _FIELDS and is_tex(item) else None
    field = entry.get(_FIELDS[variable]) if entry is not None else None
    value = field.value.strip("{} ") if field is not None else ""
    if entry is None or field is None or not value or is_edtf(value):
        return None
    in_digits = _DIGITS_WITH_YEAR.fullmatch(value) is not None
    if not (in_digits or _is_day_in_words(value, date)):
        return None
    # Files for BibTeX have words in these fields, which some styles print.
    is_only_date = field.name == "date" and entry.get("year") is None
    is_for_biber = is_only_date or (in_digits and field.name != "urldate")
    return field if is_for_biber or dialect(context) == "biblatex" else None


def _is_day_in_words(value: str, date: Date) -> bool:
    """Whether a value is a date with a month, such as `May 2018`, or a malformed one, such as `2018-Q3`.

    Styles that map fields, such as biblatex-gb7714-2015, read other words: `c1988`, or a year of two calendars.
    """
    if _FROM_TO.fullmatch(value):
        return True
    is_circa = date.approximate and " " in value
    has_month = date.month is not None or _AFTER_YEAR.fullmatch(value) is not None
    return value.isascii() and (has_month or is_circa)


def _advice(date: Date) -> str:
    if date.raw and _FROM_TO.fullmatch(date.raw.strip("{} ")):
        return "write a range as `YYYY-MM-DD/YYYY-MM-DD`"
    if date.year is None or date.problem:
        return "write it as `YYYY-MM-DD`"
    return f"write `{format_edtf(date)}`"
