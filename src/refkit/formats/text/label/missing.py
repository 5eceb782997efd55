"""Split missing fields from the fields that the model joined them with.

A reference with a volume has a journal. A model of neighboring tokens does not know that: in an unfamiliar
style, it labels title and journal as one long title. The missing field is split off at the punctuation mark with the
lowest cost according to the model's scores, unless that cost is too high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from refkit.formats.text.label.decode import Scores
from refkit.formats.text.recognize.tokens import Tokens

__all__ = ["HIDDEN", "Hidden", "cuts_of", "found_again", "is_missing"]


class Hidden(NamedTuple):
    """A field that may be part of another, at its end or (if `first`) at its beginning.

    It is searched for if a reference has one of the fields in `beside` (unless that is empty) and none in `without`.
    `cost` is the greatest permitted loss of log-likelihood of the labels, in nats.
    """

    field: str
    within: str
    first: bool
    cost: float
    beside: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name of the row."""
        place = f"{self.field} {'before' if self.first else 'after'} {self.within}"
        return f"{place} with {' or '.join(sorted(self.beside))}" if self.beside else place

    @property
    def what(self) -> str:
        """A sentence about the row."""
        return f"Split a missing {self.field} from the {'start' if self.first else 'end'} of the {self.within}."


# Up to these costs, most splits were correct in references that the model was not trained on.
NUMBERED = frozenset({"volume", "issue"})
HOUSED = frozenset({"publisher", "location"})
HIDDEN = (
    Hidden("container-title", "title", False, 3.0, NUMBERED),
    Hidden("container-title", "title", False, 1.0, frozenset({"pages"}), HOUSED | NUMBERED),
    Hidden("title", "container-title", True, 0.7, frozenset({"author"})),
    Hidden("publisher", "location", False, 1.0),
    Hidden("publisher", "location", True, 1.0),
    Hidden("location", "publisher", True, 2.0),
    Hidden("location", "publisher", False, 1.0),
    Hidden("location", "container-title", False, 3.0, frozenset({"editor"}), HOUSED | NUMBERED),
    Hidden("pages", "volume", False, 1.0, frozenset({"container-title"})),
)


def found_again(
    hidden: Hidden, tokens: Tokens, labels: list[str], scores: Callable[[], Scores]
) -> list[str]:
    """Return labels with a missing field split from another; scores are computed only if it may be missing."""
    if not is_missing(hidden, labels):
        return labels
    cost, start, end = min(cuts_of(hidden, tokens, labels, scores()), default=(hidden.cost, 0, 0))
    if cost >= hidden.cost:
        return labels
    return [*labels[:start], *[hidden.field] * (end - start), *labels[end:]]


def is_missing(hidden: Hidden, labels: Sequence[str]) -> bool:
    """Whether a reference with these labels should have a field that it lacks."""
    return (
        hidden.field not in labels
        and hidden.within in labels
        and (not hidden.beside or not hidden.beside.isdisjoint(labels))
        and hidden.without.isdisjoint(labels)
    )


def cuts_of(
    hidden: Hidden, tokens: Tokens, labels: Sequence[str], scores: Scores
) -> Iterator[tuple[float, int, int]]:
    """Yield the possible splits of a field: the cost, and the start and end of the hidden field."""
    rows, moves, numbers = scores
    old, new = numbers[hidden.within], numbers[hidden.field]
    stay = moves[new][new]
    for start, end in runs(labels, hidden.within):
        steps = [row[old] - row[new] + moves[old][old] - stay for row in rows[start:end]]
        costs = list(accumulate(steps, initial=0.0))
        places = [at for at in range(start + 1, end) if tokens.is_parted(at)]
        if hidden.first:
            before = numbers.get(labels[start - 1]) if start else None
            edge = 0.0 if before is None else moves[before][old] - moves[before][new]
            edge += stay - moves[new][old]
            yield from ((edge + costs[at - start], start, at) for at in places)
        else:
            after = numbers.get(labels[end]) if end < len(labels) else None
            edge = 0.0 if after is None else moves[old][after] - moves[new][after]
            edge += stay - moves[old][new]
            yield from ((edge + costs[-1] - costs[at - start], at, end) for at in places)


def runs(labels: Sequence[str], label: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each run of a label."""
    start = 0
    for one, group in groupby(labels):
        end = start + len(list(group))
        if one == label:
            yield start, end
        start = end
