"""Correct labeled segments before they are read, using certain forms and the rules of citation styles.

The labeler sees a few words around each word. It cannot know that "(in press)" is never a name, that a title
does not end in "Frankfurt: Suhrkamp", or that "Smith // Voprosy filosofii" names two works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from refkit.data.date_words import PUBLICATION_STATUS
from refkit.data.work_types import BRACKETED_TYPES, DICTIONARY, ENCYCLOPEDIA, PREPRINT_ARCHIVES
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.read.archives import with_archive
from refkit.formats.text.read.houses import with_houses
from refkit.formats.text.read.sites import with_site
from refkit.formats.text.recognize.forms import forms
from refkit.formats.text.recognize.gbt import with_code
from refkit.formats.text.recognize.written_form import with_written_form
from refkit.formats.text.segments import SCANNED, cut, labels_of, parts_of
from refkit.model.identifiers.patterns import DOI_RESOLVER
from refkit.patterns import lazy_pattern

_HAS_WORD = lazy_pattern(r"[^\W_]")
# The prefix of a DOI: its label and the address of its resolver.
_RESOLVER = lazy_pattern(rf"(?:\bdoi:?\s?)?{DOI_RESOLVER}\s?\Z", re.IGNORECASE)
_RUN = lazy_pattern(r"[\W_]{40,}+")


Correction = Callable[[str, list[Segment]], list[Segment]]


class Corrected(NamedTuple):
    """The segments after a step; `module` is relative to `refkit.formats.text`."""

    name: str
    module: str
    segments: list[Segment]


def corrected(text: str, labelled: Labelled) -> list[Segment]:
    """Return all segments of a reference with certain errors corrected; text between them is "other"."""
    *_, last = corrections(text, labelled)
    return last.segments


def corrections(text: str, labelled: Labelled) -> Iterator[Corrected]:
    """Yield all segments of a reference, and those after each step that may change them."""
    segments = _without_runs(text, _whole(text, labelled))
    yield Corrected("model", "label.labeller", segments)
    labels = frozenset(segment.label for segment in segments)
    for found in forms(text[:SCANNED], labels):
        segments = cut(text, segments, found)
        yield Corrected(f"form of {found.label}", "recognize.forms", segments)
    for correct in CORRECTIONS:
        segments = correct(text, segments)
        name = correct.__name__.removeprefix("_").removeprefix("with_")
        yield Corrected(name, correct.__module__.partition(".text.")[2], segments)
    written = with_written_form(text, segments)
    yield Corrected("written form", "recognize.written_form", written)


def _whole(text: str, labelled: Labelled) -> list[Segment]:
    whole: list[Segment] = []
    at = 0
    for segment in sorted(labelled.segments, key=lambda one: one.start):
        start, end = max(segment.start, at), min(segment.end, len(text))
        if start >= end:
            continue
        if segment.label == "doi":
            resolver = _RESOLVER.search(text, max(at, start - 40), start)
            start = resolver.start() if resolver is not None else start
        if at < start and _HAS_WORD.search(text, at, start):
            whole.append(Segment("other", at, start, labelled.confidence))
        if (segment.label, text[end : end + 1]) in (("url", "/"), ("genre", ".")):
            end += 1
        whole.append(segment._replace(start=start, end=end))
        at = end
    if _HAS_WORD.search(text, at):
        whole.append(Segment("other", at, len(text), labelled.confidence))
    return whole


def _without_runs(text: str, segments: list[Segment]) -> list[Segment]:
    """Split segments at rules and gaps made of many punctuation marks, so that no pattern searches them."""
    runs = [found.span() for found in _RUN.finditer(text)]
    for start, end in runs:
        segments = [
            segment._replace(start=low, end=high)
            for segment in segments
            for low, high in (
                (segment.start, min(segment.end, start)),
                (max(segment.start, end), segment.end),
            )
            if low < high
        ]
    return segments


_DIRECTED = lazy_pattern(
    r"[.?!”\")]\s+(?P<director>(?:Directed\sby|Dir\.)\s(?:[A-Z]\.\s?){0,3}[^\W\d_a-z][^,.;:()\[\]\d]{2,60}(?:\s[A-Z]\.[^,.;:()\d]{2,40})?)"
    r"(?:\.\sPerf\.\s(?P<performer>[^\W\d_a-z][^.:;()\d]{2,200}))?"
    r"(?:[,.]\s(?P<house>[^\W\d_a-z][^.,:;()\d]{2,60}?(?:\sBros\.)?))?(?=[.,;:]|\s*+(?:\[|\Z))"
)


def _with_director(text: str, segments: list[Segment]) -> list[Segment]:
    """Label a film's title before "Directed by", its director, and the studio after the director's name."""
    found = _DIRECTED.search(text[:SCANNED])
    if found is None:
        return segments
    for part in parts_of(found, {"house": "publisher"}):
        segments = cut(text, segments, part)
    head, *others = [
        one._replace(label="medium")
        if text[one.start : one.end].strip(" .").lower() in BRACKETED_TYPES
        else one
        for one in segments
    ]
    named = head.label in ("author", "editor") and head.end <= found.start("director")
    return [
        head._replace(label="title") if named and "title" not in labels_of(others) else head,
        *others,
    ]


_STATUS_AFTER_NAMES = lazy_pattern(
    rf"(?<=[.,;]\s)(?:{PUBLICATION_STATUS})(?=[\s.,:;]*\Z)", re.IGNORECASE
)
_STATUS_BEFORE_TITLE = lazy_pattern(
    rf"[\s.,;:]*(?:{PUBLICATION_STATUS})(?=[.,]\s|[\s.,]*\Z)", re.IGNORECASE
)


def _with_status(text: str, segments: list[Segment]) -> list[Segment]:
    """Label a publication status that replaces the year after names ("Smith, J. forthcoming. Title")."""
    if not segments or segments[0].label not in ("author", "editor"):
        return segments
    names, *others = segments
    found = _STATUS_AFTER_NAMES.search(text, names.start, names.end)
    if found is None and others and others[0].label == "title":
        dated = any(segment.label == "date" for segment in others)
        title = others[0]
        found = None if dated else _STATUS_BEFORE_TITLE.match(text, title.start, title.end)
    return segments if found is None else cut(text, segments, Segment("date", *found.span(), 1.0))


_WORD_OF_TITLE = lazy_pattern(r" [^\W\d_]{4,}(?=[,.:;\s]|\Z)")
_HAS_DIGIT = lazy_pattern(r"\d")


def _with_word_of_title(text: str, segments: list[Segment]) -> list[Segment]:
    """Extend a title by a final "volume" without a number, and a publisher by its article ("il Mulino")."""
    for at, (title, number) in enumerate(pairwise(segments)):
        if title.label != "title" or number.label not in ("volume", "issue"):
            continue
        word = _WORD_OF_TITLE.match(text, len(text[: title.end].rstrip()))
        if word is None or not title.end <= number.start <= word.start() + 1:
            continue
        words = text[number.start : number.end]
        if _HAS_DIGIT.search(words) or not only_cues(words):
            continue
        rest = segments[at + 2 :]
        if rest and rest[0].label in ("publisher", "location"):
            rest[0] = rest[0]._replace(start=word.end())
        return [*segments[:at], title._replace(end=word.end()), *rest]
    return segments


def _with_act(text: str, segments: list[Segment]) -> list[Segment]:
    """Label the name of a law at the start as the title instead of an author."""
    return [
        one._replace(label="title")
        if one.label == "author" and _is_law(text[one.start : one.end])
        else one
        for one in segments
    ]


def _is_law(words: str) -> bool:
    return words.rstrip(" .,0123456789()").endswith((" Act", " Act of", " Ordinance"))


_SLASHES = lazy_pattern(r"\s*//\s*(?=\w)")
_IN_INSIDE = lazy_pattern(
    r"[.?!”\"»]\s+(?P<in>(?:In|Dans|En|Em|W|В кн\.|В сб\.)\s?:\s*(?=\S)|In\s+(?=[A-Z].{8,}\Z))"
)
# AMA: Title. bioRxiv.
_ARCHIVE_LAST = lazy_pattern(
    rf"(?<=[.?!]\s)(?:{'|'.join(map(re.escape, PREPRINT_ARCHIVES))})[.\s]*\Z", re.IGNORECASE
)
_QUOTED_LAST = lazy_pattern(r"(?P<title>.{5,300}?),\s+(?P<quoted>[„“«][^„“«»”\"]{3,100}[”»\"]?)\Z")
_COLON = lazy_pattern(
    r"(?<=[^\W\d_.])\.?:\s+(?=[^\W\d_]{2})(?<!\b[Hh]rsg\.:\s)(?<!\b[Hh]g\.:\s)(?<!\b[Ii]n:\s)(?<!\b[Ee]ds\.:\s)"
)


def divided(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with titles split from their containers, and authors split from titles."""
    labels = labels_of(segments)
    out: list[Segment] = []
    for segment in segments:
        colon = (
            _COLON.search(text, segment.start, segment.end) if segment.label == "author" else None
        )
        if colon is not None:
            out.append(segment._replace(end=colon.start()))
            out.append(segment._replace(start=colon.end(), label="title"))
        elif segment.label == "title" and "container-title" not in labels:
            out.extend(_title_and_container(text, segment))
        else:
            out.append(segment)
    return out


def _title_and_container(text: str, segment: Segment) -> Iterator[Segment]:
    start, end = segment.start, min(segment.end, segment.start + SCANNED)
    found = _SLASHES.search(text, start, end) or _IN_INSIDE.search(text, start, end)
    found = found or _ARCHIVE_LAST.search(text, start, end)
    at = found.start("in" if "in" in found.groupdict() else 0) if found is not None else 0
    last = _QUOTED_LAST.match(text, start, end)
    if not at and last is not None:
        at = last.start("quoted")
    if at <= start:
        yield segment
        return
    yield segment._replace(end=at)
    yield segment._replace(start=at, label="container-title")


# Entries of dictionaries


_SUB_VERBO = lazy_pattern(
    r"[,.\s]*(?<!\w)s\.\s?vv?\.[:,]?\s*(?P<term>[“„«‘\"][^“”„«»\"]{1,80}[”“»’\"]|[^\W\d_][\w-]*(?=\s*[.,(]))"
)
_LEXICON = lazy_pattern(rf"{ENCYCLOPEDIA}|{DICTIONARY}", re.IGNORECASE)


def with_sub_verbo(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with the term after "s.v." as the title, and the work before it as the container.

    An example is: Encyclopaedia of X, s.v. “Y”.
    """
    found = _SUB_VERBO.search(text[:SCANNED]) if "v." in text else None
    if found is None:
        return segments
    segments = cut(text, segments, Segment("title", *found.span("term")))
    if found.start() < found.start("term"):
        segments = cut(text, segments, Segment("other", found.start(), found.start("term")))
    before = [
        segment for segment in segments if segment.end <= found.start() and segment.label in _HEADS
    ]
    lexicon = next(
        (one for one in reversed(before) if _LEXICON.search(text, one.start, one.end)), None
    )
    if lexicon is None:
        lexicon = next((one for one in reversed(before) if one.label == "title"), None)
    return [one._replace(label="container-title") if one is lexicon else one for one in segments]


_HEADS = frozenset(("author", "title", "container-title", "publisher", "editor"))


CORRECTIONS: tuple[Correction, ...] = (
    _with_status, _with_word_of_title, with_code, with_sub_verbo, with_archive, _with_director, _with_act,
    divided, with_houses, with_site,
)  # fmt: skip
