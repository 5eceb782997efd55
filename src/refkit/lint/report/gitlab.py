"""GitLab's code quality report.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from typing import TYPE_CHECKING

from refkit.lint.report._record import ends, json_pieces, path, with_fingerprints
from refkit.lint.report._text import message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one array of issues."""
    return json_pieces(lambda found: found, starmap(_issue, with_fingerprints(report.findings)))


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    start, end = ends(finding)
    return {
        "description": f"{finding.code}: {message(finding)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": path(finding),
            "positions": {
                "begin": {"line": start.line, "column": start.column},
                "end": {"line": end.line, "column": end.column},
            },
        },
    }
