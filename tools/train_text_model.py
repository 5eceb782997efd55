"""Train the labeller of plain-text references, and write its weights and a report with its scores.

    python tools/train_text_model.py DATA [--seed N] [--out PATH] [--measure]

DATA is a folder with `train-core.jsonl`, `train-good.jsonl`, `train-bad.jsonl`, `train-ugly.jsonl` (AnyStyle's) and
`train-grobid.jsonl` (GROBID's), and with `dev-good.jsonl`, `dev-bad.jsonl` and `train-parscit.jsonl` for measurement.
A tenth of GROBID's documents is used for measurement instead of training. The model is the mean of several models, each
trained without one part of the references; its confidence is calibrated by the labels of each model for the part that
it was trained without. Needs python-crfsuite. With --measure, the weights are kept and only the scores are computed
again, because the rules around the model change them, too.
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
from tools.invented_works import invent_references  # noqa: E402
from tools.text_labels import LabelledReference, read_records, token_labels  # noqa: E402
from tools.text_weights import write_weights  # noqa: E402

from refkit.formats.text.label.features import features  # noqa: E402
from refkit.formats.text.label.labeller import Labeller  # noqa: E402
from refkit.formats.text.label.model import read_model  # noqa: E402
from refkit.formats.text.labelled import Labelled  # noqa: E402
from refkit.formats.text.recognize.tokens import tokenize  # noqa: E402

SETS = ("core", "good", "bad", "ugly", "grobid")
SETTINGS = {
    "c1": 0.5,
    "c2": 0.3,
    "max_iterations": 60,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
ROUGH_SOURCE = "anystyle/ugly"
PARTS = 5
INVENTED = 8_000  # references in random styles, made from the works of the training data
MAX_POINTS = 12  # of the curve from confidence to the fraction that is right
WEIGHTS = ROOT / "src/refkit/formats/text/label/weights.bin"


Judgement: TypeAlias = tuple[float, bool]  # confidence, and whether it was right
Curves: TypeAlias = dict[str, list[tuple[float, float]]]


@dataclass(slots=True, frozen=True)
class Judgements:
    """The confidence of a labeller in segments and in whole references, and whether it was right."""

    segments: list[Judgement]
    references: list[Judgement]

    def add(self, other: Judgements) -> None:
        """Add the judgements of another object."""
        self.segments.extend(other.segments)
        self.references.extend(other.references)


@dataclass(slots=True, frozen=True)
class Weights:
    """The labels and weights of a trained model."""

    labels: list[str]
    features: dict[tuple[str, str], float]
    transitions: dict[tuple[str, str], float]


def training_records(folder: Path) -> list[LabelledReference]:
    """Return the references for training."""
    records = [r for name in SETS for r in read_records(folder / f"train-{name}.jsonl")]
    return [r for r in records if not (r.document and in_tenth(r.document))]


def measured_references(folder: Path) -> dict[str, list[Reference]]:
    """Return the references for measurement by the name of their set; none is used for training."""
    documents = read_references(folder / "train-grobid.jsonl")
    training_texts = {normalized(record.text) for record in training_records(folder)}
    parscit = read_references(folder / "train-parscit.jsonl")
    return {
        "dev-good": read_references(folder / "dev-good.jsonl"),
        "dev-bad": read_references(folder / "dev-bad.jsonl"),
        "grobid, a tenth of the documents": [r for r in documents if in_tenth(r.document)],
        "parscit, those in no other set": [
            r for r in parscit if normalized(r.text) not in training_texts
        ],
    }


def normalized(text: str) -> str:
    """Return the letters and digits of a reference, which identify copies of it."""
    return "".join(filter(str.isalnum, text.lower()))


def train(records: Iterable[LabelledReference]) -> Weights:
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
        info = tagger.info()
        return Weights(tagger.labels(), info.state_features, info.transitions)


def average(models: Sequence[Weights]) -> Weights:
    """Return the mean of models, which generalizes better than each of them."""
    labels = sorted({label for model in models for label in model.labels})
    return Weights(
        labels,
        average_tables([model.features for model in models]),
        average_tables([model.transitions for model in models]),
    )


def average_tables(tables: Sequence[dict[tuple[str, str], float]]) -> dict[tuple[str, str], float]:
    """Return the mean of each key's weights, which are 0 for a model without the key."""
    total: defaultdict[tuple[str, str], float] = defaultdict(float)
    for table in tables:
        for key, weight in table.items():
            total[key] += weight
    return {key: weight / len(tables) for key, weight in total.items()}


def labeller(weights: Weights, curves: Curves) -> Labeller:
    """Return a labeller with these weights, rounded as in the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.bin"
        write_weights(path, weights.labels, weights.features, weights.transitions, curves)
        return Labeller(read_model(path.read_bytes()))


def judge_labeller(label: Callable[[str], Labelled], references: Sequence[Reference]) -> Judgements:
    """Return a labeller's confidence in references and their segments, and whether it was right."""
    names = scored_fields(references)
    judgements = Judgements([], [])
    for expected in references:
        labelled = label(expected.text)
        parts = [(s.label, expected.text[s.start : s.end]) for s in labelled.segments]
        values = values_of(parts)
        correct = {name for name in names if is_same_value(name, expected.values, values)}
        judgements.references.append((labelled.confidence, len(correct) == len(names)))
        judgements.segments.extend(
            (segment.confidence, segment.label in correct)
            for segment in labelled.segments
            if segment.label in names
        )
    return judgements


def is_same_value(name: str, first: Values, second: Values) -> bool:
    """Whether two readings agree on a field."""
    return comparable(name, first.get(name, "")) == comparable(name, second.get(name, ""))


def calibration_curve(judgements: Sequence[Judgement]) -> list[tuple[float, float]]:
    """Return increasing points from confidence to the fraction that is right (isotonic regression)."""
    pools: list[list[float]] = []  # sum of confidences, number right, number
    size = max(1, len(judgements) // (4 * MAX_POINTS))
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
    step = max(1, -(-len(points) // MAX_POINTS))
    return points[:-1:step] + points[-1:]


def calibration_error(judgements: Sequence[Judgement]) -> float:
    """Return the mean difference between confidence and the fraction that is right, in ten bins."""
    bins: defaultdict[int, list[Judgement]] = defaultdict(list)
    for confidence, right in judgements:
        bins[min(9, int(10 * confidence))].append((confidence, right))
    gaps = [abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins.values()]
    return sum(gaps) / max(1, len(judgements))


def part_number(record: LabelledReference) -> int:
    """Return the part of a reference, which is the same for all references of a document."""
    return hashlib.sha256((record.document or record.text).encode()).digest()[1] % PARTS


def train_without(part: int, records: Sequence[LabelledReference], seed: int) -> Weights:
    """Return a model trained on all parts except one, and on references made from their works."""
    chance = random.Random(seed * PARTS + part)
    remaining = [r for r in records if part_number(r) != part]
    remaining += invent_references(remaining, INVENTED, chance)
    chance.shuffle(remaining)
    weights = train(remaining)
    print(f"trained without part {part + 1} of {PARTS}", file=sys.stderr, flush=True)
    return weights


def train_parts(records: Sequence[LabelledReference], seed: int) -> list[Weights]:
    """Return one model per part, trained without it."""
    with Pool(min(PARTS, os.cpu_count() or 1)) as pool:
        return pool.starmap(train_without, [(part, records, seed) for part in range(PARTS)], 1)


def judge_held_out(models: Sequence[Weights], records: Sequence[LabelledReference]) -> Judgements:
    """Return the judgements of each model for the part that it was trained without."""
    judgements = Judgements([], [])
    for part, weights in enumerate(models):
        # Roughly labelled references are not suitable for calibration.
        held_out = [r for r in records if part_number(r) == part and r.source != ROUGH_SOURCE]
        references = [reference({"text": r.text, "segments": list(r.spans)}) for r in held_out]
        judgements.add(judge_labeller(labeller(weights, {}).label, references))
    return judgements


def score_labeller(
    label: Callable[[str], Labelled], references: Sequence[Reference]
) -> dict[str, float]:
    """Return the scores of a labeller on references, and its calibration errors."""
    score = score_references(
        references, lambda text: [(s.label, s.start, s.end) for s in label(text).segments]
    )
    judgements = judge_labeller(label, references)
    return {
        "references": score.references,
        "field F1": round(score.f1, 1),
        "whole references": round(score.whole_share, 1),
        "calibration error of segments": round(calibration_error(judgements.segments), 3),
        "calibration error of references": round(calibration_error(judgements.references), 3),
    }


def train_model(records: Sequence[LabelledReference], seed: int, path: Path) -> None:
    """Train a model on references and write its weights to a file."""
    models = train_parts(records, seed)
    weights, judgements = average(models), judge_held_out(models, records)
    curves = {
        "segment": calibration_curve(judgements.segments),
        "reference": calibration_curve(judgements.references),
    }
    write_weights(path, weights.labels, weights.features, weights.transitions, curves)


def main() -> None:
    """Train the model unless only its scores are requested, and print and write the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--measure", action="store_true", help="only compute the scores of the existing weights"
    )
    options = parser.parse_args()
    records = training_records(options.data)
    if not options.measure:
        train_model(records, options.seed, options.out)
    label = Labeller(read_model(options.out.read_bytes())).label
    report = {
        "seed": options.seed,
        "bytes": options.out.stat().st_size,
        "learnt": Counter(record.source for record in records),
        "invented for each part": INVENTED,
        "measured": {
            name: score_labeller(label, test_set)
            for name, test_set in measured_references(options.data).items()
        },
    }
    text = json.dumps(report, indent=1, ensure_ascii=False)
    options.out.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
