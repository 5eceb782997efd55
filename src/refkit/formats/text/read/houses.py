"""Split places and publishers that a labeler included at the end of a title, or of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.countries import COUNTRIES
from refkit.data.publishers import PUBLISHER_NAMES, REGIONS
from refkit.data.words.organizations import (
    DIVISION_WORDS,
    UNIVERSITY_WORDS,
)
from refkit.data.work_types import DATA_ARCHIVES, PUBLISHER, PUBLISHER_WORD
from refkit.formats.text.announcing import words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.formats.text.read.kinds import is_proceedings
from refkit.formats.text.read.organisations import is_organisation
from refkit.formats.text.segments import SCANNED, labels_of
from refkit.patterns import lazy_pattern

_HOUSE = lazy_pattern(PUBLISHER, re.IGNORECASE)
_CALLED = lazy_pattern(PUBLISHER_WORD, re.IGNORECASE)
_ARCHIVE = lazy_pattern(DATA_ARCHIVES, re.IGNORECASE)
_PLACE_AND_HOUSE = lazy_pattern(
    r"[.,]\s+(?P<place>[^\W\d_][^.:,;]{1,30}(?:\s\w\.\s?\w\.)?)\s?:\s(?P<house>[^:.]{2,60})\.?\Z"
)
_COMMA_PLACE_HOUSE = lazy_pattern(
    r"[.,]\s+(?P<place>[^\W\d_a-z][^.,:;()]{1,30}),\s+(?P<house>[^\W\d_a-z][^.,:;()\d]{1,50})\.?\Z"
)
_IMPRINT = lazy_pattern(
    r"[^\w\[(]*(?P<place>[^\W\d_a-z][^.:;\[\]]{1,40})\s?:\s(?P<house>[^\W\d_][^:;\[\]]{1,60})\.?\Z"
)
_LAST_SENTENCE = lazy_pattern(
    r"[.?!”\"»]\s+(?P<last>[^\W\d_a-z][^.?!:;]{1,60}(?:\.\s[^\W\d_a-z][^.?!:;]{1,40})?)\.?\Z"
)
_LAST_ARCHIVE = lazy_pattern(rf"[.?!”\"]\s+(?P<last>{DATA_ARCHIVES})\.?\Z", re.IGNORECASE)
_TWO_PLACES = lazy_pattern(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_HOUSED = frozenset(("location", "publisher"))
_WORKS = frozenset(("title", "container-title"))


def _is_city(words: str) -> bool:
    """Whether words are a known city, or any city with its state: Salem, MA."""
    city, _, region = words.strip(" .,;:()").rpartition(", ")
    return is_place(words) or (
        bool(city) and "," not in city and region.lower().rstrip(".") in REGIONS
    )


def is_house(words: str) -> bool:
    """Whether words on their own are the name of a publisher."""
    words = words.strip(" .,;:()[]")
    if words.lower() in PUBLISHER_NAMES:
        return True
    called = _CALLED.search(words) if len(words.split()) < 7 and words[:1].isupper() else None
    if called is not None and called[0].startswith("éditeur"):  # Belin éditeur
        return called.start() > 1
    return called is not None and words[words.rfind(" ", 0, called.end() - 1) + 1].isupper()


def with_houses(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with every place and every publisher in a segment of its own."""
    segments = _of_publishers(text, _of_places(text, segments))
    if labels_of(segments).isdisjoint(_HOUSED):
        segments = [part for segment in segments for part in _of_note(text, segment)]
        segments = _of_titles(text, segments)
    return segments


def _of_places(text: str, segments: list[Segment]) -> list[Segment]:
    """Split places from publishers: Berlin: Beuth; Firenze, Olschki; Bergen, Norway. Oslo.

    A short container that a colon separates from the publisher is a place.
    """
    labels = labels_of(segments)
    out: list[Segment] = []
    for at, segment in enumerate(segments):
        follows = segments[at + 1] if at + 1 < len(segments) else None
        if (
            segment.label == "container-title"
            and follows is not None
            and follows.label == "publisher"
        ):
            short = (
                len(words_of(text[segment.start : segment.end])) < 4 and "location" not in labels
            )
            if short and text[segment.end : follows.start].strip() == ":":
                segment = segment._replace(label="location")
        if (
            segment.label == "location"
            and "publisher" not in labels
            and _is_high_school(text, segment)
        ):
            segment = segment._replace(label="publisher")
        if segment.label != "location":
            out.append(segment)
        elif "publisher" in labels:
            out.extend(_two_places(text, segment, segments))
        elif "container-title" in labels and "volume" in labels:
            out.append(segment)
        else:
            out.extend(_place_and_house(text, segment))
    return out


def _is_high_school(text: str, segment: Segment) -> bool:
    words = words_of(text[segment.start : segment.end])
    return len(words) < 6 and not UNIVERSITY_WORDS.isdisjoint(words[:1])


def _place_and_house(text: str, segment: Segment) -> Iterator[Segment]:
    """location = place (":" | ",") publisher | publisher "," place"""
    colon = text.find(": ", segment.start, segment.end)
    comma = text.find(", ", segment.start, segment.end)
    if colon > 0:
        yield from _around_colon(text, segment, colon)
    elif comma > 0 and _is_house_behind(text[segment.start : comma], text[comma + 2 : segment.end]):
        yield segment._replace(end=comma)
        yield segment._replace(start=comma + 2, label="publisher")
    elif (
        comma > 0
        and is_house(text[segment.start : comma])
        and is_place(text[comma + 2 : segment.end])
    ):
        yield segment._replace(end=comma, label="publisher")
        yield segment._replace(start=comma + 2)
    else:
        yield segment


def _around_colon(text: str, segment: Segment, colon: int) -> Iterator[Segment]:
    """place ":" publisher, or the reverse; place ":" year"""
    left, right = text[segment.start : colon], text[colon + 2 : segment.end].strip(" .,;()")
    labels = (
        ("publisher", "location")
        if _is_city(right) and not _is_city(left)
        else ("location", "publisher")
    )
    if right.isdecimal():
        labels = ("location", "date")
    yield segment._replace(end=colon, label=labels[0])
    yield segment._replace(start=colon + 2, label=labels[1])


def _is_house_behind(place: str, words: str) -> bool:
    """Whether the words after a place and a comma are a publisher, not a country, region or other place."""
    if _HOUSE.search(words):
        return True
    bare = words.strip(" .,;:()").lower()
    return (
        is_place(place)
        and not is_place(bare.partition(",")[0])
        and COUNTRIES.isdisjoint((bare, bare.partition(",")[0]))
        and REGIONS.isdisjoint((bare, bare.partition(",")[0]))
        and len(words) > 3
        and words[:1].isupper()
        and not any(char in words for char in ".()0123456789")
    )


def _two_places(text: str, segment: Segment, segments: list[Segment]) -> Iterator[Segment]:
    """Split the place of a meeting from the publisher place, which follows after a full stop."""
    found = _TWO_PLACES.search(text, segment.start, segment.end)
    met = any(
        one.label == "container-title" and is_proceedings(text[one.start : one.end])
        for one in segments
    )
    if found is None or not met or not is_place(text[found.end() : segment.end].partition(",")[0]):
        yield segment
        return
    yield segment._replace(end=found.start(), label="event-place")
    yield segment._replace(start=found.end())


def _of_publishers(text: str, segments: list[Segment]) -> list[Segment]:
    """Split publishers from places: Rouen, Plon; Harbour Press, Leeds; Leeds: Harbour Press; Harbour Press: Leeds."""
    if "location" in labels_of(segments):
        return segments
    return [part for segment in segments for part in _publisher_and_place(text, segment)]


def _publisher_and_place(text: str, segment: Segment) -> Iterator[Segment]:
    placed = text[: segment.start].endswith(": ")
    if segment.label != "publisher" or (is_place(text[segment.start : segment.end]) and not placed):
        yield segment._replace(label="location") if segment.label == "publisher" else segment
        return
    start, end = segment.start, segment.end
    colon, comma, last = (
        text.find(": ", start, end),
        text.find(", ", start, end),
        text.rfind(", ", start, end),
    )
    if colon > 0 and (is_place(text[start:colon]) or is_place(text[colon + 2 : end])):
        yield from _around_colon(text, segment, colon)
    elif comma > 0 and colon < 0 and is_place(text[start:comma]) and not is_place(text[start:end]):
        yield segment._replace(end=comma, label="location")
        yield segment._replace(start=comma + 2)
    elif comma > 0 and colon < 0 and is_place(text[last + 2 : end]):
        yield segment._replace(end=last)
        yield segment._replace(start=last + 2, label="location")
    else:
        yield segment


def _of_note(text: str, segment: Segment) -> Iterator[Segment]:
    """Split a note or container that consists of a place, a colon and a publisher."""
    noted = segment.label in ("note", "other", "container-title")
    found = _IMPRINT.match(text, segment.start, segment.end) if noted else None
    if found is None or not is_place(found["place"]):
        yield segment
        return
    yield segment._replace(start=found.start("place"), end=found.end("place"), label="location")
    yield segment._replace(start=found.start("house"), end=found.end("house"), label="publisher")


def _of_titles(text: str, segments: list[Segment]) -> list[Segment]:
    """Split the place and publisher from the end of a title or container if they are not given elsewhere."""
    labels = labels_of(segments)
    authors = {
        text[one.start : one.end].strip(" .,;:").lower()
        for one in segments
        if one.label == "author"
    }
    at = max((at for at, segment in enumerate(segments) if segment.label in _WORKS), default=-1)
    if at < 0 or segments[at].end - segments[at].start > SCANNED:
        return segments
    segment = segments[at]
    start = max(segment.start, segment.end - 120)
    found = _PLACE_AND_HOUSE.search(text, start, segment.end)
    if found is None or not (
        _HOUSE.search(found["house"])
        or (
            is_place(found["place"])
            and (is_organisation(found["house"]) or found["house"].lower() in authors)
        )
    ):
        found = _COMMA_PLACE_HOUSE.search(text, start, segment.end)
        found = (
            found
            if found is not None and is_place(found["place"]) and not is_place(found["house"])
            else None
        )
    if found is not None and found.start() > segment.start:
        parts = [
            segment._replace(end=found.start()),
            segment._replace(start=found.start("place"), end=found.end("place"), label="location"),
            segment._replace(start=found.start("house"), end=found.end("house"), label="publisher"),
        ]
    else:
        parts = list(_house_alone(text, segment, labels))
    return [*segments[:at], *parts, *segments[at + 1 :]]


def _last_sentence(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last sentence, including the one before it if that is an abbreviation: St. Louis."""
    found = _LAST_SENTENCE.search(text, start, end)
    inside = found["last"].find(". ") if found is not None else -1
    if found is None or inside < 0 or is_place(found["last"]) or is_house(found["last"]):
        return found
    return _LAST_SENTENCE.search(text, found.start("last") + inside, end)


def _house_alone(text: str, segment: Segment, labels: set[str]) -> Iterator[Segment]:
    """Split off a last sentence that is a publisher, data archive or city, or a university after a site's name."""
    start = max(segment.start, segment.end - 120)
    found = _last_sentence(text, start, segment.end) or _LAST_ARCHIVE.search(
        text, start, segment.end
    )
    last = found["last"] if found is not None else ""
    label = ""
    if segment.label == "title" and "container-title" not in labels:
        label = (
            "publisher"
            if is_house(last) or _ARCHIVE.fullmatch(last)
            else "location"
            if is_place(last)
            else ""
        )
    if found is not None and label and found.start("last") > segment.start:
        yield segment._replace(end=found.start() + 1)
        yield segment._replace(start=found.start("last"), end=found.end("last"), label=label)
        return
    comma = text.rfind(", ", segment.start, segment.end)
    if segment.label == "container-title" and "url" in labels and comma > 0:
        behind = text[comma + 2 : segment.end]
        before = text[segment.start : comma]
        first = next(iter(words_of(before)), "")
        school = not UNIVERSITY_WORDS.isdisjoint(words_of(behind)) and first not in DIVISION_WORDS
        if school or (
            "volume" not in labels and " " not in before.strip() and is_organisation(behind)
        ):
            yield segment._replace(end=comma)
            yield segment._replace(start=comma + 2, label="publisher")
            return
    yield segment
