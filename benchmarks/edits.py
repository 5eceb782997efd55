"""Speed of changes of a loaded .bib file, compared with bibtexparser and pybtex: `python -m benchmarks edits`.

Every figure is the CPU time of the changes alone, in a process of its own, after the file was read. The peers change
objects and write the whole file again; refkit changes the text, and keeps everything else in it. The entries are
synthetic. `--entries 1000 10000` sets the sizes. Peers that are not installed are skipped.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

from benchmarks.bibtex import synthetic_entries

Work = Callable[[], object]


def text_of(count: int) -> str:
    """Return a .bib file of `count` entries with different keys."""
    numbered = zip(range(count), cycle(synthetic_entries()), strict=False)
    return "\n\n".join(entry.replace("KEY", f"key{number}", 1) for number, entry in numbered) + "\n"


def refkit_first(count: int) -> Work:
    """Change a field of one entry."""
    import refkit

    library = refkit.loads(text_of(count))

    def change() -> None:
        library[f"key{count // 2}"]["title"] = "Trees"

    return change


def refkit_change(count: int) -> Work:
    """Change a field of every entry."""
    import refkit

    library = refkit.loads(text_of(count))

    def change() -> None:
        for n in range(count):
            library[f"key{n}"]["title"] = f"Trees {n}"

    return change


def refkit_add(count: int) -> Work:
    """Add as many entries as there are."""
    import refkit

    library = refkit.loads(text_of(count))
    return lambda: [
        library.add("book", key=f"new{n}", title=f"Trees {n}", author="Doe, Jane", issued=2001)
        for n in range(count)
    ]


def refkit_rename(count: int) -> Work:
    """Rename all keys, and those in fields that refer to them."""
    import refkit

    library = refkit.loads(text_of(count))
    return lambda: library.rename({f"key{n}": f"new{n}" for n in range(count)})


def refkit_joined(count: int) -> Work:
    """Change a field of every entry of two files, the second of which has a parent of an entry of the first."""
    import refkit

    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "first.bib"), Path(folder, "second.bib")
        first.write_text(text_of(count) + "\n@inbook{child, crossref = {parent}}\n")
        second.write_text("@book{parent, title = {Forests}}\n")
        library = refkit.load([first, second])

    def change() -> None:
        for n in range(count):
            library[f"key{n}"]["title"] = f"Trees {n}"

    return change


def refkit_remove(count: int) -> Work:
    """Remove all entries, one by one."""
    import refkit

    library = refkit.loads(text_of(count))

    def remove() -> None:
        for n in range(count):
            library.remove(f"key{n}")

    return remove


def refkit_sort(count: int) -> Work:
    """Sort by author and key."""
    import refkit

    library = refkit.loads(text_of(count))
    return lambda: library.sort("author", "key")


def refkit_save(count: int) -> Work:
    """Write the text after a field of every entry was changed."""
    import refkit

    library = refkit.loads(text_of(count))
    for n in range(count):
        library[f"key{n}"]["title"] = f"Trees {n}"
    return lambda: refkit.dumps(library)


def bibtexparser_change(count: int) -> Work:
    """Change a field of every entry."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Field

    entries = parse_string(text_of(count)).entries_dict
    return lambda: [
        entries[f"key{n}"].set_field(Field("title", f"Trees {n}")) for n in range(count)
    ]


def bibtexparser_add(count: int) -> Work:
    """Add as many entries as there are."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Entry, Field

    library = parse_string(text_of(count))
    values = {"author": "Doe, Jane", "year": "2001"}
    return lambda: [
        library.add(
            Entry("book", f"new{n}", [Field(k, v) for k, v in {**values, "title": f"T{n}"}.items()])
        )
        for n in range(count)
    ]


def pybtex_change(count: int) -> Work:
    """Change a field of every entry."""
    from pybtex.database import parse_string

    entries = parse_string(text_of(count), "bibtex").entries
    return lambda: [entries[f"key{n}"].fields.update({"title": f"Trees {n}"}) for n in range(count)]


def pybtex_add(count: int) -> Work:
    """Add as many entries as there are."""
    from pybtex.database import Entry, Person, parse_string

    database = parse_string(text_of(count), "bibtex")
    return lambda: [
        database.add_entry(
            f"new{n}",
            Entry(
                "book", {"title": f"Trees {n}", "year": "2001"}, {"author": [Person("Doe, Jane")]}
            ),
        )
        for n in range(count)
    ]


JOBS: dict[str, dict[str, Callable[[int], Work]]] = {
    "first change": {"refkit": refkit_first},
    "change all": {
        "refkit": refkit_change,
        "bibtexparser": bibtexparser_change,
        "pybtex": pybtex_change,
    },
    "add all": {"refkit": refkit_add, "bibtexparser": bibtexparser_add, "pybtex": pybtex_add},
    "rename all": {"refkit": refkit_rename},
    "change joined": {"refkit": refkit_joined},
    "remove all": {"refkit": refkit_remove},
    "sort": {"refkit": refkit_sort},
    "save": {"refkit": refkit_save},
}


def measure(job: str, tool: str, count: int) -> None:
    """Print the CPU seconds of a job, without those for imports."""
    JOBS[job][tool](2)()
    work = JOBS[job][tool](count)
    start = time.process_time()
    work()
    print(time.process_time() - start)


def best(job: str, tool: str, count: int, runs: int) -> float:
    """Return the best CPU time of several runs in separate processes."""
    command = [sys.executable, "-m", "benchmarks.edits", "--measure", job, tool, str(count)]
    outputs = [
        subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        for _ in range(runs)
    ]
    return min(map(float, outputs))


def table(counts: list[int], runs: int) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{'job':14}{'tool':14}{'entries':>9}{'CPU s':>10}{'us/entry':>10}{'x refkit':>10}"
    for job, tools in JOBS.items():
        for count in counts:
            base = 0.0
            for tool in filter(find_spec, tools):
                spent = best(job, tool, count, runs)
                base = base or spent
                changed = 1 if job == "first change" else count
                each, ratio = spent / changed * 1e6, spent / base
                yield f"{job:14}{tool:14}{count:9,}{spent:10.3f}{each:10.1f}{ratio:10.3f}"


def main() -> None:
    """Print the report, or one measurement of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", nargs=3, metavar=("JOB", "TOOL", "COUNT"))
    options = parser.parse_args()
    if options.measure:
        job, tool, count = options.measure
        measure(job, tool, int(count))
        return
    for line in table(options.entries, options.runs):
        print(line, flush=True)


if __name__ == "__main__":
    main()
