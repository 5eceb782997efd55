"""The findings of each file below its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from refkit.lint.report._headline import headline
from refkit.lint.report._selection import Shown, selection
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
        yield from _lines(group, view)
        yield "\n"
    yield from hidden(chosen)
    yield from summary(report)


def _lines(group: Sequence[Shown], view: View) -> Iterator[str]:
    places = [f"{shown.finding.line}:{shown.finding.column}" for shown in group]
    longest = max(map(len, places))
    for shown, place in zip(group, places, strict=True):
        yield headline(shown, view, f"  {place:>{longest}} ")
