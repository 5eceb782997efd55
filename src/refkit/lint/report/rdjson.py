"""The diagnostic format of Reviewdog, with fixes as suggestions.

Source: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._record import ends, json_pieces, path
from refkit.lint.report._text import message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report
    from refkit.model.source import Span

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one DiagnosticResult."""
    return json_pieces(
        lambda found: {
            "source": {"name": "refkit"}, "severity": "WARNING", "diagnostics": found,
        },
        map(_diagnostic, report.findings),
    )  # fmt: skip


def _diagnostic(finding: Finding) -> dict[str, object]:
    edits = finding.fix.edits if finding.fix else ()
    return {
        "message": message(finding),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
        "location": {"path": path(finding), "range": _range(finding, finding.span)},
        "suggestions": [{"range": _range(finding, e.span), "text": e.text} for e in edits],
    }


def _range(finding: Finding, span: Span) -> dict[str, object]:
    start, end = ends(finding, span)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
