"""The list as evidence for the labels of its references.

The references of one list are alike: the same field follows the same field, after the same mark. `Evidence` counts
this in the labels that the model gave to the references one by one. A reference of which the model is not sure is
decoded again with a bonus for each step from a field `a` to another field `b` over the marks `m`:

    ORDER * log(P_list(b | a) / P_usual(b | a))  +  MARKS * log(P_list(m | a, b) / P_usual(m | a, b))

P_usual was counted in the references that the model was trained on. P_list is shrunk towards it, a label that the
model is not sure of counts less, and a reference is no evidence for itself. A step within a field has no bonus.

The marks are a consequence of the fields here. The opposite, P(b | a, m), fails: if the authors of a list all end in a
comma and a quotation mark, authors without a mark are seen only in misread references, which then confirm each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from refkit.formats.text.label.decode import Column, Decoded, Decoder
from refkit.formats.text.label.features import Word
from refkit.formats.text.label.model import LANE
from refkit.formats.text.label.usual_steps import END, START, Usual

LEAST = 4  # references of a list in which evidence is sought
DOUBT = 0.7  # a reference with a higher probability is not decoded again
LESS_SURE = (
    0.65  # of the probability of the first labels; a reference unlike its list is left as it was
)
ORDER, MARKS = 0.6, 0.3  # weights of the order of fields and of the marks between them
SHRINK = 4.0  # steps that have the same weight as what is usual
POWER = 2  # a label with a probability p counts p ** POWER
MOST = 3.0  # nats that one bonus can add or take


class Reading(NamedTuple):
    """A reference as decoded by itself: its words, their scores and the result."""

    words: Sequence[Word]
    rows: Sequence[int]
    decoded: Decoded


class Step(NamedTuple):
    """A step between fields, seen with a weight: the label before, the label after, and the marks between them."""

    before: int
    after: int
    marks: str
    weight: float


def marks_of(words: Sequence[Word]) -> list[str]:
    """Return the marks before each token: the last one of the token before it and its own first one."""
    ends = ["", *(word.kind.end[:1] for word in words)]
    return [f"{end}|{word.start[:1]}" for end, word in zip(ends, words, strict=False)]


class Counts:
    """How often each field followed each field in a list, and over which marks; all weighted."""

    def __init__(self) -> None:
        self.order: defaultdict[int, defaultdict[int, float]] = defaultdict(
            lambda: defaultdict(float)
        )
        self.marks: defaultdict[tuple[int, int], defaultdict[str, float]] = defaultdict(
            lambda: defaultdict(float)
        )

    def add(self, steps: Sequence[Step], sign: int = 1) -> None:
        """Count steps, or remove them from the counts."""
        for step in steps:
            self.order[step.before][step.after] += sign * step.weight
            if step.marks:
                self.marks[step.before, step.after][step.marks] += sign * step.weight

    def after(self, before: int) -> Mapping[int, float]:
        """Return how often each field followed a field."""
        return self.order[before]

    def between(self, before: int, after: int) -> Mapping[str, float]:
        """Return how often each mark was between two fields."""
        return self.marks[before, after]


class Evidence:
    """What the references of one list have in common."""

    def __init__(self, readings: Sequence[Reading], decoder: Decoder, usual: Usual) -> None:
        self.decoder, self.usual = decoder, usual
        self.counts = Counts()
        self.steps = [list(steps_of(reading)) for reading in readings]
        for steps in self.steps:
            self.counts.add(steps)
        self.readings = readings

    def again(self, index: int) -> Decoded:
        """Return the labels of a reference by the evidence of all others, unless this is far less sure."""
        self.counts.add(self.steps[index], -1)
        reading = self.readings[index]
        decoded = Search(reading, self.counts, self.usual, self.decoder).decoded()
        self.counts.add(self.steps[index])
        return decoded if decoded.share >= LESS_SURE * reading.decoded.share else reading.decoded


def steps_of(reading: Reading) -> Iterator[Step]:
    """Yield the steps between fields of a reference, weighted by the probabilities of the labels."""
    labels, shares = reading.decoded.labels, reading.decoded.shares
    before, last = START, 1.0
    for marks, label, share in zip(marks_of(reading.words), labels, shares, strict=True):
        if label != before:
            yield Step(before, label, marks, min(share, last) ** POWER)
        before, last = label, share
    yield Step(before, END, "", last**POWER)


def read_again(readings: Sequence[Reading], decoder: Decoder, usual: Usual) -> list[Decoded]:
    """Return the labels of the references of one list, each with the others as evidence."""
    found = [reading.decoded for reading in readings]
    if len(readings) < LEAST or all(one.share >= DOUBT for one in found):
        return found
    evidence = Evidence(readings, decoder, usual)
    return [one if one.share >= DOUBT else evidence.again(index) for index, one in enumerate(found)]


Row = tuple[int, list[int]]


class Search:
    """The decoding of one reference with the evidence of its list."""

    def __init__(self, reading: Reading, counts: Counts, usual: Usual, decoder: Decoder) -> None:
        self.reading, self.counts, self.usual, self.decoder = reading, counts, usual, decoder
        self.marks = marks_of(reading.words)
        self.rows: dict[tuple[int, str], Row] = {}
        self.no_moves = [0] * len(decoder.transitions)

    def decoded(self) -> Decoded:
        """Return the best labels and their probabilities."""
        columns = self.columns()
        labels = self.best(columns)
        return Decoded(labels, *self.shares(columns, labels))

    def columns(self) -> list[Column]:
        """Return the labels followed at each token."""
        decoder = self.decoder
        columns: list[Column] = []
        arrived = self.row(START, self.marks[0])[0]
        for at, row in enumerate(self.reading.rows):
            if at:
                before = columns[-1]
                packed = {label: self.row(label, self.marks[at])[0] for label in before.labels}
                arrived = decoder.arrive(before, packed)
            columns.append(decoder.column(arrived + row))
        return columns

    def row(self, before: int, marks: str) -> Row:
        """Return the scores of all labels after a label and some marks, packed and as numbers."""
        found = self.rows.get((before, marks))
        if found is None:
            found = self.rows[before, marks] = self.computed(before, marks)
        return found

    def computed(self, before: int, marks: str) -> Row:
        """Return the scores of the model with the bonus of each label."""
        decoder = self.decoder
        moves = self.no_moves if before == START else decoder.transitions[before]
        seen = self.counts.after(before)
        total = _total(seen)
        unseen = round(ORDER * _limited(log(SHRINK / (total + SHRINK))) * decoder.scale)
        scores = [move + unseen for move in moves]
        for after, times in seen.items():
            if after != END and times > 0:
                bonus = self.order_bonus(before, after, total) + self.marks_bonus(
                    before, after, marks
                )
                scores[after] = moves[after] + round(bonus * decoder.scale)
        if before != START:
            scores[before] = moves[before]
        return decoder.zeros + sum(x << LANE * i for i, x in enumerate(scores)), scores

    def order_bonus(self, before: int, after: int, total: float) -> float:
        """Return the bonus of a field after another one, in nats."""
        usual = self.usual.order(before, after)
        times = max(self.counts.after(before).get(after, 0.0), 0.0)
        return ORDER * _limited(log((times + SHRINK * usual) / (total + SHRINK) / usual))

    def marks_bonus(self, before: int, after: int, marks: str) -> float:
        """Return the bonus of the marks between two fields, in nats."""
        seen = self.counts.between(before, after)
        usual = self.usual.marks(before, after, marks)
        times = max(seen.get(marks, 0.0), 0.0)
        return MARKS * _limited(log((times + SHRINK * usual) / (_total(seen) + SHRINK) / usual))

    def last(self, label: int) -> float:
        """Return the bonus of the label of the last token, in nats."""
        return self.order_bonus(label, END, _total(self.counts.after(label)))

    def best(self, columns: Sequence[Column]) -> list[int]:
        """Return the best sequence, traced back from its end."""
        scale = self.decoder.scale
        last = columns[-1]
        ends = [
            score + self.last(label) * scale
            for label, score in zip(last.labels, last.scores, strict=True)
        ]
        found = [last.labels[ends.index(max(ends))]]
        for at in range(len(columns) - 1, 0, -1):
            column, after = columns[at - 1], found[-1]
            ways = [
                score + self.row(label, self.marks[at])[1][after]
                for label, score in zip(column.labels, column.scores, strict=True)
            ]
            found.append(column.labels[ways.index(max(ways))])
        return found[::-1]

    def shares(self, columns: Sequence[Column], best: Sequence[int]) -> tuple[list[float], float]:
        """Return the probability of each label, and that of the sequence (forward-backward algorithm)."""
        likely = [
            column.likely if label in column.likely else (*column.likely, label)
            for column, label in zip(columns, best, strict=True)
        ]
        here = [self.odds(at, labels) for at, labels in enumerate(likely)]
        ways = [self.ways(at, likely[at - 1], likely[at]) for at in range(1, len(likely))]
        return _forward_backward(likely, here, ways, best)

    def odds(self, at: int, labels: Sequence[int]) -> list[float]:
        """Return the odds of labels by the token alone, and by the ends of the reference."""
        decoder = self.decoder
        row = decoder.unpack(
            (decoder.zeros + self.reading.rows[at]).to_bytes(decoder.size, "little")
        )
        scores = [row[label] / decoder.scale for label in labels]
        if at == 0:
            first = self.row(START, self.marks[0])[1]
            scores = [
                score + first[label] / decoder.scale
                for label, score in zip(labels, scores, strict=True)
            ]
        if at == len(self.reading.rows) - 1:
            scores = [score + self.last(label) for label, score in zip(labels, scores, strict=True)]
        top = max(scores)
        return [exp(score - top) for score in scores]

    def ways(self, at: int, before: Sequence[int], labels: Sequence[int]) -> list[list[float]]:
        """Return the odds of the steps to a token from each label of the one before."""
        scale = self.decoder.scale
        rows = [self.row(label, self.marks[at])[1] for label in before]
        return [[exp(row[label] / scale) for label in labels] for row in rows]


def _total(counts: Mapping[str, float] | Mapping[int, float]) -> float:
    return max(sum(counts.values()), 0.0)


def _limited(bonus: float) -> float:
    return max(-MOST, min(MOST, bonus))


def _forward_backward(
    likely: Sequence[Sequence[int]],
    here: Sequence[list[float]],
    ways: Sequence[list[list[float]]],
    best: Sequence[int],
) -> tuple[list[float], float]:
    forward = [_normalized(here[0])]
    for odds, way in zip(here[1:], ways, strict=True):
        forward.append(
            _normalized(
                [
                    own * sum(a * row[i] for a, row in zip(forward[-1], way, strict=True))
                    for i, own in enumerate(odds)
                ]
            )
        )
    back = [1.0] * len(here[-1])
    places = [labels.index(label) for labels, label in zip(likely, best, strict=True)]
    shares = [forward[-1][places[-1]]]
    whole = forward[-1][places[-1]]
    for at in range(len(here) - 2, -1, -1):
        way, after = ways[at], places[at + 1]
        reached = [a * row[after] for a, row in zip(forward[at], way, strict=True)]
        whole *= reached[places[at]] / sum(reached)
        ahead = [a * b for a, b in zip(here[at + 1], back, strict=True)]
        back = _normalized([sum(x * y for x, y in zip(row, ahead, strict=True)) for row in way])
        both = [a * b for a, b in zip(forward[at], back, strict=True)]
        shares.append(both[places[at]] / sum(both))
    return shares[::-1], whole


def _normalized(odds: list[float]) -> list[float]:
    total = sum(odds)
    return [each / total for each in odds]
