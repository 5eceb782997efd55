# ruff: noqa: E501
"""From the labelled words of a reference to an item: every word is in a variable, or kept in the note."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from refkit.formats.text.announcing import only_cues, words_of
from refkit.formats.text.datings import read_dating, with_day
from refkit.formats.text.draft import Draft
from refkit.formats.text.finish import finish
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.parts import (
    is_edition,
    read_edition,
    read_numbering,
    read_pages,
    split_number,
    split_place,
)
from refkit.formats.text.persons import read_persons
from refkit.formats.text.remarks import is_thesis, read_known, read_remark
from refkit.formats.text.titles import tidy_container, tidy_title
from refkit.model.date import Date
from refkit.model.identifiers import parse_isbn, parse_issn
from refkit.model.item import Item


@dataclass(slots=True, frozen=True)
class Built:
    """An item, of each of its variables the segments that it was read from, and what was not understood.

    What is in `unread` stands in the item's note.
    """

    item: Item
    segments: dict[str, tuple[Segment, ...]]
    unread: tuple[Segment, ...]


def build_item(reference: Reference, labelled: Labelled, id: str) -> Built:  # noqa: A002 - the item's own word
    """Return the item that a labelled reference tells of."""
    draft = Draft(reference.excerpt.text, Item(id))
    segments = _whole(draft.text, labelled)
    if any(segment.label == "location" for segment in segments):
        draft.cues.add("location")
    for segment in segments:
        _READERS.get(segment.label, read_remark)(draft, segment)
    finish(draft)
    places = {
        variable: tuple(where)
        for variable, where in draft.segments.items()
        if draft.has(variable) or variable in draft.item.custom
    }
    return Built(draft.item, places, tuple(draft.unread))


def _whole(text: str, labelled: Labelled) -> list[Segment]:
    """The segments in their order, and as "other" what stands between them."""
    whole: list[Segment] = []
    at = 0
    for segment in sorted(labelled.segments, key=lambda one: one.start):
        start, end = max(segment.start, at), min(segment.end, len(text))
        if start >= end:
            continue
        if at < start and words_of(text[at:start]):
            whole.append(Segment("other", at, start, labelled.confidence))
        whole.append(segment._replace(start=start, end=end))
        at = end
    if words_of(text[at:]):
        whole.append(Segment("other", at, len(text), labelled.confidence))
    return whole


_WITH_EDITORS = re.compile(
    r"\s*(?:in\b[:.]?\s*)?(?P<names>[^()]{3,300}?)[\s,]*(?:\((?:eds?|hrsgg?|hg|éds?|dirs?|coords?|orgs?|a cura di)\.?\)|,\s*(?:eds?|hrsg|dir|éds?)\.)[\s,.:]*(?P<title>\w.{5,})\Z",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET_AT_END = re.compile(r"[\s.,]*[(\[]([^()\[\]]{1,160})[)\]][\s.,;:]*\Z")
_CLAUSE_AT_END = re.compile(r"[.,:;(]\s*([^.,:;()]{4,40}(?:\.[^.,:;()]{0,12}){0,3})[\s.,;:)]*\Z")
_VOLUME_IN_BRACKETS = re.compile(r"[(\[]?\s*(?:vol(?:ume|s)?|bd|band|t|tome|tomo|т)\.?\s*(\d+|[IVXLC]+)\s*[)\]]?[\s.,;:]*\Z", re.IGNORECASE)
_OF_SERIES = re.compile(r",?\s+(?:vol(?:ume|\.)|number|no\.)\s*(?P<number>\d+)\s+(?:of|in)\s+(?:the\s+)?(?P<series>[^\W\d_].{5,})\Z", re.IGNORECASE)
_MARKER = re.compile(r"[\s\[(]*[A-Za-z+-]{0,12}\d{0,4}[a-z]?[\s\]).:,]*\Z")


def _read_author(draft: Draft, segment: Segment) -> None:
    _read_names(draft, segment, "author")


def _read_editor(draft: Draft, segment: Segment) -> None:
    split = _WITH_EDITORS.match(draft.text, segment.start, segment.end)
    if split is not None and len(words_of(split["title"])) > 2:
        _read_container(draft, segment)
        return
    if re.match(r"\s*\W?in\b", draft.written(segment), re.IGNORECASE):
        draft.cues.add("in")
    _read_names(draft, segment, "editor")


def _read_names(draft: Draft, segment: Segment, variable: str) -> None:
    """Names, in the variable that the text tells, else in the one that the label tells."""
    persons = read_persons(draft.written(segment))
    if persons.role == "author":
        persons = persons._replace(role="")
    if not persons.names and persons.role and variable != "author":
        draft.move("author", persons.role)
        return
    draft.add_names(persons.role or variable, persons.names, segment)
    if persons.rest:
        _read_rest(draft, segment, persons.rest)


def _reader_of_names(variable: str) -> Callable[[Draft, Segment], None]:
    def read(draft: Draft, segment: Segment) -> None:
        _read_names(draft, segment, variable)

    return read


def _read_rest(draft: Draft, segment: Segment, rest: str) -> None:
    """Look at words of a segment that its own reader made nothing of."""
    start = draft.text.find(rest, segment.start, segment.end)
    part = segment._replace(start=start, end=start + len(rest)) if start >= 0 else segment
    read_remark(draft, part)


def _read_title(draft: Draft, segment: Segment) -> None:
    segment = _without_end(draft, segment)
    title = tidy_title(draft.written(segment))
    draft.put("title", title, segment)


def _without_end(draft: Draft, segment: Segment) -> Segment:
    """A title without what follows it in brackets or as a last clause and is a fact of its own."""
    for _ in range(4):
        found = _BRACKET_AT_END.search(draft.text, max(segment.end - 200, segment.start), segment.end)
        if found is None or found.start() <= segment.start or not _is_fact(draft, found.span(), segment):
            break
        segment = segment._replace(end=found.start())
    clause = _CLAUSE_AT_END.search(draft.text, max(segment.end - 80, segment.start), segment.end)
    if clause is not None and clause.start() > segment.start and _is_fact(draft, clause.span(), segment, clause=True):
        segment = segment._replace(end=clause.start())
    return segment


def _is_fact(draft: Draft, span: tuple[int, int], segment: Segment, clause: bool = False) -> bool:
    """Read a part that is a fact and nothing else; a last clause only where it says an edition or thesis."""
    part = segment._replace(start=span[0], end=span[1])
    trial = Draft(draft.text, Item(""))
    left = read_known(trial, part)
    variables = set(trial.item.text) | set(trial.item.dates) | set(trial.item.custom)
    if not variables or trial.unread or any(not only_cues(draft.written(one)) for one in left):
        return False
    if clause and not (variables == {"edition"} or "is:thesis" in trial.cues):
        return False
    read_known(draft, part)
    return True


def _read_container(draft: Draft, segment: Segment) -> None:
    """container = ["In"] [editors "(Eds.)"] title [volume "of" series] [facts in brackets]"""
    split = _WITH_EDITORS.match(draft.text, segment.start, segment.end)
    if split is not None:
        draft.cues.add("in")
        _read_names(draft, segment._replace(start=split.start("names"), end=split.end("names")), "editor")
        segment = segment._replace(start=split.start("title"))
    series = _OF_SERIES.search(draft.text, segment.start, segment.end)
    if series is not None:
        draft.put("collection-title", tidy_title(series["series"]), segment)
        draft.put("collection-number", series["number"], segment)
        segment = segment._replace(end=series.start())
    volume = _VOLUME_IN_BRACKETS.search(draft.text, max(segment.end - 30, segment.start), segment.end)
    if volume is not None and volume.start() > segment.start and "(" in volume[0]:
        draft.put("volume", volume[1], segment._replace(start=volume.start()))
        segment = segment._replace(end=volume.start())
    segment = _without_end(draft, segment)
    title, inside = tidy_container(draft.written(segment))
    if inside:
        draft.cues.add("in")
    if only_cues(title):
        return
    known = draft.item.text.get("container-title", "")
    if known and not draft.has("collection-title"):
        _read_series(draft, segment)
    else:
        draft.put("container-title", title, segment)


def _read_series(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    if re.match(r"\s*of\s", text) and "volume" in draft.item.text and "collection-number" not in draft.item.text:
        draft.move("volume", "collection-number")
    title, number = split_number(tidy_title(re.sub(r"\A\s*(?:of|coll(?:ection)?\.?)\s+", "", text, flags=re.IGNORECASE)))
    draft.put("collection-title", tidy_title(title), segment)
    if number:
        draft.put("collection-number", number, segment)


def _read_date(draft: Draft, segment: Segment) -> None:
    written = draft.written(segment)
    dating = read_dating(written)
    if dating.status:
        draft.put("status", dating.status, segment)
    if dating.original is not None:
        draft.put_date("original-date", dating.original, segment)
    if dating.letter:
        draft.put("year-suffix", dating.letter, segment)
    if dating.date is not None:
        _join_date(draft, segment, dating.date)
    if dating.rest:
        _read_rest(draft, segment, dating.rest)


def _join_date(draft: Draft, segment: Segment, date: Date) -> None:
    """Set the date of issue, or add a month and day to the year that stands elsewhere."""
    known = draft.item.dates.get("issued")
    if known is None:
        draft.put_date("issued", date, segment)
        return
    joined = with_day(known, date.raw) if date.literal else with_day(date, known.raw) if known.literal else None
    if joined is not None:
        draft.put_date("issued", replace(joined, raw=f"{known.raw} {date.raw}"), segment)
    elif known.year == date.year and date.month and not known.month:
        draft.put_date("issued", replace(date, raw=f"{known.raw}; {date.raw}"), segment)
    elif known.year != date.year or date.literal:
        draft.unread.append(segment)


def _read_numbers(draft: Draft, segment: Segment) -> None:
    """Volume, issue and what clings to them."""
    numbers = read_numbering(draft.written(segment), segment.label)
    draft.put("volume", numbers.volume, segment)
    draft.put("issue", numbers.issue, segment)
    draft.put("page", numbers.pages, segment)
    draft.put("number-of-volumes", numbers.volumes, segment)
    if numbers.year:
        _read_year(draft, segment, numbers.year)
    if numbers.rest:
        _read_rest(draft, segment, numbers.rest)


def _read_year(draft: Draft, segment: Segment, year: str) -> None:
    date = read_dating(year).date
    if date is not None:
        _join_date(draft, segment, date)


def _read_pages(draft: Draft, segment: Segment) -> None:
    pages = read_pages(draft.written(segment))
    draft.put("page", pages.page, segment)
    draft.put("number-of-pages", pages.total, segment)
    draft.put("number", pages.number, segment)
    if pages.rest:
        _read_rest(draft, segment, pages.rest)


def _read_publisher(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    if "location" not in draft.cues:
        text, place = split_place(text)
        draft.put("publisher-place", tidy_title(place), segment)
    start = draft.text.find(text, segment.start)
    segment = _without_end(draft, segment._replace(start=max(start, segment.start)))
    publisher = tidy_title(draft.written(segment))
    parts = read_known(draft, segment) if is_thesis(publisher) else [segment]
    for part in parts:
        draft.put("publisher", tidy_title(draft.written(part)), part)


def _read_place(draft: Draft, segment: Segment) -> None:
    draft.put("publisher-place", draft.written(segment).strip(" ,;:.()[]"), segment)


def _read_edition(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    if not is_edition(text) and not re.search(r"\b(?:ed|edn|edition|éd|rev|revised|aufl|expanded|version|druck|ausg\w*)\b", text, re.IGNORECASE):
        read_remark(draft, segment)
        return
    edition, beside = read_edition(text)
    draft.put("edition", edition, segment)
    if beside and not only_cues(beside):
        _read_rest(draft, segment, beside)


def _read_genre(draft: Draft, segment: Segment) -> None:
    """A genre that is known, else its words as they are."""
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if only_cues(words):
            continue
        if draft.has("genre") or not any(char.isalpha() for char in words):
            read_remark(draft, part)
        else:
            draft.put("genre", words, part)


def _read_source(draft: Draft, segment: Segment) -> None:
    """Where it was found: a newspaper, a site, a database."""
    for part in read_known(draft, segment):
        title, _ = tidy_container(draft.written(part))
        if only_cues(title):
            continue
        if draft.has("container-title"):
            draft.unread.append(part)
        else:
            draft.put("container-title", title, part)


def _read_isbn(draft: Draft, segment: Segment) -> None:
    bare = draft.written(segment).strip(" .,;:()[]")
    isbn, issn = parse_isbn(bare), parse_issn(bare)
    if isbn is not None:
        draft.put("ISBN", re.sub(r"(?i)\A\W*isbn[^\d]*", "", bare), segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    else:
        read_remark(draft, segment)


def _read_accessed(draft: Draft, segment: Segment) -> None:
    left = read_known(draft, segment)
    if "accessed" in draft.item.dates:
        draft.unread.extend(part for part in left if not only_cues(draft.written(part)))
        return
    date = read_dating(draft.written(segment)).date
    if date is not None and date.start is not None:
        draft.put_date("accessed", date, segment)
    else:
        read_remark(draft, segment)


def _read_marker(draft: Draft, segment: Segment) -> None:
    """The number of a reference in its list is no fact about the work."""
    if not _MARKER.match(draft.written(segment)):
        read_remark(draft, segment)


_READERS: dict[str, Callable[[Draft, Segment], None]] = {
    "author": _read_author, "editor": _read_editor, "translator": _reader_of_names("translator"),
    "director": _reader_of_names("director"), "producer": _reader_of_names("producer"),
    "title": _read_title, "container-title": _read_container, "collection-title": _read_series,
    "date": _read_date, "volume": _read_numbers, "issue": _read_numbers, "pages": _read_pages,
    "publisher": _read_publisher, "location": _read_place, "edition": _read_edition,
    "genre": _read_genre, "medium": _read_genre, "source": _read_source, "isbn": _read_isbn,
    "issn": _read_isbn, "accessed": _read_accessed, "citation-number": _read_marker,
}  # fmt: skip
