"""Score each token of a reference for each label: the sum of its features' weights.

The scores of all labels are lanes of one integer, so that one addition adds them all. Sums that recur
(for a word, a pair of kinds of token, a state) are computed once and cached; a table that grows too
large is cleared.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar
from zlib import crc32

from refkit.formats.text.label import features
from refkit.formats.text.label.features import EDGE, OFFSETS, RARE, TEMPLATES, Kind, Word
from refkit.formats.text.label.model import HASH, LANE, LOW, Model
from refkit.formats.text.recognize.token_classes import FORCED, token_class

__all__ = ["Known", "Scorer"]

LIMIT = 20_000  # entries of a table
FORCE = 40  # nats added to the score of a label that is certain by the form of the token
Key = TypeVar("Key")
Value = TypeVar("Value")


class Table(dict[Key, Value]):
    """The values of a function by its argument, each computed when first requested."""

    def __init__(self, compute: Callable[[Key], Value]) -> None:
        self.compute = compute
        self.limit = LIMIT

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self.limit:
            self.clear()
        value = self[key] = self.compute(key)
        return value


class Known(NamedTuple):
    """A word, its own scores and those that it gives to its neighbors."""

    word: Word
    sort: str
    own: int
    lent: tuple[int, ...]  # one for each of OFFSETS


class Scorer:
    """A model with a cache of the sums of its weights."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.words: Table[str, Known] = Table(self.learn)
        self.kinds: Table[tuple[str, Kind], list[int]] = Table(self.kind)
        self.templates = [self.scores_of(template) for template in TEMPLATES]
        self.forced = {
            sort: self.packed(label, FORCE)
            for sort, label in FORCED.items()
            if label in model.labels
        }
        self.edges = [(self.known(EDGE),) * abs(offset) for offset in OFFSETS]

    def scores_of(self, template: Callable[..., list[str]]) -> Callable[[Hashable], int]:
        """Return the scores of the features of a template, as a function of its key."""

        def scores(key: Hashable) -> int:
            return self.total(template(key))

        return scores if template in RARE else Table(scores).__getitem__

    def packed(self, label: str, nats: float) -> int:
        """Return a number to add to the score of one label in a packed row."""
        return round(nats * self.model.scale) << LANE * self.model.labels.index(label)

    def rows(self, words: Sequence[Known]) -> list[int]:
        """Return the packed scores of each word of a reference for all labels."""
        parts: list[Iterable[int]] = [[known.own for known in words]]
        for i, (offset, edge) in enumerate(zip(OFFSETS, self.edges, strict=True)):
            moved = [*edge, *words[:-offset]] if offset > 0 else [*words[-offset:], *edge]
            parts.append([known.lent[i] for known in moved])
        keys = features.columns([known.word for known in words])
        parts += list(map(map, self.templates, keys))
        return list(map(sum, zip(*parts, strict=False)))

    def learn(self, token: str) -> Known:
        """Return the word of a token with its scores."""
        return self.known(features.describe(token), token_class(token))

    def known(self, word: Word, sort: str = "") -> Known:
        """Return a word with its scores."""
        own_kind, *lent_kinds = self.kinds[word.start, word.kind]
        own = self.total(features.token_word_features(word)) + own_kind + self.forced.get(sort, 0)
        lent = [
            self.total(features.neighbor_word_features(word, offset)) + scores
            for offset, scores in zip(OFFSETS, lent_kinds, strict=True)
        ]
        return Known(word, sort, own, tuple(lent))

    def kind(self, key: tuple[str, Kind]) -> list[int]:
        """Return the scores that opening punctuation and kind give to the token, and those for its neighbors."""
        lent = [self.total(features.neighbor_kind_features(*key, offset)) for offset in OFFSETS]
        return [self.total(features.token_kind_features(*key)), *lent]

    def total(self, names: Iterable[str]) -> int:
        """Return the sum of the weights of features."""
        packed, find, buckets = self.model.packed, self.model.low.find, self.model.buckets
        total = 0
        for name in names:
            number = crc32(name.encode("utf-8", "surrogatepass")) & HASH
            if number in packed:
                total += packed[number]
            else:
                bucket = number >> LOW
                if find(number & 0xFF, buckets[bucket], buckets[bucket + 1]) >= 0:
                    total += self.model.scores(number)
        return total
