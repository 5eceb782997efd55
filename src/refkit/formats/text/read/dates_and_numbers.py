"""Read the segments of a reference that contain dates, volumes, issues, pages and editions."""

from __future__ import annotations

import re

from refkit.data.work_types import EDITION_WORDS
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.issuing import join_date, join_year
from refkit.formats.text.read.parts import (
    Numbering,
    Pages,
    is_edition,
    read_chapter,
    read_edition,
    read_numbering,
    read_pages,
)
from refkit.formats.text.read.remark_publication import keep_edition_words
from refkit.formats.text.read.remarks import read_remark, read_rest
from refkit.patterns import lazy_pattern


def read_date(draft: Draft, segment: Segment) -> None:
    """Read the date, the original date, the letter after the year and the status."""
    dating = read_dating(draft.written(segment))
    if dating.status:
        draft.put("status", dating.status, segment)
        draft.passed.extend([] if dating.rest else [segment])
    if dating.original is not None:
        draft.put_date("original-date", dating.original, segment)
    if dating.letter:
        draft.put("year-suffix", dating.letter, segment)
    if dating.date is not None:
        join_date(draft, segment, dating.date)
    if dating.rest:
        read_rest(draft, segment, dating.rest)


def read_numbers(draft: Draft, segment: Segment) -> None:
    """Read the volume, the issue and adjoining numbers; directly after a series, read the number in the series."""
    segment = _before_month(draft, segment)
    numbers = _as_meant(draft, read_numbering(draft.written(segment), segment.label))
    if _follows_series(draft, segment):
        draft.put("collection-number", numbers.volume or numbers.issue, segment)
        numbers = numbers._replace(volume="", issue=numbers.issue if numbers.volume else "")
    draft.put("volume", numbers.volume, segment)
    draft.put("issue", numbers.issue, segment)
    draft.put("page", numbers.pages, segment)
    draft.put("number-of-volumes", numbers.volumes, segment)
    if numbers.year:
        join_year(draft, segment, numbers.year)
    if numbers.rest and _names_volume(draft, numbers):
        draft.put("volume-title", numbers.rest, segment)
    elif numbers.rest:
        read_rest(draft, segment, numbers.rest)
    else:
        draft.passed.append(segment)


def _names_volume(draft: Draft, numbers: Numbering) -> bool:
    """Whether the words after the volume of a book are its title: vol. V, I documenti."""
    if numbers.issue or "container-title" in draft.labels or draft.has("volume-title"):
        return False
    return numbers.volume != "" and _NAME_OF_VOLUME.fullmatch(numbers.rest) is not None


_MONTH_BEHIND = lazy_pattern(r"\s*\((?P<month>[^\W\d_][^()\d]{1,24})\)?[\s,:;]*\Z")


def _before_month(draft: Draft, segment: Segment) -> Segment:
    """Return the numbers without a month or season in brackets after them, which is added to the date: 5 (May)."""
    found = _MONTH_BEHIND.search(draft.text, segment.start, segment.end)
    dating = read_dating(found["month"]) if found is not None else None
    if found is None or dating is None or dating.date is None or dating.rest:
        return segment
    join_date(draft, segment._replace(start=found.start()), dating.date)
    return segment._replace(end=found.start())


def _as_meant(draft: Draft, numbers: Numbering) -> Numbering:
    """Return the numbers; a single one is the issue if the reference has a volume before it, or pages."""
    if numbers.issue:
        return numbers
    if (
        numbers.volume.isdecimal() and draft.has("volume") and draft.item.volume.isalpha()
    ):  # XXIV, 1993, 2
        return numbers._replace(volume="", issue=numbers.volume)
    if "pages" not in draft.labels:
        return numbers
    if numbers.pages:  # 28: 1-2 (2001), 48-55
        return numbers._replace(issue=numbers.pages, pages="")
    return numbers._replace(issue=numbers.rest, rest="") if numbers.rest.isdecimal() else numbers


def _follows_series(draft: Draft, segment: Segment) -> bool:
    series = draft.segments.get("collection-title", [])
    numbers = (
        ("volume",) if draft.has("volume") or draft.has("container-title") else ("volume", "issue")
    )
    if not series or "collection-number" in draft.item.text or segment.label not in numbers:
        return False
    return 0 <= segment.start - series[-1].end < 9 and only_cues(
        draft.text[series[-1].end : segment.start]
    )


def read_page_segment(draft: Draft, segment: Segment) -> None:
    """Read pages, a number of pages or volumes, or the number of a chapter."""
    chapter = read_chapter(draft.written(segment))
    if chapter:
        draft.put("chapter-number", chapter, segment)
        draft.passed.append(segment)
        return
    volumes = read_numbering(draft.written(segment)).volumes
    if volumes:
        draft.put("number-of-volumes", volumes, segment)
        return
    segment = _behind_issue(draft, segment)
    pages = _as_total(draft, draft.written(segment), read_pages(draft.written(segment)))
    draft.put("page", pages.page, segment)
    draft.put("number-of-pages", pages.total, segment)
    draft.put("number", pages.number, segment)
    if pages.rest:
        read_rest(draft, segment, pages.rest)
    else:
        draft.passed.append(segment)


def _behind_issue(draft: Draft, segment: Segment) -> Segment:
    """Read the issue in brackets before pages, as in `(34-35), 137-150`, and return the pages."""
    found = _ISSUE_IN_BRACKETS.match(draft.text, segment.start, segment.end)
    if found is None or draft.has("issue"):
        return segment
    draft.put("issue", found[1], segment._replace(end=found.end()))
    return segment._replace(start=found.end())


def _as_total(draft: Draft, text: str, pages: Pages) -> Pages:
    """Return the pages; a single number after the plural `pp.` counts the pages of a book, as in Italian lists."""
    if "container-title" in draft.labels or not _PLURAL_PAGES.match(text):
        return pages
    return pages._replace(page="", total=pages.page)


def read_edition_segment(draft: Draft, segment: Segment) -> None:
    """Read the edition, and keep words next to its number."""
    text = draft.written(segment)
    told = is_edition(text)
    if not told and (not _EDITION_WORD.search(text) or any(char.isdigit() for char in text)):
        read_remark(draft, segment)
        return
    edition, beside = read_edition(text)
    draft.put("edition", edition, segment)
    draft.passed.append(segment)
    keep_edition_words(draft, segment, beside)


_ISSUE_IN_BRACKETS = lazy_pattern(r"\(?(\d{1,4}(?:\s?[-–/]\s?\d{1,4})?)\)[,:]?\s*(?=\d)")
_NAME_OF_VOLUME = lazy_pattern(r"(?-i:[^\W\d_a-zà-ÿ])[^\W\d_]*\.?(?:[\s’'][^\d()\[\]/]{2,80})")
_PLURAL_PAGES = lazy_pattern(r"[\s,(]*[Pp]p\.\s*\d{2,4}[\s.,)]*\Z")
_EDITION_WORD = lazy_pattern(rf"\b(?:{EDITION_WORDS})\b", re.IGNORECASE)
