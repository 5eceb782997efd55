"""A JSON array of findings, with positions, keys and all fixes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._record import LEVELS, ends, json_pieces, path
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report
    from refkit.model.source import Position


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one array; non-ASCII characters are escaped, which is safe for terminals."""
    return json_pieces(lambda found: found, map(record, report.findings))


def record(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON types."""
    start, end = ends(finding)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "level": LEVELS[finding.severity],
        "message": finding.message,
        "filename": path(finding),
        "key": finding.key,
        "location": _place(start),
        "end_location": _place(end),
        "fix": _fix(finding),
    }


def _place(position: Position) -> dict[str, int]:
    return {"row": position.line, "column": position.column}


def _fix(finding: Finding) -> dict[str, object] | None:
    if finding.fix is None:
        return None
    edits = []
    for edit in finding.fix.edits:
        start, end = ends(finding, edit.span)
        edits.append({"content": edit.text, "location": _place(start), "end_location": _place(end)})
    return {"applicability": finding.fix.safety.value, "message": finding.fix.title, "edits": edits}
