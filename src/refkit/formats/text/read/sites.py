"""Recognize newspapers and sites that the labeler included in a title."""

from __future__ import annotations

import re

from refkit.data import news
from refkit.data.reference_patterns import SECTION
from refkit.data.work_types import REPORT
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.segments import SCANNED, labels_of
from refkit.patterns import lazy_pattern

_LAST = lazy_pattern(
    r"[.?!”\"»]\s+(?P<last>[^\W\d_a-z][^.?!:;,\d]{1,60}(?:\.(?:com|org|net|de|fr))?)\.?\Z"
)
_SECTION = lazy_pattern(SECTION, re.IGNORECASE)
_DAILY = lazy_pattern(news.NEWSPAPER_WORDS, re.IGNORECASE)
_REPORT = lazy_pattern(rf"(?<!\w)(?:{REPORT})(?!\w)", re.IGNORECASE)
_KNOWN = news.NEWSPAPERS | news.MAGAZINES
_SMALL = frozenset(
    "a an and at by for from in of on or the to with der die das und für le la les de du des et".split()
)
_HOSTED = frozenset(
    ("container-title", "publisher", "location", "volume", "source", "medium", "genre")
)
LONGEST = 6  # maximum number of words in a site's name


def with_site(text: str, segments: list[Segment]) -> list[Segment]:
    """Label the last sentence of a title as the container if it names a newspaper or a site."""
    labels = labels_of(segments)
    at = max((at for at, segment in enumerate(segments) if segment.label == "title"), default=-1)
    if at < 0 or not labels.isdisjoint(_HOSTED):
        return segments
    title = segments[at]
    found = _LAST.search(text, max(title.start, title.end - 120), title.end)
    if found is None or found.start() <= title.start:
        return segments
    before = text[title.start : found.start()]
    if not (
        _is_newspaper(text, found["last"], segments)
        or ("url" in labels and _is_site(before, found["last"]))
    ):
        return segments
    parts = [
        title._replace(end=found.start() + 1),
        title._replace(start=found.start("last"), end=found.end("last"), label="container-title"),
    ]
    return [*segments[:at], *parts, *segments[at + 1 :]]


def _is_newspaper(text: str, name: str, segments: list[Segment]) -> bool:
    """Whether a name is a known newspaper, has a section, or has a newspaper word and a date with a day."""
    if name.lower() in _KNOWN or _SECTION.search(text[:SCANNED]):
        return True
    if _DAILY.search(name) is None or not _is_title_case(name):
        return False
    dates = (read_dating(text[one.start : one.end]).date for one in segments if one.label == "date")
    return any(
        date is not None and date.start is not None and bool(date.start.day) for date in dates
    )


def _is_site(title: str, name: str) -> bool:
    """Whether a name in title case follows a title in sentence case: How to bake. The Bread Blog."""
    if (
        len(name.split()) > LONGEST
        or _REPORT.search(name)
        or only_cues(name)
        or not _is_title_case(name)
    ):
        return False
    small = [
        word
        for word in title.split()[1:]
        if len(word) > 3 and word.isalpha() and word.lower() not in _SMALL
    ]
    return len(small) > 1 and sum(word[0].islower() for word in small) * 2 > len(small)


def _is_title_case(name: str) -> bool:
    words = name.split()
    return all(word[0].isupper() or word in _SMALL for word in words) and words[-1][0].isupper()
