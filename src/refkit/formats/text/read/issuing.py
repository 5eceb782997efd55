"""Assemble the date of issue from dates in different places of a reference."""

from __future__ import annotations

import time

from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating, with_day
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.kinds import is_proceedings
from refkit.model.date import Date
from refkit.records import replace

THIS_YEAR = time.localtime().tm_year


def join_year(draft: Draft, segment: Segment, year: str) -> None:
    """Add a year found among other data to the date of issue."""
    date = read_dating(year).date
    if date is not None:
        join_date(draft, segment, date)


def join_date(draft: Draft, segment: Segment, date: Date) -> None:
    """Set the date of issue, or add a month and day to a year found elsewhere."""
    known = draft.item.dates.get("issued")
    if (
        known is not None
        and known.year
        and known.year > THIS_YEAR + 2 >= (date.year or THIS_YEAR + 3)
    ):
        draft.unread.extend(draft.segments.pop("issued", []))
        known = None
    if known is None:
        draft.put_date("issued", date, segment)
        return
    joined = (
        with_day(known, date.raw)
        if date.literal
        else with_day(date, known.raw)
        if known.literal
        else None
    )
    if joined is not None:
        _put_joined(
            draft,
            segment,
            known if date.literal else date,
            replace(joined, raw=f"{known.raw} {date.raw}"),
        )
    elif known.year == date.year and date.month and not known.month:
        _put_joined(draft, segment, known, replace(date, raw=f"{known.raw}; {date.raw}"))
    elif _is_of_meeting(draft, known, date):
        draft.put_date("event-date", known, segment)
        draft.put_date("issued", date, segment)
    elif _is_reissue(draft, known, date):
        draft.put_date("original-date", known, segment)
        draft.put_date("issued", date, segment)
    elif known.year != date.year or date.literal or not _repeats(known, date):
        draft.unread.append(segment)


def _repeats(known: Date, date: Date) -> bool:
    """Whether a date says nothing that the known date of the same year does not say."""
    return date.month is None or (known.start, known.end) == (date.start, date.end)


def _put_joined(draft: Draft, segment: Segment, year: Date, joined: Date) -> None:
    """Store a joined date; a range of days is the event date, and the separate year is the date of issue."""
    draft.put_date("event-date" if _has_days(joined) else "issued", joined, segment)
    if _has_days(joined):
        draft.put_date("issued", year, segment)


def _has_days(date: Date) -> bool:
    ends = (date.start, date.end)
    return all(point is not None and point.day is not None for point in ends)


def _is_reissue(draft: Draft, known: Date, date: Date) -> bool:
    """Whether a year follows the title and a later one follows the publisher: Title. 1987. Publisher, 2004."""
    if (
        not draft.has("publisher")
        or draft.has("container-title")
        or "original-date" in draft.item.dates
    ):
        return False
    title, issued = draft.segments.get("title", []), draft.segments.get("issued", [])
    if not title or not issued or issued[0].start < title[0].start:
        return False
    return (
        not known.month
        and not date.month
        and not date.literal
        and (known.year or 0) < (date.year or 0)
    )


def _is_of_meeting(draft: Draft, known: Date, date: Date) -> bool:
    """Whether the known date is that of a meeting and the new one is the publication year of its papers."""
    day = known.start.day if known.start is not None else None
    return (
        not date.month
        and bool(date.year)
        and (_has_days(known) or (day is not None and is_proceedings(draft.item.container_title)))
    )


def settle_dates(draft: Draft) -> None:
    """Use an event date as the date of issue if the work is not from a meeting: a magazine of May 12–18."""
    dates, item = draft.item.dates, draft.item
    if "event-date" not in dates or "speech" in draft.cues or is_proceedings(item.container_title):
        return
    if item.issued.year == dates["event-date"].year and not item.issued.month:
        dates["issued"] = dates.pop("event-date")
        draft.segments.setdefault("issued", []).extend(draft.segments.pop("event-date", []))
