"""Read the segments of a reference that contain a publisher or a place."""

from __future__ import annotations

import re

from refkit.data.work_types import BRACKETED_TYPES, DATABASES
from refkit.formats.text.announcing import is_single_name, only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.hosts import without_end
from refkit.formats.text.read.parts import (
    read_chapter,
    split_place,
)
from refkit.formats.text.read.remark_types import is_thesis, read_medium
from refkit.formats.text.read.remarks import read_known
from refkit.formats.text.read.titles import tidy_house, tidy_place
from refkit.formats.text.recognize.status import NO_DATE
from refkit.patterns import lazy_pattern

LONGEST_STATUS = (
    40  # characters of a status in place of a publisher, such as "advance online publication"
)
_REMARK_IN_PUBLISHER = lazy_pattern(
    r"https?:|www\.|\b(?:accessed|retrieved|available|isbn|abgerufen|consulté)\b", re.IGNORECASE
)


def read_publisher(draft: Draft, segment: Segment) -> None:
    """Read the publisher and a place next to it; remarks in the same segment are read separately."""
    text = draft.written(segment)
    chapter = read_chapter(text)
    if chapter:
        draft.put("chapter-number", chapter, segment)
        draft.passed.append(segment)
        return
    if NO_DATE.fullmatch(text.strip(" ,;:()[]")):
        draft.passed.append(segment)
        return
    status = read_dating(text).status if len(text) < LONGEST_STATUS else ""
    if status:
        draft.put("status", status, segment)
        return
    if text.strip(" .,;:").lower() in DATABASES:
        draft.put("source", text.strip(" .,;:"), segment)
        return
    if "location" not in draft.labels:
        text, place = split_place(text)
        draft.put("publisher-place", tidy_place(place), segment)
    start = draft.text.find(text, segment.start)
    segment = without_end(draft, segment._replace(start=max(start, segment.start)))
    publisher = tidy_house(draft.written(segment))
    known = is_thesis(publisher) or _REMARK_IN_PUBLISHER.search(publisher)
    parts = read_known(draft, segment) if known else [segment]
    for part in parts:
        written = draft.written(part)
        # "in press" is a status; "Press" on its own is the whole name of the publisher.
        if not only_cues(written) or is_single_name(written):
            draft.put("publisher", _unbracketed(tidy_house(draft.written(part))), part)


def _unbracketed(publisher: str) -> str:
    """Return a publisher's name without an unmatched bracket."""
    if publisher.count("(") == publisher.count(")"):
        return publisher
    return publisher.strip(" ()") if publisher[:1] == "(" or publisher[-1:] == "(" else publisher


def read_place(draft: Draft, segment: Segment) -> None:
    """Read the publisher place."""
    reprint = _REPRINT.match(draft.text, segment.start, segment.end)
    if reprint is not None:
        draft.passed.append(segment._replace(end=reprint.end()))
        segment = segment._replace(start=reprint.end())
    words = draft.written(segment).strip(" ,;:.()[]")
    if words.lower() in BRACKETED_TYPES:
        read_medium(draft, words, segment)
        return
    if _goes_on_in(draft, segment):
        return
    if _CUT_SHORT.search(draft.text, max(segment.start, segment.end - 6), segment.end):
        segment = segment._replace(end=segment.end + draft.text.startswith(".", segment.end))
    draft.put("publisher-place", tidy_place(draft.written(segment)), segment)


# University College London, Imperial College London, Universität Wien, Université Lyon
_NAMED_AFTER_CITY = lazy_pattern(
    r"(?:Univers\w+|College|Hochschule|Politecnico di|University of)\Z"
)


def _goes_on_in(draft: Draft, place: Segment) -> bool:
    """Whether a place is the end of the publisher's name before it, which is then completed."""
    houses = draft.segments.get("publisher", [])
    publisher = draft.item.publisher
    if not houses or draft.text[houses[-1].end : place.start].strip():
        return False
    if draft.written(houses[-1])[-1:] in ".,;:)" or not _NAMED_AFTER_CITY.search(publisher):
        return False
    draft.item.text["publisher"] = f"{publisher} {tidy_place(draft.written(place))}"
    houses.append(place)
    return True


_REPRINT = lazy_pattern(
    r"\W*(?:Reprint(?:ed)?|Repr?\.|Rpt\.|Nachdruck|Neudruck|Nachdr\.|Neudr\.|Réimpr\.)[\s,:]+(?=\S)"
)

# Frankfurt a. M., Washington, D.C., Freiburg i. Br., М.
_CUT_SHORT = lazy_pattern(r"(?:(?<!\w)[^\W\d_]\.\s?(?:[A-Z]|Br)|(?<![^\W_])[А-ЯЁ])\Z")


def read_event_place(draft: Draft, segment: Segment) -> None:
    """Read the place of an event."""
    draft.put("event-place", tidy_place(draft.written(segment)), segment)
