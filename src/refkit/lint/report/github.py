"""GitHub Actions' workflow commands, which annotate the changed lines of a pull request.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.options import SEVERITIES
from refkit.lint.report._record import ends, path
from refkit.lint.report._text import escaped, message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.run import Report

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one command per finding, the most severe first: GitHub shows ten of each kind per step."""
    for finding in sorted(report.findings, key=lambda found: SEVERITIES.index(found.severity)):
        start, end = ends(finding)
        where = {
            "title": f"refkit ({finding.code})",
            "file": path(finding),
            "line": str(start.line),
            "col": str(start.column),
            "endLine": str(end.line),
            "endColumn": str(end.column),
        }
        said = ",".join(f"{name}={_property(value)}" for name, value in where.items())
        place = f"{path(finding)}:{start.line}:{start.column}: {finding.code} "
        yield f"::{COMMANDS[finding.severity]} {said}::{_escape(escaped(place) + message(finding))}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(escaped(text)).replace(":", "%3A").replace(",", "%2C")
