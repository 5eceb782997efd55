"""The steps after decoding, each with its name: what form makes certain, the repairs, and missing fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from refkit.formats.text.label import missing, repairs
from refkit.formats.text.label.decode import Scores
from refkit.formats.text.recognize.token_classes import correct
from refkit.formats.text.recognize.tokens import Tokens

__all__ = ["CERTAIN", "Step", "steps"]

CERTAIN = "identifiers and access dates"
FEWEST = 4  # tokens of a reference that is repaired


class Step(NamedTuple):
    """The labels after a step that changed them; `module` is relative to `refkit.formats.text`."""

    name: str
    module: str
    labels: list[str]


def steps(tokens: Tokens, labels: list[str], scores: Callable[[], Scores]) -> Iterator[Step]:
    """Yield each step that changes the labels of a reference's tokens."""
    if any(tokens.sorts):
        certain = correct(labels, tokens.sorts)
        if certain != labels:
            labels = certain
            yield Step(CERTAIN, "recognize.token_classes", labels)
    for rule in repairs.REPAIRS if len(labels) >= FEWEST else ():
        repaired = rule(tokens, labels)
        if repaired != labels:
            labels = repaired
            yield Step(rule.__name__, rule.__module__.partition(".text.")[2], labels)
    for hidden in missing.HIDDEN:
        split = missing.found_again(hidden, tokens, labels, scores)
        if split != labels:
            labels = split
            yield Step(hidden.name, "label.missing", labels)
