"""Measure the tests: change the code in many places, one at a time, and count the changes that a test detects.

    python tools/mutants.py [--package csl] [--tests tests/csl] [--sample 100] [--seed 1] [-j 2] [--reached-only]

Draws a fixed sample of mutants of the committed code and runs the tests against each in a temporary clone. Prints
how many were killed, and a diff of every survivor: code that no test depends on.

`--tests` restricts the tests, for example to those of the package.

First, all tests run once with probes, which record the tests that run a changed function. For each mutant, these
tests run first, those of the mirrored folder before others, and then all tests. `--reached-only` replaces the last step
with all tests of the mirrored folder, which saves most of the time. Code that runs once, when a module is imported or a
cache is filled, is reached by few tests or none. Needs cosmic-ray (`pip install -e '.[mutants]'`) and Git.
"""

from __future__ import annotations

import argparse
import os
import queue
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from tools._mutation import PARSER, Mutant, sample  # noqa: E402

# Tests of scripts and files of the repository do not test the package.
EXCLUDED_TESTS = ("--ignore=tests/scripts", "--ignore=tests/test_repository.py")
PYTEST = ("-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no")
# Folders of tests that do not have the path of their package.
MIRRORS = {"formats/text": "tests/text", "lint/rules": "tests/rules"}
FAILED, BROKEN, NOT_FOUND = 1, 2, 4  # exit codes of pytest
# A module in the clone that records which test runs a probe. Pytest sets the name of the running test in the
# environment, so that it is also available in commands that a test starts.
PROBE = """import os
_seen = set()
def hit(number):
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
    if test and (number, test) not in _seen:
        _seen.add((number, test))
        with open({path!r}, "a", encoding="utf-8") as record:
            record.write(f"{{number}}\\t{{test}}\\n")
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of the tests for a mutant: `killed`, `timeout` or `survived`, and the time in seconds."""

    mutant: Mutant
    verdict: str
    seconds: float


def clone(folder: Path) -> Path:
    """Clone the committed code into a new folder and return it."""
    command = ["git", "clone", "--quiet", "--shared", str(ROOT), str(folder)]
    subprocess.run(command, check=True)
    return folder


def pytest(folder: Path, targets: Sequence[str], limit: float, *options: str) -> int | None:
    """Run tests in a clone and return the exit code, or None after a timeout."""
    environment = os.environ | {
        "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0",
    }  # fmt: skip
    arguments = folder / ".mutant-tests"
    arguments.write_text("\n".join(targets), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *PYTEST, *options, f"@{arguments}"]
    try:
        result = subprocess.run(
            command, cwd=folder, env=environment, timeout=limit, capture_output=True
        )
    except subprocess.TimeoutExpired:
        return None
    return result.returncode


def probe(
    folder: Path, mutants: Sequence[Mutant], tests: Sequence[str], options: Sequence[str]
) -> dict[int, list[str]]:
    """Run the tests on unchanged code and return those that run the function of each mutant."""
    record = folder / ".reached"
    record.touch()
    (folder / "src/refkit/_reached.py").write_text(PROBE.format(path=str(record)), encoding="utf-8")
    for path, lines in probes(mutants).items():
        insert(folder / path, lines)
    code = pytest(folder, tests, 24 * 3600, "--maxfail=1000000", *options)
    if code not in (0, FAILED):
        raise SystemExit(f"the tests cannot run on unchanged code (pytest exits with {code})")
    reached: dict[int, list[str]] = defaultdict(list)
    for line in record.read_text(encoding="utf-8").splitlines():
        number, _, test = line.partition("\t")
        reached[int(number)].append(test)
    return {number: list(dict.fromkeys(tests)) for number, tests in reached.items()}


def probes(mutants: Sequence[Mutant]) -> dict[str, list[tuple[int, str]]]:
    """Return the probes to insert into each module."""
    lines: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, mutant in enumerate(mutants):
        if mutant.probe is not None:
            call = (
                f'{mutant.indent}__import__("refkit._reached", None, None, ["hit"]).hit({number})'
            )
            lines[mutant.path].append((mutant.probe, call))
    return lines


def insert(path: Path, lines: Iterable[tuple[int, str]]) -> None:
    """Insert lines before the lines with these numbers."""
    text = path.read_text(encoding="utf-8").splitlines()
    for number, line in sorted(lines, reverse=True):
        text.insert(number - 1, line)
    path.write_text("\n".join(text) + "\n", encoding="utf-8")


def mirror_of(mutant: Mutant, folder: Path) -> str:
    """Return the file or folder of tests that mirrors a module."""
    parts = Path(mutant.path).with_suffix("").parts[2:]
    names = ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]
    folders = [MIRRORS.get(name, f"tests/{name}") for name in names]
    files = [f"{test_folder}/test_{parts[-1]}.py" for test_folder in folders]
    candidates = [*files, *folders, f"tests/test_{parts[0]}.py"]
    return next((path for path in candidates if (folder / path).exists()), "tests")


def make_plan(
    mutant: Mutant, reached: Sequence[str], folder: Path, last: Sequence[str]
) -> list[list[str]]:
    """Return the tests to run in stages, beginning with those that are most likely to fail.

    `last` are the tests of the last stage, by default the mirrored ones.
    """
    mirror = mirror_of(mutant, folder)
    stages = [
        [test for test in reached if test.startswith(mirror)],
        [test for test in reached if not test.startswith(mirror)],
        list(last) or [mirror],
    ]
    return [targets for targets in stages if targets]


def run_plan(
    folder: Path, plan: Sequence[Sequence[str]], options: Sequence[str], limit: float
) -> str:
    """Run stages of tests until one fails, and return the verdict."""
    for targets in plan:
        code = pytest(folder, targets, limit, *options)
        if code == NOT_FOUND:  # the mutant changed the names of parametrized tests
            files = list(dict.fromkeys(test.partition("::")[0] for test in targets))
            code = pytest(folder, files, limit, *options)
        if code is None:
            return "timeout"
        if code in (FAILED, BROKEN):
            return "killed"
    return "survived"


def judge_mutant(
    mutant: Mutant,
    folder: Path,
    plan: Sequence[Sequence[str]],
    options: Sequence[str],
    limit: float,
) -> Outcome:
    """Write a mutant into a clone, run its tests, restore the original, and return the outcome."""
    path, started = folder / mutant.path, time.monotonic()
    original = path.read_text(encoding="utf-8")
    try:
        path.write_text(mutant.code, encoding="utf-8")
        verdict = run_plan(folder, plan, options, limit)
    finally:
        path.write_text(original, encoding="utf-8")
    return Outcome(mutant, verdict, time.monotonic() - started)


def run(options: argparse.Namespace) -> list[Outcome]:
    """Make the sample, find the tests of each mutant, and return all outcomes."""
    tests = options.tests or ["tests"]
    mutants = sample(ROOT, options.package, options.sample, options.seed)
    print(f"{len(mutants)} mutants (seed {options.seed}, parso {PARSER})", flush=True)
    with tempfile.TemporaryDirectory(prefix="refkit-mutants-") as name:
        folder = Path(name)
        reached = probe(clone(folder / "probe"), mutants, tests, EXCLUDED_TESTS)
        clones: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(options.jobs):
            clones.put(clone(folder / f"clone-{number}"))

        def work(number: int) -> Outcome:
            mutant, own = mutants[number], clones.get()
            last = [] if options.reached_only else tests
            plan = make_plan(mutant, reached.get(number, []), own, last)
            outcome = judge_mutant(mutant, own, plan, EXCLUDED_TESTS, options.timeout)
            clones.put(own)
            print(line(outcome, len(reached.get(number, []))), flush=True)
            return outcome

        with ThreadPoolExecutor(options.jobs) as pool:
            return list(pool.map(work, range(len(mutants))))


def line(outcome: Outcome, tests: int) -> str:
    """Return a line of progress."""
    mutant = outcome.mutant
    location = f"{mutant.path}:{mutant.line}"
    return (
        f"{outcome.verdict:9}{outcome.seconds:6.0f} s {tests:5} tests  {location} {mutant.operator}"
    )


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the diffs of the survivors, and the number of killed mutants per package."""
    lines = []
    for outcome in outcomes:
        if outcome.verdict == "survived":
            lines += [outcome.mutant.diff(), ""]
    totals = Counter(mutant_package(outcome) for outcome in outcomes)
    killed = Counter(mutant_package(o) for o in outcomes if o.verdict != "survived")
    lines += [f"{name:12}{killed[name]:4} of {total:4}" for name, total in sorted(totals.items())]
    return "\n".join([*lines, f"{killed.total()} of {totals.total()} mutants killed"])


def mutant_package(outcome: Outcome) -> str:
    """Return the package of a mutant, such as `csl`."""
    return Path(outcome.mutant.path).with_suffix("").parts[2]


def main(arguments: Sequence[str]) -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--package", action="append", default=[], metavar="NAME",
        help="only this part, such as csl or formats/text; repeatable",
    )  # fmt: skip
    parser.add_argument(
        "--tests", action="append", default=[], metavar="PATH",
        help="only these tests (default: all); repeatable",
    )  # fmt: skip
    parser.add_argument("--sample", type=int, default=100, help="number of mutants (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="another sample (default: 1)")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="mutants at the same time")
    parser.add_argument(
        "--reached-only",
        action="store_true",
        help="run only tests that run the changed function, and those of its folder",
    )
    parser.add_argument("--timeout", type=float, default=600, help="seconds for a run of tests")
    print(report(run(parser.parse_args(arguments))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
