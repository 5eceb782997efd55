"""Label the author, the title, the date and other fields in a reference, with confidence values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from refkit.formats.text.label.decode import Decoded, Decoder
from refkit.formats.text.label.edges import trim
from refkit.formats.text.label.model import Model, load
from refkit.formats.text.label.repairs import SURE
from refkit.formats.text.label.scores import Scorer
from refkit.formats.text.label.steps import CERTAIN, steps
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.recognize.people import Hint, hints
from refkit.formats.text.recognize.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from refkit.formats.text.label.list_evidence import Reading
    from refkit.formats.text.label.usual_steps import Usual

__all__ = [
    "LONGEST",
    "Labelled",
    "Labeller",
    "Scored",
    "Segment",
    "label",
    "label_all",
    "label_list",
]

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

    def label_list(self, texts: Iterable[str]) -> list[Labelled]:
        """Return the labelled segments of the references of one list, which are evidence for each other."""
        # not needed for single references
        from refkit.formats.text.label.list_evidence import read_again

        scored = [(text, self.score(text)) for text in texts]
        readings = [self.reading(one) for _, one in scored if one]
        found = iter(read_again(readings, self.decoder, self.usual))
        return [
            self.finish(text, one._replace(found=next(found))) if one else Labelled((), 0.0)
            for text, one in scored
        ]

    @cached_property
    def usual(self) -> Usual:
        """What is usual in references of all kinds."""
        from refkit.formats.text.label.usual_steps import load_usual

        return load_usual(self.labels)

    def reading(self, scored: Scored) -> Reading:
        """Return a reference as decoded by itself, with the properties of its words."""
        from refkit.formats.text.label.list_evidence import Reading

        text, known = scored.tokens.text, self.scorer.words
        words = [known[text[start:end]].word for start, end in scored.tokens.spans]
        return Reading(words, scored.rows, scored.found)

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
    """Label references that are unrelated."""
    return [label(text) for text in texts]


def label_list(texts: Iterable[str]) -> list[Labelled]:
    """Label the references of one list, each with the others as evidence."""
    return labeller().label_list(texts)
