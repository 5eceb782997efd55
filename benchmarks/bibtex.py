"""How fast refkit reads BibTeX, compared with bibtexparser and pybtex: `python benchmarks/bibtex.py`.

All readers get the same file. It is made of real entries if REFKIT_CASES names a folder with them, and of
synthetic ones otherwise. Every figure is CPU time of its own process, which also reports how much its
memory grew above the text. `--entries 1000 10000 100000` chooses the sizes. Peers that are not installed
are skipped.
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
    """Places of every entry, key, field name and value."""
    from refkit.formats.bibtex.scan import scan

    return scan(text)


def refkit_values(text: str) -> object:
    """Every value with its macros expanded."""
    from refkit.formats.bibtex import read
    from refkit.model.source import Source

    library = read(Source(text))
    for entry in library.entries:
        entry.fields  # noqa: B018 - reading is what is measured
    return library


def refkit_items(text: str) -> object:
    """Everything: names, dates, TeX, items."""
    from refkit.formats.bibtex import read
    from refkit.model.source import Source

    library = read(Source(text))
    list(library.items)
    return library


def bibtexparser_split(text: str) -> object:
    """bibtexparser's splitter alone."""
    from bibtexparser.splitter import Splitter

    return Splitter(text).split()


def bibtexparser_default(text: str) -> object:
    """bibtexparser's default parse."""
    from bibtexparser.entrypoint import parse_string

    return parse_string(text)


def pybtex_default(text: str) -> object:
    """pybtex's default parse, tolerant."""
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
    """Entries of the shared real files, with KEY for each key, after their files' macros."""
    from refkit.formats.bibtex import read
    from refkit.formats.bibtex.scan import scan
    from refkit.model.source import decode

    strings: list[str] = []
    entries: list[str] = []
    for path in sorted(CASES.glob("*.bib")):
        source = decode(path.read_bytes())
        found = scan(source.text)
        broken = {problem.entry for problem in found.problems}
        if -1 not in broken:
            strings.extend(f"@string{{{source.slice(d.span)}}}" for d in found.definitions)
        for number, entry in enumerate(read(source, "bibtex").entries):
            if number not in broken and entry.key:
                before = source.text[entry.span.start : entry.key_span.start]
                entries.append(before + "KEY" + source.text[entry.key_span.end : entry.span.end])
    random.Random(1).shuffle(entries)
    return ["\n".join(strings) + "\n\n" + entries[0], *entries[1:]]


def invented_entries() -> list[str]:
    """Entries of the length and the habits of real ones."""
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


def generated(count: int) -> str:
    """A file of `count` entries with a key each."""
    pool = real_entries() if CASES.is_dir() else invented_entries()
    return "\n\n".join(
        entry.replace("KEY", f"key{number}", 1)
        for number, entry in zip(range(count), itertools.cycle(pool), strict=False)
    )


def measure(reader: str, path: str) -> None:
    """Print CPU seconds and megabytes of growth of one reader over one file."""
    text = Path(path).read_text(encoding="utf-8")
    READERS[reader]("@misc{k, author = {A}, title = {T}}")
    gc.collect()
    before = peak_memory(forget=True)
    start = time.process_time()
    kept = READERS[reader](text)
    spent = time.process_time() - start
    print(spent, peak_memory() - before, bool(kept))


def peak_memory(*, forget: bool = False) -> float:
    """Megabytes that this process held at most, since it last forgot (Linux: VmHWM)."""
    if not PROCESS.is_dir():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if forget:
        (PROCESS / "clear_refs").write_text("5")
    status = (PROCESS / "status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measured(reader: str, path: str, runs: int) -> tuple[float, float]:
    """Best CPU time and memory growth of several runs, each in its own process."""
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
    """The lines of the report."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "all.bib")
            path.write_text(generated(count), encoding="utf-8", newline="")
            size = path.stat().st_size / 1e6
            yield f"\n{count:,} entries, {size:.1f} MB"
            yield f"{'':22}{'CPU s':>9}{'MB/s':>8}{'us/entry':>10}{'MB more':>9}{'x bibtexparser':>16}"
            found = {
                name: measured(name, str(path), 3 if count <= 10_000 else 1) for name in readers
            }
            base = found.get("bibtexparser default", (0.0, 0.0))[0]
            for name, (spent, growth) in found.items():
                ratio = f"{spent / base:.2f}" if base else ""
                speed, each = size / spent, spent / count * 1e6
                yield f"{name:22}{spent:9.3f}{speed:8.1f}{each:10.1f}{growth:9.0f}{ratio:>16}"


def main() -> None:
    """Print the report, or one measurement of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--readers", nargs="+", choices=list(READERS), default=list(READERS))
    parser.add_argument("--measure", nargs=2, metavar=("READER", "FILE"))
    chosen = parser.parse_args()
    if chosen.measure:
        measure(*chosen.measure)
        return
    sys.path.insert(0, str(ROOT / "src"))
    for line in table(chosen.entries, installed(chosen.readers)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
