"""Frequency of each rule's findings on real files.

    python -m benchmarks.rules [--show CODE]... [--count N] [FILE or FOLDER]...

Prints the percentage of entries and the number of files for every rule with findings; with `--show` also a sample of
N findings (default: 20). Default: `bib-real` in REFKIT_CASES. All rules run, with 2026-11-22 as today's date.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from refkit.formats import bibtex
from refkit.lint.engine import check
from refkit.lint.registry import all_rules
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.source import decode

ROOT = Path(__file__).parents[1]
TODAY = datetime.date(2026, 11, 22)


def bib_files(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the named files, and the .bib files in the named folders."""
    for path in map(Path, paths):
        yield from sorted(path.rglob("*.bib")) if path.is_dir() else [path]


def findings(files: Iterable[Path], settings: Settings) -> tuple[int, list[Finding]]:
    """Return the number of entries and the findings; each file is checked by itself."""
    entries, result = 0, []
    for file in files:
        library = bibtex.read(decode(file.read_bytes(), file.name))
        entries += len(library.entries)
        result += check(library, settings)
    return entries, result


def table(entries: int, all_findings: Iterable[Finding]) -> str:
    """Return the table with one line per rule."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in all_findings:
        by_code[finding.code].append(finding)
    lines = [f"{entries} entries", f"{'rule':34}{'default':>8}{'findings':>10}{'%':>8}{'files':>7}"]
    for rule in all_rules():
        rule_findings = by_code.get(rule.code)
        if rule_findings:
            share = 100 * len({(f.file, f.key) for f in rule_findings}) / entries
            files = len({f.file for f in rule_findings})
            on = "on" if rule.default and not rule.preview else "off"
            lines.append(
                f"{rule.code + ' ' + rule.name:34}{on:>8}{len(rule_findings):10}{share:8.2f}{files:7}"
            )
    return "\n".join(lines)


def sample(all_findings: list[Finding], code: str, count: int) -> str:
    """Return some findings of a rule, spread evenly over all of its findings."""
    rule_findings = [finding for finding in all_findings if finding.code == code]
    step = max(1, len(rule_findings) // count)
    return "\n".join(
        f"{f.file}:{f.line} {f.key}: {f.message}" for f in rule_findings[::step][:count]
    )


def main(arguments: list[str]) -> int:
    """Print the table and the requested findings."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="append", default=[], metavar="CODE")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args(arguments)
    cases = Path(os.environ.get("REFKIT_CASES") or ROOT.parent / "shared" / "cases") / "bib-real"
    if not options.paths and not cases.is_dir():
        print(f"skipped, there is no folder {cases}; name files or folders, or set REFKIT_CASES")
        return 0
    settings = Settings(select=("ALL",), preview=True, today=TODAY)
    entries, all_findings = findings(bib_files(options.paths or [str(cases)]), settings)
    if not entries:
        print("no entries in these files", file=sys.stderr)
        return 2
    print(table(entries, all_findings))
    for code in options.show:
        print(f"\n{code}\n{sample(all_findings, code, options.count)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
