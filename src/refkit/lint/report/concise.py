"""One line per finding: `file:line:column: CODE message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._summary import summary
from refkit.lint.report._text import escaped, message, paint

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report


def render(report: Report, color: bool = False) -> Iterator[str]:
    """Yield one line per finding, then the summary."""
    for finding in report.findings:
        yield headline(finding, color) + "\n"
    yield from summary(report)


def headline(finding: Finding, color: bool) -> str:
    """Return `file:line:column: CODE message`, with `[*]` if `--fix` can fix it."""
    place = f"{paint(escaped(finding.file), '1', color)}:{finding.line}:{finding.column}:"
    mark = (
        f"{paint('[*]', '36', color)} "
        if finding.fix and finding.fix.safety.value == "safe"
        else ""
    )
    return f"{place} {paint(finding.code, '1;31', color)} {mark}{message(finding)}"
