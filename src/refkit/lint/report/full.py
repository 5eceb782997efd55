"""Each finding with its source line and carets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._summary import summary
from refkit.lint.report._text import escaped, excerpt, paint
from refkit.lint.report.concise import headline

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report


def render(report: Report, color: bool = False) -> Iterator[str]:
    """Yield each finding with its source line, then the summary."""
    for finding in report.findings:
        yield headline(finding, color) + "\n"
        yield from _lines(finding, color)
        yield "\n"
    yield from summary(report)


def _lines(finding: Finding, color: bool) -> Iterator[str]:
    line, carets = excerpt(finding)
    number = str(finding.line)
    margin = " " * (len(number) + 1)
    bar = paint("|", "34", color)
    yield f"{margin}{bar}\n"
    yield f"{paint(number, '34', color)} {bar} {line}\n"
    yield f"{margin}{bar} {paint(carets, '31', color)}\n"
    if finding.fix:
        yield f"{margin}= fix ({finding.fix.safety.value}): {escaped(finding.fix.title)}\n"
