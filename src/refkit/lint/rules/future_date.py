"""The publication date is in the future.

A work cannot be cited before it appears. The year is a typo, an announcement that may change, or fabricated.

Example:

    @article{smith2020,
      year = {2199},
    }

Use instead:

    @article{smith2020,
      year = {2199},
      pubstate = {forthcoming},
    }

Fix: none, because refkit does not know the right date.
Source: today's date, or the one given with `--today`. The rule skips works that are forthcoming, in press,
accepted or submitted (biblatex manual, 4.9.2.11), up to three years before the date, and issues of journals
that are dated some months ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.access_dates import TEXTS, accesses, future_dates, future_place
from refkit.lint.calendars import is_of_other_calendar
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_pending_item, is_tex, shown_date
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.date import Date
from refkit.model.dates import earliest
from refkit.model.item import Item
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

# Issues are dated up to some months ahead.
LONGEST = 20  # years that an edition may still need until its last volume
# Years until a work that is in press appears.
PENDING = 3
_YEAR = lazy_pattern(r"(?<![\d./-])2\d{3}(?=[a-z]?(?:\W|$))(?![./-]\d)")
PERIODICALS = frozenset({"article-journal", "article-magazine"})


@rule("DAT103", "future-date", verdict=Verdict.INCONSISTENT, variables=("issued", *TEXTS))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report dates that begin after today, in the date of publication or in a note."""
    if _is_future(item.issued, item, context):
        if not is_pending_item(item):
            yield _finding(item, item.place("issued"), shown_date(item.issued), context)
        return
    if item.issued.literal and (year := _future_year(item, context)):
        yield _finding(item, item.place("issued"), shown(year), context)
        return
    for variable, text in future_dates(item, context.today):
        is_access = any((a.variable, a.text) == (variable, text) for a in accesses(item))
        if not is_access and not is_pending_item(item):
            place = future_place(item, variable, context.today)
            yield _finding(item, place, shown(text), context)


def _future_year(item: Item, context: Context) -> str:
    """Return the future year in a date of words, "in press 2061" or "2061a", or an empty string."""
    match = _YEAR.search(item.issued.literal)
    if match is None:
        return ""
    year = read_int(match[0])
    last = context.today.year + PENDING * is_pending_item(item)
    return "" if year <= last or is_of_other_calendar(item, year) else match[0]


def _is_future(date: Date, item: Item, context: Context) -> bool:
    today, year = context.today, date.year
    if date.end is not None and date.end.year is not None and date.end.year > today.year + LONGEST:
        return True
    if year is None or year < today.year:
        return False
    if item.type in PERIODICALS and year == today.year and date.day is None:
        return False
    first = earliest(date)
    is_later = first is not None and first > (today.year, today.month, today.day)
    return is_later and not is_of_other_calendar(item, year)


def _finding(item: Item, place: Span, date: str, context: Context) -> Finding:
    today = context.today.isoformat()
    return Finding(
        place, f"the date {date} is in the future (today is {today}); check it{_or_status(item)}"
    )


def _or_status(item: Item) -> str:
    """Return how the format of the item says that a work is forthcoming."""
    if is_pending_item(item):
        return ""
    if is_tex(item):
        return ", or set `pubstate = {forthcoming}`"
    is_record = item.entry is not None and item.entry.source.format == "csl-json"
    return ', or set `"status": "forthcoming"`' if is_record else ""
