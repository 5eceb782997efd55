"""Speed and memory of `refkit convert` between formats, compared with other tools: `python -m benchmarks formats`.

The same references are converted by each tool that reads and writes the pair of formats, in one run. The figures are
CPU time and peak memory of a process, for `--entries 10000` references by default, and the ratio to refkit. pandoc,
citation-js (`--citation-js FOLDER`, with its node_modules) and rispy are compared; those that are absent are skipped.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.bibtex import make_file

PAIRS = (
    ("bib", "csl-json"),
    ("csl-json", "biblatex"),
    ("csl-json", "ris"),
    ("ris", "csl-json"),
    ("csl-json", "csl-yaml"),
    ("csl-yaml", "csl-json"),
)
SUFFIXES = {"bib": "bib", "csl-json": "json", "biblatex": "bib", "ris": "ris", "csl-yaml": "yaml"}
PANDOC = {
    "bib": "biblatex",
    "csl-json": "csljson",
    "biblatex": "biblatex",
    "ris": "ris",
    "csl-yaml": "markdown",
}
PANDOC_READS, PANDOC_WRITES = ("bib", "csl-json", "ris"), ("csl-json", "biblatex")
CITATION_JS = {"bib": "@biblatex/text", "csl-json": "data", "biblatex": "biblatex", "ris": "ris"}
CITATION_JS_SCRIPT = """
const {plugins, Cite} = require('@citation-js/core')
require('@citation-js/plugin-bibtex'); require('@citation-js/plugin-ris')
const fs = require('fs')
const [source, target, format] = process.argv.slice(2)
fs.writeFileSync(target, new Cite(fs.readFileSync(source, 'utf8')).format(format))
"""
RISPY_SCRIPT = """
import json, sys, rispy
with open(sys.argv[1], encoding="utf-8") as file:
    json.dump(rispy.load(file), open(sys.argv[2], "w"))
"""


class Cost(NamedTuple):
    """CPU seconds and peak megabytes of a process, and whether it succeeded."""

    seconds: float
    megabytes: float
    ok: bool


def cost(command: list[str], environment: dict[str, str] | None = None) -> Cost:
    """Run a command and return what it took."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode in (0, 1))


def refkit(source: Path, target: Path, to: str) -> list[str]:
    """Return the command of refkit."""
    return [sys.executable, "-m", "refkit", "convert", str(source), "-o", str(target), "--to", to]


def commands(
    pair: tuple[str, str], source: Path, target: Path, js: str, folder: Path
) -> dict[str, list[str]]:
    """Return the commands of the tools that are here and convert a pair, refkit's first."""
    start, to = pair
    found = {"refkit": refkit(source, target, to)}
    if shutil.which("pandoc") and start in PANDOC_READS and to in PANDOC_WRITES:
        found["pandoc"] = [
            "pandoc",
            "-f",
            PANDOC[start],
            "-t",
            PANDOC[to],
            "-o",
            str(target),
            str(source),
        ]
    if js and shutil.which("node") and start in CITATION_JS and to in CITATION_JS:
        script = folder / "cite.js"
        script.write_text(CITATION_JS_SCRIPT, encoding="utf-8")
        found["citation-js"] = ["node", str(script), str(source), str(target), CITATION_JS[to]]
    if find_spec("rispy") and pair == ("ris", "csl-json"):
        found["rispy (parse only)"] = [sys.executable, "-c", RISPY_SCRIPT, str(source), str(target)]
    return found


def sources(folder: Path, entries: int) -> dict[str, Path]:
    """Return a file of the same references in each format, made by refkit."""
    paths = {
        name: folder / f"source-{name}.{SUFFIXES[name]}"
        for name in ("bib", "csl-json", "ris", "csl-yaml")
    }
    paths["bib"].write_text(make_file(entries), encoding="utf-8")
    for name in ("csl-json", "ris", "csl-yaml"):
        subprocess.run(refkit(paths["bib"], paths[name], name), capture_output=True)
    return paths


def main() -> None:
    """Convert each pair with each tool and print the costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000, help="number of references")
    parser.add_argument(
        "--citation-js",
        default="",
        metavar="FOLDER",
        help="folder with node_modules of citation-js",
    )
    asked = parser.parse_args()
    for tool in ("pandoc", "node"):
        if not shutil.which(tool):
            print(f"{'citation-js' if tool == 'node' else tool}: skipped, {tool} is not installed")
    if not find_spec("rispy"):
        print("rispy: skipped, it is not installed")
    environment = os.environ | {"NODE_PATH": str(Path(asked.citation_js) / "node_modules")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = sources(folder, asked.entries)
        for pair in PAIRS:
            if not paths[pair[0]].exists():
                print(f"{pair[0]} -> {pair[1]}: skipped, refkit does not write {pair[0]}")
                continue
            target = folder / f"target.{SUFFIXES[pair[1]]}"
            first = 0.0
            for tool, command in commands(
                pair, paths[pair[0]], target, asked.citation_js, folder
            ).items():
                took = cost(command, environment)
                first = first or took.seconds
                note = f"{took.seconds / first:6.2f} x" if took.ok else "failed"
                print(
                    f"{pair[0]:>9} -> {pair[1]:9} {tool:20} {took.seconds:7.2f} s {took.megabytes:7.0f} MB {note}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
