"""Fraction of the HALLMARK benchmark that the offline rules detect, per rule.

    python -m benchmarks.hallmark [FOLDER] [--all]

HALLMARK (MIT) labels references as HALLUCINATED or VALID. An entry is detected if a rule of the families DAT, IDS or
SIG has a finding for it, without network, with 2026-11-22 as today's date. FOLDER contains the benchmark's `*.jsonl`
files; default: `hallmark` in REFKIT_CASES. `--all` also runs the rules that are off by default.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from refkit.formats import bibtex
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

ROOT = Path(__file__).parents[1]
FAMILIES = ("DAT", "IDS", "SIG")
TODAY = datetime.date(2026, 11, 22)
FILES = ("dev_public.jsonl", "test_public.jsonl")


def read_rows(folder: Path) -> list[dict[str, object]]:
    """Return the labelled references of the public splits in the folder."""
    return [
        json.loads(line)
        for name in FILES
        if (folder / name).exists()
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
        if line
    ]


def as_bibtex(rows: Iterable[Mapping[str, object]]) -> str:
    """Return the references as entries with their indexes as keys."""
    entries = []
    for index, row in enumerate(rows):
        fields = row["fields"]
        assert isinstance(fields, dict)
        lines = [
            f"  {name} = {{{value}}}," for name, value in fields.items() if _is_balanced(str(value))
        ]
        entries.append("\n".join([f"@{row['bibtex_type']}{{e{index},", *lines, "}"]))
    return "\n\n".join(entries) + "\n"


def _is_balanced(value: str) -> bool:
    return value.count("{") == value.count("}")


def codes_by_row(rows: list[dict[str, object]], settings: Settings) -> dict[int, set[str]]:
    """Return the codes of the rules with findings by the index of the reference."""
    library = bibtex.read(Source(as_bibtex(rows), "hallmark.bib"))
    codes: dict[int, set[str]] = {}
    for finding in check(library, settings):
        if finding.code.startswith(FAMILIES):
            codes.setdefault(int(finding.key[1:]), set()).add(f"{finding.code} {finding.name}")
    return codes


def report(rows: list[dict[str, object]], codes: Mapping[int, set[str]]) -> str:
    """Return a table of the percentages by label, by kind of hallucination and by rule."""
    labels = [str(row["label"]) for row in rows]
    kinds = [str(row.get("hallucination_type") or "valid") for row in rows]
    lines = []
    for groups in (labels, kinds):
        total, hits = Counter(groups), Counter(groups[index] for index in codes)
        lines += [
            f"{name:28}{hits[name]:5} of {total[name]:4} {100 * hits[name] / total[name]:6.1f} %"
            for name in sorted(total)
        ]
        lines.append("")
    rules = Counter(
        (code, labels[index]) for index, row_codes in codes.items() for code in row_codes
    )
    lines.append(f"{'rule':32}{'hallucinated':>14}{'valid':>7}")
    for code in sorted({code for code, _ in rules}):
        lines.append(f"{code:32}{rules[code, 'HALLUCINATED']:14}{rules[code, 'VALID']:7}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the report of a folder."""
    folders = [word for word in arguments if not word.startswith("--")]
    cases = Path(os.environ.get("REFKIT_CASES") or ROOT.parent / "shared" / "cases")
    folder = Path(folders[0]) if folders else cases / "hallmark"
    if not folders and not folder.is_dir():
        print(f"skipped, there is no folder {folder}; `tools/fetch_cases.py hallmark` downloads it")
        return 0
    rows = read_rows(folder)
    if not rows:
        print(f"no benchmark in {folder}", file=sys.stderr)
        return 2
    settings = Settings(select=FAMILIES if "--all" in arguments else (), today=TODAY)
    print(report(rows, codes_by_row(rows, settings)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
