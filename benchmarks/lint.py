"""CPU seconds and memory for checking 10,000 real entries, refkit compared with the installed linters.

The entries are those of the .bib files in REFKIT_CASES with unique keys; without such files, they are synthetic. Peers
are run according to their manuals; those that are not installed are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from refkit.formats.bibtex import read
from refkit.model.source import decode

ROOT = Path(__file__).parent.parent
CASES = Path(os.environ.get("REFKIT_CASES", ROOT.parent / "shared" / "cases")) / "bib-real"
COUNT = 10_000
LIMIT = 300  # seconds; a peer that needs longer is stopped
PEERS: dict[str, list[str]] = {
    "bibclean (C)": ["bibclean", "-no-fix-names", "{}"],
    "bibclean (PyPI)": [sys.executable, "-m", "bibclean", "check", "{}"],
    "bibtex-tidy": ["bibtex-tidy", "--duplicates", "--no-modify", "{}"],
    "veracite": ["veracite", "--offline", "--bib", "{}"],
    "reflint": ["reflint", "{}"],
    "badness": ["badness", "lint", "{}"],
    "bibcop": ["bibcop", "{}"],
    "biber": ["biber", "--tool", "--validate-datamodel", "--output-file=/dev/null", "{}"],
}


def real_entries() -> Iterator[str]:
    """Yield the entries of the real files repeatedly, each with a unique key."""
    libraries = [read(decode(path.read_bytes(), path.name)) for path in sorted(CASES.glob("*.bib"))]
    number = 0
    while any(library.entries for library in libraries):
        for library in libraries:
            for entry in library.entries:
                number += 1
                text = entry.source.text
                (start, end), key = entry.span, entry.key_span
                yield f"{text[start : key.start]}{entry.key}-{number}{text[key.end : end]}"


def synthetic_entries() -> Iterator[str]:
    """Yield different entries without end."""
    number = 0
    while True:
        number += 1
        yield (
            f"@article{{key{number},\n  author = {{Smith, Jane and Doe, John {number}}},\n"
            f"  title = {{On the {number}th tide}},\n  journal = {{Ocean Modelling}},\n"
            f"  year = {{{1950 + number % 70}}},\n  pages = {{{number}--{number + 9}}},\n}}"
        )


def write(path: Path, count: int) -> None:
    """Write a number of entries to a file."""
    entries = real_entries() if CASES.is_dir() else synthetic_entries()
    path.write_text("\n\n".join(next(entries) for _ in range(count)), encoding="utf-8")


def measure_command(command: list[str], folder: Path) -> tuple[float, float] | None:
    """Return CPU seconds and peak megabytes of a command, or None if it did not end in time."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(
        ["timeout", str(LIMIT), *command], cwd=folder, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) == 124:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def line(name: str, figures: tuple[float, float] | None) -> str:
    """Return a line of the table."""
    if figures is None:
        return f"{name:<34} not finished in {LIMIT} s"
    return f"{name:<34} {figures[0]:7.2f} s {figures[1]:7.0f} MB"


def main() -> None:
    """Print the table."""
    folder = Path(tempfile.mkdtemp(prefix="refkit-lint-"))
    file, tenfold = folder / "real.bib", folder / "tenfold.bib"
    for path, count in ((file, COUNT), (tenfold, 10 * COUNT)):
        # in a process of its own: a child's peak memory includes that of its parent at its start
        subprocess.run(
            [sys.executable, "-m", "benchmarks.lint", str(path), str(count)], check=True, cwd=ROOT
        )
    check = [sys.executable, "-m", "refkit", "check", "--isolated", "--output-format", "concise"]
    print(f"{COUNT} entries, {file.stat().st_size / 1e6:.1f} MB; CPU seconds and peak memory")
    print(line("refkit, uncached", measure_command([*check, "--no-cache", str(file)], folder)))
    measure_command([*check, str(file)], folder)
    print(line("refkit, cached", measure_command([*check, str(file)], folder)))
    print(
        line(
            "refkit, uncached, ten times as many",
            measure_command([*check, "--no-cache", str(tenfold)], folder),
        )
    )
    for name, command in PEERS.items():
        if _is_installed(command):
            print(
                line(name, measure_command([part.format(file) for part in command], folder)),
                flush=True,
            )
        else:
            print(f"{name:<34} skipped, not installed")
    shutil.rmtree(folder)


def _is_installed(command: list[str]) -> bool:
    """Whether a peer is installed; of the two called bibclean, only one is a module."""
    from importlib.util import find_spec

    if command[0] == sys.executable:
        return find_spec(command[2]) is not None
    return shutil.which(command[0]) is not None and find_spec(command[0]) is None


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
