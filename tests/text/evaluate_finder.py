"""Measure how references are found in documents and split: `python tests/text/evaluate_finder.py [--flat] PATH...`

The documents are labeled line by line (AnyStyle's `.ttx`: `label | text`, with a label at the start of each run). A
reference is found if the result is at least 0.95 similar, one to one. With --flat, the lines have no indentation and
no blank lines between them, as in the output of some PDF readers.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from refkit.documents import read_document
from refkit.formats.text.finding.split import references
from refkit.model.source import Source

ALIKE = 0.95
_MARKER = re.compile(r"\s*(?:\[\d{1,4}\]|\d{1,3}\.)\s")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class LabelledLine:
    label: str
    text: str
    run: int

    @property
    def indent(self) -> int:
        text = self.text.replace("\f", "")
        return len(text) - len(text.lstrip())


def read_labelled(text: str) -> list[LabelledLine]:
    label, run, lines = "", 0, []
    for line in text.split("\n"):
        mark, _, rest = line.partition("|")
        if mark.strip():
            label, run = mark.strip(), run + 1
        lines.append(LabelledLine(label, rest[1:] if rest.startswith(" ") else rest, run))
    return lines


def gold_of(lines: Sequence[LabelledLine]) -> list[str]:
    """Return the references of a labelled document.

    A run may contain several references; each then begins at the margin or with a number. A run that is indented, or
    that follows a page break in the middle of a sentence, continues the reference before it.
    """
    found: list[list[str]] = []
    gap = ""
    for run in runs_of(lines):
        if run[0].label != "ref":
            gap += run[0].label + " "
            continue
        margin = margin_near(lines, run)
        for at, line in enumerate(run):
            begins = _MARKER.match(line.text) is not None or (
                margin is None or line.indent <= margin
                if at == 0
                else margin is not None and line.indent <= margin
            )
            if (
                at == 0
                and margin is None
                and "meta" in gap
                and found
                and not found[-1][-1].rstrip().endswith(".")
            ):
                begins = False
            if begins or not found or "title" in gap:
                found.append([])
            found[-1].append(line.text)
            gap = ""
    return [" ".join(" ".join(lines).split()) for lines in found]


def runs_of(lines: Sequence[LabelledLine]) -> Iterator[list[LabelledLine]]:
    run: list[LabelledLine] = []
    for line in lines:
        if run and run[-1].run != line.run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def margin_near(lines: Sequence[LabelledLine], run: Sequence[LabelledLine]) -> int | None:
    """Return the indentation of the first lines of a hanging list around a run; None if no lines hang."""
    near = [
        line.indent
        for line in lines
        if line.label == "ref" and abs(line.run - run[0].run) <= 12 and line.text.strip()
    ]
    least = min(near)
    hanging = sorted(indent - least for indent in near if indent > least)
    if len(hanging) < 0.25 * len(near):
        return None
    return least if hanging[len(hanging) // 2] <= 3 else least + 1


def found_in(text: str) -> list[str]:
    listing = references(read_document(Source(text, "document.txt"), "plain"))
    return [
        f"{reference.marker} {reference.excerpt.text[len(reference.repeated) :]}"
        for reference in listing.references
    ]


def bare(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def matched(gold: Sequence[str], found: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the unmatched references of the gold data and the unmatched references found."""
    left, right = [bare(text) for text in gold], [bare(text) for text in found]
    places: dict[str, list[int]] = {}
    for at, text in enumerate(right):
        places.setdefault(text, []).append(at)
    missed: list[int] = []
    for at, text in enumerate(left):
        if places.get(text):
            places[text].pop(0)
        else:
            missed.append(at)
    extra = sorted(at for rest in places.values() for at in rest)
    for at in [*missed]:
        partner = next((other for other in extra if alike(left[at], right[other])), None)
        if partner is not None:
            missed.remove(at)
            extra.remove(partner)
    return missed, extra


def alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 0.9 * max(len(one), len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= ALIKE
        and matcher.quick_ratio() >= ALIKE
        and matcher.ratio() >= ALIKE
    )


def flat(text: str) -> str:
    return "\n".join(line.strip() for line in text.replace("\f", "\n").split("\n") if line.strip())


def row(name: str, right: int, gold: int, found: int) -> str:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"{name:24} gold {gold:5} found {found:5}  P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"
    )


def files_of(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the given files, and the labelled documents of the given folders."""
    for path in paths:
        yield from sorted(path.glob("*.ttx")) if path.is_dir() else [path]


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--flat", action="store_true")
    reader.add_argument(
        "--show", action="store_true", help="print what was missed and what was found wrongly"
    )
    reader.add_argument("paths", nargs="+", type=Path)
    asked = reader.parse_args()
    total = [0, 0, 0]
    for path in files_of(asked.paths):
        lines = read_labelled(path.read_text(encoding="utf-8"))
        gold = gold_of(lines)
        text = "\n".join(line.text for line in lines)
        found = found_in(flat(text) if asked.flat else text)
        missed, extra = matched(gold, found)
        counts = (len(gold) - len(missed), len(gold), len(found))
        total = [before + more for before, more in zip(total, counts, strict=True)]
        print(row(path.stem, *counts), flush=True)
        if asked.show:
            print(
                "".join(f"  - {gold[at]}\n" for at in missed)
                + "".join(f"  + {found[at]}\n" for at in extra)
            )
    print(row("all", *total))


if __name__ == "__main__":
    main()
