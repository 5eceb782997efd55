"""The day of the week does not match the date.

If a note contains "Tuesday, 3 March 2015", refkit compares it with the calendar. A wrong weekday indicates a
wrong date.

Example:

    @misc{radio2015,
      title = {Voices of the Harbour},
      year = {2015},
      note = {Broadcast on Monday, 3 March 2015},
    }

Use instead:

    @misc{radio2015,
      title = {Voices of the Harbour},
      year = {2015},
      note = {Broadcast on Tuesday, 3 March 2015},
    }

Fix: none, because either the weekday or the date is wrong.
Source: the Gregorian calendar.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from refkit.data.words.months import months_of
from refkit.integers import read_int
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = (
    r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?"
)
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
TEXTS = (
    "note", "annote", "publisher", "medium", "event-title", "howpublished", "addendum", "titleaddon", "issue", "month",
    "issued", "accessed", "event-date",
)  # fmt: skip
_TEXTS = frozenset(TEXTS)
_DATES = (
    lazy_pattern(rf"(?i)\b{_DAY}{_NUMBER}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b"),
    lazy_pattern(rf"(?i)\b{_DAY}{_MONTH}\s+{_NUMBER},?\s+(?P<year>\d{{4}})\b"),
)


@rule("DAT224", "weekday", verdict=Verdict.INCONSISTENT, variables=TEXTS, cues=_DAYS)
def weekday(item: Item, context: Context) -> Iterator[Finding]:
    """Compare each weekday with the calendar."""
    for variable, text in _texts(item):
        if ("day" in text or "," in text) and any(True for _ in _marks(text)):
            yield from _findings(item, variable)


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the texts that may contain a weekday, by their variables; dates are long if they do."""
    for texts in (item.text, item.custom):
        for variable in _TEXTS & texts.keys():
            yield variable, texts[variable]
    for variable, date in item.dates.items():
        if len(date.raw) > len("2015-03-03"):
            yield variable, date.raw


def _findings(item: Item, variable: str) -> Iterator[Finding]:
    """Report the dates with a wrong weekday at their place in the field."""
    field = item.source_field(variable)
    if field is not None and item.entry is not None:
        yield from findings_at(field, item.entry, _marks(field.value))


def _marks(text: str) -> Iterator[Mark]:
    """Yield the dates with a wrong weekday."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            right = _weekday(match)
            if right and not right.lower().startswith(match["weekday"][:3].lower()):
                message = f"`{match[0]}` was a {right}; correct the weekday or the date"
                yield Mark(*match.span(), message)


def _weekday(match: re.Match[str]) -> str:
    month = months_of("en").get(match["month"].lower())
    if month is None:
        return ""
    try:
        day = datetime.date(read_int(match["year"]), month, read_int(match["day"]))
    except ValueError:
        return ""
    return day.strftime("%A") if day.year > 1752 else ""
