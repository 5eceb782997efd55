"""A common labelling convention for references from different sources.

AnyStyle's segments consist of whole words including punctuation and cue words, so that they cannot split
`1988;27(3):1-9`; GROBID's are exact to the character and exclude punctuation and cue words. Both are converted to
labels of tokens: punctuation has the label of the token before it, a cue word ("pp.", "In", "vol.") that of the field
it introduces, and volume segments are split into date, volume, issue and pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

__all__ = ["LABELS", "LabelledReference", "Span", "read_records", "token_labels", "unify"]

# The labels of the model, and the meaning of other labels in the sources.
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
class LabelledReference:
    """A labelled reference of a source such as `anystyle/good` or `grobid/corpus`, and its document."""

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

# Words between two segments that belong to the second one (ANNOUNCES) or to the first one (CLOSES).
CUE_WORDS = re.compile(
    r"\W*(?:in|im|dans|en|pp?|pages?|s|seiten?|vol|volume|vols|bd|band|jg|t|tome|v|no|nos|nr|n°|number|issue|iss|n"
    r"|heft|h|doi|url|available|retrieved|from|at|edited|by|éditeurs?|trans|translated|제|第|urn|arxiv|isbn|chap"
    r"|chapter|and|&|et|und|of|the)\W*",
    re.I,
)
CLOSING_WORDS = re.compile(
    r"\W*(?:eds?|editors?|hrsg|hg|edn|edition|aufl|권|호|집|년|卷|期|页|号|年)\W*", re.I
)
MARKER = re.compile(r"\W*[A-Za-z]{0,4}\+?\d*\W*")
OPENERS = '([“"‘«„<'


def read_records(path: Path) -> list[LabelledReference]:
    """Return the references in a file of DATA."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        LabelledReference(
            r["text"], tuple(Span(*s) for s in r["segments"]), r["source"], r.get("doc", "")
        )
        for r in rows
    ]


def unify(record: LabelledReference) -> list[Span]:
    """Return a reference's segments in the common convention."""
    spans: list[Span] = []
    for label, start, end in sorted(record.spans, key=lambda span: span.start):
        label = MEANINGS.get(label, label)
        span = Span(label if label in LABELS else "note", start, end)
        spans += split_segment(record.text, span)
    return list(correct_labels(record.text, correct_titles(spans)))


def correct_titles(spans: Sequence[Span]) -> Sequence[Span]:
    """Return segments in which a book's title is not labelled as the title of a container."""
    labels = [span.label for span in spans]
    if "title" in labels or not {"publisher", "location"}.intersection(labels):
        return spans
    return [s._replace(label="title") if s.label == "container-title" else s for s in spans]


def split_segment(text: str, span: Span) -> list[Span]:
    """Return the parts of a segment that contains several fields."""
    if span.label == "volume":
        return volume_parts(text, span)
    if span.label == "pages":
        volume = VOLUME_BEFORE_PAGES.match(text, span.start, span.end)
        if volume:
            return [Span("volume", span.start, volume.end()), span._replace(start=volume.end())]
    return [span]


def volume_parts(text: str, span: Span) -> list[Span]:
    """Return the parts of a volume segment such as `1988;27(3):1-9`: date, volume, issue and pages."""
    _, start, end = span
    result: list[Span] = []
    if year := YEAR_FIRST.match(text, start, end):
        result.append(Span("date", start, year.end()))
        start = year.end()
    pages = PAGES_LAST.search(text, start, end)
    if pages and NUMBER.search(text, start, pages.start()):
        first = end - len(text[pages.start() : end].lstrip())
        return [*result, *volume_and_issue(text, start, first), Span("pages", first, end)]
    return [*result, *volume_and_issue(text, start, end)]


def volume_and_issue(text: str, start: int, end: int) -> list[Span]:
    """Return the parts of `42(6)`, `vol. 7, no. 3` or `no. 3, vol. 7`, or a single segment."""
    if ISSUE_ALONE.match(text, start, end):
        later = VOLUME_LATER.search(text, start + 1, end)
        cut = later.start() if later else end
        return [Span("issue", start, cut), *([Span("volume", cut, end)] if later else [])]
    issue = ISSUE_LAST.search(text, start, end)
    if issue is None or not re.search(r"\w", text[start : issue.start()]):
        return [Span("volume", start, end)]
    cut = end - len(text[issue.start() : end].lstrip(" ,;:."))
    return [Span("volume", start, cut), Span("issue", cut, end)]


def correct_labels(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    """Yield segments with consistent labels for editors and the titles of chapters' books."""
    has_title = in_book = False
    is_first = True
    for span in spans:
        for segment in split_editors(text, correct_label(text, span, is_first)):
            if segment.label == "title":
                if has_title and (
                    in_book or re.match(r"\W*in\s*:", text[segment.start : segment.end], re.I)
                ):
                    segment = segment._replace(label="container-title")
                has_title = True
            in_book = in_book or (segment.label == "editor" and begins_with_in(text, segment))
            yield segment
        is_first = False


def correct_label(text: str, span: Span, is_first: bool) -> Span:
    """Return a segment with the right label for an editor, an author or an edition."""
    words = text[span.start : span.end]
    if span.label in ("editor", "translator") and EDITION.match(words):
        return span._replace(label="edition")
    if (
        span.label == "editor"
        and is_first
        and not EDITOR_WORD.search(text, span.start, span.end + 12)
    ):
        return span._replace(label="author")
    if span.label == "author" and begins_with_in(text, span) and EDITOR_WORD.search(words):
        return span._replace(label="editor")
    return span


def split_editors(text: str, span: Span) -> list[Span]:
    """Return the parts of `In: J. Doe (Hrsg.): Title`: editor and container title."""
    if span.label not in ("container-title", "title", "publisher") or not begins_with_in(
        text, span
    ):
        return [span]
    editors = EDITOR_LAST.search(text, span.start, span.end)
    if not editors or editors.start() - span.start <= 6 or editors.end() >= span.end - 3:
        return [span]
    cut = editors.end()
    return [Span("editor", span.start, cut), Span("container-title", cut, span.end)]


def begins_with_in(text: str, span: Span) -> bool:
    """Whether a segment begins with "In"."""
    return WITHIN.match(text, span.start, span.end) is not None


def token_labels(record: LabelledReference, tokens: Sequence[tuple[int, int]]) -> list[str]:
    """Return the label of each token of a reference."""
    spans = unify(record)
    words = [record.text[start:end] for start, end in tokens]
    labels = [label_of_token(record.text, token, spans) for token in tokens]
    result: list[str] = []
    for i, label in enumerate(labels):
        previous = result[-1] if result else ""
        following = next((later for later in labels[i + 1 :] if later), "")
        result.append(label or label_between(words, i, previous, following, record.source))
    return result


def label_of_token(text: str, token: tuple[int, int], spans: Iterable[Span]) -> str:
    """Return the label of most letters of a token, or ""."""
    best, most = "", 0
    for label, start, end in spans:
        shared = text[max(start, token[0]) : min(end, token[1])]
        weight = sum(10 if letter.isalnum() else 1 for letter in shared)
        if weight > most:
            best, most = label, weight
    return best


def label_between(
    words: Sequence[str], index: int, previous: str, following: str, source: str
) -> str:
    """Return the label of a token between segments with the labels `previous` and `following`."""
    word = words[index]
    if not previous and not following:
        return OTHER
    if MARKER.fullmatch(word) and (
        index == 0 or (previous == "citation-number" and not re.search(r"\d", words[0]))
    ):
        return "citation-number"
    if not any(letter.isalnum() for letter in word):
        return (following if word[0] in OPENERS else previous) or previous or following
    if CLOSING_WORDS.fullmatch(word):
        return previous or following
    if CUE_WORDS.fullmatch(word):
        return following or previous
    # GROBID excludes words that are not part of a field; in AnyStyle, every word has a label.
    return OTHER if source.startswith("grobid") else following or previous
