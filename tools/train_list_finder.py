"""Fit the weights of `likeness.py` in `formats.text.finding`: which lines of a document belong to its list.

    python tools/train_list_finder.py --lists train-*.jsonl -- thesis.ttx ...

The documents are labelled line by line (AnyStyle's `.ttx`: `label | text`, a label where a run begins). Their text is
learnt with their own lists and with others set between it, so that many styles are
seen. What is printed goes into the module.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from tools.train_list_splitter import lists_of, page_of

from refkit.formats.text.finding.likeness import CLUES, around, clues

PAGE = 60


def labelled(path: Path) -> list[tuple[str, bool]]:
    """Return the lines of a document that are not blank, and whether they belong to a reference."""
    label, lines = "", []
    for line in path.read_text(encoding="utf-8").split("\n"):
        mark, _, text = line.partition("|")
        label = mark.strip() or label
        if text.strip() and label != "meta":
            lines.append((" ".join(text.split()), label == "ref"))
    return lines


def documents(texts: list[Path], lists: list[Path], seed: int) -> list[list[tuple[str, bool]]]:
    chance = random.Random(seed)
    found = [labelled(path) for path in texts]
    others = [page_of(references, chance)[0] for references in lists_of(lists, chance)]
    prose = [[(text, False) for text, inside in lines if not inside] for lines in found]
    for other in others:
        lines = chance.choice(prose)
        if chance.random() < 0.5:
            continue
        at = chance.randrange(len(lines))
        listed = [(line[:200], True) for line in other.splitlines() if line.strip()]
        found.append([*lines[at : at + PAGE], *listed, *lines[at + PAGE : at + 2 * PAGE]])
    return found


def fit(rows: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, float]:
    weights, bias = np.zeros(rows.shape[1]), 0.0
    momentum = np.zeros(rows.shape[1] + 1)
    for _ in range(1000):
        guess = 1 / (1 + np.exp(-(rows @ weights + bias)))
        wrong = guess - truth
        slope = np.append(rows.T @ wrong / len(rows) + 1e-4 * weights, wrong.mean())
        momentum = 0.9 * momentum + slope
        weights -= 1.5 * momentum[:-1]
        bias -= 1.5 * momentum[-1]
    return weights, bias


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--lists", nargs="*", type=Path, default=[])
    reader.add_argument("texts", nargs="+", type=Path)
    asked = reader.parse_args()
    seen, truth = [], []
    for lines in documents(asked.texts, asked.lists, seed=6):
        seen += around([clues(text) for text, _ in lines])
        truth += [inside for _, inside in lines]
    rows, right = np.array(seen), np.array(truth, dtype=float)
    weights, bias = fit(rows, right)
    guess = rows @ weights + bias > 0
    print(
        f"# {len(rows)} lines, {right.mean():.3f} in lists, {(guess == right).mean():.4f} right",
        file=sys.stderr,
    )
    print(f"_BIAS = {bias:.2f}")
    for name, own, near in zip(CLUES, weights, weights[len(CLUES) :], strict=False):
        print(f'    "{name}": ({own:.2f}, {near:.2f}),')


if __name__ == "__main__":
    main()
