"""Growth of time and memory with the number of entries: `refkit check` and `refkit convert` on synthetic files.

The entries vary like real ones (types, fields, accents, lengths), have 360 bytes on average, and describe different
works. Memory is the peak of the whole command, in total and per megabyte of the file.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SIZES = (10_000, 100_000)
LARGEST = 1_000_000
LIMIT = 500  # seconds per command
FAMILIES = """Abe Almeida Andersson Bauer Becker Bianchi Castro Chen Costa Dubois Eriksson Fischer Garcia Gruber
    Haddad Hansen Ivanova Jensen Johnson Kim Kowalski Kumar Laurent Lee Lopez Martin Meyer Moreau Nakamura Nguyen
    Novak O'Brien Okafor Olsen Park Patel Pereira Petrov Rossi Santos Sato Schmidt Silva Smith Suzuki Tanaka Virtanen
    Wang Weber Williams Yilmaz Zhang G{\\"u}ney M{\\"u}ller N{\\'u}{\\~n}ez {\\O}stby""".split()
GIVEN = """Anna Bruno Carla David Elena Felix Greta Hugo Ines Jonas Karin Liam Maria Nils Olga Pedro Quinn Rosa
    Stefan Tara Ugo Vera Wei Yuki Zoe""".split()
WORDS = """adaptive analysis aquifer bayesian boundary carbon catalysis climate coastal cohort complexity control
    cortical coupling data deep detection diffusion dynamics ecology elastic estimation evolution experimental field
    flow forest genome glacier gradient graph growth hierarchical imaging inference isotope kinetics lattice learning
    magnetic marine mapping measurement membrane mesoscale metabolic microbial model molecular network neural noise
    nonlinear ocean optimal optical organic pathway pattern peptide phase plasma polymer population prediction protein
    quantum random receptor regional reliability response river robust sampling sediment sensor sequence signal soil
    spatial spectral stability statistical stochastic storage stress structure surface symmetry synthesis temporal
    thermal topology transfer transport tropical turbulence uncertainty urban variability vascular vector
    wave""".split()
JOURNALS = """Acta Annals Archives Bulletin Frontiers Journal Letters Proceedings Reports Review Studies
    Transactions""".split()
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


class Usage(NamedTuple):
    """The resources that a command used, and its exit code."""

    seconds: float
    megabytes: float
    code: int


def entries(count: int, seed: int = 11) -> Iterator[str]:
    """Yield a number of entries of different works."""
    chance = random.Random(seed)
    for number in range(count):
        yield _entry(number, chance)


def _entry(number: int, chance: random.Random) -> str:
    kind = chance.choices(("article", "inproceedings", "book", "misc"), (70, 18, 8, 4))[0]
    year = chance.randint(1960, 2024)
    fields = {
        "author": " and ".join(_person(chance) for _ in range(chance.choice((1, 2, 2, 3, 4)))),
        "title": " ".join([*chance.choices(WORDS, k=chance.randint(4, 9)), _letters(number)]).capitalize(),
        "year": str(year),
    }  # fmt: skip
    fields |= _venue(kind, number, year, chance)
    if chance.random() < 0.5:
        fields["note"] = " ".join(chance.choices(WORDS, k=9))
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
    )
    family = fields["author"].partition(",")[0].lower()
    key = "".join(letter for letter in family if letter.isalpha())
    return f"@{kind}{{{key}{year}{_letters(number)},\n{''.join(lines)}}}\n\n"


def _person(chance: random.Random) -> str:
    return (
        f"{chance.choice(FAMILIES)}, {chance.choice(GIVEN)} {chance.choice('ABCDEFGHJKLMNPRST')}."
    )


def _venue(kind: str, number: int, year: int, chance: random.Random) -> dict[str, str]:
    first = chance.randint(1, 2000)
    pages = f"{first}--{first + chance.randint(3, 25)}"
    topic = f"{chance.choice(WORDS)} {chance.choice(WORDS)}".title()
    if kind == "article":
        return {
            "journal": f"{chance.choice(JOURNALS)} of {topic}",
            "volume": str(max(1, year - 1950)),
            "number": str(chance.randint(1, 12)),
            "month": chance.choice(MONTHS),
            "pages": pages,
            "doi": f"10.5555/{year}.{number:07}",
        }
    if kind == "inproceedings":
        meeting = f"Proceedings of the Conference on {topic}"
        return {"booktitle": meeting, "pages": pages, "publisher": "Example Press"}
    if kind == "book":
        return {"publisher": f"{topic} Press", "address": "Oslo", "edition": "2"}
    return {"howpublished": "Technical note", "url": f"https://example.org/{number}"}


def _letters(number: int) -> str:
    """Return a number as a unique word."""
    word = ""
    while number or not word:
        number, digit = divmod(number, 20)
        word += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return word


def write(path: Path, count: int) -> None:
    """Write a file with a number of entries."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(entries(count))


def measure_command(command: list[str], folder: Path) -> Usage:
    """Return CPU seconds, peak megabytes and exit code of a command; 124 means that it was stopped."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            ["timeout", str(LIMIT), *command], cwd=folder, env=environment,
            stdout=output, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code)


def commands(file: str, jobs: int) -> dict[str, list[str]]:
    """Return the commands to measure by name."""
    refkit = [sys.executable, "-m", "refkit"]
    check = ["check", "--isolated", "--no-cache", "--output-format", "concise", "-j", str(jobs)]
    return {
        "check": [*refkit, *check, file],
        "convert to CSL-JSON": [*refkit, "convert", "--to", "csl-json", file],
        "convert to BibLaTeX": [*refkit, "convert", "--to", "biblatex", file],
    }


def write_folder(folder: Path, files: int) -> float:
    """Write a folder with a number of files of ten entries, and return its size in megabytes."""
    folder.mkdir()
    available, size = entries(10 * files), 0
    for number in range(files):
        text = "".join(next(available) for _ in range(10))
        size += (folder / f"{number:06}.bib").write_bytes(text.encode())
    return size / 1e6


def report(name: str, count: int, megabytes: float, used: Usage) -> None:
    """Print a line of the table."""
    per_megabyte = used.megabytes / megabytes
    print(
        f"{name:<22}{count:>10,}{used.seconds:9.2f} s{used.megabytes:8.0f} MB{per_megabyte:9.1f}"
        f"{'  stopped' if used.code == 124 else f'  exit {used.code}' if used.code > 1 else ''}",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--entries", type=int, nargs="*", default=list(SIZES), help="entries per file"
    )
    parser.add_argument("--largest", action="store_true", help=f"{LARGEST:,} entries as well")
    parser.add_argument("--only", default="", help="only the commands that start with this word")
    parser.add_argument(
        "--files", type=int, nargs="*", default=[], help="files of one folder to check"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes for a folder")
    options = parser.parse_args()
    print(f"{'command':<22}{'entries':>10}{'CPU':>11}{'peak':>11}{'MB per MB':>9}")
    with tempfile.TemporaryDirectory(prefix="refkit-size-") as made:
        folder = Path(made)
        for count in [*options.entries, *([LARGEST] if options.largest else [])]:
            file = folder / f"{count}.bib"
            # in a process of its own: a child's peak memory includes that of its parent at its start
            make = [sys.executable, "-m", "benchmarks.size", "--write", str(file), str(count)]
            subprocess.run(make, check=True, cwd=ROOT)
            for name, command in commands(str(file), 1).items():
                if name.startswith(options.only):
                    report(name, count, file.stat().st_size / 1e6, measure_command(command, folder))
            file.unlink()
        for files in options.files:
            path = folder / f"files-{files}"
            megabytes = write_folder(path, files)
            used = measure_command(commands(str(path), options.jobs)["check"], folder)
            report(f"check, {files:,} files", 10 * files, megabytes, used)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
