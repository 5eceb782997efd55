"""Read the segments of a reference about the type of work: genres, reports, standards, patents and sources."""

from __future__ import annotations

import re

from refkit.data.work_types import BRACKETED_TYPES, GBT_CODES
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.issuing import join_year
from refkit.formats.text.read.remark_types import is_report, read_medium
from refkit.formats.text.read.remarks import read_known, read_remark
from refkit.formats.text.read.titles import tidy_container
from refkit.patterns import lazy_pattern

_NUMBERED = lazy_pattern(
    r"(?P<genre>[^\d]{3,80}?)[\s,(#]*+(?:\b(?:no|nr|number|núm|n[°º])\b\.?\s*+)?(?P<number>[A-Z]*[-./]?\d[\w./:-]*)\Z",
    re.IGNORECASE,
)


def read_genre(draft: Draft, segment: Segment) -> None:
    """Read a known genre; otherwise keep the words unchanged, with a number at their end stored separately."""
    words = draft.written(segment).strip(" ,;:.()[]")
    if words.lower() in BRACKETED_TYPES:
        read_medium(draft, words, segment)
        return
    if is_report(words) and not draft.has("genre") and _NUMBERED.match(words):
        read_report(draft, segment)
        return
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if only_cues(words):
            continue
        if (
            draft.has("genre")
            and not draft.has("publisher")
            and words[:1].isupper()
            and len(words.split()) < 5
        ):
            draft.put("publisher", words, part)
        elif draft.has("genre") or not any(char.isalpha() for char in words):
            read_remark(draft, part)
        else:
            draft.put("genre", words, part)


def read_report(draft: Draft, segment: Segment) -> None:
    """Read a report series and the number in it."""
    draft.cues.add("report")
    words = draft.written(segment).strip(" ,;:.()[]")
    numbered = _NUMBERED.match(words)
    draft.put("genre", numbered["genre"] if numbered is not None else words, segment)
    if numbered is not None:
        draft.put("number", numbered["number"], segment)


def read_source(draft: Draft, segment: Segment) -> None:
    """Read the source of a work: a newspaper, a site, a database."""
    for part in read_known(draft, segment):
        title, _ = tidy_container(draft.written(part).lstrip(" .,;:"))
        if only_cues(title):
            continue
        if draft.has("container-title"):
            draft.unread.append(part)
        else:
            draft.put("container-title", title, part)


def read_norm(draft: Draft, segment: Segment) -> None:
    """Read the number of a standard, which provides the year if the reference has no other date."""
    draft.cues.add("is:standard")
    number = draft.written(segment).strip(" ,;:.()[]")
    draft.put("number", number, segment)
    year = re.search(r"[:-]((?:19|20)\d\d)(?:-\d\d)?\Z", number)
    if year is not None and "date" not in draft.labels:
        join_year(draft, segment, year[1])


def read_code(draft: Draft, segment: Segment) -> None:
    """Read the type of a work from its GB/T 7714 code: [J], [M/OL]."""
    kind = GBT_CODES[draft.written(segment).strip(" .[]．。［］").partition("/")[0]]
    is_in_host = draft.text.startswith(("/", "／"), segment.end)
    draft.cues.add("is:chapter" if is_in_host and kind == "book" else f"is:{kind}")
    draft.passed.append(segment)


def read_court(draft: Draft, segment: Segment) -> None:
    """Read the court that decided a case."""
    draft.put("authority", draft.written(segment).strip(" ,;()"), segment)


def read_statute(draft: Draft, segment: Segment) -> None:
    """Read the years of a king's reign and the chapter of the acts of parliament."""
    draft.cues.add("is:legislation")
    draft.put("references", draft.written(segment).strip(" ,;."), segment)


_ASSIGNEE = lazy_pattern(r",\s*assignees?\b\W*\Z", re.IGNORECASE)


def read_holder(draft: Draft, segment: Segment) -> None:
    """Read the holder of a patent."""
    draft.item.custom["holder"] = _ASSIGNEE.sub("", draft.written(segment)).strip(" ,;")
    draft.note_place("holder", segment)
