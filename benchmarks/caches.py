"""Savings of each cache of the package: `python -m benchmarks caches [--entries 2000]`.

Checks, formats, converts and parses references while every `functools` cache counts its hits, its misses and the time
of its misses. A cache saves the time that its hits would have taken as misses, minus the cost of lookups. The output is
the largest fraction of the CPU time of a workload; a cache that saves less than 0.5 % of every workload is marked.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import sys
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOOKUP_COST = 8e-8  # seconds per lookup in functools.lru_cache
MIN_SAVING = 0.005  # of the CPU time of a workload


@dataclass(slots=True)
class Count:
    """Hits and misses of a cache, and the seconds that the misses took."""

    hits: int = 0
    misses: int = 0
    seconds: float = 0.0

    def saved(self) -> float:
        """Return the seconds that the cache saves."""
        if not self.misses:
            return 0.0
        cost = self.seconds / self.misses
        return self.hits * cost - (self.hits + self.misses) * LOOKUP_COST


COUNTS: dict[str, Count] = {}
CLEAR_FUNCTIONS: list[Callable[[], None]] = []


def counting(size: int | None, function: Callable[..., object]) -> Callable[..., object]:
    """Return a function with a cache that counts hits and misses."""
    count = COUNTS[f"{function.__module__}.{function.__qualname__}"] = Count()
    values: dict[Hashable, object] = {}

    @functools.wraps(function)
    def call(*arguments: Hashable, **keywords: Hashable) -> object:
        key = (arguments, tuple(keywords.items()))
        if key in values:
            count.hits += 1
            values[key] = values.pop(key)  # the least recently used one stays first
            return values[key]
        start = time.perf_counter()
        value = function(*arguments, **keywords)
        count.seconds += time.perf_counter() - start
        count.misses += 1
        values[key] = value
        if size is not None and len(values) > size:
            del values[next(iter(values))]
        return value

    CLEAR_FUNCTIONS.append(values.clear)
    call.cache_clear = values.clear  # type: ignore[attr-defined]
    return call


def count_caches() -> None:
    """Replace the caches of functools by counting ones for modules that are imported later."""

    def lru_cache(maxsize: object = 128, typed: bool = False) -> object:
        if callable(maxsize):
            return counting(128, maxsize)
        size = maxsize if isinstance(maxsize, int) else None
        return lambda function: counting(size, function)

    functools.lru_cache = lru_cache  # type: ignore[assignment]
    functools.cache = lambda function: counting(None, function)  # type: ignore[assignment, return-value]


def texts(entries: int) -> tuple[str, list[str]]:
    """Return a .bib file and unstructured references."""
    from benchmarks.lint import CASES, real_entries, synthetic_entries

    source = real_entries() if CASES.is_dir() else synthetic_entries()
    lines = (ROOT / "tests/text/references.jsonl").read_text(encoding="utf-8").splitlines()
    return "\n\n".join(islice(source, entries)), [json.loads(line)["text"] for line in lines]


def workloads(entries: int) -> dict[str, Callable[[], object]]:
    """Return the workloads to measure by name."""
    import refkit
    from refkit.csl import Cite, Cluster, Processor, Style
    from refkit.formats.bibtex import read
    from refkit.lint.engine import check
    from refkit.lint.settings import Settings
    from refkit.model.source import Source

    bib, references = texts(entries)
    items = list(refkit.loads(bib, format="bibtex"))[: entries // 5]

    def format_all() -> None:
        for name in ("apa", "chicago-author-date", "ieee"):
            clusters = [Cluster([Cite(item.id)]) for item in items]
            Processor(Style.load(name), items).render(clusters)

    def convert_all() -> None:
        library = refkit.loads(bib, format="bibtex")
        refkit.dumps(library, format="csl-json")

    return {
        "check": lambda: check(read(Source(bib, "x.bib")), Settings(select=("ALL",), preview=True)),
        "format": format_all,
        "convert": convert_all,
        "parse": lambda: [refkit.parse(text) for text in references],
    }


def measure(entries: int) -> tuple[dict[str, float], dict[str, dict[str, Count]]]:
    """Return the CPU seconds of each workload, and the counts of each cache."""
    seconds: dict[str, float] = {}
    counts: dict[str, dict[str, Count]] = {}
    for name, work in workloads(entries).items():
        for clear in CLEAR_FUNCTIONS:
            clear()
        for count in COUNTS.values():
            count.hits, count.misses, count.seconds = 0, 0, 0.0
        start = time.process_time()
        work()
        seconds[name] = time.process_time() - start
        counts[name] = {key: Count(c.hits, c.misses, c.seconds) for key, c in COUNTS.items()}
    return seconds, counts


def report(spent: dict[str, float], counted: dict[str, dict[str, Count]]) -> str:
    """Return one line per cache with the workload in which it saves most."""
    lines = [f"{'cache':62}{'workload':>9}{'hits':>9}{'misses':>8}{'saves %':>9}"]
    for name in sorted(name for name in COUNTS if name.startswith("refkit.")):
        share, best = max(
            (counts[name].saved() / spent[work], work)
            for work, counts in counted.items()
            if name in counts
        )
        count = counted[best][name]
        mark = "  saves too little" if share < MIN_SAVING else ""
        short = name.removeprefix("refkit.")
        lines.append(f"{short:62}{best:>9}{count.hits:9}{count.misses:8}{100 * share:9.2f}{mark}")
    return "\n".join(lines)


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=2000, help="entries of the .bib file")
    options = parser.parse_args()
    count_caches()
    spent, counted = measure(options.entries)
    print(", ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items()))
    print(report(spent, counted))


if __name__ == "__main__":
    if str(ROOT / "src") not in sys.path:
        sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    os.environ.setdefault("REFKIT_CASES", str(ROOT.parent / "shared" / "cases"))
    main()
