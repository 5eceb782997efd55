"""Count which field follows which in references, and over which marks, for `refkit.formats.text.label.usual_steps`.

    python tools/count_usual_steps.py DATA

DATA is the folder of the labelled references that the model was trained on (see docs/text-model.md). The documents
that are used for measuring, and the roughly labelled references, are not counted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from zlib import compress

from tests.text.evaluate import in_tenth
from tools.text_labels import read_records, token_labels

from refkit.formats.text.label.features import describe
from refkit.formats.text.label.list_evidence import marks_of
from refkit.formats.text.label.usual_steps import FILE
from refkit.formats.text.recognize.tokens import tokenize

SETS = ("core", "good", "bad", "grobid")
Steps = defaultdict[tuple[str, str], Counter[str]]


def count_steps(folder: Path) -> tuple[Steps, Counter[str]]:
    """Return the marks of each step between two fields, and the marks before all tokens."""
    steps: Steps = defaultdict(Counter)
    everywhere: Counter[str] = Counter()
    for name in SETS:
        for record in read_records(folder / f"train-{name}.jsonl"):
            spans = tokenize(record.text)
            if not spans or (record.document and in_tenth(record.document)):
                continue
            marks = marks_of([describe(record.text[start:end]) for start, end in spans])
            everywhere.update(marks)
            labels = ["^", *token_labels(record, spans), "$"]
            for (before, after), mark in zip(pairwise(labels), [*marks, ""], strict=True):
                if before != after:
                    steps[before, after][mark] += 1
    return steps, everywhere


def packed(steps: Steps, everywhere: Counter[str]) -> bytes:
    """Return the counts as the bytes of the file."""
    labels = sorted({label for pair in steps for label in pair})
    rows = []
    for (before, after), marks in sorted(steps.items()):
        seen = [part for pair in sorted(marks.items()) for part in pair]
        rows.append((labels.index(before), labels.index(after), marks.total(), seen))
    data = {"labels": labels, "steps": rows, "marks": dict(sorted(everywhere.items()))}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return compress(text.encode(), 9)


def main() -> None:
    """Write the file of the package."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("data", type=Path)
    content = packed(*count_steps(reader.parse_args().data))
    Path(FILE).write_bytes(content)
    print(f"{len(content):,} bytes")


if __name__ == "__main__":
    main()
