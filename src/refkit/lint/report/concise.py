"""One line per finding: `file:line:column: CODE severity: message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._headline import headline
from refkit.lint.report._selection import selection
from refkit.lint.report._summary import hidden, summary
from refkit.lint.report._text import escaped, paint
from refkit.lint.report._view import PLAIN, View
from refkit.records import replace

if TYPE_CHECKING:
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one line per finding, also for those of a habit, then the summary."""
    view = replace(view, width=0, show_all=True)
    chosen = selection(report.findings, view)
    for name, group in chosen.by_file():
        shown_name = paint(escaped(name), "1", view.color)
        for shown in group:
            position = shown.finding.position
            yield headline(shown, view, f"{shown_name}:{position.line}:{position.column}: ")
    yield from hidden(chosen)
    yield from summary(report)
