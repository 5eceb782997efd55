"""The summary of a run in one or two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.lint.options import SEVERITIES
from refkit.lint.rule import Finding

if TYPE_CHECKING:
    from refkit.lint.options import Severity
    from refkit.lint.report._selection import Selection
    from refkit.lint.run import Report


def summary(report: Report, problems: Mapping[Severity, int] | None = None) -> Iterator[str]:
    """Yield the number of problems, of fixed problems and of problems that can be fixed.

    `problems` are their numbers by severity as shown; without them, each finding is a problem.
    """
    found = len(report.findings)
    if report.request.fix_only:
        yield f"Fixed {counted(len(report.applied), 'problem')}.\n"
        return
    if report.applied:
        parts = f": {', '.join(_severities(report.findings))}" if found else ""
        yield f"Fixed {counted(len(report.applied), 'problem')}, {found:,} left{parts}.\n"
    elif found:
        yield f"Found {_found(report.findings, problems)}.\n"
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


def _found(findings: Sequence[Finding], problems: Mapping[Severity, int] | None) -> str:
    """Return "9 problems in 16 places of 1 file: 5 errors, 4 warnings; and 36 infos"."""
    places = Counter(finding.severity for finding in findings)
    infos = places.pop("info", 0)
    shown = {severity: (problems or places).get(severity, 0) for severity in places}
    number, total = sum(shown.values()), places.total()
    where = counted(len({finding.file for finding in findings}), "file")
    if not number:
        return f"{counted(infos, 'info')} in {where}"
    extent = f"in {total:,} places of" if total > number else "in"
    parts = ", ".join(
        counted(shown[severity], severity) for severity in SEVERITIES if severity in shown
    )
    also = f"; and {counted(infos, 'info')}" if infos else ""
    return f"{counted(number, 'problem')} {extent} {where}: {parts}{also}"


def _severities(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield "2 errors", "1 warning", "3 infos": the most severe first."""
    counts = Counter(finding.severity for finding in findings)
    return (counted(counts[severity], severity) for severity in SEVERITIES if counts[severity])


def _fixable(report: Report) -> Iterator[str]:
    """Yield how many problems more options would fix."""
    request = report.request
    is_all = request.fix and request.unsafe_fixes
    safe = 0 if request.fix else sum(1 for f in report.findings if f.fix and f.fix.applies)
    unsafe = 0 if is_all else sum(1 for f in report.findings if f.fix and not f.fix.applies)
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
