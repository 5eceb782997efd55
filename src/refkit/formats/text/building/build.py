# ruff: noqa: E501
"""From the labelled words of a reference to an item: every word is in a variable, or kept in the note."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from refkit.data.works import BRACKETED, SPEECH
from refkit.formats.text.building.announcing import only_cues, words_of
from refkit.formats.text.building.datings import read_dating, with_day
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.finish import finish
from refkit.formats.text.building.mending import mended
from refkit.formats.text.building.parts import (
    is_edition,
    read_edition,
    read_numbering,
    read_pages,
    split_number,
    split_place,
)
from refkit.formats.text.building.persons import read_persons
from refkit.formats.text.building.remarks import (
    is_report,
    is_thesis,
    read_known,
    read_medium,
    read_remark,
)
from refkit.formats.text.building.titles import tidy_container, tidy_place, tidy_title
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.model.date import Date
from refkit.model.identifiers import parse_arxiv, parse_isbn, parse_issn
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
    draft.parts = mended(draft.text, labelled)
    draft.labels = frozenset(segment.label for segment in draft.parts)
    for segment in draft.parts:
        _READERS.get(segment.label, read_remark)(draft, segment)
    finish(draft)
    places = {
        variable: tuple(where)
        for variable, where in draft.segments.items()
        if draft.has(variable) or variable in draft.item.custom
    }
    return Built(draft.item, places, tuple(draft.unread))


_WITH_EDITORS = re.compile(
    r"\s*(?:in\b[:.]?\s*)?(?P<names>[^()]{3,300}?)[\s,]*(?:\((?:eds?|hrsgg?|hg|éds?|dirs?|coords?|orgs?|a cura di)\.?\)|,\s*(?:eds?|hrsg|dir|éds?)\.)[\s,.:]*(?P<title>\w.{5,})\Z",
    re.IGNORECASE | re.DOTALL,
)
_ROLE_INSIDE = re.compile(
    r"(?P<stop>[.;,]\s+)(?=(?:edited|translated|trans\.|transl\.|hrsg\.|hg\.|übers\.|übersetzt|traduit|trad\.|traducción|traduzione|illustrated|revised)\s(?:by|von|v\.|par|por|de|di)\b)",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(r"\s*[“\"«„].{5,400}?[”\"»][\s,.]*(?P<in>\b(?:in|dans)\b:?\s+(?=[^\W\d_a-z]).{5,})\Z")
_BRACKET_AT_END = re.compile(r"[\s.,]*[(\[]([^()\[\]]{1,160})[)\]][\s.,;:]*\Z")
_CLAUSE_AT_END = re.compile(r"[.,:;(]\s*([^.,:;()]{2,40}(?:\.[^.,:;()]{0,12}){0,3})[\s.,;:)]*\Z")
_VOLUME_IN_BRACKETS = re.compile(r"[(\[]?\s*(?:vol(?:ume|s)?|bd|band|t|tome|tomo|т)\.?\s*(\d+|[IVXLC]+)\s*[)\]]?[\s.,;:]*\Z", re.IGNORECASE)
_OF_SERIES = re.compile(r",?\s+(?:vol(?:ume|\.)|number|no\.)\s*(?P<number>\d+)\s+(?:of|in)\s+(?:the\s+)?(?P<series>[^\W\d_].{5,})\Z", re.IGNORECASE)
_REMARK_IN_PUBLISHER = re.compile(r"https?:|www\.|\b(?:accessed|retrieved|available|isbn|abgerufen|consulté)\b", re.IGNORECASE)
_SERIES = re.compile(r"lecture notes|\bseries\b|\bstudies in\b|schriften|\breihe\b|\bcoll(?:ection|ana|ección|\.)|beiträge|monogra|\bLNCS\b|\bLNAI\b|ser\.", re.IGNORECASE)
_PAGES_AT_END = re.compile(r"[\s,(]+(?:pp?\.|S\.)?\s?(?P<pages>\d+\s?[-–]\s?\d+)[\s().,]*\Z")
_SAME_AUTHOR = re.compile(r"(?:Ders|Dies|Id|Idem|Eadem|Ead)\.?\s?[:,]\s*(?:\((?:Hrsg|Hg|ed|dir)\.?\)[:,]?\s*)?", re.IGNORECASE)
_PRESENTED = re.compile(rf"\s*(?P<genre>{SPEECH})\s*(?:(?:at|to|in|on|before|the|annual|dem|der|am|an|auf|au|à|la|en|el)\s+)*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<genre>[^\d]{3,80}?)[\s,(#]*(?:\b(?:no|nr|number|n[°º])\b\.?\s*)?(?P<number>[A-Z]*[-./]?\d[\w./-]*)\Z", re.IGNORECASE)
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
    for part in _by_role(draft, segment):
        _read_people(draft, part, variable)


def _by_role(draft: Draft, segment: Segment) -> Iterator[Segment]:
    """The parts of a segment that each begin with what the people did: Edited by A. Translated by B."""
    start = segment.start
    for found in _ROLE_INSIDE.finditer(draft.text, segment.start + 1, segment.end):
        yield segment._replace(start=start, end=found.start())
        start = found.end("stop")
    yield segment._replace(start=start)


def _read_people(draft: Draft, segment: Segment, variable: str) -> None:
    persons = read_persons(draft.written(segment))
    if persons.role == "author":
        persons = persons._replace(role="")
    if not persons.names and persons.role and variable != "author":
        role = persons.role.partition("_")[0]
        if role not in draft.item.names:
            draft.move("author", role)
        return
    for role in (persons.role or variable).split("_"):  # "Edited and translated by" is both
        draft.add_names(role, persons.names, segment)
    if persons.rest:
        _read_behind_names(draft, segment, persons.rest)


def _read_behind_names(draft: Draft, segment: Segment, rest: str) -> None:
    """Pages, or a house, that a labeller took for the last of the editors."""
    pages = re.fullmatch(r"(?:pp?\.?\s*)?\d+\s?[-–]\s?\d+", rest)
    if pages is not None and not draft.has("page"):
        draft.put("page", read_pages(rest).page, segment)
    elif segment.label == "editor" and "publisher" not in draft.labels and len(rest.split()) < 5 and rest[:1].isupper():
        draft.put("publisher", rest, segment)
    else:
        _read_rest(draft, segment, rest)


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
    inside = _IN_TITLE.match(draft.text, segment.start, segment.end)
    if inside is not None:
        _read_container(draft, segment._replace(start=inside.start("in")))
        segment = segment._replace(end=inside.start("in"))
    segment = _without_end(draft, segment)
    title = draft.written(segment)
    if title.lstrip()[:1] in tuple("“\"„«‘»"):
        draft.cues.add("quoted")
    draft.put("title", tidy_title(title), segment)


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
    presented = _PRESENTED.match(draft.text, segment.start, segment.end)
    if presented is not None:
        draft.cues.add("speech")
        draft.put("genre", presented["genre"], segment._replace(end=presented.end()))
        segment = segment._replace(start=presented.end())
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
    pages = _PAGES_AT_END.search(draft.text, segment.start, segment.end)
    if pages is not None and "pages" not in draft.labels:
        draft.put("page", read_pages(pages["pages"]).page, segment._replace(start=pages.start()))
        segment = segment._replace(end=pages.start())
    title, inside = tidy_container(draft.written(segment))
    if inside:
        draft.cues.add("in")
    same = _SAME_AUTHOR.match(title)
    if same is not None:
        title = title[same.end() :]
        draft.passed.append(segment)
    if title.lower() in ("", "in", "dans", "en", "ed"):
        return
    if "container-title" not in draft.item.text:
        draft.put("container-title", title, segment)
    elif "collection-title" not in draft.item.text and _SERIES.search(title):
        _read_series(draft, segment)
    elif "publisher" not in draft.item.text and "location" in draft.labels and len(title.split()) < 5:
        draft.put("publisher", title, segment)
    else:
        draft.unread.append(segment)


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
    if known is not None and known.year and known.year > THIS_YEAR + 2 >= (date.year or THIS_YEAR + 3):
        draft.unread.extend(draft.segments.pop("issued", []))
        known = None
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
    if "location" not in draft.labels:
        text, place = split_place(text)
        draft.put("publisher-place", tidy_place(place), segment)
    start = draft.text.find(text, segment.start)
    segment = _without_end(draft, segment._replace(start=max(start, segment.start)))
    publisher = tidy_title(draft.written(segment))
    known = is_thesis(publisher) or _REMARK_IN_PUBLISHER.search(publisher)
    parts = read_known(draft, segment) if known else [segment]
    for part in parts:
        if not only_cues(draft.written(part)):
            draft.put("publisher", tidy_title(draft.written(part)), part)


def _read_place(draft: Draft, segment: Segment) -> None:
    draft.put("publisher-place", tidy_place(draft.written(segment)), segment)


def _read_edition(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    if not is_edition(text) and not re.search(r"\b(?:ed|edn|edition|éd|rev|revised|aufl|expanded|version|druck|ausg\w*)\b", text, re.IGNORECASE):
        read_remark(draft, segment)
        return
    if not is_edition(text) and any(char.isdigit() for char in text):
        read_remark(draft, segment)
        return
    edition, beside = read_edition(text)
    draft.put("edition", edition, segment)
    if beside and not only_cues(beside):
        _read_rest(draft, segment, beside)


def _read_genre(draft: Draft, segment: Segment) -> None:
    """A genre that is known and no more, else its words as they are, with a number at their end apart."""
    words = draft.written(segment).strip(" ,;:.()[]")
    if words.lower() in BRACKETED:
        read_medium(draft, words, segment)
        return
    numbered = _NUMBERED.match(words)
    if numbered is not None and is_report(words) and not draft.has("genre"):
        draft.cues.add("report")
        draft.put("genre", numbered["genre"], segment)
        draft.put("number", numbered["number"], segment)
        return
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if only_cues(words):
            continue
        if draft.has("genre") and not draft.has("publisher") and words[:1].isupper() and len(words.split()) < 5:
            draft.put("publisher", words, part)
        elif draft.has("genre") or not any(char.isalpha() for char in words):
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


def _read_norm(draft: Draft, segment: Segment) -> None:
    """The number of a standard; it tells the year where nothing else does."""
    draft.cues.add("is:standard")
    number = draft.written(segment).strip(" ,;:.()[]")
    draft.put("number", number, segment)
    year = re.search(r"[:-]((?:19|20)\d\d)(?:-\d\d)?\Z", number)
    if year is not None and "date" not in draft.labels:
        _read_year(draft, segment, year[1])


def _read_court(draft: Draft, segment: Segment) -> None:
    draft.put("authority", draft.written(segment).strip(" ,;()"), segment)


def _read_arxiv(draft: Draft, segment: Segment) -> None:
    identifier = parse_arxiv(re.sub(r"\s+", "", draft.written(segment)).strip(".,;:()[]"))
    if identifier is None:
        read_remark(draft, segment)
        return
    draft.item.custom["eprint"] = identifier.id + (f"v{identifier.version}" if identifier.version else "")
    draft.item.custom["eprinttype"] = "arxiv"
    draft.note_place("eprint", segment)


def _read_number(draft: Draft, segment: Segment) -> None:
    """An identifier of arXiv or the like, else the number of a report or norm."""
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if draft.has("number") or not any(char.isdigit() for char in words):
            read_remark(draft, part)
        else:
            draft.put("number", words, part)


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
    if _MARKER.match(draft.written(segment)):
        draft.passed.append(segment)
    else:
        read_remark(draft, segment)


THIS_YEAR = time.localtime().tm_year

_READERS: dict[str, Callable[[Draft, Segment], None]] = {
    "author": _read_author, "editor": _read_editor, "translator": _reader_of_names("translator"),
    "director": _reader_of_names("director"), "producer": _reader_of_names("producer"),
    "title": _read_title, "container-title": _read_container, "collection-title": _read_series,
    "date": _read_date, "volume": _read_numbers, "issue": _read_numbers, "pages": _read_pages,
    "publisher": _read_publisher, "location": _read_place, "edition": _read_edition,
    "genre": _read_genre, "medium": _read_genre, "source": _read_source, "isbn": _read_isbn,
    "arxiv": _read_arxiv, "idno": _read_number, "court": _read_court, "norm": _read_norm, "patent": read_remark, "issn": _read_isbn, "accessed": _read_accessed, "citation-number": _read_marker,
}  # fmt: skip
