"""The findings of each file below its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._headline import listed
from refkit.lint.report._selection import selection
from refkit.lint.report._summary import hidden, summary
from refkit.lint.report._text import escaped, paint
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the name of each file and its findings, then the summary."""
    chosen = selection(report.findings, view)
    for name, group in chosen.by_file():
        yield paint(escaped(name), "1", view.color) + ":\n"
        yield from listed(group, view)
        yield "\n"
    yield from hidden(chosen)
    yield from summary(report, chosen.problems)
