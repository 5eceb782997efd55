"""Find the best sequence of labels and its probability."""

from collections.abc import Sequence
from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text._references import REFERENCES

from refkit.formats.text.label.decode import Decoder
from refkit.formats.text.label.model import LANE, Model, load
from refkit.formats.text.label.scores import Scorer
from refkit.formats.text.recognize.tokens import tokenize

SCALE = 10.0
Scores = list[list[int]]


def model_of(transitions: Scores) -> Model:
    """Return a model without features."""
    labels = tuple("abcdefgh"[: len(transitions)])
    return Model(labels, SCALE, tuple(map(tuple, transitions)))


def pack(row: list[int]) -> int:
    """Return scores packed into one integer."""
    return sum(score << LANE * label for label, score in enumerate(row))


def score_of(
    labels: Sequence[int], rows: Sequence[Sequence[float]], transitions: Sequence[Sequence[float]]
) -> float:
    """Return the score of a sequence of labels."""
    here = sum(row[label] for row, label in zip(rows, labels, strict=True))
    return here + sum(transitions[a][b] for a, b in pairwise(labels))


small = st.integers(-20, 20)
square = st.lists(st.lists(small, min_size=3, max_size=3), min_size=3, max_size=3)
rows_of_three = st.lists(st.lists(small, min_size=3, max_size=3), min_size=1, max_size=5)


@given(square, rows_of_three)
def test_no_sequence_scores_higher(transitions: Scores, rows: Scores) -> None:
    """The sequence found is as good as the best of all sequences."""
    found = Decoder(model_of(transitions)).decode([pack(row) for row in rows])
    every = [list(labels) for labels in product(range(3), repeat=len(rows))]
    assert score_of(found.labels, rows, transitions) == max(
        score_of(labels, rows, transitions) for labels in every
    )


@given(square, rows_of_three)
def test_shares_are_those_of_all_sequences(transitions: Scores, rows: Scores) -> None:
    """The probabilities of labels and sequence are computed over all sequences."""
    found = Decoder(model_of(transitions)).decode([pack(row) for row in rows])
    odds = {
        labels: exp(score_of(list(labels), rows, transitions) / SCALE)
        for labels in product(range(3), repeat=len(rows))
    }
    total = sum(odds.values())
    shares = [
        sum(odd for labels, odd in odds.items() if labels[i] == label) / total
        for i, label in enumerate(found.labels)
    ]
    assert found.shares == pytest.approx(shares, abs=0.1)
    assert found.share == pytest.approx(odds[tuple(found.labels)] / total, abs=0.1)


def exact(rows: Sequence[Sequence[float]], transitions: Sequence[Sequence[float]]) -> float:
    """Return the score of the best sequence, with no label pruned."""
    best = list(rows[0])
    for row in rows[1:]:
        best = [
            score + max(before + transitions[i][label] for i, before in enumerate(best))
            for label, score in enumerate(row)
        ]
    return max(best)


@pytest.mark.parametrize("text", REFERENCES)
def test_labels_that_are_given_up_are_never_the_best(text: str) -> None:
    """For real references, the pruned search finds the best of all sequences."""
    scorer = Scorer(load())
    decoder = Decoder(scorer.model)
    packed = scorer.rows([scorer.words[text[start:end]] for start, end in tokenize(text)])
    rows, moves, _ = decoder.scores(packed)
    labels = decoder.decode(packed).labels
    assert score_of(labels, rows, moves) == pytest.approx(exact(rows, moves))
