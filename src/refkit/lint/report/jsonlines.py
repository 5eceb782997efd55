"""One JSON object per finding, each on its own line."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps
from typing import TYPE_CHECKING

from refkit.lint.report._view import PLAIN, View
from refkit.lint.report.json import record

if TYPE_CHECKING:
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one object per line."""
    for finding in report.findings:
        yield dumps(record(finding)) + "\n"
