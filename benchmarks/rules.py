"""How often each rule fires on real files, and what it says.

    python -m benchmarks.rules [--show CODE]... [--count N] [FILE or FOLDER]...

Prints, for every rule that fires, the share of entries and the number of files; with `--show` also N findings
(default 20), spread over all, to be read. Default: `bib-real` in REFKIT_CASES. All rules run, at the fixed day
2026-11-22.
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
    """Give the files that are named, and the .bib files of the folders that are."""
    for path in map(Path, paths):
        yield from sorted(path.rglob("*.bib")) if path.is_dir() else [path]


def findings(files: Iterable[Path], settings: Settings) -> tuple[int, list[Finding]]:
    """Return the number of entries and what the rules find, each file by itself."""
    entries, found = 0, []
    for file in files:
        library = bibtex.read(decode(file.read_bytes(), file.name))
        entries += len(library.entries)
        found += check(library, settings)
    return entries, found


def table(entries: int, found: Iterable[Finding]) -> str:
    """Return the rates, one rule a line."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_code[finding.code].append(finding)
    lines = [f"{entries} entries", f"{'rule':34}{'default':>8}{'findings':>10}{'%':>8}{'files':>7}"]
    for rule in all_rules():
        own = by_code.get(rule.code)
        if own:
            share = 100 * len({(f.file, f.key) for f in own}) / entries
            files = len({f.file for f in own})
            on = "on" if rule.default and not rule.preview else "off"
            lines.append(
                f"{rule.code + ' ' + rule.name:34}{on:>8}{len(own):10}{share:8.2f}{files:7}"
            )
    return "\n".join(lines)


def sample(found: list[Finding], code: str, count: int) -> str:
    """Return some findings of a rule, spread evenly over all of its findings."""
    own = [finding for finding in found if finding.code == code]
    step = max(1, len(own) // count)
    return "\n".join(f"{f.file}:{f.line} {f.key}: {f.message}" for f in own[::step][:count])


def main(arguments: list[str]) -> int:
    """Print the table, and what is asked to be shown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="append", default=[], metavar="CODE")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("paths", nargs="*")
    asked = parser.parse_args(arguments)
    cases = Path(os.environ.get("REFKIT_CASES") or ROOT.parent / "shared" / "cases") / "bib-real"
    if not asked.paths and not cases.is_dir():
        print(f"skipped, there is no folder {cases}; name files or folders, or set REFKIT_CASES")
        return 0
    settings = Settings(select=("ALL",), preview=True, today=TODAY)
    entries, found = findings(bib_files(asked.paths or [str(cases)]), settings)
    if not entries:
        print("no entries in these files", file=sys.stderr)
        return 2
    print(table(entries, found))
    for code in asked.show:
        print(f"\n{code}\n{sample(found, code, asked.count)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
