"""Score each token of a reference for each label: the sum of its features' weights.

Scores of all labels are lanes of one integer, so that one addition adds them all. What recurs (a
word, a kind of token beside another, a state) is summed once and kept; a table that has grown too
large is emptied.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import NamedTuple, TypeVar

from refkit.formats.text.features import (
    EDGE,
    OFFSETS,
    TEMPLATES,
    Word,
    columns,
    describe,
    lent,
    own,
)
from refkit.formats.text.model import Model, load

__all__ = ["Scorer", "scorer"]

LIMIT = 50_000  # entries of a table
Key = TypeVar("Key")
Value = TypeVar("Value")


class Table(dict[Key, Value]):
    """The values of a function by its argument, each computed when first asked for."""

    def __init__(self, compute: Callable[[Key], Value]) -> None:
        self.compute = compute

    def __missing__(self, key: Key) -> Value:
        if len(self) >= LIMIT:
            self.clear()
        value = self[key] = self.compute(key)
        return value


class Known(NamedTuple):
    """A word, its own scores and those that it lends to its neighbours."""

    word: Word
    own: int
    lent: tuple[int, ...]  # one for each of OFFSETS


class Scorer:
    """A model with the sums of its weights asked for so far."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.words: Table[str, Known] = Table(lambda token: self.learn(describe(token)))
        self.templates = [self.table(template) for template in TEMPLATES]
        self.edges = [(self.learn(EDGE),) * abs(offset) for offset in OFFSETS]

    def table(self, template: Callable[..., list[str]]) -> Table[Hashable, int]:
        """Return the scores that a template's features give, by its key."""
        return Table(lambda key: self.total(template(key)))

    def rows(self, tokens: Iterable[str]) -> list[int]:
        """Return the scores of each token for each label, packed."""
        words = [self.words[token] for token in tokens]
        parts: list[Iterable[int]] = [[known.own for known in words]]
        for i, (offset, edge) in enumerate(zip(OFFSETS, self.edges, strict=True)):
            moved = [*edge, *words[:-offset]] if offset > 0 else [*words[-offset:], *edge]
            parts.append([known.lent[i] for known in moved])
        keys = columns([known.word for known in words])
        parts += [
            map(table.__getitem__, column)
            for table, column in zip(self.templates, keys, strict=True)
        ]
        return list(map(sum, zip(*parts, strict=False)))

    def learn(self, word: Word) -> Known:
        """Return the scores of a word."""
        return Known(
            word, self.total(own(word)), tuple(self.total(lent(word, offset)) for offset in OFFSETS)
        )

    def total(self, names: Iterable[str]) -> int:
        """Return the sum of the weights of features."""
        return sum(map(self.model.scores, names))


@cache
def scorer() -> Scorer:
    """Return the scorer of the model that comes with the package."""
    return Scorer(load())
