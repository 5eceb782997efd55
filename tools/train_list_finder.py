"""Fit the weights of `likeness.py` in `formats.text.finding`, which finds the lines of a reference list.

    python tools/train_list_finder.py --lists train-*.jsonl -- thesis.ttx ...

The documents are labelled line by line (AnyStyle's `.ttx`: `label | text`, with a label at the start of each run). The
model is trained on their text with their own lists and with other lists in between, so that it learns many styles.
Copy the output into the module.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from tools.train_list_splitter import make_page, read_lists

from refkit.formats.text.finding.likeness import CLUES, around, clues

PAGE = 60


def read_lines(path: Path) -> list[tuple[str, bool]]:
    """Return the nonempty lines of a document, and whether they belong to a reference."""
    label, lines = "", []
    for line in path.read_text(encoding="utf-8").split("\n"):
        mark, _, text = line.partition("|")
        label = mark.strip() or label
        if text.strip() and label != "meta":
            lines.append((" ".join(text.split()), label == "ref"))
    return lines


def make_documents(texts: list[Path], lists: list[Path], seed: int) -> list[list[tuple[str, bool]]]:
    """Return the documents, and others with lists inserted into their text."""
    chance = random.Random(seed)
    documents = [read_lines(path) for path in texts]
    pages = [make_page(references, chance)[0] for references in read_lists(lists, chance)]
    prose = [[(text, False) for text, in_list in lines if not in_list] for lines in documents]
    for page in pages:
        lines = chance.choice(prose)
        if chance.random() < 0.5:
            continue
        position = chance.randrange(len(lines))
        list_lines = [(line[:200], True) for line in page.splitlines() if line.strip()]
        documents.append(
            [
                *lines[position : position + PAGE],
                *list_lines,
                *lines[position + PAGE : position + 2 * PAGE],
            ]
        )
    return documents


def fit_weights(rows: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights and the bias of a logistic regression."""
    weights, bias = np.zeros(rows.shape[1]), 0.0
    momentum = np.zeros(rows.shape[1] + 1)
    for _ in range(1000):
        prediction = 1 / (1 + np.exp(-(rows @ weights + bias)))
        error = prediction - truth
        slope = np.append(rows.T @ error / len(rows) + 1e-4 * weights, error.mean())
        momentum = 0.9 * momentum + slope
        weights -= 1.5 * momentum[:-1]
        bias -= 1.5 * momentum[-1]
    return weights, bias


def main() -> None:
    """Print the weights."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--lists", nargs="*", type=Path, default=[])
    reader.add_argument("texts", nargs="+", type=Path)
    options = reader.parse_args()
    features, truth = [], []
    for lines in make_documents(options.texts, options.lists, seed=6):
        features += around([clues(text) for text, _ in lines])
        truth += [in_list for _, in_list in lines]
    rows, labels = np.array(features), np.array(truth, dtype=float)
    weights, bias = fit_weights(rows, labels)
    guess = rows @ weights + bias > 0
    print(
        f"# {len(rows)} lines, {labels.mean():.3f} in lists, {(guess == labels).mean():.4f} right",
        file=sys.stderr,
    )
    print(f"_BIAS = {bias:.2f}")
    for name, own_weight, near_weight in zip(CLUES, weights, weights[len(CLUES) :], strict=False):
        print(f'    "{name}": ({own_weight:.2f}, {near_weight:.2f}),')


if __name__ == "__main__":
    main()
