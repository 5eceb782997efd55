"""Speed of reading BibTeX, compared with bibtexparser and pybtex: `python benchmarks/bibtex.py`.

All readers read the same file, which contains real entries if REFKIT_CASES is a folder with them, and synthetic ones
otherwise. Every figure is CPU time of a process of its own, which also reports the growth of its memory beyond the
text. `--entries 1000 10000 100000` sets the sizes. Peers that are not installed are skipped.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = Path(os.environ.get("REFKIT_CASES") or ROOT.parent / "shared" / "cases") / "bib-real"
PROCESS = Path("/proc/self")


def refkit_scan(text: str) -> object:
    """Return the offsets of every entry, key, field name and value."""
    from refkit.formats.bibtex.scan import scan

    return scan(text)


def refkit_values(text: str) -> object:
    """Return a library with every value resolved."""
    from refkit.formats.bibtex import read
    from refkit.model.source import Source

    library = read(Source(text))
    for entry in library.entries:
        entry.fields  # noqa: B018 - reading is what is measured
    return library


def refkit_items(text: str) -> object:
    """Return a library with all items, including names, dates and TeX."""
    from refkit.formats.bibtex import read
    from refkit.model.source import Source

    library = read(Source(text))
    list(library.items)
    return library


def bibtexparser_split(text: str) -> object:
    """Return the result of bibtexparser's splitter alone."""
    from bibtexparser.splitter import Splitter

    return Splitter(text).split()


def bibtexparser_default(text: str) -> object:
    """Return the result of bibtexparser's default parser."""
    from bibtexparser.entrypoint import parse_string

    return parse_string(text)


def pybtex_default(text: str) -> object:
    """Return the result of pybtex's default parser in tolerant mode."""
    from pybtex import errors
    from pybtex.database.input.bibtex import Parser

    errors.set_strict_mode(False)
    with errors.capture():
        return Parser().parse_string(text)


READERS: dict[str, Callable[[str], object]] = {
    "refkit scan": refkit_scan,
    "refkit values": refkit_values,
    "refkit everything": refkit_items,
    "bibtexparser split": bibtexparser_split,
    "bibtexparser default": bibtexparser_default,
    "pybtex default": pybtex_default,
}
MODULES = {
    "bibtexparser split": "bibtexparser",
    "bibtexparser default": "bibtexparser",
    "pybtex default": "pybtex",
}


def installed(readers: Sequence[str]) -> list[str]:
    """Return the readers that can run here, and report those that cannot."""
    absent = [name for name in readers if name in MODULES and find_spec(MODULES[name]) is None]
    for name in absent:
        print(f"{name}: skipped, {MODULES[name]} is not installed", flush=True)
    return [name for name in readers if name not in absent]


def real_entries() -> list[str]:
    """Return the entries of the real files with KEY for each key, each after the macros of its file."""
    from refkit.formats.bibtex import read
    from refkit.formats.bibtex.scan import scan
    from refkit.model.source import decode

    strings: list[str] = []
    entries: list[str] = []
    for path in sorted(CASES.glob("*.bib")):
        source = decode(path.read_bytes())
        result = scan(source.text)
        broken = {problem.entry for problem in result.problems}
        if -1 not in broken:
            strings.extend(f"@string{{{source.slice(d.span)}}}" for d in result.definitions)
        for number, entry in enumerate(read(source, "bibtex").entries):
            if number not in broken and entry.key:
                head = source.text[entry.span.start : entry.key_span.start]
                entries.append(head + "KEY" + source.text[entry.key_span.end : entry.span.end])
    random.Random(1).shuffle(entries)
    return ["\n".join(strings) + "\n\n" + entries[0], *entries[1:]]


def synthetic_entries() -> list[str]:
    """Return synthetic entries with the length and layout of real ones."""
    numbers = random.Random(1)
    words = "graph theory of {B}ayesian networks and protein structure in deep water".split()

    def words_of(count: int) -> str:
        return " ".join(numbers.choice(words) for _ in range(count))

    return [
        f'@article{{KEY,\n  author = {{M{{\\"u}}ller, Anna and Smith, J. {chr(65 + n % 26)}. and de la Cruz, Eva}},\n'
        f'  title = {{{words_of(9)}}},\n  journal = "{words_of(4)}",\n  year = {1950 + n % 75},\n'
        f"  volume = {n % 90}, number = {n % 12},\n  pages = {{{n}--{n + 9}}},\n  month = jan,\n"
        f"  doi = {{10.1000/{n}}},\n  abstract = {{{words_of(30)}\n   {words_of(20)}}},\n}}"
        for n in range(1000)
    ]


def make_file(count: int) -> str:
    """Return a file of `count` entries with different keys."""
    pool = real_entries() if CASES.is_dir() else synthetic_entries()
    return "\n\n".join(
        entry.replace("KEY", f"key{number}", 1)
        for number, entry in zip(range(count), itertools.cycle(pool), strict=False)
    )


def measure(reader: str, path: str) -> None:
    """Print the CPU seconds and the memory growth in megabytes of a reader for a file."""
    text = Path(path).read_text(encoding="utf-8")
    READERS[reader]("@misc{k, author = {A}, title = {T}}")
    gc.collect()
    old_peak = peak_memory(forget=True)
    start = time.process_time()
    result = READERS[reader](text)
    seconds = time.process_time() - start
    print(seconds, peak_memory() - old_peak, bool(result))


def peak_memory(*, forget: bool = False) -> float:
    """Return the peak memory of this process in megabytes, since the last reset (Linux: VmHWM)."""
    if not PROCESS.is_dir():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if forget:
        (PROCESS / "clear_refs").write_text("5")
    status = (PROCESS / "status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measure_reader(reader: str, path: str, runs: int) -> tuple[float, float]:
    """Return the best CPU time and the largest memory growth of several runs in separate processes."""
    places = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, __file__, "--measure", reader, path]
    outputs = [
        subprocess.run(
            command, env=places, capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(runs)
    ]
    return min(float(spent) for spent, _, _ in outputs), max(float(mb) for _, mb, _ in outputs)


def table(counts: list[int], readers: list[str]) -> Iterator[str]:
    """Yield the lines of the report."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "all.bib")
            path.write_text(make_file(count), encoding="utf-8", newline="")
            size = path.stat().st_size / 1e6
            yield f"\n{count:,} entries, {size:.1f} MB"
            yield f"{'':22}{'CPU s':>9}{'MB/s':>8}{'us/entry':>10}{'MB more':>9}{'x bibtexparser':>16}"
            figures = {
                name: measure_reader(name, str(path), 3 if count <= 10_000 else 1)
                for name in readers
            }
            base = figures.get("bibtexparser default", (0.0, 0.0))[0]
            for name, (spent, growth) in figures.items():
                ratio = f"{spent / base:.2f}" if base else ""
                speed, per_entry = size / spent, spent / count * 1e6
                yield f"{name:22}{spent:9.3f}{speed:8.1f}{per_entry:10.1f}{growth:9.0f}{ratio:>16}"


def main() -> None:
    """Print the report, or one measurement of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--readers", nargs="+", choices=list(READERS), default=list(READERS))
    parser.add_argument("--measure", nargs=2, metavar=("READER", "FILE"))
    options = parser.parse_args()
    if options.measure:
        measure(*options.measure)
        return
    sys.path.insert(0, str(ROOT / "src"))
    for line in table(options.entries, installed(options.readers)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
