"""Find the dates of access of an item: in `accessed`, in other fields, and in words ("Accessed: 2031-03-02")."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from refkit.data.reference_patterns import ACCESSED, ACCESSED_DAY_FIRST, DATE_PREPOSITION
from refkit.integers import read_int
from refkit.lint.places import part_span
from refkit.model.date import Date
from refkit.model.dates import earliest, parse_date
from refkit.model.item import Item
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# Fields for the date of access that BibTeX's styles and programs use instead of `urldate`.
FIELDS = (
    "accessed", "accessdate", "access-date", "access_date", "dateaccessed", "lastaccessed", "lastchecked",
    "lastvisited", "retrieved", "urlaccessdate", "visited",
)  # fmt: skip
# Variables and fields that contain words such as "accessed on 2 March 2031".
TEXTS = ("note", "annote", "medium", "publisher", "URL", "howpublished", "addendum", "titleaddon")
VARIABLES = ("accessed", *FIELDS, *TEXTS)

_WORD = r"[^\W\d_]{2,12}"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_GAP = r"[\s~,.]*(?:de|of)?[\s~,.-]*"
_DATE = (
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}(?!\d)"
    rf"|{_DAY}{_GAP}{_WORD}{_GAP}\d{{4}}(?!\d)|{_WORD}[\s~.]+{_DAY}[\s~,]+\d{{4}}(?!\d)"
    rf"|\d{{4}}[\s~,]+{_WORD}[\s~.]+{_DAY}|{_WORD}[\s~,.]+\d{{4}}(?!\d)|\d{{4}}-\d\d(?!\d)|\d{{4}}(?![\d/-]))"
)
_STATEMENT = lazy_pattern(
    rf"(?i)(?<!\w)(?:{ACCESSED}|{ACCESSED_DAY_FIRST})(?!\w){DATE_PREPOSITION}[\s~:,]*{_DATE}"
)
_YEAR = lazy_pattern(r"\d{4}")
_FUTURE = lazy_pattern(rf"(?i)(?<![\w./-]){_DATE}")
# Dates that may be in the future although the work is not.
_UNTIL = lazy_pattern(
    r"(?i)\b(?:until|till|expires?|expiration|embargo\w*|valid|due|next|planned|scheduled|bis)\b|https?://"
)


@dataclass(slots=True, frozen=True)
class Access:
    """A date of access, where it is written, and how."""

    date: Date
    place: Span
    text: str


def accesses(item: Item) -> Iterator[Access]:
    """Yield the dates of access that an item states."""
    if "accessed" in item.dates:
        date = item.dates["accessed"]
        yield Access(
            _read(date.literal) if date.literal else date, item.place("accessed"), date.raw
        )
    for name in FIELDS:
        if name in item.custom:
            text = item.custom[name]
            yield Access(_read(text), item.place(name), text)
    for name in TEXTS:
        yield from _in_words(item, name)


def future_dates(item: Item, today: datetime.date) -> Iterator[tuple[Span, str]]:
    """Yield the place and the text of dates with a month after today in the notes of an item."""
    for name in TEXTS:
        field, entry = item.source_field(name), item.entry
        if field is None or entry is None or name not in item.text | item.custom:
            continue
        for start, end in _later_years(field.value, today.year):
            text = field.value[start:end].replace("~", " ")
            date = parse_date(text)
            first = earliest(date)
            is_dated = date.month is not None and not date.problem
            if is_dated and first is not None and first > (today.year, today.month, today.day):
                yield part_span(field, entry, start, end), text


@lru_cache(1024)
def _later_years(text: str, year: int) -> tuple[tuple[int, int], ...]:
    """Return where a text has dates of this year or a later one."""
    if not any(read_int(match[0]) >= year for match in _YEAR.finditer(text)) or _UNTIL.search(text):
        return ()
    return tuple(match.span("date") for match in _FUTURE.finditer(text))


def _in_words(item: Item, name: str) -> Iterator[Access]:
    """Yield the date of access that a text of the item states in words."""
    if name not in item.text and name not in item.custom:
        return
    field, entry = item.source_field(name), item.entry
    found = statement(field.value) if field is not None else None
    if field is None or entry is None or found is None:
        return
    start, end = found
    text = field.value[start:end]
    date = _read(text)
    if date.year is not None:
        yield Access(date, part_span(field, entry, start, end), text.replace("~", " "))


@lru_cache(1024)
def statement(text: str) -> tuple[int, int] | None:
    """Return where a text has a date of access, or None if it has none."""
    match = _STATEMENT.search(text) if _YEAR.search(text) else None
    return match.span("date") if match else None


@lru_cache(1024)
def _read(text: str) -> Date:
    """Return the date in a text that may also have the word that introduces it."""
    plain = text.replace("~", " ")
    found = statement(plain)
    return parse_date(plain[found[0] : found[1]] if found else plain)
