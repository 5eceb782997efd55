"""One line per finding: `file:line:column: CODE severity: message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._summary import summary
from refkit.lint.report._text import escaped, message, paint

if TYPE_CHECKING:
    from refkit.lint.rule import Finding, Severity
    from refkit.lint.run import Report


COLORS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;34"}


def render(report: Report, color: bool = False) -> Iterator[str]:
    """Yield one line per finding, then the summary."""
    for finding in report.findings:
        yield headline(finding, color) + "\n"
    yield from summary(report)


def headline(finding: Finding, color: bool) -> str:
    """Return `file:line:column: CODE severity: message`, with `[*]` if `--fix` can fix it."""
    place = f"{paint(escaped(finding.file), '1', color)}:{finding.line}:{finding.column}:"
    mark = (
        f"{paint('[*]', '36', color)} "
        if finding.fix and finding.fix.safety.value == "safe"
        else ""
    )
    said = f"{finding.code} {finding.severity}:"
    return f"{place} {paint(said, COLORS[finding.severity], color)} {mark}{message(finding)}"
