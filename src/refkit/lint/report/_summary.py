"""The summary of a run in one or two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.rule import Safety

if TYPE_CHECKING:
    from refkit.lint.run import Report


def summary(report: Report) -> Iterator[str]:
    """Yield the number of problems, of fixed problems and of problems that can be fixed."""
    found = len(report.findings)
    if report.applied:
        yield f"Fixed {counted(len(report.applied), 'problem')}, {found} left.\n"
    elif found:
        files = len({finding.file for finding in report.findings})
        yield f"Found {counted(found, 'problem')} in {counted(files, 'file')}.\n"
    elif report.sources:
        yield f"No problems in {counted(len(report.sources), 'file')}.\n"
    elif not report.errors:
        yield "No file to check: all are excluded.\n"
    if report.accepted:
        yield f"{counted(report.accepted, 'problem')} accepted by the baseline.\n"
    yield from _fixable(report)


def _fixable(report: Report) -> Iterator[str]:
    safe = sum(1 for f in report.findings if f.fix and f.fix.safety is Safety.SAFE)
    unsafe = sum(1 for f in report.findings if f.fix and f.fix.safety is Safety.UNSAFE)
    if safe:
        yield f"[*] {safe} can be fixed with `--fix`.\n"
    if unsafe:
        yield f"{unsafe} can be fixed with `--fix --unsafe-fixes`, which may change the typeset output.\n"


def counted(number: int, noun: str) -> str:
    """Return "1 file", "2 files"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def statistics(report: Report) -> Iterator[str]:
    """Yield the number of findings of each rule, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7} {code} {name}\n"
