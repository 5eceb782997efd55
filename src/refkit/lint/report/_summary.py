"""The summary of a run in one or two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.lint.options import SEVERITIES
from refkit.lint.rule import Finding

if TYPE_CHECKING:
    from refkit.lint.report._selection import Selection
    from refkit.lint.run import Report


def summary(report: Report) -> Iterator[str]:
    """Yield the number of problems, of fixed problems and of problems that can be fixed."""
    found = len(report.findings)
    if report.request.fix_only:
        yield f"Fixed {counted(len(report.applied), 'problem')}.\n"
        return
    if report.applied:
        parts = f": {', '.join(_severities(report.findings))}" if found else ""
        yield f"Fixed {counted(len(report.applied), 'problem')}, {found:,} left{parts}.\n"
    elif found:
        files = len({finding.file for finding in report.findings})
        parts = ", ".join(_severities(report.findings))
        yield f"Found {counted(found, 'problem')} in {counted(files, 'file')}: {parts}.\n"
    elif report.sources:
        yield f"No problems in {counted(len(report.sources), 'file')}.\n"
    elif not report.errors:
        yield f"No file to check{'' if report.empty else ': all are excluded'}.\n"
    if report.accepted:
        yield f"{counted(report.accepted, 'problem')} accepted by the baseline.\n"
    yield from _fixable(report)


def hidden(selection: Selection) -> Iterator[str]:
    """Yield the number of findings that are not shown, if any."""
    if selection.hidden:
        yield f"... and {selection.hidden:,} more; use `--max-findings 0` to see them\n\n"


def _severities(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield "2 errors", "1 warning", "3 infos": the most severe first."""
    counts = Counter(finding.severity for finding in findings)
    return (counted(counts[severity], severity) for severity in SEVERITIES if counts[severity])


def _fixable(report: Report) -> Iterator[str]:
    safe = sum(1 for f in report.findings if f.fix and f.fix.applies)
    unsafe = sum(1 for f in report.findings if f.fix and not f.fix.applies)
    if safe:
        yield f"[*] {safe:,} can be fixed with `--fix`.\n"
    if unsafe:
        yield f"{unsafe:,} can be fixed with `--fix --unsafe-fixes`, which may change the typeset output.\n"


def counted(number: int, noun: str) -> str:
    """Return "1 file", "2,000 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def statistics(report: Report) -> Iterator[str]:
    """Yield the number of findings of each rule, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7} {code} {name}\n"
