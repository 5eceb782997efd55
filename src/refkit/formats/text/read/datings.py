"""Parse dates as reference lists write them: 2019a, (1972) 1999, 12. März 2019, in press, n.d."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.data import date_words
from refkit.data.words.months import MONTH_MARK, mask_months
from refkit.formats.text.recognize.status import NO_DATE, STATES, STATUS
from refkit.integers import read_int
from refkit.model.date import Date, DatePoint
from refkit.model.dates import parse_date
from refkit.patterns import lazy_pattern
from refkit.records import replace

_DAY = r"[0-3]?\d(?:st|nd|rd|th|\.|er|º|ª)?"
_DAYS = rf"{_DAY}(?:\s?[-–—/]\s?{_DAY})?"
_A_MONTH = rf"{MONTH_MARK}++\.?(?:\s?[-–—/&]\s?{MONTH_MARK}++\.?)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_OF = r"(?:\s*,)?\s*(?:(?:de|del|of)\s+)?"
# A date within other text, in which the names of months are masked.
DATE = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|{_YEAR}[./]\d\d?[./]\d\d?|\d\d?[./-]\s?\d\d?[./-]\s?(?:{_YEAR}|\d\d(?!\d))"
    rf"|{_DAYS}{_OF}(?:de\s+|of\s+)?{_A_MONTH}{_OF}{_YEAR}|{_A_MONTH}{_OF}{_DAYS}{_OF}{_YEAR}"
    rf"|{_YEAR}{_OF}{_A_MONTH}(?:{_OF}{_DAYS}(?!\d))?|{_YEAR}{_OF}{_DAYS}{_OF}{_A_MONTH}|{_A_MONTH}{_OF}{_YEAR}|{_YEAR})"
)
MONTH_AND_DAY = rf"(?:{_A_MONTH}(?:\s*{_DAYS})?|{_DAYS}{_OF}{_A_MONTH})"
_NO_YEAR = lazy_pattern(rf"{MONTH_AND_DAY}\Z", re.IGNORECASE)
_CJK = lazy_pattern(r"((?:1[0-9]|20)\d\d)\s*年(?:\s*(\d\d?)\s*月(?:\s*(\d\d?)\s*日)?)?")
_LETTER = lazy_pattern(rf"(?<!\d)({_YEAR})(?:\s?-?\s?([a-z])|([A-F]))(?![^\W_])")
_FIND = lazy_pattern(rf"(?<![\w/.-]){DATE}(?![\w])", re.IGNORECASE)
_RANGE = lazy_pattern(rf"(?<!\d)({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)(?!\d)")
_SHORT_RANGE = lazy_pattern(r"(1[5-9]|20)(\d\d)\s?[-–—/]\s?(\d\d)\Z")
_TWO_YEARS = lazy_pattern(
    rf"\A[(\[]?({_YEAR})\s*(?:[)\]],?\s*|\s*[(\[/]\s*|\s*\[)({_YEAR})[)\]]?\Z"
)
_ORIGINAL = lazy_pattern(
    rf"[(\[]?\s*(?:{date_words.FIRST_PUBLISHED})\s*(?:in|:|en)?\s*({_YEAR})\s*[)\]]?", re.IGNORECASE
)
LONGEST = 300
_EDGES = " ,;:.()[]{}“”\"'"


class Dating(NamedTuple):
    """The parts of a date text: the date, the letter of its year, an original date, a status, other words."""

    date: Date | None = None
    letter: str = ""
    original: Date | None = None
    status: str = ""
    rest: str = ""


def read_dating(text: str) -> Dating:
    """dating = date [letter] [original date] | status | "n.d.", in any brackets"""
    plain = " ".join(text.split()).strip(" ,;:.")
    if len(plain) > LONGEST:
        return Dating(rest=plain)
    original = _ORIGINAL.search(plain)
    first = parse_date(original[1]) if original is not None else None
    if original is not None:
        plain = (plain[: original.start()] + " " + plain[original.end() :]).strip(_EDGES)
    status, plain = _status(plain)
    plain = NO_DATE.sub("", plain)
    two = _TWO_YEARS.match(plain.strip(" ,;:."))
    if two is not None and two[1] != two[2]:
        years = sorted((two[1], two[2]))
        return Dating(
            Date(years[1], DatePoint(read_int(years[1]))), "", parse_date(years[0]), status
        )
    date, letter, rest = _date(plain.strip(" ,;:."))
    return Dating(date, letter, first, status, rest.strip(_EDGES + "/&-–"))


def _status(text: str) -> tuple[str, str]:
    found = STATUS.search(text)
    if found is None or not found.lastgroup:
        return "", text
    return STATES[found.lastgroup], text[: found.start()] + " " + text[found.end() :]


def _date(text: str) -> tuple[Date | None, str, str]:
    """Return the date in a text, the letter after its year, and the remaining text."""
    asian = _CJK.search(text)
    if asian is not None:
        parts = [read_int(part) if part else None for part in asian.groups()]
        return (
            Date(asian[0], DatePoint(*parts)),
            "",
            text[: asian.start()] + " " + text[asian.end() :],
        )
    letter = _LETTER.search(text)
    if letter is not None:
        plain = text[: letter.start()] + letter[1] + text[letter.end() :]
        date, _, rest = _date(plain)
        return _raw(date, text.strip(_EDGES)), letter[2] or letter[3], rest
    bare = text.strip(_EDGES)
    short = _SHORT_RANGE.match(bare)
    start, end = (read_int(short[2]), read_int(short[3])) if short is not None else (0, 0)
    if short is not None and end > start and (end > 12 or end == start + 1):
        first, last = read_int(short[1] + short[2]), read_int(short[1] + short[3])
        return Date(bare, DatePoint(first), DatePoint(last)), "", ""
    date = parse_date(bare) if bare else None
    if date is not None and date.start is not None and not date.literal:
        return date, "", ""
    return _inside(text)


def _raw(date: Date | None, raw: str) -> Date | None:
    return replace(date, raw=raw) if date is not None else None


def _inside(text: str) -> tuple[Date | None, str, str]:
    """Return the first date among other words, and the rest; a month without a year is kept literally."""
    has_digit = any(map(str.isdigit, text))  # as every date has; compiling its pattern takes 8 ms
    found = (
        (_RANGE.search(text) or _FIND.search(mask_months(text, with_seasons=True)))
        if has_digit
        else None
    )
    if found is None:
        bare = text.strip(_EDGES)
        is_month = _NO_YEAR.match(mask_months(bare, with_seasons=True)) is not None
        return Date(bare, literal=bare) if is_month else None, "", "" if is_month else text
    date = parse_date(text[found.start() : found.end()].strip(_EDGES))
    if date.literal or date.start is None:
        return None, "", text
    return date, "", text[: found.start()] + " " + text[found.end() :]


def with_day(date: Date, words: str) -> Date | None:
    """Return a year with the month and day from other text ("(2014) ... 30 October"), or None if they do not fit."""
    if (
        date.start is None
        or date.start.year is None
        or date.start.month is not None
        or date.end is not None
    ):
        return None
    found = parse_date(f"{words} {date.start.year}")
    return None if found.literal or found.start is None else found
