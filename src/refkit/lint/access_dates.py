"""Find the dates of access of an item: in `accessed`, in other fields, and in words ("Accessed: 2031-03-02")."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import lru_cache

from refkit.data.bibtex import ACCESS_FIELDS as FIELDS
from refkit.data.reference_patterns import ACCESSED, ACCESSED_DAY_FIRST, DATE_PREPOSITION
from refkit.data.words.months import MONTH_MARK, mask_months
from refkit.integers import read_int
from refkit.lint.per_item import per_item
from refkit.lint.places import part_span
from refkit.model.date import Date
from refkit.model.dates import earliest, parse_date
from refkit.model.item import Item
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# Variables and fields that contain words such as "accessed on 2 March 2031".
TEXTS = ("note", "annote", "medium", "publisher", "URL", "howpublished", "addendum", "titleaddon")
VENUES = ("container-title", "event-title")
_TEXTS, _FIELDS = frozenset(TEXTS), frozenset(FIELDS)
VARIABLES = ("accessed", *FIELDS, *TEXTS)

# The patterns are for texts whose months are masked.
_WORD = f"{MONTH_MARK}+"
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
_LAST_DAYS = lazy_pattern(r"(?<!\d)(?:29|30|31)(?!\d)")
_FUTURE = lazy_pattern(rf"(?i)(?<![\w./-]){_DATE}")
# Dates that may be in the future although the work is not.
_UNTIL = lazy_pattern(
    r"(?i)\b(?:until|till|expires?|expiration|embargo\w*|valid|due|next|planned|scheduled|bis)\b|https?://"
)


@dataclass(slots=True, frozen=True)
class Access:
    """An access date, the variable that contains it, its text, and whether it is only a part of the variable."""

    date: Date
    variable: str
    text: str
    in_words: bool = False


@per_item
def accesses(item: Item) -> tuple[Access, ...]:
    """Return the dates of access that an item states."""
    if not dated_texts(item) and "accessed" not in item.dates and _FIELDS.isdisjoint(item.custom):
        return ()
    return tuple(_accesses(item))


def _accesses(item: Item) -> Iterator[Access]:
    if "accessed" in item.dates:
        date = item.dates["accessed"]
        yield Access(_read(date.literal) if date.literal else date, "accessed", date.raw)
    for name in _FIELDS & item.custom.keys():
        yield Access(_read(item.custom[name]), name, item.custom[name])
    for name, text in dated_texts(item):
        found = statement(text)
        if found is not None:
            words = text[found[0] : found[1]]
            date = _read(words)
            if date.year is not None:
                yield Access(date, name, words, in_words=True)


def access_place(item: Item, access: Access) -> Span:
    """Return the span of an access date."""
    field = item.source_field(access.variable)
    in_words = access.in_words or (field is not None and field.name in _TEXTS)
    return _place(item, access.variable, statement) if in_words else item.place(access.variable)


def future_dates(item: Item, today: datetime.date) -> Iterator[tuple[str, str]]:
    """Yield the variable and the text of the first date with a month after today in each note of an item."""
    for name, text in dated_texts(item):
        found = _later(text, today)
        if found is not None:
            yield name, text[found[0] : found[1]]


def impossible_dates(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield the variable, the text and the problem of the first date that is not in the calendar in each text."""
    venues = [(name, item.text[name]) for name in VENUES if name in item.text]
    for name, text in (*dated_texts(item), *venues):
        may_be_impossible = "29" in text or "30" in text or "31" in text
        if may_be_impossible and (found := _impossible(text)):
            written = text[found[0] : found[1]]
            yield name, written, _read(written).problem


def impossible_place(item: Item, variable: str) -> Span:
    """Return the span of the date that `impossible_dates` found in a variable."""
    return _place(item, variable, _impossible)


def future_place(item: Item, variable: str, today: datetime.date) -> Span:
    """Return the span of the date that `future_dates` found in a variable."""
    return _place(item, variable, lambda text: _later(text, today))


@per_item
def dated_texts(item: Item) -> tuple[tuple[str, str], ...]:
    """Return the texts of an item that can contain a date, by their variables."""
    return tuple(
        (name, text)
        for texts in (item.text, item.custom)
        if not _TEXTS.isdisjoint(texts)
        for name, text in texts.items()
        # A date in an address is not one of access; words after the address are.
        if name in _TEXTS and ("20" in text or "19" in text) and (name != "URL" or " " in text)
    )


def _place(item: Item, variable: str, find: Callable[[str], tuple[int, int] | None]) -> Span:
    field, entry = item.source_field(variable), item.entry
    found = find(field.value) if field is not None else None
    if field is None or entry is None or found is None:
        return item.place(variable)
    return part_span(field, entry, *found)


@lru_cache(1024)
def _later(text: str, today: datetime.date) -> tuple[int, int] | None:
    """Return the match of a date with a month after today, or None if a text has none."""
    if not any(read_int(match[0]) >= today.year for match in _YEAR.finditer(text)) or _UNTIL.search(
        text
    ):
        return None
    for match in _FUTURE.finditer(mask_months(text)):
        date = _read(text[match.start("date") : match.end("date")])
        first = earliest(date)
        is_dated = date.month is not None and not date.problem
        if is_dated and first is not None and first > (today.year, today.month, today.day):
            return match.span("date")
    return None


@lru_cache(1024)
def _impossible(text: str) -> tuple[int, int] | None:
    """Return the match of a date, with the name of a month or in ISO 8601, whose day does not exist in its month."""
    for match in _FUTURE.finditer(mask_months(text)) if _LAST_DAYS.search(text) else ():
        written = text[match.start("date") : match.end("date")]
        is_clear = (
            not written[:1].isdigit() or any(map(str.isalpha, written)) or "-" in written[4:5]
        )
        if is_clear and " has no day " in _read(written).problem:
            return match.span("date")
    return None


@lru_cache(1024)
def statement(text: str) -> tuple[int, int] | None:
    """Return the match of an access date, or None if a text has none."""
    match = _STATEMENT.search(mask_months(text)) if _YEAR.search(text) else None
    return match.span("date") if match else None


@lru_cache(1024)
def _read(text: str) -> Date:
    """Return the date in a text that may also have the word that introduces it."""
    plain = text.replace("~", " ").replace("\u00a0", " ")
    found = statement(plain)
    return parse_date(plain[found[0] : found[1]] if found else plain)
