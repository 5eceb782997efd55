"""Trim the text of a field: remove punctuation around it, but keep the full stop of an abbreviation."""

from __future__ import annotations

import re

from refkit.data.words.organizations import ABBREVIATIONS
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

__all__ = ["trim"]

Span = tuple[int, int]

NAMES = {"author", "editor", "translator"}
# Fields that contain an identifier and nothing else.
IDENTIFIERS = {
    "doi": lazy_pattern(patterns.DOI),
    "url": lazy_pattern(r"(?:https?://|ftp://|www\.)\S.*", re.DOTALL),
    "isbn": lazy_pattern(patterns.ISBN_CORE),
    "issn": lazy_pattern(patterns.ISSN_CORE),
    "arxiv": lazy_pattern(patterns.ARXIV_IN_TOKEN),
}
# The field is only the number in "no. 3", "Heft 3" and "제3호".
ISSUE = lazy_pattern(
    r"(?:n[°º]s?|(?:no?s?|nr|num(?:ber)?|issue|iss|heft|h|fasc)\b\.?|№|#|제|第)?[\s:]*(?P<it>.*?)\s*(?:호|期|号|집)?",
    re.IGNORECASE | re.DOTALL,
)
PAGES = lazy_pattern(r"(?:제|第)?\s*(?P<it>.*?)\s*(?:页|쪽|頁|면)?", re.DOTALL)
VOLUME = lazy_pattern(r"(?:제|第)?\s*(?P<it>.*?)\s*(?:권|卷|집|辑)?", re.DOTALL)
LONGEST_COUNTED = 60  # characters
COUNTED = {"issue": ISSUE, "pages": PAGES, "volume": VOLUME}

CLOSER = {
    "(": ")",
    "[": "]",
    "{": "}",
    "<": ">",
    "“": "”",
    "„": "“",
    "«": "»",
    "‹": "›",
    "»": "«",
    "‘": "’",
    "‚": "‘",
}
CLOSER |= {'"': '"', "'": "'", "（": "）", "《": "》", "「": "」", "『": "』", "【": "】", "”": "”"}
OPENERS, CLOSERS = "".join(CLOSER), "".join(CLOSER.values())
UNSEEN = "\u200b\u200e\u200f\u2060\ufeff"
BEFORE = (
    UNSEEN + " \t\r\n\xa0\u202f,;:.。，；：、·•|/\\–—-=*" + "".join(set(CLOSERS) - set(OPENERS))
)
AFTER = UNSEEN + " \t\r\n\xa0\u202f,;:。，；：、·•|/\\–—-=*" + "".join(set(OPENERS) - set(CLOSERS))
ABBREVIATION = lazy_pattern(
    rf"(?:\b[^\W\d_]|\.\w{{1,3}}|\b(?:{'|'.join(ABBREVIATIONS)}|Jr|Sr|al|etc|St|ed|eds|Hrsg|Hg))\Z"
)


def trim(text: str, start: int, end: int, label: str) -> Span:
    """Return the start and end of the text of a field without the text that only surrounds it."""
    if label in IDENTIFIERS and (found := IDENTIFIERS[label].search(text, start, end)):
        start, end = found.span()
    start, end = bare(text, start, end, label)
    if label in COUNTED and end - start <= LONGEST_COUNTED:
        found = COUNTED[label].fullmatch(text, start, end)
        return found.span("it") if found and found["it"] else (start, end)
    return start, end


def bare(text: str, start: int, end: int, label: str) -> Span:
    """Remove punctuation and paired marks from both ends, unless the text contains nothing else."""
    first, last = start, end
    while True:
        before = first, last
        while first < last and text[first] in BEFORE:
            first += 1
        while first < last and (text[last - 1] in AFTER or stops(text, first, last, label)):
            last -= 1
        first, last = unwrapped(text, first, last)
        if first >= last:
            return start, end
        if (first, last) == before:
            return first, last


def stops(text: str, start: int, end: int, label: str) -> bool:
    """Whether a text ends with a full stop that does not belong to an abbreviation."""
    if text[end - 1] != ".":
        return False
    near = text[max(start, end - 12) : end - 1]
    if label in NAMES or label == "publisher":
        return not ABBREVIATION.search(near)
    if label == "container-title":  # Phys. Rev. Lett.
        return ". " not in text[start:end]
    return not re.search(r"(?:\b[^\W\d_]\.[^\W\d_]|\bal)\Z", near)


def unwrapped(text: str, start: int, end: int) -> Span:
    """Remove a pair of marks around a text, or a mark at one end without its counterpart."""
    first, last = text[start : start + 1], text[end - 1 : end]
    if first in CLOSER and end - start > 1:
        closer = CLOSER[first]
        place = text.find(closer, start + 1, end)
        if place == end - 1:
            return start + 1, end - 1
        if place < 0:
            return start + 1, end
    if last and last in CLOSERS and last not in "'’":
        openers = [opener for opener, closer in CLOSER.items() if closer == last]
        if not any(opener in text[start : end - 1] for opener in openers):
            return start, end - 1
    return start, end
