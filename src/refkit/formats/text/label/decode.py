"""Find the best sequence of labels for the scores of a reference's tokens, and its probability.

The Viterbi algorithm finds the sequence; it follows only labels that are close to the best so far (`BEAM`).
The probabilities of the labels and of the whole sequence are computed over all sequences of the labels
that were followed (forward-backward algorithm).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from struct import Struct
from typing import NamedTuple

from refkit.formats.text.label.model import LANE, Model

__all__ = ["Decoded", "Decoder", "Scores"]

BEAM = (
    7.0  # a label is dropped if its best sequence so far is e^7 times less likely than the best one
)
DOUBT = 4.0  # the same for the computation of probabilities
ZERO = 1 << LANE - 2  # the representation of the score 0 in a lane, so that no lane is negative


class Decoded(NamedTuple):
    """The numbers of the tokens' labels, the probability of each, and the probability of the sequence."""

    labels: list[int]
    shares: list[float]
    share: float


class Scores(NamedTuple):
    """Scores of labels for tokens and of transitions between labels, in nats; `numbers` maps labels to indexes."""

    tokens: Sequence[Sequence[float]]
    moves: Sequence[Sequence[float]]
    numbers: dict[str, int]


class Column(NamedTuple):
    """The labels followed at a token, each with the score of its best sequence relative to the best one of all."""

    labels: tuple[int, ...]
    scores: list[int]
    likely: tuple[int, ...]  # the labels closest to the best one


class Odds(NamedTuple):
    """The likely labels of a token, with their odds given the tokens up to it (`forward`) and given the token alone."""

    labels: tuple[int, ...]
    forward: list[float]
    here: list[float]


CERTAIN = [1.0]


class Decoder:
    """The transitions of a model, prepared for decoding."""

    def __init__(self, model: Model) -> None:
        count = len(model.labels)
        self.ones = sum(1 << LANE * label for label in range(count))
        self.zeros = ZERO * self.ones
        self.highest = self.ones << LANE - 1
        self.unpack = Struct(f"<{count}H").unpack
        self.size = LANE * count // 8
        self.scale = model.scale
        self.margin = round(BEAM * model.scale)
        self.doubt = round(DOUBT * model.scale)
        self.transitions = model.transitions
        self.moves = [[score / model.scale for score in row] for row in model.transitions]
        self.numbers = {label: number for number, label in enumerate(model.labels)}
        self.packed = [
            self.zeros + sum(x << LANE * i for i, x in enumerate(row)) for row in model.transitions
        ]
        self.odds = [[exp(score) for score in row] for row in self.moves]
        self.followed: dict[int, tuple[int, ...]] = {}

    def decode(self, rows: Sequence[int]) -> Decoded:
        """Return the best labels for a non-empty sequence of rows of packed scores."""
        columns = self.columns(rows)
        labels = self.best(columns)
        odds = self.forward(rows, columns, labels)
        return Decoded(labels, self.shares(odds, labels), self.share(odds, labels))

    def columns(self, rows: Sequence[int]) -> list[Column]:
        """Return the labels followed at each token."""
        columns: list[Column] = []
        arrived = self.zeros
        for row in rows:
            column = self.column(arrived + row)
            columns.append(column)
            arrived = self.arrive(column)
        return columns

    def column(self, ended: int) -> Column:
        """Return the labels whose packed scores are close to the best one."""
        scores = self.unpack(ended.to_bytes(self.size, "little"))
        top = max(scores)
        # The highest bit of a lane remains set if its score is at least the value subtracted.
        lanes, highest, ones = ended | self.highest, self.highest, self.ones
        near = (lanes - (top - self.margin) * ones) & highest
        labels = self.followed.get(near) or self.follow(near)
        if len(labels) == 1:
            return Column(labels, [0], labels)
        near = (lanes - (top - self.doubt) * ones) & highest
        likely = self.followed.get(near) or self.follow(near)
        return Column(labels, [scores[label] - top for label in labels], likely)

    def scores(self, rows: Sequence[int]) -> Scores:
        """Return rows of packed scores and the transitions as numbers."""
        tokens = [
            [
                (score - ZERO) / self.scale
                for score in self.unpack((self.zeros + row).to_bytes(self.size, "little"))
            ]
            for row in rows
        ]
        return Scores(tokens, self.moves, self.numbers)

    def follow(self, near: int) -> tuple[int, ...]:
        """Return the labels whose lanes have their highest bit set."""
        labels = tuple(i for i in range(len(self.transitions)) if near >> LANE * i + LANE - 1 & 1)
        if len(self.followed) > 50_000:
            self.followed.clear()
        self.followed[near] = labels
        return labels

    def arrive(self, column: Column, moves: Mapping[int, int] | None = None) -> int:
        """Return the best score with which each label can follow a token, as packed scores.

        `moves` are the packed scores of all labels after each followed label, if they are not those of the model.
        """
        labels, scores, _ = column
        highest, ones, packed = self.highest, self.ones, moves or self.packed
        best = packed[labels[0]] + scores[0] * ones
        if len(labels) == 1:
            return best
        for label, score in zip(labels[1:], scores[1:], strict=True):
            row = packed[label] + score * ones
            # The highest bit of a lane remains set if `row` is at least `best`; a mask of the lane is made from it.
            higher = ((row | highest) - best) & highest
            best ^= (best ^ row) & (higher - (higher >> LANE - 1))
        return best

    def best(self, columns: Sequence[Column]) -> list[int]:
        """Return the best sequence, traced back from its end."""
        last = columns[-1]
        found = [last.labels[last.scores.index(0)]]
        for column in reversed(columns[:-1]):
            found.append(self.origin(column, found[-1]))
        return found[::-1]

    def origin(self, column: Column, label: int) -> int:
        """Return the label that precedes `label` in the best sequence."""
        if len(column.labels) == 1:
            return column.labels[0]
        transitions = self.transitions
        ways = [
            score + transitions[i][label]
            for i, score in zip(column.labels, column.scores, strict=True)
        ]
        return column.labels[ways.index(max(ways))]

    def forward(
        self, rows: Sequence[int], columns: Sequence[Column], best: Sequence[int]
    ) -> list[Odds]:
        """Return the likely labels of each token and their odds given the tokens up to it."""
        found: list[Odds] = []
        last: Odds | None = None
        for row, column, label in zip(rows, columns, best, strict=True):
            likely = column.likely
            if label not in likely:
                likely = (*likely, label)
            last = (
                self.enter(likely, row, last) if len(likely) > 1 else Odds(likely, CERTAIN, CERTAIN)
            )
            found.append(last)
        return found

    def enter(self, labels: tuple[int, ...], row: int, last: Odds | None) -> Odds:
        """Return the odds of a token's labels given its row of scores and the previous token."""
        row_scores = self.unpack((self.zeros + row).to_bytes(self.size, "little"))
        here_scores = [row_scores[label] for label in labels]
        top, scale, odds = max(here_scores), self.scale, self.odds
        here = [exp((score - top) / scale) for score in here_scores]
        if last is None:
            return Odds(labels, shared(here), here)
        if len(last.labels) == 1:
            way = odds[last.labels[0]]
            return Odds(
                labels,
                shared([own * way[label] for own, label in zip(here, labels, strict=True)]),
                here,
            )
        ways = [
            (share, odds[label]) for label, share in zip(last.labels, last.forward, strict=True)
        ]
        forward = [
            own * sum([share * way[label] for share, way in ways])
            for own, label in zip(here, labels, strict=True)
        ]
        return Odds(labels, shared(forward), here)

    def shares(self, odds: Sequence[Odds], best: Sequence[int]) -> list[float]:
        """Return the probability of each token's label given all tokens."""
        found: list[float] = []
        follower, back = odds[-1], [1.0] * len(odds[-1].labels)
        for token, label in zip(reversed(odds), reversed(best), strict=True):
            if len(token.labels) == 1:
                back = CERTAIN
                found.append(1.0)
            else:
                if token is not follower:
                    back = self.leave(token, follower, back)
                both = [a * b for a, b in zip(token.forward, back, strict=True)]
                found.append(both[token.labels.index(label)] / sum(both))
            follower = token
        return found[::-1]

    def leave(self, token: Odds, follower: Odds, back: Sequence[float]) -> list[float]:
        """Return the odds of all following tokens, for each label of a token."""
        odds = self.odds
        if len(follower.labels) == 1:
            after = follower.labels[0]
            return shared([odds[label][after] for label in token.labels])
        ahead = [
            (label, a * b) for label, a, b in zip(follower.labels, follower.here, back, strict=True)
        ]
        return shared(
            [sum([way[label] * a for label, a in ahead]) for way in [odds[i] for i in token.labels]]
        )

    def share(self, odds: Sequence[Odds], best: Sequence[int]) -> float:
        """Return the probability of the sequence: that of its last label, times each label's given the next one."""
        last = odds[-1]
        share = last.forward[last.labels.index(best[-1])]
        for token, label, after in zip(odds, best, best[1:], strict=False):
            if len(token.labels) > 1:
                ways = [
                    a * self.odds[i][after]
                    for i, a in zip(token.labels, token.forward, strict=True)
                ]
                share *= ways[token.labels.index(label)] / sum(ways)
        return share


def shared(odds: list[float]) -> list[float]:
    """Return the numbers, each divided by their sum."""
    total = sum(odds)
    return [share / total for share in odds]
