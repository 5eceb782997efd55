"""Measure the rules on bibliographies that nobody looked at while the rules were written.

    python tools/rule_evidence.py FILE_OR_FOLDER...                       # findings per rule in both halves
    python tools/rule_evidence.py FILE_OR_FOLDER... --show DAT220         # some findings to learn from
    python tools/rule_evidence.py FILE_OR_FOLDER... --judge DAT220 --out findings.jsonl
    python tools/rule_evidence.py --score findings.jsonl --record         # after somebody has read them

The files are split by the repository in their name: the part before the first `__`, or else the folder. Repositories
whose SHA-256 is even form the half to look at, the others the half to count on. `--show` prints findings of the half to
look at only. `--judge` writes a sample of the half to count on, for a reader who did not write the rule: the reader
replaces each `"right": null` with true or false. `--score` computes the precision, and `--record` stores it in
docs/evidence.json, from which docs/make_rules.py takes the figures. Every file is checked by itself, without network
and configuration.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import random
import re
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from refkit.api import check, load
from refkit.errors import RefkitError
from refkit.formats._search import expand
from refkit.lint.registry import all_rules
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.library import Library
from refkit.model.source import Source

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from tools._evidence import (  # noqa: E402
    COUNT,
    LOOK,
    Judged,
    Question,
    insufficient,
    load_evidence,
    markdown_table,
    record,
    score,
)

TODAY = datetime.date(2026, 11, 30)
HALVES = (LOOK, COUNT)
MEDIUM_FILE = range(50, 201)  # entries of a file whose number of findings is typical of a thesis
LINES_AROUND = 40  # the most lines to show of a text without entries
IN_BACKTICKS = re.compile(r"`([^`\s]+)`")


@dataclass(frozen=True, slots=True)
class Report:
    """The findings in one file, and the half that its repository belongs to."""

    path: str
    half: str
    library: Library
    findings: Sequence[Finding]


def repository(path: str) -> str:
    """Return the name of the repository that a file is from."""
    name, separator, _ = Path(path).name.partition("__")
    return name if separator and name else Path(path).resolve().parent.name


def half_of(name: str) -> str:
    """Return the half that a repository belongs to.

    SHA-256, because files are often selected by the parity of a SHA-1, after which all of them are in one half.
    """
    return HALVES[int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2]


def check_files(paths: Sequence[str], settings: Settings) -> Iterator[Report]:
    """Check each file by itself; a file that cannot be read is reported on stderr and skipped."""
    for path in expand(paths):
        try:
            library = load(path)
            yield Report(path, half_of(repository(path)), library, check(library, settings))
        except RefkitError as error:
            print(f"{path}: skipped, {error}", file=sys.stderr)


def findings_by_rule(
    reports: Iterable[Report], half: str
) -> dict[str, list[tuple[Report, Finding]]]:
    """Return the findings in one half of the files, by code, in the order of the codes."""
    result: dict[str, list[tuple[Report, Finding]]] = {}
    for report in reports:
        if report.half == half:
            for finding in report.findings:
                result.setdefault(finding.code, []).append((report, finding))
    return dict(sorted(result.items()))


def table(reports: Sequence[Report], recorded: Mapping[str, Judged]) -> str:
    """Return the number of findings per rule in both halves, and the recorded precision."""
    halves = [findings_by_rule(reports, half) for half in HALVES]
    names = {rule.code: rule.name for rule in all_rules()}
    lines = [
        *(_describe(reports, half) for half in HALVES),
        f"{'rule':34}{'look':>8}{'files':>7}{'count':>8}{'files':>7}{'right':>9}",
    ]
    for code in sorted({code for half in halves for code in half}):
        figures = "".join(_figures(half.get(code, [])) for half in halves)
        judged = recorded.get(code)
        right = f"{judged.right}/{judged.read}" if judged else ""
        lines.append(f"{code + ' ' + names.get(code, ''):34}{figures}{right:>9}".rstrip())
    return "\n".join(lines)


def _figures(findings: Sequence[tuple[Report, Finding]]) -> str:
    return f"{len(findings):8}{len({report.path for report, _ in findings}):7}"


def _describe(reports: Iterable[Report], half: str) -> str:
    """Return the size of a half, and the median number of findings in its files of medium size."""
    own = [report for report in reports if report.half == half]
    medium = [len(r.findings) for r in own if len(r.library) in MEDIUM_FILE]
    median = f"{statistics.median(medium):g}" if medium else "unknown"
    repositories = len({repository(report.path) for report in own})
    return (
        f"{half}: {sum(len(report.library) for report in own)} entries in {len(own)} files of "
        f"{repositories} repositories; median of findings: {median} in {len(medium)} files of "
        f"{MEDIUM_FILE[0]} to {MEDIUM_FILE[-1]} entries"
    )


def sample_of(
    reports: Iterable[Report], selectors: Sequence[str], half: str, size: int, seed: int
) -> list[Question]:
    """Return a sample of the findings of each selected rule in one half, to be judged."""
    questions: list[Question] = []
    for code, findings in findings_by_rule(reports, half).items():
        if any(selector == "ALL" or code.startswith(selector) for selector in selectors):
            chosen = random.Random(f"{seed} {code}").sample(findings, min(size, len(findings)))
            questions += [_question(report, finding, len(findings)) for report, finding in chosen]
    return questions


def _question(report: Report, finding: Finding, firings: int) -> Question:
    entry, *related = texts_of(report.library, finding)
    marked = finding.source.slice(finding.span) if finding.source else ""
    return Question(
        finding.code, report.half, firings, report.path, finding.line, finding.key, finding.message,
        marked, entry, related,
    )  # fmt: skip


def texts_of(library: Library, finding: Finding) -> list[str]:
    """Return the text of the entry with a finding, and those of the entries that its message names."""
    source, start = finding.source, finding.span.start
    own = next(
        (e for e in library.entries if e.source is source and e.span.start <= start < e.span.end),
        None,
    )
    named = {*IN_BACKTICKS.findall(finding.message)} - {finding.key}
    texts = [entry.source.slice(entry.span) for entry in library.entries if entry.key in named]
    if own is not None and source is not None:
        return [source.slice(own.span), *texts]
    return [paragraph(source, finding.line) if source else "", *texts]


def paragraph(source: Source, number: int) -> str:
    """Return the lines around a line, up to empty lines."""
    lines = source.text.splitlines()
    first = last = min(number, len(lines)) - 1
    while first > 0 and lines[first - 1].strip() and last - first < LINES_AROUND:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip() and last - first < LINES_AROUND:
        last += 1
    return "\n".join(lines[first : last + 1]) if lines else ""


def as_text(question: Question) -> str:
    """Return a finding for reading, with its entry and those that its message names."""
    head = f"{question.file}:{question.line} {question.key} {question.code}: {question.message}"
    return "\n\n".join([head, question.entry, *question.related]) + "\n"


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="FILE_OR_FOLDER")
    add(
        "--select",
        action="append",
        default=[],
        metavar="CODE",
        help="rules to run (default: those on by default)",
    )
    add(
        "--today",
        type=datetime.date.fromisoformat,
        default=TODAY,
        help=f"the date to treat as today (default: {TODAY})",
    )
    add(
        "--show",
        action="append",
        default=[],
        metavar="CODE",
        help="print findings of a rule or family, or of ALL",
    )
    add(
        "--judge",
        action="append",
        default=[],
        metavar="CODE",
        help="write findings as JSON Lines to be judged",
    )
    add("--half", choices=HALVES, default=COUNT, help="the half that --judge uses (default: count)")
    add(
        "--sample",
        type=int,
        default=20,
        help="findings per rule for --show and --judge (default: 20)",
    )
    add("--seed", type=int, default=1, help="another sample (default: 1)")
    add("--out", type=Path, help="the file that --judge writes (default: stdout)")
    add(
        "--score",
        nargs="+",
        default=[],
        metavar="FILE",
        help="compute the precision from judged files",
    )
    add("--record", action="store_true", help="store the result of --score in docs/evidence.json")
    options = parser.parse_args(arguments)
    if bool(options.paths) == bool(options.score):
        parser.error("name files to check, or judged files with --score")
    return options


def main(arguments: Sequence[str]) -> int:
    """Print the table, the requested findings or the precision."""
    options = parse_arguments(arguments)
    if options.score:
        return score_files(options.score, options.record)
    settings = Settings(select=tuple(options.select), today=options.today)
    reports = list(check_files(options.paths, settings))
    size, seed = options.sample, options.seed
    if options.show:
        print("\n".join(map(as_text, sample_of(reports, options.show, LOOK, size, seed))))
    elif options.judge:
        questions = sample_of(reports, options.judge, options.half, size, seed)
        lines = "".join(json.dumps(asdict(q), ensure_ascii=False) + "\n" for q in questions)
        options.out.write_text(lines, encoding="utf-8") if options.out else print(lines, end="")
    else:
        print(table(reports, load_evidence()))
    return 0


def score_files(paths: Sequence[str], recording: bool) -> int:
    """Print the precision of each rule in judged files, and store it on request."""
    try:
        judged = score(paths, datetime.date.today().isoformat())
        if recording:
            record(judged)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    print(markdown_table(judged))
    for code in insufficient(judged):
        print(f"{code} is on by default without sufficient figures", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
