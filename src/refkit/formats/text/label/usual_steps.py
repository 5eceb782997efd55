"""How often each field follows each field in references, and over which marks, counted by tools/count_usual_steps.py.

The file is compressed JSON: the names of the labels; the steps as lists of the label before, the label after and the
number of references; the marks between them; and how often each mark precedes a token at all.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from zlib import decompress

__all__ = ["END", "FILE", "START", "Usual", "load_usual"]

FILE = os.path.join(os.path.dirname(__file__), "usual_steps.bin")
START, END = -1, -2  # in place of the label before the first token and after the last one
NAMES = {"^": START, "$": END}
TRUST = 5.0  # steps that have the same weight as an even distribution
RARE = 0.05  # share of a step that was never seen
Pair = tuple[int, int]


class Usual:
    """The shares of steps and marks in references of all kinds."""

    def __init__(
        self,
        order: Mapping[Pair, int],
        marks: Mapping[Pair, Mapping[str, int]],
        all_marks: Mapping[str, int],
    ) -> None:
        self._order, self._marks, self._all = order, marks, all_marks
        self._totals: Counter[int] = Counter()
        for (before, _), count in order.items():
            self._totals[before] += count
        self._sums = {pair: sum(counts.values()) for pair, counts in marks.items()}
        self._size = sum(all_marks.values())

    def order(self, before: int, after: int) -> float:
        """Return how likely a field is after another one."""
        count = self._order.get((before, after), 0)
        return (count + TRUST * RARE) / (self._totals[before] + TRUST)

    def marks(self, before: int, after: int, marks: str) -> float:
        """Return how likely marks are between two fields."""
        rest = (self._all.get(marks, 0) + 1) / (self._size + 500)
        pair = before, after
        count = self._marks.get(pair, {}).get(marks, 0)
        return (count + TRUST * rest) / (self._sums.get(pair, 0) + TRUST)


def load_usual(labels: Sequence[str]) -> Usual:
    """Return the counts of the package for a model's labels."""
    with open(FILE, "rb") as file:
        data = json.loads(decompress(file.read()))
    numbers = {label: number for number, label in enumerate(labels)} | NAMES
    names = [numbers.get(name) for name in data["labels"]]
    order: dict[Pair, int] = {}
    marks: defaultdict[Pair, dict[str, int]] = defaultdict(dict)
    for before, after, count, seen in data["steps"]:
        a, b = names[before], names[after]
        if a is not None and b is not None:
            order[a, b] = count
            marks[a, b] = dict(zip(seen[::2], seen[1::2], strict=True))
    return Usual(order, marks, data["marks"])
