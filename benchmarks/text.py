"""Speed of parsing plain-text references, compared with peers: `python -m benchmarks text`.

    python -m benchmarks text [DATA.jsonl ...] [--references N] [--peers PYTHON] [--crfsuite MODEL]

DATA contains references as `{"text": ...}` lines; default: those in REFKIT_CASES if it is set, otherwise those of the
tests. Every figure is CPU time of a process of its own, which also reports the start-up time and the growth of its
memory. PYTHON is an interpreter with the peer refextract (refparse reads exports of databases, not plain text). MODEL
is a model for python-crfsuite, which is written in C, with the same features. Peers without these options are skipped.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = Path(os.environ.get("REFKIT_CASES") or ROOT.parent / "shared" / "cases") / "refparse"

Labeller = Callable[[str], object]


def refkit_label() -> Labeller:
    """Return refkit's labelling: segments with confidence."""
    from refkit.formats.text.label.labeller import label

    label("")
    return label


def refkit_parse() -> Labeller:
    """Return refkit's complete parser from a reference to an item."""
    import refkit

    refkit.parse("A")
    return refkit.parse


def crfsuite() -> Labeller:
    """Return python-crfsuite's labelling with refkit's features."""
    import pycrfsuite

    from refkit.formats.text.label.features import features
    from refkit.formats.text.recognize.tokens import tokenize

    tagger = pycrfsuite.Tagger()
    tagger.open(os.environ["REFKIT_CRFSUITE"])
    return lambda text: tagger.tag(features(text, tokenize(text)))


def refextract() -> Labeller:
    """Return refextract's parser of a reference with loaded knowledge bases."""
    from refextract import extract_references_from_string

    def parse(text: str) -> object:
        return extract_references_from_string("[1] " + text, is_only_references=True)

    parse("A. Author, Journal 1 (2000) 1.")
    return parse


STARTS: dict[str, Callable[[], Labeller]] = {
    "refkit label": refkit_label,
    "refkit parse": refkit_parse,
    "crfsuite, same features": crfsuite,
    "refextract": refextract,
}
PEERS = ("refextract",)
TIME_LIMIT = 60.0  # seconds per measurement; only the references read by then are counted


def references(paths: Sequence[str], count: int) -> list[str]:
    """Return a number of references, which are repeated if there are fewer."""
    files = [Path(path) for path in paths] or sorted(CASES.glob("dev-*.jsonl"))
    texts = [
        json.loads(line)["text"]
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    synthetic = (ROOT / "tests" / "text" / "styles.txt").read_text(encoding="utf-8").splitlines()
    return list(islice(cycle(texts or synthetic), count or len(texts or synthetic)))


def measure(name: str, path: str) -> None:
    """Print the time of a parser for the start, for all references and for all of them again."""
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    start = time.process_time()
    parse = STARTS[name]()
    started = time.process_time()
    old_peak = peak_memory()
    count = 0
    for text in texts:
        parse(text)
        count += 1
        if time.process_time() - started > TIME_LIMIT:
            break
    end_of_first = time.process_time()
    for text in texts[:count] if end_of_first - started < TIME_LIMIT / 2 else ():
        parse(text)
    end_of_second = time.process_time()
    figures = [
        started - start,
        end_of_first - started,
        end_of_second - end_of_first,
        count,
        peak_memory() - old_peak,
    ]
    print("figures", *figures)


def peak_memory() -> float:
    """Return the peak memory of this process in megabytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_parser(name: str, path: str, python: str, runs: int) -> list[float] | str:
    """Return the figures of the fastest of several runs, or the reason why there are none."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    if name in PEERS:
        del environment["PYTHONPATH"]
    best: list[float] = []
    for _ in range(runs):
        command = [python, __file__, "--measure", name, path]
        run = subprocess.run(command, env=environment, capture_output=True, text=True)
        line = next((line for line in run.stdout.splitlines() if line.startswith("figures")), "")
        if not line:
            return (run.stderr.strip().splitlines() or ["no output"])[-1][:80]
        figures = [float(word) for word in line.split()[1:]]
        best = min(best or figures, figures, key=lambda figures: figures[1] / figures[3])
    return best


def report(texts: list[str], pythons: dict[str, str], runs: int) -> Iterator[str]:
    """Return the lines of the report."""
    yield f"{len(texts)} references, {sum(map(len, texts)) / len(texts):.0f} characters each; CPU time"
    yield f"{'':26}{'start ms':>9}{'refs/s':>9}{'again':>9}{'us each':>9}{'MB more':>9}{'x refkit label':>16}"
    base = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "references.json")
        path.write_text(json.dumps(texts), encoding="utf-8")
        for name, python in pythons.items():
            figures = measure_parser(name, str(path), python, 1 if name in PEERS else runs)
            if isinstance(figures, str):
                yield f"{name:26} not measured: {figures}"
                continue
            start, seconds, repeat_seconds, count, growth = figures
            base = base or seconds / count
            repeat_speed = f"{count / repeat_seconds:9.0f}" if repeat_seconds > 0.001 else " " * 9
            yield (
                f"{name:26}{1000 * start:9.0f}{count / seconds:9.0f}{repeat_speed}"
                f"{1e6 * seconds / count:9.0f}{growth:9.0f}"
                f"{seconds / count / base:16.2f}"
            )


def main() -> None:
    """Print the report, or one measurement of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="*")
    parser.add_argument("--references", type=int, default=0)
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--crfsuite", metavar="MODEL")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", nargs=2, metavar=("PARSER", "FILE"))
    options = parser.parse_args()
    if options.measure:
        measure(*options.measure)
        return
    pythons = {"refkit label": sys.executable, "refkit parse": sys.executable}
    if options.crfsuite:
        os.environ["REFKIT_CRFSUITE"] = options.crfsuite
        pythons["crfsuite, same features"] = sys.executable
    pythons |= dict.fromkeys(PEERS, options.peers) if options.peers else {}
    for name in () if options.peers else PEERS:
        print(f"{name}: skipped, no interpreter is given with --peers")
    for line in report(references(options.data, options.references), pythons, options.runs):
        print(line, flush=True)


if __name__ == "__main__":
    main()
