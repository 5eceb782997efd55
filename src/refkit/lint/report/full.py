"""Each finding with its source line and carets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._headline import headline, wrapped
from refkit.lint.report._selection import Shown, selection
from refkit.lint.report._summary import hidden, summary
from refkit.lint.report._text import escaped, excerpt, paint
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield each finding with its source line, then the summary."""
    chosen = selection(report.findings, view)
    for shown in chosen.shown:
        finding = shown.finding
        name = paint(escaped(finding.file), "1", view.color)
        yield headline(shown, view, f"{name}:{finding.line}:{finding.column}: ")
        yield from _lines(shown, view)
        yield "\n"
    yield from hidden(chosen)
    yield from summary(report)


def _lines(shown: Shown, view: View) -> Iterator[str]:
    number = str(shown.finding.line)
    margin = " " * (len(number) + 1)
    line, carets = excerpt(shown.finding, view.width and view.width - len(margin) - len("| "))
    bar = paint("|", "34", view.color)
    yield f"{margin}{bar}\n"
    yield f"{paint(number, '34', view.color)} {bar} {line}\n"
    yield f"{margin}{bar} {paint(carets, '31', view.color)}\n"
    for note in _notes(shown):
        yield f"{margin}= " + "\n".join(wrapped(note, view.width, len(margin) + 2)) + "\n"


def _notes(shown: Shown) -> Iterator[str]:
    fix = shown.finding.fix
    if fix:
        yield f"fix ({fix.safety.value}): {escaped(fix.title)}"
    if shown.count > 1:
        yield f"`--show-all` lists all {shown.count:,}"
