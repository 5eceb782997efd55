"""A Markdown table per file, for comments and summaries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from refkit.lint.report._summary import summary
from refkit.lint.report._text import escaped, message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the findings of each file as a table, then the summary."""
    for name, findings in groupby(report.findings, key=lambda finding: finding.file):
        yield f"### {_code(name)}\n\n| line | entry | severity | rule | problem |\n|---:|---|---|---|---|\n"
        for finding in findings:
            key = _code(finding.key) if finding.key else ""
            yield f"| {finding.line} | {key} | {_labels(finding)} | {_cell(message(finding))} |\n"
        yield "\n"
    yield from summary(report)


def _labels(finding: Finding) -> str:
    return f"{finding.severity} | {finding.code}"


def _code(text: str) -> str:
    return f"`{escaped(text).replace('`', chr(0x2BB)).replace('|', chr(92) + '|')}`"


def _cell(text: str) -> str:
    """Escape the markup in a message, except in backticks."""
    return text.replace("|", "\\|").replace("<", "&lt;")
