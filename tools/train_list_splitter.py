"""Fit the weights of `refkit.formats.text.finding.splitting`: which line of a list begins a reference.

    python tools/train_list_splitter.py train-*.jsonl

Each file holds one JSON object a line with the `text` of a reference (and perhaps the `doc` that it is from). Lists are
made of them as a page would show them, without indentation and blank lines: wrapped at some width, some
words hyphenated at line ends. What is printed goes into the module.
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
LONGEST_LIST = 40


def lists_of(paths: list[Path], chance: random.Random) -> Iterator[list[str]]:
    """Yield lists of references that stand together in a file, as one paper's would."""
    for path in paths:
        groups: dict[str, list[str]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = _MARKER.sub("", " ".join(_MARKUP.sub("", record["text"]).split()))
            if len(text) > 25:
                groups[str(record.get("doc", ""))].append(text)
        for texts in groups.values():
            at = 0
            while at < len(texts):
                size = chance.randint(8, LONGEST_LIST)
                yield texts[at : at + size]
                at += size


def page_of(texts: list[str], chance: random.Random) -> tuple[str, set[int]]:
    """Return the lines of a list, wrapped, and which of them begin a reference."""
    width = chance.choice((45, 50, 60, 70, 80, 90, 100, 110, 10_000))
    hyphens = chance.choice((0.0, 0.1, 0.5))
    lines: list[str] = []
    starts: set[int] = set()
    for text in texts:
        starts.add(len(lines))
        lines.extend(wrapped(text, width, hyphens, chance))
    return "\n".join(lines), starts


def wrapped(text: str, width: int, hyphens: float, chance: random.Random) -> list[str]:
    """Return a text as lines; the letters of a font are not equally wide, so the width varies."""
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


def seen_lines(paths: list[Path], seed: int) -> Iterator[tuple[dict[str, str], bool]]:
    chance = random.Random(seed)
    for texts in lists_of(paths, chance):
        text, starts = page_of(texts, chance)
        lines: list[Line] = lines_of(text)
        for at, seen in enumerate(shapes(lines, width_of(lines))):
            if at:
                yield seen, at in starts


def fit(rows: list[tuple[dict[str, str], bool]]) -> tuple[dict[str, dict[str, float]], float]:
    """Return the weights of a logistic regression by group and value, and its bias."""
    names = sorted({(group, value) for seen, _ in rows for group, value in seen.items()})
    column = {name: at for at, name in enumerate(names)}
    hot = np.zeros((len(rows), len(names)))
    for at, (seen, _) in enumerate(rows):
        for pair in seen.items():
            hot[at, column[pair]] = 1
    truth = np.array([start for _, start in rows], dtype=float)
    weights, bias = np.zeros(len(names)), 0.0
    speed, momentum = 2.0, np.zeros(len(names) + 1)
    for _ in range(800):
        guess = 1 / (1 + np.exp(-(hot @ weights + bias)))
        wrong = guess - truth
        slope = np.append(hot.T @ wrong / len(rows) + 1e-4 * weights, wrong.mean())
        momentum = 0.9 * momentum + slope
        weights -= speed * momentum[:-1]
        bias -= speed * momentum[-1]
    right = (hot @ weights + bias > 0) == (truth > 0.5)
    print(f"# {len(rows)} lines, {right.mean():.4f} right", file=sys.stderr)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (group, value), weight in zip(names, weights, strict=True):
        table[group][value] = round(float(weight), 2)
    return dict(table), round(float(bias), 2)


def main() -> None:
    rows = list(seen_lines([Path(name) for name in sys.argv[1:]], seed=6))
    table, bias = fit(rows)
    print(f"_BIAS = {bias}")
    print("_WEIGHTS =", json.dumps(table, indent=4, ensure_ascii=False))


if __name__ == "__main__":
    main()
