"""Train the labeller of references typed as prose and write its weights, with the figures beside them.

    python tools/train_text_model.py DATA [--seed N] [--out PATH] [--measure]

DATA is a folder of `train-core.jsonl`, `train-good.jsonl`, `train-bad.jsonl`, `train-ugly.jsonl` (AnyStyle's),
`train-grobid.jsonl` (GROBID's), and of `dev-good.jsonl`, `dev-bad.jsonl` and `train-parscit.jsonl`, on which the model
is measured. A tenth of GROBID's documents is measured on, too, and not learnt. The model is the mean of several, each
trained without one part of the references; how sure it is of what it says is set by what each says of its own missing
part. Needs python-crfsuite. With --measure, the weights stay and only the figures are made anew: the rules around the
model change them, too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import TypeAlias

import pycrfsuite

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.text.evaluate import (  # noqa: E402
    Reference,
    Values,
    comparable,
    in_tenth,
    read_references,
    reference,
    score_references,
    scored_fields,
    values_of,
)
from tools.invented_works import invented  # noqa: E402
from tools.text_labels import Record, Span, token_labels  # noqa: E402
from tools.text_weights import write_weights  # noqa: E402

from refkit.formats.text.labelled import Labelled  # noqa: E402
from refkit.formats.text.labelling.features import features  # noqa: E402
from refkit.formats.text.labelling.label import Labeller  # noqa: E402
from refkit.formats.text.labelling.model import read_model  # noqa: E402
from refkit.formats.text.labelling.tokens import tokenize  # noqa: E402

SETS = ("core", "good", "bad", "ugly", "grobid")
SETTINGS = {
    "c1": 0.5,
    "c2": 0.3,
    "max_iterations": 60,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
ROUGH = "anystyle/ugly"
PARTS = 5
INVENTED = 8_000  # references in random styles, made of the works of those learnt from
POINTS = 12  # of the curve from confidence to share found right
WEIGHTS = ROOT / "src/refkit/formats/text/labelling/weights.bin"


Judgement: TypeAlias = tuple[float, bool]  # how sure, and whether right
Curves: TypeAlias = dict[str, list[tuple[float, float]]]


@dataclass(slots=True, frozen=True)
class Judgements:
    """How sure a labeller was of segments and of whole references, and whether it was right."""

    segments: list[Judgement]
    references: list[Judgement]

    def add(self, other: Judgements) -> None:
        """Take in those of another."""
        self.segments.extend(other.segments)
        self.references.extend(other.references)


@dataclass(slots=True, frozen=True)
class Weights:
    """What a trained model consists of."""

    labels: list[str]
    features: dict[tuple[str, str], float]
    transitions: dict[tuple[str, str], float]


def read_records(path: Path) -> list[Record]:
    """Return the references of one file of DATA."""
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [
        Record(r["text"], tuple(Span(*s) for s in r["segments"]), r["source"], r.get("doc", ""))
        for r in found
    ]


def learnt(folder: Path) -> list[Record]:
    """Return the references that are learnt from."""
    records = [r for name in SETS for r in read_records(folder / f"train-{name}.jsonl")]
    return [r for r in records if not (r.document and in_tenth(r.document))]


def measured(folder: Path) -> dict[str, list[Reference]]:
    """Return the references that the model is measured on, none of which is learnt."""
    documents = read_references(folder / "train-grobid.jsonl")
    known = {letters_of(record.text) for record in learnt(folder)}
    parscit = read_references(folder / "train-parscit.jsonl")
    return {
        "dev-good": read_references(folder / "dev-good.jsonl"),
        "dev-bad": read_references(folder / "dev-bad.jsonl"),
        "grobid, a tenth of the documents": [r for r in documents if in_tenth(r.document)],
        "parscit, those in no other set": [r for r in parscit if letters_of(r.text) not in known],
    }


def letters_of(text: str) -> str:
    """Return a text by which two copies of a reference are known."""
    return "".join(filter(str.isalnum, text.lower()))


def train(records: Iterable[Record]) -> Weights:
    """Return the weights of a conditional random field trained on references."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for record in records:
        if spans := tokenize(record.text):
            trainer.append(features(record.text, spans), token_labels(record, spans))
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        found = tagger.info()
        return Weights(tagger.labels(), found.state_features, found.transitions)


def mean(models: Sequence[Weights]) -> Weights:
    """Return the mean of models, which generalises better than each of them."""
    labels = sorted({label for model in models for label in model.labels})
    return Weights(
        labels,
        mean_of([model.features for model in models]),
        mean_of([model.transitions for model in models]),
    )


def mean_of(tables: Sequence[dict[tuple[str, str], float]]) -> dict[tuple[str, str], float]:
    """Return the mean of each key's weights; a model that lacks it says 0."""
    total: defaultdict[tuple[str, str], float] = defaultdict(float)
    for table in tables:
        for key, weight in table.items():
            total[key] += weight
    return {key: weight / len(tables) for key, weight in total.items()}


def labeller(weights: Weights, curves: Curves) -> Labeller:
    """Return the labeller with these weights, as they are read from their file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.bin"
        write_weights(path, weights.labels, weights.features, weights.transitions, curves)
        return Labeller(read_model(path.read_bytes()))


def judged(label: Callable[[str], Labelled], references: Sequence[Reference]) -> Judgements:
    """Return how sure a labeller was of references and their segments, and whether it was right."""
    names = scored_fields(references)
    found = Judgements([], [])
    for known in references:
        told = label(known.text)
        parts = [(s.label, known.text[s.start : s.end]) for s in told.segments]
        values = values_of(parts)
        right = {name for name in names if same(name, known.values, values)}
        found.references.append((told.confidence, len(right) == len(names)))
        found.segments.extend(
            (segment.confidence, segment.label in right)
            for segment in told.segments
            if segment.label in names
        )
    return found


def same(name: str, one: Values, other: Values) -> bool:
    """Whether two readings agree on a field."""
    return comparable(name, one.get(name, "")) == comparable(name, other.get(name, ""))


def curve(judgements: Sequence[Judgement]) -> list[tuple[float, float]]:
    """Return points from confidence to the share found right, rising (isotonic regression)."""
    pools: list[list[float]] = []  # sum of confidences, number right, number
    size = max(1, len(judgements) // (4 * POINTS))
    ordered = sorted(judgements)
    for start in range(0, len(ordered), size):
        block = ordered[start : start + size]
        pools.append(
            [sum(c for c, _ in block), float(sum(right for _, right in block)), len(block)]
        )
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    points = [(round(c / n, 4), round(right / n, 4)) for c, right, n in pools]
    step = max(1, -(-len(points) // POINTS))
    return points[:-1:step] + points[-1:]


def calibration_error(judgements: Sequence[Judgement]) -> float:
    """Return how far confidence is from the share found right, in ten bins of confidence, on average."""
    bins: defaultdict[int, list[Judgement]] = defaultdict(list)
    for confidence, right in judgements:
        bins[min(9, int(10 * confidence))].append((confidence, right))
    gaps = [abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins.values()]
    return sum(gaps) / max(1, len(judgements))


def part_of(record: Record) -> int:
    """Return the part to which a reference belongs, with all others of its document."""
    return hashlib.sha256((record.document or record.text).encode()).digest()[1] % PARTS


def train_without(part: int, records: Sequence[Record], seed: int) -> Weights:
    """Train a model on all parts but one, and on references made of their works."""
    chance = random.Random(seed * PARTS + part)
    kept = [r for r in records if part_of(r) != part]
    kept += invented(kept, INVENTED, chance)
    chance.shuffle(kept)
    weights = train(kept)
    print(f"trained without part {part + 1} of {PARTS}", file=sys.stderr, flush=True)
    return weights


def train_parts(records: Sequence[Record], seed: int) -> list[Weights]:
    """Train a model without each part."""
    with Pool(min(PARTS, os.cpu_count() or 1)) as pool:
        return pool.starmap(train_without, [(part, records, seed) for part in range(PARTS)], 1)


def judged_apart(models: Sequence[Weights], records: Sequence[Record]) -> Judgements:
    """Return how each model judged the part that it was trained without."""
    told = Judgements([], [])
    for part, weights in enumerate(models):
        # What is labelled roughly is no measure of how sure a label is.
        missing = [r for r in records if part_of(r) == part and r.source != ROUGH]
        references = [reference({"text": r.text, "segments": list(r.spans)}) for r in missing]
        told.add(judged(labeller(weights, {}).label, references))
    return told


def figures(label: Callable[[str], Labelled], references: Sequence[Reference]) -> dict[str, float]:
    """Return the scores of a labeller on references, and how well it knows where it is right."""
    score = score_references(
        references, lambda text: [(s.label, s.start, s.end) for s in label(text).segments]
    )
    told = judged(label, references)
    return {
        "references": score.references,
        "field F1": round(score.f1, 1),
        "whole references": round(score.whole_share, 1),
        "calibration error of segments": round(calibration_error(told.segments), 3),
        "calibration error of references": round(calibration_error(told.references), 3),
    }


def make(records: Sequence[Record], seed: int, path: Path) -> None:
    """Train a model on references and write its weights to a file."""
    models = train_parts(records, seed)
    weights, told = mean(models), judged_apart(models, records)
    curves = {"segment": curve(told.segments), "reference": curve(told.references)}
    write_weights(path, weights.labels, weights.features, weights.transitions, curves)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--measure", action="store_true", help="only measure the weights that are there"
    )
    chosen = parser.parse_args()
    records = learnt(chosen.data)
    if not chosen.measure:
        make(records, chosen.seed, chosen.out)
    label = Labeller(read_model(chosen.out.read_bytes())).label
    report = {
        "seed": chosen.seed,
        "bytes": chosen.out.stat().st_size,
        "learnt": Counter(record.source for record in records),
        "invented for each part": INVENTED,
        "measured": {name: figures(label, known) for name, known in measured(chosen.data).items()},
    }
    text = json.dumps(report, indent=1, ensure_ascii=False)
    chosen.out.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
