"""One convention of labels for references that were labelled by several.

AnyStyle's segments are runs of blank-separated words, punctuation and cue words included, and cannot cut
`1988;27(3):1-9`; GROBID's are exact to the character and leave punctuation and cue words out. Both become labels of
tokens here: punctuation goes with the token before it, a cue word ("pp.", "In", "vol.") with what it announces, and
volume segments are cut into date, volume, issue and pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["LABELS", "Record", "Span", "token_labels", "unified"]

# What the model tells apart, and what the sources' other labels mean.
LABELS = frozenset(
    "author title container-title date volume issue pages publisher location editor edition doi url citation-number "
    "note genre translator collection-title isbn".split()
)
OTHER = "other"
MEANINGS = {"source": "container-title", "producer": "author", "director": "editor", "ISBN": "isbn"}


class Span(NamedTuple):
    """A labelled run of characters."""

    label: str
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class Record:
    """A labelled reference of a source such as `anystyle/good` or `grobid/corpus`, and the document that held it."""

    text: str
    spans: tuple[Span, ...]
    source: str
    document: str


ISSUE_WORD = r"(?:no?s?\.?|nr\.?|n°|nº|№|num(?:ber|\.)?|issue|iss\.|heft|h\.|#|fasc\.?|suppl\.?|supplement|pt\.?|part)"
YEAR_FIRST = re.compile(r"\W*(?:1[4-9]|20)\d\d[a-z]?\)?\s*[;:]\s*(?=\S*\d)")
PAGES_LAST = re.compile(
    r"(?:(?<=[:)])|(?<=,)|(?<=[,:]\s))\s*(?:pp?\.?\s*|pages?\s*)?[A-Za-z]?\d+\s*[-–—‐‑]+\s*[A-Za-z]?\d+\W*$"
    r"|(?<=:)\s*(?:pp?\.?\s*)?[A-Za-z]?\d+\W*$"
    r"|(?<=[,:])\s*pp?\.?\s*\d+\W*$",
    re.I,
)
ISSUE_LAST = re.compile(
    rf"\(\s*{ISSUE_WORD}?[^()]*\)\W*$"
    rf"|[\s,;:(]{ISSUE_WORD}\s*[\w\-–/.&, ]+\W*$"
    r"|(?<=\d)\s*[/:]\s*\d+(?:\s*[-–/]\s*\d+)?\W*$",
    re.I,
)
ISSUE_ALONE = re.compile(r"\W*(?:no?s?\.|nr\.?|n°|nº|№|number|issue|iss\.|heft|h\.|no)\s*\d", re.I)
VOLUME_LATER = re.compile(r",?\s*vol(?:ume)?\.?\s*\w+", re.I)
VOLUME_BEFORE_PAGES = re.compile(r"\W*\d+\s*[:,]\s+(?=\d+\s*[-–]\s*\d+)")
NUMBER = re.compile(r"\d|[IVXLC]")

EDITOR_WORD = re.compile(
    r"\b(?:eds?|editors?|edited|edd|hrsg|hgg?|herausg\w*|dir|coord|éds?|orgs?|a c(?:ura|\.)? di|a cura)\b|\(a\s",
    re.I,
)
EDITOR_LAST = re.compile(
    r"\(?\b(?:eds?|editors?|hrsg|hgg?|dirs?|éds?|coords?)\b\.?\s*\)?\s*[,.:]+\s+", re.I
)
WITHIN = re.compile(r"\W*(?:in|im|dans|en|nel)\b\s*:?", re.I)
EDITION = re.compile(
    r"\W*(?:\d+(?:st|nd|rd|th|\.|e|è|ème|ª)?|second|third|fourth|fifth|revised|rev\.?|new|first)\s*,?\s*"
    r"(?:rev(?:ised)?\.?\s*)?(?:edn?\b|edition|aufl|auflage|édition|éd\b|ausg)",
    re.I,
)

# Words between two segments that belong to the second, or to the first.
ANNOUNCES = re.compile(
    r"\W*(?:in|im|dans|en|pp?|pages?|s|seiten?|vol|volume|vols|bd|band|jg|t|tome|v|no|nos|nr|n°|number|issue|iss|n"
    r"|heft|h|doi|url|available|retrieved|from|at|edited|by|éditeurs?|trans|translated|제|第|urn|arxiv|isbn|chap"
    r"|chapter|and|&|et|und|of|the)\W*",
    re.I,
)
CLOSES = re.compile(
    r"\W*(?:eds?|editors?|hrsg|hg|edn|edition|aufl|권|호|집|년|卷|期|页|号|年)\W*", re.I
)
MARKER = re.compile(r"\W*[A-Za-z]{0,4}\+?\d*\W*")
OPENERS = '([“"‘«„<'


def unified(record: Record) -> list[Span]:
    """Return a reference's segments by the one convention."""
    spans: list[Span] = []
    for label, start, end in sorted(record.spans, key=lambda span: span.start):
        label = MEANINGS.get(label, label)
        span = Span(label if label in LABELS else "note", start, end)
        spans += recut(record.text, span)
    return list(mended(record.text, titled(spans)))


def titled(spans: Sequence[Span]) -> Sequence[Span]:
    """Call a book's title so where a source calls it the container of nothing."""
    labels = [span.label for span in spans]
    if "title" in labels or not {"publisher", "location"}.intersection(labels):
        return spans
    return [s._replace(label="title") if s.label == "container-title" else s for s in spans]


def recut(text: str, span: Span) -> list[Span]:
    """Cut a segment that says more than one thing."""
    if span.label == "volume":
        return volume_parts(text, span)
    if span.label == "pages":
        volume = VOLUME_BEFORE_PAGES.match(text, span.start, span.end)
        if volume:
            return [Span("volume", span.start, volume.end()), span._replace(start=volume.end())]
    return [span]


def volume_parts(text: str, span: Span) -> list[Span]:
    """Cut a volume segment such as `1988;27(3):1-9` into date, volume, issue and pages."""
    _, start, end = span
    found: list[Span] = []
    if year := YEAR_FIRST.match(text, start, end):
        found.append(Span("date", start, year.end()))
        start = year.end()
    pages = PAGES_LAST.search(text, start, end)
    if pages and NUMBER.search(text, start, pages.start()):
        first = end - len(text[pages.start() : end].lstrip())
        return [*found, *volume_and_issue(text, start, first), Span("pages", first, end)]
    return [*found, *volume_and_issue(text, start, end)]


def volume_and_issue(text: str, start: int, end: int) -> list[Span]:
    """Cut `42(6)`, `vol. 7, no. 3` or `no. 3, vol. 7`; what names one alone stays whole."""
    if ISSUE_ALONE.match(text, start, end):
        later = VOLUME_LATER.search(text, start + 1, end)
        cut = later.start() if later else end
        return [Span("issue", start, cut), *([Span("volume", cut, end)] if later else [])]
    issue = ISSUE_LAST.search(text, start, end)
    if issue is None or not re.search(r"\w", text[start : issue.start()]):
        return [Span("volume", start, end)]
    cut = end - len(text[issue.start() : end].lstrip(" ,;:."))
    return [Span("volume", start, cut), Span("issue", cut, end)]


def mended(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    """Mend what is labelled now so, now otherwise: who edits, and what a chapter's book is."""
    titled = inside = False
    first = True
    for span in spans:
        for part in parted(text, renamed(text, span, first)):
            if part.label == "title":
                if titled and (inside or re.match(r"\W*in\s*:", text[part.start : part.end], re.I)):
                    part = part._replace(label="container-title")
                titled = True
            inside = inside or (part.label == "editor" and within(text, part))
            yield part
        first = False


def renamed(text: str, span: Span, first: bool) -> Span:
    """Return a segment whose label fits what it says about editing."""
    said = text[span.start : span.end]
    if span.label in ("editor", "translator") and EDITION.match(said):
        return span._replace(label="edition")
    if span.label == "editor" and first and not EDITOR_WORD.search(text, span.start, span.end + 12):
        return span._replace(label="author")
    if span.label == "author" and within(text, span) and EDITOR_WORD.search(said):
        return span._replace(label="editor")
    return span


def parted(text: str, span: Span) -> list[Span]:
    """Cut `In: J. Doe (Hrsg.): Title` into editor and container."""
    if span.label not in ("container-title", "title", "publisher") or not within(text, span):
        return [span]
    editors = EDITOR_LAST.search(text, span.start, span.end)
    if not editors or editors.start() - span.start <= 6 or editors.end() >= span.end - 3:
        return [span]
    cut = editors.end()
    return [Span("editor", span.start, cut), Span("container-title", cut, span.end)]


def within(text: str, span: Span) -> bool:
    """Whether a segment begins with "In"."""
    return WITHIN.match(text, span.start, span.end) is not None


def token_labels(record: Record, tokens: Sequence[tuple[int, int]]) -> list[str]:
    """Return the label of each token of a reference."""
    spans = unified(record)
    words = [record.text[start:end] for start, end in tokens]
    known = [covering(record.text, token, spans) for token in tokens]
    found: list[str] = []
    for i, label in enumerate(known):
        before = found[-1] if found else ""
        after = next((later for later in known[i + 1 :] if later), "")
        found.append(label or between(words, i, before, after, record.source))
    return found


def covering(text: str, token: tuple[int, int], spans: Iterable[Span]) -> str:
    """Return the label of most of a token's letters, `""` where it has none."""
    best, most = "", 0
    for label, start, end in spans:
        shared = text[max(start, token[0]) : min(end, token[1])]
        weight = sum(10 if letter.isalnum() else 1 for letter in shared)
        if weight > most:
            best, most = label, weight
    return best


def between(words: Sequence[str], i: int, before: str, after: str, source: str) -> str:
    """Return the label of a token that stands between the segments `before` and `after`."""
    word = words[i]
    if not before and not after:
        return OTHER
    if MARKER.fullmatch(word) and (
        i == 0 or (before == "citation-number" and not re.search(r"\d", words[0]))
    ):
        return "citation-number"
    if not any(letter.isalnum() for letter in word):
        return (after if word[0] in OPENERS else before) or before or after
    if CLOSES.fullmatch(word):
        return before or after
    if ANNOUNCES.fullmatch(word):
        return after or before
    # GROBID leaves out what is no field; AnyStyle means every word to have a label.
    return OTHER if source.startswith("grobid") else after or before
