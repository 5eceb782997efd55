"""Markers that number or name the references of a list: [1], (1), 1., 1), 1, ¹, [Smi20], a bullet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from refkit.formats.text.finding.lines import Line
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

_NUMBERED = {
    "bracket": lazy_pattern(r"[\[［〔{]\s?(\d{1,4})\s?[\]］〕}][.:]?\s*"),
    "paren": lazy_pattern(r"[(（](\d{1,4})[)）][.:]?\s*"),
    "dot": lazy_pattern(r"(\d{1,4})\s?[.．](?!\d)[-–]?\s*"),
    "half": lazy_pattern(r"(\d{1,4})\s?[)）\]:][.]?\s*"),
    "raised": lazy_pattern(r"([⁰¹²³⁴-⁹]{1,4})\s*"),
    "bare": lazy_pattern(r"(\d{1,3})(?:\s+(?=[^\W\d_]|[\"“„«'‘(])|(?=[^\W\d_a-z]\w*[,.\s])|$)"),
}
_NAMED = {
    "label": lazy_pattern(r"\[[^\[\]\d]?[^\[\]]{1,40}\][.:]?\s*"),
    "bullet": lazy_pattern(r"[•·▪●■◦‣○➢*+–—-]\s+(?=[^\W_]|[\"“„«‘(])|[•▪●■◦‣]\s*"),
}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAST = 2


class Marked(NamedTuple):
    """A line with a marker: its index, its number, and where the reference begins."""

    line: int
    number: int
    end: int


def marks_of(lines: Sequence[Line]) -> dict[int, int] | None:
    """Return the lines with markers, each with the length of its marker; None for a list without markers."""
    if not lines:
        return None
    chains = [_chain(_numbered(lines, pattern)) for pattern in _NUMBERED.values()]
    fitting = [chain for chain in chains if _carries(chain, lines)]
    if fitting:
        best = max(fitting, key=len)
        return {mark.line: mark.end for mark in best}
    return next((marks for pattern in _NAMED.values() if (marks := _named(lines, pattern))), None)


def _numbered(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Marked]:
    found = []
    for at, line in enumerate(lines):
        if match := pattern.match(line.text):
            found.append(Marked(at, read_int(match.group(1).translate(_RAISED)), match.end()))
    return found


class _Link(NamedTuple):
    length: float
    before: int


def _chain(marked: Sequence[Marked]) -> list[Marked]:
    """Return the longest sequence of increasing markers; a number may be missing, and 1 restarts the sequence."""
    links: list[_Link] = []
    last: dict[int, int] = {}
    longest = -1
    for at, mark in enumerate(marked):
        best = _Link(1.0, -1)
        for step, loss in ((1, 0.0), (2, 0.4), (3, 0.7)):
            before = last.get(mark.number - step, -1)
            if before >= 0 and links[before].length + 1 - loss > best.length:
                best = _Link(links[before].length + 1 - loss, before)
        if mark.number == 1 and longest >= 0 and links[longest].length >= 3:
            best = max(best, _Link(links[longest].length + 0.5, longest))
        links.append(best)
        known = last.get(mark.number, -1)
        if known < 0 or links[known].length <= best.length:
            last[mark.number] = at
        if longest < 0 or best.length > links[longest].length:
            longest = at
    chain = []
    while longest >= 0:
        chain.append(marked[longest])
        longest = links[longest].before
    return chain[::-1]


def _carries(chain: Sequence[Marked], lines: Sequence[Line]) -> bool:
    """Return whether a sequence of numbers can be the numbering of these lines."""
    if not chain or chain[0].line > 2:
        return False
    if len(chain) < _LEAST:
        return (
            len(lines) <= 6 and chain[0].number <= 999 and chain[0].line == 0 and chain[0].end > 2
        )
    return len(lines) <= 14 * len(chain)


def _named(lines: Sequence[Line], pattern: re.Pattern[str]) -> dict[int, int]:
    """Return the lines that begin with a name in brackets, or with a bullet, if most of the list does."""
    found = {
        at: match.end() for at, line in enumerate(lines) if (match := pattern.match(line.text))
    }
    carries = len(found) >= _LEAST and min(found) == 0 and len(lines) <= 8 * len(found)
    return found if carries else {}
