"""Run every command on every hostile input: `python -m tests.fuzz.run [--every N] [--largest BYTES] [WORD ...]`.

Each run is a child process with a limit of 10 s CPU time and 700 MB memory. It has to exit with 0, 1
or 2, print no traceback and no control characters, and change no input. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import json
import os
import pkgutil
import re
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.fuzz.corpus import corpus
from tests.fuzz.structures import PLAIN_BIB, Hostile

import refkit
from refkit.cli import main as command

CPU_SECONDS = 10
MEMORY = 700_000_000
_FAILED = ("Traceback (most recent call last)", "internal error", "please report")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xc2[\x80-\x9f]")  # C0, and C1 in UTF-8
_KEEPS_TEXT = ("--diff", "ansi")  # the output is the file's own text, or colors were requested
_CHECK = ["check", "--isolated", "--no-cache"]
_BIB = [
    ["tidy", "--diff"],
    ["tidy", "--diff", "--encode", "tex", "--sort", "fields", "--wrap", "60"],
    [*_CHECK, "--diff", "--unsafe-fixes"],
]
_READ = [
    [*_CHECK, "--output-format", "full"],
    [*_CHECK, "--output-format", "sarif"],
    ["convert", "--to", "csl-json"],
    ["convert", "--to", "bibtex"],
    ["format", "--style", "apa"],
    ["format", "--style", "ieee", "--to", "html", "--links"],
    ["format", "--style", "apa", "--to", "rst"],
    ["format", "--style", "apa", "--to", "latex"],
]


@dataclass(slots=True, frozen=True)
class Outcome:
    """One run: its arguments, the status from `os.wait4`, CPU seconds, and errors."""

    line: list[str]
    seconds: float
    complaints: list[str]


def command_lines(kind: str, path: str) -> list[list[str]]:
    """Return the command lines that read an input of a kind."""
    if kind == "csl":
        return [
            ["style", path],
            ["format", "--style", path, "plain.bib"],
            ["format", "--style", path, "--to", "html", "plain.bib"],
            [*_CHECK, "--style", path, "plain.bib"],
        ]
    if kind == "toml":
        return [["check", "--no-cache", "--config", path, "plain.bib"]]
    if kind == "baseline":
        return [[*_CHECK, "--baseline", path, "plain.bib"]]
    if kind == "csv":
        return [
            ["update", "retractions", path, "-o", "made.tsv"],
            [*_CHECK, "--retractions", path, "plain.bib"],
        ]
    if kind == "name":
        return [
            [*_CHECK, "."],
            ["format", "."],
            ["tidy", "--diff", "."],
            ["convert", "--to", "csl-json", "--", path],
        ]
    return [[*line, path] for line in [*_READ, *(_BIB if kind == "bib" else [])]]


def prepare(hostile: Hostile, folder: Path) -> list[list[str]]:
    """Write an input into a folder, and return the command lines to run in it."""
    (folder / "plain.bib").write_text(PLAIN_BIB)
    if hostile.kind == "arguments":
        line = json.loads(hostile.content)
        assert isinstance(line, list)
        return [line]
    if hostile.kind == "name":
        path = os.fsdecode(hostile.content)
        (folder / path).write_text(PLAIN_BIB)
    else:
        path = f"{hostile.name}.{'json' if hostile.kind == 'baseline' else hostile.kind}"
        (folder / path).write_bytes(hostile.content)
    return command_lines(hostile.kind, path)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files except the outputs."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith("made.")}


def child(line: Sequence[str], folder: Path, out: Path, err: Path) -> None:
    """Run a command in this process, which exits with it."""
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for target, number in ((os.devnull, 0), (out, 1), (err, 2)):
        os.dup2(os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC), number)
    code = 70
    try:
        command(list(line), prog_name="refkit")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 71
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def run(line: list[str], folder: Path, outputs: Path) -> Outcome:
    """Run a command in a child process and return how it ended."""
    out, err = outputs / "out", outputs / "err"
    process = os.fork()
    if not process:
        child(line, folder, out, err)
    _, status, used = os.wait4(process, 0)
    complaints = list(_complaints(line, status, out.read_bytes(), err.read_bytes()))
    return Outcome(line, used.ru_utime + used.ru_stime, complaints)


def _complaints(line: Sequence[str], status: int, out: bytes, err: bytes) -> Iterator[str]:
    if os.WIFSIGNALED(status):
        yield f"killed by {signal.Signals(os.WTERMSIG(status)).name}"
    elif os.WEXITSTATUS(status) not in (0, 1, 2):
        yield f"exit code {os.WEXITSTATUS(status)}"
    said = err.decode("utf-8", "replace")
    if any(word in said for word in _FAILED):
        yield " | ".join(said.strip().splitlines()[-3:])[-300:]
    if _CONTROL.search(err):
        yield f"control character on standard error: {_CONTROL.search(err)}"
    if _CONTROL.search(out) and not any(word in line for word in _KEEPS_TEXT):
        yield f"control character on standard output: {_CONTROL.search(out)}"


def try_input(hostile: Hostile, scratch: Path) -> Iterator[Outcome]:
    """Run every command on one input and yield the outcomes."""
    with tempfile.TemporaryDirectory(dir=scratch) as name, tempfile.TemporaryDirectory() as outputs:
        folder = Path(name)
        lines = prepare(hostile, folder)
        before = contents(folder)
        for line in lines:
            outcome = run(line, folder, Path(outputs))
            if contents(folder) != before:
                outcome.complaints.append("an input was changed, or a file was added")
            yield outcome


def chosen(every: int, largest: int, words: Sequence[str]) -> Iterator[Hostile]:
    """Yield each N-th input that is not too large and has one of the words in its name."""
    fitting = (
        hostile
        for hostile in corpus()
        if len(hostile.content) <= largest
        and (not words or any(word in hostile.name for word in words))
    )
    yield from (hostile for number, hostile in enumerate(fitting) if number % every == 0)


def load_all() -> None:
    """Import every module once, so that no child process has to."""
    for module in pkgutil.walk_packages(refkit.__path__, "refkit."):
        is_extension = module.name.startswith("refkit.ext.")  # needs a package that may be absent
        if module.name != "refkit.__main__" and not is_extension:
            import_module(module.name)
    for library in ("docx", "pypdf"):
        import_module(library)


def main() -> int:
    """Run the inputs that the arguments select, print the failures, and return their number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--largest", type=int, default=1 << 40)
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    runs, failures, slowest = 0, 0, 0.0
    load_all()
    os.environ |= {"XDG_CACHE_HOME": "/nonexistent", "COLUMNS": "100"}
    with tempfile.TemporaryDirectory() as scratch:
        for hostile in chosen(options.every, options.largest, options.words):
            for outcome in try_input(hostile, Path(scratch)):
                runs += 1
                slowest = max(slowest, outcome.seconds)
                for complaint in outcome.complaints:
                    shown = " ".join(word[:60] for word in outcome.line)
                    print(ascii(f"{hostile.name}: {shown}: {complaint}")[1:-1], flush=True)
                failures += bool(outcome.complaints)
    print(f"{runs} runs, {failures} failed, slowest {slowest:.1f} CPU s")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
