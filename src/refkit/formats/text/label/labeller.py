"""Label the author, the title, the date and other fields in a reference, with confidence values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from refkit.formats.text.label.decode import Decoded, Decoder
from refkit.formats.text.label.edges import trim
from refkit.formats.text.label.model import Model, load
from refkit.formats.text.label.repairs import SURE
from refkit.formats.text.label.scores import Scorer
from refkit.formats.text.label.steps import CERTAIN, steps
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.recognize.people import Hint, hints
from refkit.formats.text.recognize.tokens import Tokens, tokenize

__all__ = ["LONGEST", "Labelled", "Labeller", "Scored", "Segment", "label", "label_all"]

LONGEST = 8_000  # labelled characters of a reference; the rest becomes one segment `other`


class Scored(NamedTuple):
    """The tokens of a reference, their packed scores, and the best labels for these scores."""

    tokens: Tokens
    rows: list[int]
    found: Decoded


class Labeller:
    """A model prepared for labelling references."""

    def __init__(self, model: Model) -> None:
        self.labels = model.labels
        self.calibration = model.calibration
        self.scorer = Scorer(model)
        self.decoder = Decoder(model)

    def label(self, text: str) -> Labelled:
        """Return the labelled segments of a reference."""
        scored = self.score(text)
        return Labelled((), 0.0) if scored is None else self.finish(text, scored)

    def score(self, text: str) -> Scored | None:
        """Return the scores of a reference's tokens and the best labels for them, or `None` without tokens."""
        read = text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        spans = tokenize(read)
        if not spans:
            return None
        known = self.scorer.words
        words = [known[read[start:end]] for start, end in spans]
        tokens = Tokens(read, spans, [word.sort for word in words])
        rows = self.scorer.rows(words)
        for hint in hints(tokens):
            self.add(hint, rows)
        return Scored(tokens, rows, self.decoder.decode(rows))

    def finish(self, text: str, scored: Scored) -> Labelled:
        """Return the segments of the labels, corrected if their tokens contradict them."""
        tokens = scored.tokens
        labels, shares = self.put_right(scored)
        segments = list(self.segments(tokens.text, tokens.spans, labels, shares))
        if len(tokens.text) < len(text):
            segments.append(Segment("other", len(tokens.text), len(text), 0.0))
        share = calibrated(self.calibration.get("reference", ()), scored.found.share)
        return Labelled(tuple(segments), share)

    def add(self, hint: Hint, rows: list[int]) -> None:
        """Add a hint to the scores of its tokens."""
        bonus = self.scorer.packed(hint.label, hint.nats)
        for at in range(hint.first, hint.last):
            rows[at] += bonus

    def put_right(self, scored: Scored) -> tuple[list[str], list[float]]:
        """Return the corrected labels and the probability of each."""
        before = [self.labels[number] for number in scored.found.labels]
        labels = certain = before
        for step in steps(scored.tokens, before, cache(lambda: self.decoder.scores(scored.rows))):
            labels = step.labels
            if step.name == CERTAIN:
                certain = labels
        if labels == before:
            return labels, scored.found.shares
        shares = [
            share if a == c else 1.0 if b == c else SURE
            for a, b, c, share in zip(before, certain, labels, scored.found.shares, strict=True)
        ]
        return labels, shares

    def segments(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        labels: Sequence[str],
        shares: Sequence[float],
    ) -> Iterator[Segment]:
        """Join neighboring tokens with the same label; the confidence is that of the least certain token."""
        points = self.calibration.get("segment", ())
        starts = [0, *(i for i, (a, b) in enumerate(pairwise(labels), 1) if a != b), len(labels)]
        for first, last in pairwise(starts):
            label = labels[first]
            start, end = trim(text, spans[first][0], spans[last - 1][1], label)
            yield Segment(label, start, end, calibrated(points, min(shares[first:last])))


def calibrated(points: Sequence[Sequence[float]], share: float) -> float:
    """Return the fraction of correct results at this confidence, interpolated between known points."""
    if not points:
        return share
    place = bisect_left(points, share, key=lambda point: point[0])
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (x0, y0), (x1, y1) = points[place - 1 : place + 1]
    return y0 + (y1 - y0) * (share - x0) / (x1 - x0)


@cache
def labeller() -> Labeller:
    """Return the labeller with the model included in the package."""
    return Labeller(load())


def label(text: str) -> Labelled:
    """Label one reference."""
    return labeller().label(text)


def label_all(texts: Iterable[str]) -> list[Labelled]:
    """Label references."""
    return [label(text) for text in texts]
