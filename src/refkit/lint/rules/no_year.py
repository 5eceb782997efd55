"""The year is malformed.

Styles print the value of `year` and sort by it. Text such as "to appear" belongs in `pubstate` or `note`.

Example:

    @article{smith2020,
      year = {to appear},
    }

Use instead:

    @article{smith2020,
      pubstate = {forthcoming},
    }

Fix: none, because refkit does not know the right year.
Source: BibTeXing (btxdoc, 1988), section 3.2: "Standard styles can handle any year whose last four
nonpunctuation characters are numerals"; biblatex manual, 2.2.2, `pubstate`, `year`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import issued, read_date, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# Four digits with letters around them are a year with something more (`2019a`, `[1850]`), three an early
# one; another rule reports two.
_ROMAN = lazy_pattern(r"M{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_NUMERALS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_NO_DATE = lazy_pattern(r"(?i)\W*(?:n\W*d|s\W*[ad]|o\W*j|no date|undated|sine anno)\W*")
_HAS_YEAR = lazy_pattern(r"(?<!\d)-?(?:\d{1,4}|\d{1,3}X{1,3})(?!\d)")


@rule("DAT102", "no-year", fields=("year", "date"))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report years and dates that contain no year."""
    value = field.value.strip("{} ")
    # In EDTF, 0000 is the year 1 BC, but programs write it into `year` if the year is unknown.
    zeros = field.name == "year" and not value.strip("0")
    if not value or (_HAS_YEAR.search(value) and not zeros):
        return
    date = (
        issued(entry)
        if field.name == "year" and "date" not in entry.by_name()
        else read_date(value)
    )
    if zeros or (date.start is None and date.end is None):
        yield Finding(field.value_span, f"{shown(field.value)} is not a year; {_advice(value)}")


def _advice(value: str) -> str:
    """Return what to do about common values of this kind."""
    if _ROMAN.fullmatch(value.upper()):
        return f"write it in digits: `{_in_figures(value.upper())}`"
    if not value.strip("0") or _NO_DATE.fullmatch(value):
        return (
            "add the year, or omit the field: styles have their own text for works without a date"
        )
    return "put text into `pubstate` or `note`, and the year here when it is known"


def _in_figures(roman: str) -> int:
    numbers = [_NUMERALS[letter] for letter in roman]
    later = [*numbers[1:], 0]
    return sum(
        -one if one < next_one else one for one, next_one in zip(numbers, later, strict=True)
    )
