"""Fit the weights of `refkit.formats.text.finding.splitting`, which finds the first lines of references.

    python tools/train_list_splitter.py train-*.jsonl

Each file contains one JSON object per line with the `text` of a reference (and optionally its `doc`). They are made
into lists as on a page, without indentation and empty lines: wrapped at some width, with some words hyphenated at
line ends. Copy the output into the module.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from refkit.formats.text.finding.lines import Line, lines_of, width_of
from refkit.formats.text.finding.shapes import shapes

_MARKUP = re.compile(r"</?\w+>")
_MARKER = re.compile(r"^\s*(?:\[\d+\]|\(\d+\)|\d{1,3}\s?[.)]|\d{1,3}\s)\s*")
MAX_LIST = 40


def read_lists(paths: list[Path], chance: random.Random) -> Iterator[list[str]]:
    """Yield lists of adjacent references of a document, like the list of a paper."""
    for path in paths:
        groups: dict[str, list[str]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = _MARKER.sub("", " ".join(_MARKUP.sub("", record["text"]).split()))
            if len(text) > 25:
                groups[str(record.get("doc", ""))].append(text)
        for texts in groups.values():
            position = 0
            while position < len(texts):
                size = chance.randint(8, MAX_LIST)
                yield texts[position : position + size]
                position += size


def make_page(texts: list[str], chance: random.Random) -> tuple[str, set[int]]:
    """Return the wrapped lines of a list, and the indexes of those that begin a reference."""
    width = chance.choice((45, 50, 60, 70, 80, 90, 100, 110, 10_000))
    hyphens = chance.choice((0.0, 0.1, 0.5))
    lines: list[str] = []
    starts: set[int] = set()
    for text in texts:
        starts.add(len(lines))
        lines.extend(wrap_text(text, width, hyphens, chance))
    return "\n".join(lines), starts


def wrap_text(text: str, width: int, hyphens: float, chance: random.Random) -> list[str]:
    """Return a text as lines of varying width, because the letters of a font differ in width."""
    lines, line = [], ""
    for word in text.split():
        limit = int(width * chance.uniform(0.94, 1.04))
        if line and len(line) + 1 + len(word) > limit:
            room = limit - len(line) - 2
            if word.isalpha() and len(word) > 6 and room >= 2 and chance.random() < hyphens:
                cut = min(room, len(word) - 3)
                line, word = f"{line} {word[:cut]}-", word[cut:]
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def read_examples(paths: list[Path], seed: int) -> Iterator[tuple[dict[str, str], bool]]:
    """Yield the features of lines, and whether they begin a reference."""
    chance = random.Random(seed)
    for texts in read_lists(paths, chance):
        text, starts = make_page(texts, chance)
        lines: list[Line] = lines_of(text)
        for index, features in enumerate(shapes(lines, width_of(lines))):
            if index:
                yield features, index in starts


def fit_weights(
    rows: list[tuple[dict[str, str], bool]],
) -> tuple[dict[str, dict[str, float]], float]:
    """Return the weights of a logistic regression by group and value, and its bias."""
    names = sorted({(group, value) for features, _ in rows for group, value in features.items()})
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for index, (features, _) in enumerate(rows):
        for pair in features.items():
            matrix[index, column[pair]] = 1
    truth = np.array([start for _, start in rows], dtype=float)
    weights, bias = np.zeros(len(names)), 0.0
    speed, momentum = 2.0, np.zeros(len(names) + 1)
    for _ in range(800):
        prediction = 1 / (1 + np.exp(-(matrix @ weights + bias)))
        error = prediction - truth
        slope = np.append(matrix.T @ error / len(rows) + 1e-4 * weights, error.mean())
        momentum = 0.9 * momentum + slope
        weights -= speed * momentum[:-1]
        bias -= speed * momentum[-1]
    is_right = (matrix @ weights + bias > 0) == (truth > 0.5)
    print(f"# {len(rows)} lines, {is_right.mean():.4f} right", file=sys.stderr)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (group, value), weight in zip(names, weights, strict=True):
        table[group][value] = round(float(weight), 2)
    return dict(table), round(float(bias), 2)


def main() -> None:
    """Print the weights."""
    rows = list(read_examples([Path(name) for name in sys.argv[1:]], seed=6))
    table, bias = fit_weights(rows)
    print(f"_BIAS = {bias}")
    print("_WEIGHTS =", json.dumps(table, indent=4, ensure_ascii=False))


if __name__ == "__main__":
    main()
