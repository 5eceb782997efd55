"""The split of a list into references that is most likely as a whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import log
from statistics import median
from typing import NamedTuple

from refkit.formats.text.finding.lines import Line
from refkit.formats.text.finding.shapes import names_only
from refkit.patterns import lazy_pattern

_MOST_LINES = 24  # of one reference
_HOPELESS = -6.0
# A line of names and a year is the beginning of a reference, and never all of it.
_NAMES_ALONE = 12.0
# References of one list have similar lengths; a list of fewer says nothing about them.
_FEW = 6
_LEAST_SPREAD, _MOST_COST = 0.35, 6.0
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SORT_KEY = lazy_pattern(r"[^\W\d_]{2,}")


class UsualLength(NamedTuple):
    """The median of the logarithms of the lengths of a list's references, and their deviation from it."""

    middle: float
    spread: float

    def cost(self, length: int) -> float:
        """Return what a reference costs whose length is unlike those of the list."""
        deviation = abs(log(max(length, 5)) - self.middle) / self.spread
        return min(max(0.0, deviation - 1) ** 2, _MOST_COST)


class ListSplit:
    """The lines of a list with the facts that a search for the best split needs."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = len(lines)
        self.years = _sums(1 if _YEAR.search(line.text, 0, 2000) else 0 for line in lines)
        self.lengths = _sums(len(line.text) for line in lines)
        self.names = _sums(names_only(line.text) for line in lines)
        self.keys = [sort_key(line.text) for line in lines]

    def starts(self, scores: Sequence[float]) -> list[int]:
        """Return the best starts for the scores of the lines.

        The search is repeated with the lengths of the references that the first one found.
        """
        found = self._search(scores, None)
        usual = self._usual_length(found)
        return self._search(scores, usual) if usual else found

    def _usual_length(self, starts: Sequence[int]) -> UsualLength | None:
        if len(starts) < _FEW:
            return None
        ends = [*starts[1:], self.size]
        return usual_length(
            [self.lengths[b] - self.lengths[a] for a, b in zip(starts, ends, strict=True)]
        )

    def _search(self, scores: Sequence[float], usual: UsualLength | None) -> list[int]:
        order = _order_weight(self.keys, scores)
        value, origins = [0.0] * (self.size + 1), [0] * (self.size + 1)
        likely = [0]
        for end in range(1, self.size + 1):
            ways = [
                value[start]
                + self._reference(start, end, usual)
                - self._disorder(start, end, order)
                for start in likely
            ]
            best = max(ways)
            value[end] = best + (scores[end] if end < self.size else 0.0)
            origins[end] = likely[ways.index(best)]
            if end < self.size and scores[end] > _HOPELESS:
                likely = [start for start in likely if start > end - _MOST_LINES] + [end]
        return _traced(origins)

    def _reference(self, start: int, end: int, usual: UsualLength | None) -> float:
        """Return the score of some lines as one reference, for example whether they contain a year."""
        years = self.years[end] - self.years[start]
        length = self.lengths[end] - self.lengths[start]
        value = 0.0 if years else -1.2
        if length < 30:
            value -= 2.0
        if years > 2:
            value -= 0.4 * (years - 2)
        if usual:
            value -= usual.cost(length)
        if self.names[end] - self.names[start] == end - start:
            value -= _NAMES_ALONE
        return value - 0.5 * max(end - start - 7, 0)

    def _disorder(self, start: int, end: int, weight: float) -> float:
        """Return what a start costs whose author precedes the previous one in the alphabet."""
        if not weight or end == self.size or not self.keys[end]:
            return 0.0
        return weight if self.keys[end] < self.keys[start] else 0.0


def _sums(counts: Iterable[int]) -> list[int]:
    return [0, *accumulate(counts)]


def _traced(origins: Sequence[int]) -> list[int]:
    starts, at = [], len(origins) - 1
    while at > 0:
        at = origins[at]
        starts.append(at)
    return starts[::-1]


def usual_length(lengths: Sequence[int]) -> UsualLength:
    """Return the usual length of references."""
    logs = [log(max(10, length)) for length in lengths]
    middle = median(logs)
    return UsualLength(middle, max(_LEAST_SPREAD, 1.48 * median(abs(one - middle) for one in logs)))


def sort_key(text: str) -> str:
    """Return the first word of a reference without case and accents, by which lists are sorted."""
    match = _SORT_KEY.search(text, 0, 200)
    if match is None:
        return ""
    plain = unicodedata.normalize("NFKD", match.group().casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _order_weight(keys: Sequence[str], scores: Sequence[float]) -> float:
    """Return the cost of a start that breaks alphabetical order; 0 in a list that is not sorted."""
    starts = [key for key, score in zip(keys, scores, strict=True) if score > 0 and key]
    pairs = [*pairwise(starts)]
    if len(pairs) < 4:
        return 0.0
    sorted_share = sum(before <= after for before, after in pairs) / len(pairs)
    return max(0.0, (sorted_share - 0.85) / 0.15) * 2.5
