"""The end of the last reference of a list: the line from which on other text follows it.

In a list with numbers, or with hanging indentation, nothing begins after the last reference, so other text seems to
continue it. The other references of the list show how long one is, how its last line ends, how it is indented, and
whether there are blank lines inside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from refkit.formats.text.finding.best_split import UsualLength, usual_length
from refkit.formats.text.finding.lines import Line, width_of
from refkit.formats.text.finding.shapes import end_of
from refkit.patterns import lazy_pattern

_FEW = 5  # references of which nothing is learned but whether there are blank lines inside
_LEAST = 30  # characters of a reference
_SURE = 5.0  # log odds required for an end
_FULL = 0.85  # of the width of the list
_DATED = 0.8  # share of references with a year in a list in which all have one
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
Lines = Sequence[Line]


def end_of_last(lines: Lines, starts: Sequence[int]) -> int:
    """Return the index of the first line after the last reference of a list, or the number of lines."""
    others = [lines[start:end] for start, end in pairwise(starts)]
    last = lines[starts[-1] :] if starts else []
    if len(last) < 2 or len(others) < 2:
        return len(lines)
    ends = [size for size in range(1, len(last)) if _can_end(last[:size], others)]
    end = _end_at_gap(last, others, ends)
    if end is None and len(others) >= _FEW:
        end = _likely_end(last, others, ends)
    return len(lines) if end is None else starts[-1] + end


def _can_end(lines: Lines, others: Sequence[Lines]) -> bool:
    """Return whether some lines can be a whole reference: they are not short, and have a year if the others do."""
    if sum(len(line.text) for line in lines) < _LEAST:
        return False
    dated = sum(map(_has_year, others))
    return _has_year(lines) or dated < _DATED * len(others)


def _has_year(lines: Lines) -> bool:
    return any(_YEAR.search(line.text, 0, 2000) for line in lines)


def _end_at_gap(last: Lines, others: Sequence[Lines], ends: Sequence[int]) -> int | None:
    """Return the end before the first gap that is larger than any inside the other references."""
    inside = max((line.gap for lines in others for line in lines[1:]), default=0)
    return next((end for end in ends if last[end].gap > max(inside, 0)), None)


def _likely_end(last: Lines, others: Sequence[Lines], ends: Sequence[int]) -> int | None:
    """Return the most likely end, if it is far likelier than none."""
    usual = usual_length([_length(lines) for lines in others])
    if not ends:
        return None
    habits = _Habits(others)
    odds = {end: _odds(last, end, usual) + habits.odds(last, end) for end in ends}
    best = max(ends, key=odds.__getitem__)
    return best if odds[best] > _SURE else None


def _odds(last: Lines, end: int, usual: UsualLength) -> float:
    return usual.cost(_length(last)) - usual.cost(_length(last[:end]))


def _length(lines: Lines) -> int:
    return sum(len(line.text) + 1 for line in lines)


class _Habits:
    """How the lines of a list's references end and are indented: their last lines, and the others."""

    def __init__(self, references: Sequence[Lines]) -> None:
        self.width = width_of([line for lines in references for line in lines])
        self.last = [Counter[str]() for _ in range(3)]
        self.inner = [Counter[str]() for _ in range(3)]
        for lines, after in pairwise([*references, references[0]]):
            for line, following in pairwise([*lines, after[0]]):
                counts = self.last if following is after[0] else self.inner
                for counted, value in zip(
                    counts, self._values(lines, line, following), strict=True
                ):
                    counted[value] += 1

    def odds(self, lines: Lines, end: int) -> float:
        """Return the log odds that the last line of a reference is the one before `end`."""
        values = self._values(lines, lines[end - 1], lines[end])
        return sum(map(_ratio, self.last, self.inner, values))

    def _values(self, lines: Lines, line: Line, following: Line) -> Iterator[str]:
        yield end_of(line.text)
        yield "full" if line.edge > _FULL * self.width else "short"
        yield str(min(max(following.indent - lines[0].indent, -1), 2))


def _ratio(last: Counter[str], inner: Counter[str], value: str) -> float:
    here, there = (
        (last[value] + 0.5) / (last.total() + 1),
        (inner[value] + 0.5) / (inner.total() + 1),
    )
    return max(-3.0, min(3.0, log(here / there)))
