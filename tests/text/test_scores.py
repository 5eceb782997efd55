"""The scores of tokens are sums of the weights of their features."""

from struct import Struct

import pytest
from tests.text._references import REFERENCES

from refkit.formats.text.label.features import features
from refkit.formats.text.label.model import LANE, feature_hash, load
from refkit.formats.text.label.scores import LIMIT, Scorer, Table
from refkit.formats.text.recognize.tokens import tokenize


def plain_scores(text: str) -> list[list[int]]:
    """Return each token's scores by label, added weight by weight."""
    model = load()
    rows = []
    for names in features(text, tokenize(text)):
        row = [0] * len(model.labels)
        for name in names:
            place = model.place(feature_hash(name))
            label = 0
            for i in range(model.starts[place], model.starts[place + 1]) if place >= 0 else ():
                label += model.label_steps[i]
                row[label] += model.weights[i]
        rows.append(row)
    return rows


def packed_scores(text: str) -> list[list[int]]:
    """Return each token's scores by label as the labeller computes them."""
    scorer = Scorer(load())
    scorer.forced.clear()
    count = len(scorer.model.labels)
    middle = sum(1 << LANE * label + LANE - 1 for label in range(count))
    unpack = Struct(f"<{count}H").unpack
    words = [scorer.words[text[start:end]] for start, end in tokenize(text)]
    rows = [
        unpack((row + middle).to_bytes(LANE * count // 8, "little")) for row in scorer.rows(words)
    ]
    return [[score - (1 << LANE - 1) for score in row] for row in rows]


@pytest.mark.parametrize("text", REFERENCES)
def test_a_token_scores_the_sum_of_its_features_weights(text: str) -> None:
    """Tables and packed integers give the same result as plain addition."""
    assert packed_scores(text) == plain_scores(text)


@pytest.mark.parametrize("text", ["Word", "Two words", "", "\ud800 lone surrogate"])
def test_short_and_odd_texts_score_as_others(text: str) -> None:
    """References shorter than the context of a feature have scores, too."""
    assert len(packed_scores(text)) == len(tokenize(text)) if text else tokenize(text) == []


def test_a_table_does_not_grow_for_ever() -> None:
    """A table never exceeds its size limit."""
    table = Table(str)
    for number in range(LIMIT + 5):
        assert table[number] == str(number)
    assert len(table) <= LIMIT
