"""Split a note into references, short forms and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.words.note_words import (
    EARLIER_WORK,
    HERE_WORDS,
    INTRODUCTIONS,
    OWN_PARTS,
    PAGE_WORDS,
    PERSONAL,
    SAME_WORK,
)
from refkit.formats.text.finding.likeness import around, chunks_of, clues, is_prose, likeness
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_PHRASES = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s?") if phrase[-1] == "." else re.escape(phrase) + r"(?!\w)"
    for phrase in sorted(INTRODUCTIONS, key=len, reverse=True)
)
_INTRODUCTION = lazy_pattern(rf"(?:(?:{_PHRASES})[,:]?\s+)+", re.IGNORECASE)
# The end of one reference and the start of the next: ";" or a full stop before an introduction or a short form.
_BETWEEN = lazy_pattern(
    rf";\s+|(?<=[\w)’”\"])\.\s+(?=(?i:{_PHRASES})\s+[^\W\d_a-z]|(?i:{SAME_WORK})(?!\w))"
)
_AFTER_INITIAL = lazy_pattern(r"(?<![^\W\d_])[^\W\d_]\Z")
_OPEN, _SHUT = "([„“«", ")]“”»"
SAME = lazy_pattern(rf"(?:{SAME_WORK})(?!\w)\.?", re.IGNORECASE)
EARLIER = lazy_pattern(rf"(?<![^\W\d_])(?:{EARLIER_WORK})(?!\w)", re.IGNORECASE)
_PERSONAL = lazy_pattern(rf"(?<!\w)(?:{PERSONAL})(?!\w)", re.IGNORECASE)
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGES = rf"(?:(?:{PAGE_WORDS})\.?\s)?\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}}|\s?ff?\.?)?"
PAGE = lazy_pattern(rf"[,:]?\s*(?<!\w)(?:(?:{PAGE_WORDS})\.?\s)\d.{{0,25}}\Z", re.IGNORECASE)
# "Leeds 1999), S. 12": pages of a book are those that the note refers to; those of an article follow its volume.
_AFTER_BOOK = lazy_pattern(
    rf"(?<=[^\W\d]\s\d{{4}})\)?,\s*{_PAGES}\.?\Z|(?<=[^\W\d],\s\d{{4}})\)?,\s*{_PAGES}\.?\Z"
)
_HERE = lazy_pattern(rf",?\s*\(?(?:{HERE_WORDS})\s*:?\s*{_PAGES}\)?\.?\Z", re.IGNORECASE)
_IN_WORK = lazy_pattern(r"(?<!\w)(?:in|dans|en|em|en|nel|nella)\s?:|[“”„«»\"]", re.IGNORECASE)
_OWN_PART = lazy_pattern(rf"(?:{OWN_PARTS})\b", re.IGNORECASE)
# "Alder, Weir, 20"
_WITH_PAGE = lazy_pattern(r"[^,;.]{3,40},\s[^,;.]{3,60},\s\d{1,4}(?:[-–]\d{1,4})?\.?")
_LEAST_LIKENESS = 1.5
_LONGEST_SHORT = 110
_SURNAME_FIRST = lazy_pattern(r"(?:[a-zà-ü']{1,4}\s){0,3}[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_]+)?")


@dataclass(slots=True, frozen=True)
class NotePart:
    """One part of a note, without words that introduce it; `kind` is reference, same, short, personal or comment.

    `locator` contains the pages that the note refers to, without the mark before them.
    """

    excerpt: Excerpt
    kind: str
    locator: str = ""
    introduced: bool = False


def parts_of(note: Excerpt) -> Iterator[NotePart]:
    """Yield the references, short forms and comments of a note in order."""
    start = 0
    for end, following in [*_breaks(note.text), (len(note.text), len(note.text))]:
        part = _part(note, start, end)
        start = following
        if part is not None:
            yield part


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the end of each part but the last, and the start of the next."""
    for match in _BETWEEN.finditer(text):
        before = text[: match.start()]
        is_inside = sum(map(before.count, "([")) > sum(map(before.count, ")]"))
        if not is_inside and not (match[0][0] == "." and _AFTER_INITIAL.search(before)):
            yield match.start(), match.end()


def _part(note: Excerpt, start: int, end: int) -> NotePart | None:
    text = note.text
    introduction = _INTRODUCTION.match(text, start, end)
    if introduction:
        start = introduction.end()
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,;"))
    end -= len(words) - len(words.rstrip())
    if start >= end:
        return None
    kind = _kind(text[start:end], introduction is not None)
    excerpt = note.slice(start, end)
    if kind != "reference":
        return NotePart(excerpt, kind, _locator_of(text[start:end]), introduction is not None)
    cut = _locator_start(excerpt.text)
    locator = excerpt.text[cut:].strip(" ,:().")
    return NotePart(excerpt.slice(0, cut), kind, locator, introduction is not None)


def _locator_of(text: str) -> str:
    match = PAGE.search(text)
    return match[0].strip(" ,:.") if match else ""


def _locator_start(text: str) -> int:
    """Return where the pages begin that a note refers to: "hier S. 7", or those of a book as a whole."""
    here = _HERE.search(text)
    if here:
        return here.start()
    book = _AFTER_BOOK.search(text)
    if book is None or _IN_WORK.search(text):
        return len(text)
    return book.start() + (1 if book[0][0] == ")" else 0)


def _kind(text: str, introduced: bool) -> str:
    """Return what a part of a note is."""
    if _PERSONAL.search(text):
        return "personal"
    is_short = len(text) <= _LONGEST_SHORT
    if is_short and SAME.match(text):
        return "same"
    if is_short and EARLIER.search(text) and _SURNAME_FIRST.match(text):
        return "short"
    if _YEAR.search(text) and is_like_reference(text):
        return "reference"
    if is_short and _SURNAME_FIRST.match(text) and not _OWN_PART.match(text):
        is_cited = PAGE.search(text) or _WITH_PAGE.fullmatch(text)
        if is_cited or (introduced and (_YEAR.search(text) or "," in text)):
            return "short"
    return "comment"


def is_like_reference(text: str) -> bool:
    """Whether a text resembles a reference more than prose."""
    rows = around([clues(chunk) for chunk in chunks_of(text)])
    return sum(map(likeness, rows)) / len(rows) > _LEAST_LIKENESS and not is_prose(text)
