"""Join lines: line ends become spaces, and broken words and addresses are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from refkit.data.words.conjunctions import ANDS_AND_ORS
from refkit.formats.text.finding.lines import Line
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_HYPHEN = lazy_pattern(r"[^\W\d_][-‐\u00ad¬]$")
_SPACES = lazy_pattern(r"\s{2,}|[^\S ]|\u00ad")
_WORDS = lazy_pattern(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = lazy_pattern(r"[^\W\d_]+$")
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+")
_LAST = 60
_RANGE = lazy_pattern(r"\d[-‐‑–]$")
_ADDRESS = lazy_pattern(
    rf"(?:https?://|www\.|doi\.org/|\bdoi:\s?|\b{patterns.DOI_START})\S*$", re.IGNORECASE
)
_ADDRESS_GOES_ON = lazy_pattern(
    r"[^\s,;/_=%~?&#\d]*[/_=%~?&#\d]|[a-z][a-z-]*\.(?:html?|pdf|php|aspx?|com|org|net)\b|[a-z]+-\S"
)


class Words:
    """The words of a text, and its hyphenated words; collected when first needed."""

    __slots__ = ("_hyphened", "_plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain: frozenset[str] | None = None
        self._hyphened: frozenset[str] = frozenset()

    def joined(self, first: str, second: str) -> bool:
        """Return whether `first-second`, broken at its hyphen, is one word without it."""
        if self._plain is None:
            words = {word.casefold() for word in _WORDS.findall(self.text)}
            self._hyphened = frozenset(
                word.replace("‐", "-") for word in words if "-" in word or "‐" in word
            )
            self._plain = frozenset(words)
        if f"{first}-{second}".casefold() in self._hyphened:
            return f"{first}{second}".casefold() in self._plain
        return True


def unwrapped(excerpt: Excerpt, lines: Sequence[Line], start: int, words: Words) -> Excerpt:
    """Join lines, starting at the character `start` of the first one."""
    return excerpt.extract(_pieces(lines, start, words))


def _pieces(lines: Sequence[Line], start: int, words: Words) -> Iterator[SourcePiece]:
    for line, after in pairwise([*lines, None]):
        if line is None:
            return
        begin = max(line.start, start)
        text = line.text[begin - line.start :]
        if after is None:
            yield from _inside(text, begin)
            return
        kept, between = _joint(text, after.text, words)
        yield from _inside(text[:kept], begin)
        yield SourcePiece(between, begin + kept, after.start)


def _inside(text: str, start: int) -> Iterator[SourcePiece]:
    """Yield a line with single spaces and without soft hyphens."""
    at = 0
    for match in _SPACES.finditer(text):
        yield SourcePiece(text[at : match.start()], start + at, start + match.start())
        if match.group() != "\u00ad":
            yield SourcePiece(" ", start + match.start(), start + match.end())
        at = match.end()
    yield SourcePiece(text[at:], start + at, start + len(text))


def _joint(line: str, after: str, words: Words) -> tuple[int, str]:
    """Return how much of a line is kept before the next one, and the text between them."""
    tail = line[-_LAST:]
    if not line:
        return 0, ""
    if _in_address(line, after) or (_RANGE.search(tail) and after[0].isdigit()):
        return len(line), ""
    if not _HYPHEN.search(tail):
        return len(line), " "
    if line[-1] in "\u00ad¬":
        return len(line) - 1, ""
    first, second = _LAST_WORD.search(tail[:-1]), _FIRST_WORD.match(after[:_LAST])
    if second is None or not after[0].islower():
        return len(line), ""
    if second.group() in ANDS_AND_ORS:
        return len(line), " "
    joined = first is None or words.joined(first.group(), second.group())
    return len(line) - 1 if joined else len(line), ""


def _in_address(line: str, after: str) -> bool:
    """Return whether a web address or DOI continues in the next line."""
    match = _ADDRESS.search(line[-300:])
    if match is None:
        return False
    if line[-1] in "/-_=?&%~#" or match.group().lower() in ("doi:", "doi: ", "http://", "https://"):
        return True
    return line[-1] not in ".,;)>" and _ADDRESS_GOES_ON.match(after[:200]) is not None
