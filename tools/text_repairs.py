"""Measure what each repair of the plain-text parser is worth: leave out one at a time.

    python tools/text_repairs.py DATA [--only NAME] [--write]

DATA is the folder of labelled references that `train_text_model.py` uses. The repairs are the rows of the tables in
`TABLES`: hints before decoding, rules after it, and corrections of segments before they are read. For each, the
change that it makes is printed for each set: field F1 and the number of whole references right, of the labels or of
the items built from them, whichever changes more. The sets are those that the model was not trained on, and 2,500
references printed in random citation styles from their works. The model's scores of a reference are computed once, so
that a run costs only the rules. With --write, the table in docs/text-repairs.md is written again.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.text.evaluate import (  # noqa: E402
    Reference,
    Score,
    Tally,
    Values,
    bare,
    comparable,
    count_reference,
    in_tenth,
    read_references,
    reference,
    scored_fields,
    values_of,
)
from tools.invented_works import invent_references  # noqa: E402
from tools.text_labels import LabelledReference, Span  # noqa: E402

from refkit.formats.text.label.labeller import Scored, labeller  # noqa: E402
from refkit.formats.text.labelled import Labelled  # noqa: E402
from refkit.formats.text.listing import Reference as TextReference  # noqa: E402
from refkit.formats.text.read.build import build_item  # noqa: E402
from refkit.formats.text.read.corrections import corrections  # noqa: E402
from refkit.formats.text.recognize.people import HINTS  # noqa: E402
from refkit.model.excerpt import Excerpt, SourcePiece  # noqa: E402
from refkit.model.item import Item  # noqa: E402
from refkit.model.name import Name  # noqa: E402

PAGE = ROOT / "docs/text-repairs.md"
RULE = "|---|---|---|---|---|---|---|---|\n"  # before the rows, which end the page
# The tables of repairs: module and attribute, relative to `refkit.formats.text`.
TABLES = (
    ("recognize.people", "HINTS"),
    ("label.missing", "HIDDEN"),
    ("label.repairs", "REPAIRS"),
    ("read.corrections", "CORRECTIONS"),
)
Sets = Mapping[str, Sequence[Reference]]
PRINTED = 2_500
SEED = 77
# Variables of an item that count as a field of labelled references.
VARIABLES = {
    "title": ("title", "volume-title"),
    "container-title": ("container-title", "collection-title", "event-title", "publisher"),
    "volume": ("volume", "collection-number", "number"),
    "issue": ("issue", "number"),
    "pages": ("page", "number-of-pages", "number", "chapter-number"),
    "publisher": ("publisher", "authority", "container-title"),
    "location": ("publisher-place", "event-place"),
    "doi": ("DOI",),
    "url": ("URL",),
}
DATES = ("issued", "original-date", "event-date")
NO_NAMES = re.compile(
    r"\b(?:and|und|et|y|e|al|others|eds?|editors?|hrsg|hg|in|by|edited|the|jr|trans|dir)\b\.?", re.I
)


@dataclass(slots=True, frozen=True)
class Repair:
    """A row of a table of repairs."""

    module: str
    attribute: str
    name: str
    what: str


@dataclass(slots=True, frozen=True)
class Figures:
    """Field F1 and number of whole references of the labels and of the items of a set."""

    labels: tuple[float, int]
    items: tuple[float, int]


def table_of(module: str, attribute: str) -> tuple[object, ...]:
    """Return a table of repairs."""
    rows: tuple[object, ...] = getattr(
        importlib.import_module(f"refkit.formats.text.{module}"), attribute
    )
    return rows


def repairs() -> list[Repair]:
    """Return all repairs."""
    return [
        Repair(module, attribute, name_of(row), summary_of(row))
        for module, attribute in TABLES
        for row in table_of(module, attribute)
    ]


def name_of(row: object) -> str:
    """Return the name of a row: that of its function or its `name`."""
    return str(getattr(row, "__name__", "") or getattr(row, "name", "")).lstrip("_")


def summary_of(row: object) -> str:
    """Return the first line of a function's docstring, or the `what` of a row."""
    return str(getattr(row, "what", "") or (row.__doc__ or "").partition("\n")[0])


@contextmanager
def left_out(repair: Repair) -> Iterator[None]:
    """Run without a repair."""
    module = importlib.import_module(f"refkit.formats.text.{repair.module}")
    whole = table_of(repair.module, repair.attribute)
    setattr(module, repair.attribute, tuple(r for r in whole if name_of(r) != repair.name))
    try:
        yield
    finally:
        setattr(module, repair.attribute, whole)


class Parser:
    """The labeller, with the model's scores of each text and the items of its labels kept."""

    def __init__(self) -> None:
        self.labeller = labeller()
        self.scored: dict[str, Scored | None] = {}
        self.items: dict[tuple[str, Labelled], Item] = {}

    def label(self, text: str) -> Labelled:
        """Return the labelled segments of a reference."""
        if text not in self.scored:
            self.scored[text] = self.labeller.score(text)
        scored = self.scored[text]
        return Labelled(()) if scored is None else self.labeller.finish(text, scored)

    def item(self, text: str) -> Item:
        """Return the item of a reference."""
        labelled = self.label(text)
        if (text, labelled) not in self.items:
            excerpt = Excerpt.from_pieces([SourcePiece(text, 0, len(text))])
            self.items[text, labelled] = build_item(TextReference(excerpt), labelled, "").item
        return self.items[text, labelled]

    def without(self, repair: Repair) -> Parser:
        """Return a parser that keeps what does not depend on a repair."""
        other = Parser()
        if repair.attribute == "HINTS":
            other.scored = {
                text: one for text, one in self.scored.items() if not is_hinted(repair, one)
            }
        else:
            other.scored = self.scored
        if repair.module == "read.corrections":
            kept = {key: item for key, item in self.items.items() if not is_corrected(repair, *key)}
            other.items = kept
        else:
            other.items = self.items
        return other


def is_hinted(repair: Repair, scored: Scored | None) -> bool:
    """Whether a reference has a hint of this name."""
    find = next(row for row in HINTS if name_of(row) == repair.name)
    return scored is not None and any(True for _ in find(scored.tokens))


def is_corrected(repair: Repair, text: str, labelled: Labelled) -> bool:
    """Whether a correction changes the segments of a reference."""
    steps = corrections(text, labelled)
    for before, after in pairwise(steps):
        if after.name == repair.name.removeprefix("with_"):
            return before.segments != after.segments
    return False


def figures(parser: Parser, references: Sequence[Reference]) -> Figures:
    """Return the figures of a set."""
    fields = scored_fields(references)
    labels = Score(len(references), {name: Tally() for name in fields})
    items = Score(len(references), {name: Tally() for name in fields})
    for one in references:
        segments = parser.label(one.text).segments
        values = values_of((s.label, one.text[s.start : s.end]) for s in segments)
        count_reference(labels, one.values, values)
        count_item(items, one.values, parser.item(one.text))
    return Figures((labels.f1, labels.whole), (items.f1, items.whole))


def count_item(score: Score, gold: Values, item: Item) -> None:
    """Add the item of one reference to a score."""
    whole = True
    for name, tally in score.fields.items():
        wanted, found = wanted_and_found(name, gold.get(name, ""), item)
        if wanted and wanted in found:
            tally.right += 1
            continue
        tally.wrong += bool(found[0])
        tally.missed += bool(wanted)
        whole = whole and not wanted and not found[0]
    score.whole += whole


def wanted_and_found(name: str, gold: str, item: Item) -> tuple[str, list[str]]:
    """Return the value of a field, and those of the variables that it may be in, in a form to compare."""
    if name in ("author", "editor"):
        people = " ".join(map(words_of, item.names.get(name, ())))
        return letters(gold), [letters(people)]
    wanted = comparable(name, gold)
    if name == "date":
        dates = [item.dates.get(variable) for variable in DATES]
        return wanted, [str(date.year or bare(date.literal)) if date else "" for date in dates]
    found = [comparable(name, item.text.get(variable, "")) for variable in VARIABLES[name]]
    if name == "url" and wanted and not found[0]:
        found = [comparable(name, f"https://doi.org/{item.DOI}")]
    return wanted, found


def words_of(name: Name) -> str:
    """Return the parts of a name."""
    parts = (name.family, name.given, name.particle, name.dropping_particle, name.suffix)
    return " ".join((*parts, name.literal))


def letters(text: str) -> str:
    """Return the letters of names in alphabetical order, which do not depend on the order of their parts."""
    return "".join(sorted(bare(NO_NAMES.sub(" ", text))))


def measured_sets(folder: Path) -> dict[str, list[Reference]]:
    """Return the references that the model was not trained on, by the name of their set."""
    grobid = read_references(folder / "train-grobid.jsonl")
    sets = {
        "good": read_references(folder / "dev-good.jsonl"),
        "bad": read_references(folder / "dev-bad.jsonl"),
        "grobid": [one for one in grobid if in_tenth(one.document)],
        "parscit": read_references(folder / "train-parscit.jsonl"),
    }
    works = [
        LabelledReference(one.text, tuple(Span(*cut) for cut in one.segments or ()), "measured", "")
        for references in sets.values()
        for one in references
    ]
    printed = invent_references(works, PRINTED, Random(SEED))
    return sets | {
        "printed": [reference({"text": r.text, "segments": list(r.spans)}) for r in printed]
    }


def worth(
    repair: Repair, parser: Parser, sets: Sets, whole: Mapping[str, Figures]
) -> dict[str, Figures]:
    """Return how much better each set is with a repair than without it."""
    other = parser.without(repair)
    with left_out(repair):
        without = {name: figures(other, references) for name, references in sets.items()}
    return {
        name: Figures(
            (one.labels[0] - without[name].labels[0], one.labels[1] - without[name].labels[1]),
            (one.items[0] - without[name].items[0], one.items[1] - without[name].items[1]),
        )
        for name, one in whole.items()
    }


def cell(change: tuple[float, int]) -> str:
    """Return a change of F1 and of whole references, or nothing if there is none."""
    f1, references = change
    return f"{f1:+.2f}, {references:+d}" if abs(f1) >= 0.005 or references else ""


def row_of(repair: Repair, worths: Mapping[str, Figures]) -> str:
    """Return the row of a repair: the larger of the changes of labels and items for each set."""
    cells = [cell(max(one.labels, one.items, key=lambda c: abs(c[0]))) for one in worths.values()]
    return f"| `{repair.module}` | `{repair.name}` | {repair.what} | {' | '.join(cells)} |"


def main() -> None:
    """Print a row for each repair, and write the page if requested."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", default="", help="only repairs whose name contains this")
    parser.add_argument("--write", action="store_true", help="write the table of the page")
    options = parser.parse_args()
    sets, parsing = measured_sets(options.data), Parser()
    whole = {name: figures(parsing, references) for name, references in sets.items()}
    for name, one in whole.items():
        print(
            f"{name:8} labels {one.labels[0]:.2f}, {one.labels[1]}  items {one.items[0]:.2f}, {one.items[1]}"
        )
    rows = []
    for repair in repairs():
        if options.only in repair.name:
            rows.append(row_of(repair, worth(repair, parsing, sets, whole)))
            print(rows[-1], flush=True)
    if options.write and not options.only:
        head, rule, _ = PAGE.read_text(encoding="utf-8").partition(RULE)
        PAGE.write_text(head + rule + "".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
