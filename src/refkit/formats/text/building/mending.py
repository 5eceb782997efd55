# ruff: noqa: E501
"""Segments put right before they are read: what is certain by its form, and what styles never do.

A labeller sees a few words around each word. It cannot know that "(in press)" is never a name, that a title
does not end in "Frankfurt: Suhrkamp", or that "Smith // Voprosy filosofii" is two works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.works import (
    BACHELORS,
    BRACKETED,
    DOCTORAL,
    LEGAL_REPORTERS,
    MASTERS,
    OTHER_THESES,
    PUBLISHER,
    REPORT,
    STANDARD,
)
from refkit.formats.text.building.announcing import words_of
from refkit.formats.text.building.datings import NO_DATE, STATUS
from refkit.formats.text.building.organisations import is_organisation
from refkit.formats.text.labelled import Labelled, Segment

_BRACKETS = re.compile(r"\[([^\[\]]{2,120})\]|\(([^()]{2,120})\)")
_THESIS = re.compile(rf"(?:unpublished\s+|unveröffentlichte\s+)?(?:{MASTERS}|{BACHELORS}|{DOCTORAL}|{OTHER_THESES})(?!\w)", re.IGNORECASE)
_NORM = re.compile(rf"\W*(?:{STANDARD})[\s:-]*(?:[A-Z]{{1,3}}[\s.-]?)?\d[\w./-]*(?::\d{{4}}(?:-\d\d)?)?(?:/[A-Z]+\d*:\d{{4}})?(?=[\s.,:;]|\Z)")
_PATENT = re.compile(
    r"(?:(?:U\.?\s?S\.?|European|German|French|UK|British|Japanese|Chinese|Canadian|International|World|WO|EP|DE|FR|GB|JP|CN|CA|USA)\s+)?(?:[Pp]atent|PATENT|Patentschrift|[Bb]revet)\s*(?:[Aa]pplication|[Pp]ublication)?\s*(?:[Nn]o\.?|[Nn]r\.?|[Nn]°|[Nn]umber)?\s*[:,]?\s*(?:[A-Z]{2}\s?)?\d[\d,./\s-]{3,18}\d(?:\s?[A-Z]\d?)?(?!\w)"
    r"|(?<!\w)(?:US|EP|WO|DE|GB|FR|JP|CN|CA|KR)\s?-?(?:\d{2,4}[/ -]?)?\d[\d,./ ]{4,12}\d\s?[A-CTU]\d?(?!\w)"
)
# A number in a series that stands between commas or stops, or in brackets.
_NUMBERED_REPORT = re.compile(
    r"(?<=[.,(:\[”\"»]\s|.[(\[])(?:[A-Z][\w&.]*\s){0,3}?(?:Technical Report|Tech\.? Rep\.?|Working Paper|Discussion Paper|Research Report|Research Paper|Rapport|Report|Arbeitspapier|Forschungsbericht|"
    r"Document de travail|Documento de trabajo|Occasional Paper|Policy Paper|Rapporto|Informe|Bericht|Technical Note|Technical Memorandum)\s*"
    r"(?:(?:[Nn]o\.?|[Nn]r\.?|[Nn][°º]|[Nn]umber|#)\s*)?[A-Z]{0,6}[-/ ]?\d+(?:[-/.:]\w+)*(?=[\s.,;:)\]]|\Z)"
)
_COMMUNICATION = re.compile(r"(?<!\w)(?:COM|SWD|SEC|JOIN)\s?\(?\d{4}\)?\s?\d+(?:\s?(?:final|endg(?:ültig|\.)|final/2))?|(?<!\w)A/RES/\d+/\d+|(?<!\w)S/(?:RES/)?\d{4}/\d+")
_NORM_INSIDE = re.compile(rf"(?<=[.,:;“\"(”]\s)(?:{STANDARD})[\s:-]*(?:[A-Z]{{1,3}}[\s.-]?)?\d[\w./-]*(?::\d{{4}}(?:-\d\d)?)?(?=[.,:;)”\"]|\Z)")
_LAW = re.compile(
    r"(?:Regulation|Directive|Decision|Richtlinie|Verordnung|Directiva|Reglamento|Direttiva|Règlement|Regolamento)\s+(?:\((?:EU|EC|EG|EEC|UE|CE|EWG)\)\s*)?(?:No\.?\s*|Nr\.?\s*|n[°o]\.?\s*)?\d+/\d+(?:/(?:EC|EEC|EU|EG|EWG|CE|UE))?"
)
_CASE = re.compile(rf"\W*(?P<title>[A-Z][^,]{{2,120}}?\s+v\.?s?\.?\s+[^,]{{2,120}}?),?\s+(?P<volume>\d{{1,4}})\s+(?P<reporter>{LEGAL_REPORTERS})\s+(?P<page>\d+)(?:\s*\((?P<court>[^()]{{1,40}}?)\s+(?P<year>\d{{4}})\))?")
_SLASHES = re.compile(r"\s*//\s*(?=\w)")
_IN_INSIDE = re.compile(r"[.?!”\"»]\s+(?P<in>(?:In|Dans|En|Em|W|В кн\.|В сб\.)\s?:\s*(?=\S)|In\s+(?=[A-Z].{8,}\Z))")
_QUOTED_FIRST = re.compile(r"\s*(?P<quoted>[“\"«„].{3,300}?[”\"»])[\s,.]+(?P<rest>[^\W\d_].{3,})\Z")
_QUOTED_LAST = re.compile(r"(?P<title>.{5,300}?),\s+(?P<quoted>[„“«][^„“«»”\"]{3,100}[”»\"]?)\Z")
_PLACE_AND_HOUSE = re.compile(r"\.\s+(?P<place>[^\W\d_][^.:,;]{1,30}(?:\s\w\.\s?\w\.)?)\s?:\s(?P<house>[^:.]{2,60})\Z")
_HOUSE = re.compile(PUBLISHER, re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_NAMES_FIRST = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)?,?\s+(?:[^\W\d_]\.\s?){1,3},?\s*){1,12}(?=[^\W\d_]{2,}[\s,.:])")
_COLON = re.compile(r"(?<=[^\W\d_.])\.?:\s+(?=[^\W\d_]{2})(?<!\b[Hh]rsg\.:\s)(?<!\b[Hh]g\.:\s)(?<!\b[Ii]n:\s)(?<!\b[Ee]ds\.:\s)")
_REPORT = re.compile(rf"(?<!\w)(?:{REPORT})(?!\w)", re.IGNORECASE)
_RUN = re.compile(r"[\W_]{40,}+")
_SCANNED = 3000


def mended(text: str, labelled: Labelled) -> list[Segment]:
    """The segments of a whole reference, what stands between them as "other", with sure mistakes put right."""
    segments = _without_runs(text, _whole(text, labelled))
    labels = frozenset(segment.label for segment in segments)
    for found in _certain(text[:_SCANNED], labels):
        segments = _cut(text, segments, found)
    for mend in (_with_norm, _joined, _divided, _with_house, _with_places, _with_organisations, _with_reports):
        segments = mend(text, segments)
    return segments


def _whole(text: str, labelled: Labelled) -> list[Segment]:
    whole: list[Segment] = []
    at = 0
    for segment in sorted(labelled.segments, key=lambda one: one.start):
        start, end = max(segment.start, at), min(segment.end, len(text))
        if start >= end:
            continue
        if at < start and words_of(text[at:start]):
            whole.append(Segment("other", at, start, labelled.confidence))
        if segment.label == "url" and text[end : end + 1] == "/":
            end += 1
        whole.append(segment._replace(start=start, end=end))
        at = end
    if words_of(text[at:]):
        whole.append(Segment("other", at, len(text), labelled.confidence))
    return whole


def _without_runs(text: str, segments: list[Segment]) -> list[Segment]:
    """The segments cut at lines and gaps drawn with many signs, in which no pattern need look for anything."""
    runs = [found.span() for found in _RUN.finditer(text)]
    for start, end in runs:
        segments = [
            segment._replace(start=low, end=high)
            for segment in segments
            for low, high in ((segment.start, min(segment.end, start)), (max(segment.start, end), segment.end))
            if low < high
        ]
    return segments


def _certain(text: str, labels: frozenset[str]) -> Iterator[Segment]:
    """What a part of the text is, whatever a labeller takes it for."""
    norm = _NORM.match(text)
    if norm is not None:
        yield Segment("norm", *norm.span())
    elif "volume" not in labels and "issue" not in labels:
        for found in _NORM_INSIDE.finditer(text):
            yield Segment("norm", *found.span())
            break
    case = _CASE.match(text)
    if case is not None:
        for label, name in (("title", "title"), ("volume", "volume"), ("container-title", "reporter"), ("pages", "page"), ("court", "court"), ("date", "year")):
            if case[name] is not None:
                yield Segment(label, *case.span(name))
    for found in _BRACKETS.finditer(text):
        yield from _in_brackets(found)
    for found in _NUMBERED_REPORT.finditer(text):
        yield Segment("genre", *found.span())
    for found in _COMMUNICATION.finditer(text):
        yield Segment("idno", *found.span())
    for found in _PATENT.finditer(text):
        yield Segment("patent", *found.span())
    for found in _LAW.finditer(text):
        yield Segment("title", *found.span())


def _in_brackets(found: re.Match[str]) -> Iterator[Segment]:
    """[Data set], (in press), (n.d.), [Doctoral dissertation, University of X]"""
    words = (found[1] or found[2]).strip()
    if words.lower() in BRACKETED and (found[1] or BRACKETED[words.lower()]):
        yield Segment("medium", *found.span())
        return
    if len(words) < 40 and (STATUS.fullmatch(words) or NO_DATE.fullmatch(words.rstrip("-abc"))):
        yield Segment("date", *found.span())
        return
    thesis = _THESIS.match(words)
    if thesis is not None and not any(char.isdigit() for char in words[: thesis.end()]):
        start = found.start() + found[0].index(words)
        yield Segment("genre", found.start(), start + thesis.end())
        if len(words_of(words[thesis.end() :])) > 1:
            yield Segment("publisher", start + thesis.end(), found.end())


def _cut(text: str, segments: list[Segment], found: Segment) -> list[Segment]:
    """The segments with one set among them; what stood around it keeps its label."""
    cut: list[Segment] = []
    labels = {segment.label for segment in segments}
    for segment in segments:
        if segment.end <= found.start or segment.start >= found.end:
            cut.append(segment)
            continue
        before = segment._replace(end=found.start)
        behind = segment._replace(start=found.end)
        if found.label == "medium" and segment.label in ("genre", "medium"):
            before = before._replace(label="title" if "title" not in labels else segment.label)
        if found.label == "medium" and segment.label in ("title", "genre", "medium"):
            behind = behind._replace(label="source")
        if found.label == "norm":
            behind = behind._replace(label="title" if behind.label in ("author", "volume", "pages", "container-title") else behind.label)
        cut.extend(part for part in (before, behind) if part.start < part.end and words_of(text[part.start : part.end]))
    cut.append(found)
    return sorted(cut, key=lambda one: one.start)


def _joined(text: str, segments: list[Segment]) -> list[Segment]:
    """Parts of one title as one segment."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is not None and last.label == segment.label == "title" and not words_of(text[last.end : segment.start]):
            joined[-1] = last._replace(end=segment.end, confidence=min(last.confidence, segment.confidence))
        else:
            joined.append(segment)
    return joined


def _divided(text: str, segments: list[Segment]) -> list[Segment]:
    """A title that goes on with what it stands in is cut there; so are authors that go on with a title."""
    labels = {segment.label for segment in segments}
    out: list[Segment] = []
    for segment in segments:
        colon = _COLON.search(text, segment.start, segment.end) if segment.label == "author" else None
        if colon is not None:
            out.append(segment._replace(end=colon.start()))
            out.append(segment._replace(start=colon.end(), label="title"))
        elif segment.label == "title" and "container-title" not in labels:
            out.extend(_title_and_container(text, segment))
        elif segment.label == "author" and "title" not in labels:
            out.extend(_author_and_title(text, segment))
        else:
            out.append(segment)
    return out


def _title_and_container(text: str, segment: Segment) -> Iterator[Segment]:
    start, end = segment.start, min(segment.end, segment.start + _SCANNED)
    found = _SLASHES.search(text, start, end) or _IN_INSIDE.search(text, start, end)
    at = found.start("in" if "in" in found.groupdict() else 0) if found is not None else 0
    quoted = _QUOTED_FIRST.match(text, start, end)
    last = _QUOTED_LAST.match(text, start, end)
    if quoted is not None and len(words_of(quoted["rest"])) < 20:
        at = quoted.start("rest")
    elif not at and last is not None:
        at = last.start("quoted")
    if at <= start:
        yield segment
        return
    yield segment._replace(end=at)
    yield segment._replace(start=at, label="container-title")


def _author_and_title(text: str, segment: Segment) -> Iterator[Segment]:
    found = _NAMES_FIRST.match(text, segment.start, min(segment.end, segment.start + _SCANNED))
    if found is None or found.end() >= segment.end or len(words_of(text[found.end() : segment.end])) < 2:
        yield segment
        return
    yield segment._replace(end=found.end())
    yield segment._replace(start=found.end(), label="title")


def _with_house(text: str, segments: list[Segment]) -> list[Segment]:
    """A title that ends in "Place: Publisher", where neither stands elsewhere."""
    if any(segment.label in ("publisher", "location", "container-title") for segment in segments):
        return segments
    out: list[Segment] = []
    for segment in segments:
        found = None
        if segment.label == "title":
            found = _PLACE_AND_HOUSE.search(text, max(segment.start, segment.end - 120), segment.end)
        if found is None or not _HOUSE.search(found["house"]):
            out.append(segment)
            continue
        out.append(segment._replace(end=found.start()))
        out.append(segment._replace(start=found.start("place"), end=found.end("place"), label="location"))
        out.append(segment._replace(start=found.start("house"), label="publisher"))
    return out


def _with_places(text: str, segments: list[Segment]) -> list[Segment]:
    """What a colon divides from the publisher is a place; "Rome, Laterza" is a place and a publisher."""
    labels = {segment.label for segment in segments}
    out: list[Segment] = []
    for at, segment in enumerate(segments):
        follows = segments[at + 1] if at + 1 < len(segments) else None
        between = text[segment.end : follows.start].strip() if follows is not None else ""
        if segment.label == "container-title" and follows is not None and follows.label == "publisher" and (
            between == ":" and "location" not in labels and len(words_of(text[segment.start : segment.end])) < 4
        ):
            segment = segment._replace(label="location")
        comma = text.find(", ", segment.start, segment.end)
        if segment.label == "location" and "publisher" not in labels and comma > 0 and _HOUSE.search(text, comma, segment.end):
            out.append(segment._replace(end=comma))
            segment = segment._replace(start=comma + 2, label="publisher")
        out.append(segment)
    return out


def _with_organisations(text: str, segments: list[Segment]) -> list[Segment]:
    """An organisation that begins or ends what is labelled as the title is its author or its publisher."""
    labels = {segment.label for segment in segments}
    placed = labels & {"location", "url", "version"} and "publisher" not in labels
    out: list[Segment] = []
    for segment in segments:
        if segment.label != "title" or segment.end - segment.start > _SCANNED:
            out.append(segment)
            continue
        ends = list(_SENTENCE.finditer(text, segment.start, segment.end))
        if ends and "author" not in labels and "editor" not in labels and is_organisation(text[segment.start : ends[0].start()]):
            out.append(segment._replace(end=ends[0].start(), label="author"))
            segment = segment._replace(start=ends[0].end())
            ends = ends[1:]
        if ends and placed and _is_house(text[ends[-1].end() : segment.end]):
            out.append(segment._replace(end=ends[-1].start()))
            segment = segment._replace(start=ends[-1].end(), label="publisher")
        out.append(segment)
    return out


def _is_house(words: str) -> bool:
    article = words[:4].lower().startswith(("a ", "an ", "the "))
    return not article and len(words.split()) < 9 and ":" not in words and is_organisation(words) and not _REPORT.search(words)


def _with_norm(text: str, segments: list[Segment]) -> list[Segment]:
    """What follows the number of a norm is its title, and a last sentence who issued it."""
    at = next((at for at, segment in enumerate(segments) if segment.label == "norm"), -1)
    if at < 0 or at + 1 == len(segments) or any(segment.label == "title" for segment in segments):
        return segments
    follows = segments[at + 1]
    if follows.label in ("date", "location") or len(words_of(text[follows.start : follows.end])) < 3:
        return segments
    ends = list(_SENTENCE.finditer(text, follows.start, follows.end))
    parts = [follows._replace(label="title")]
    if ends and is_organisation(text[ends[-1].end() : follows.end]):
        parts = [parts[0]._replace(end=ends[-1].start()), follows._replace(start=ends[-1].end(), label="publisher")]
    return [*segments[: at + 1], *parts, *segments[at + 2 :]]


def _with_reports(text: str, segments: list[Segment]) -> list[Segment]:
    """A number in a series of reports is nobody's name."""
    return [
        segment._replace(label="genre")
        if segment.label in ("translator", "editor") and _REPORT.search(text, segment.start, segment.end)
        else segment
        for segment in segments
    ]
