"""Each finding with its source line and carets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from refkit.lint.report._headline import headline, listed, note, others
from refkit.lint.report._selection import Shown, selection
from refkit.lint.report._summary import hidden, summary
from refkit.lint.report._text import escaped, excerpt, paint
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.run import Report

ABOUT_INFOS = "habits and style; `--show-all` lists each place"


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield each finding with its source line, the infos of each file in one list, then the summary."""
    chosen = selection(report.findings, view)
    for name, group in chosen.by_file():
        blocks, infos = (group, []) if view.show_all else _without_infos(group)
        for shown in blocks:
            yield from _block(shown, view)
        if infos:
            yield f"{paint(escaped(name), '1', view.color)}: {ABOUT_INFOS}\n"
            yield from listed(infos, view)
            yield "\n"
    yield from hidden(chosen)
    yield from summary(report, chosen.problems)


def _without_infos(group: Sequence[Shown]) -> tuple[list[Shown], list[Shown]]:
    """Return the errors and warnings of a file, and its infos."""
    infos = [shown for shown in group if shown.finding.severity == "info"]
    return [shown for shown in group if shown.finding.severity != "info"], infos


def _block(shown: Shown, view: View) -> Iterator[str]:
    finding = shown.finding
    name = paint(escaped(finding.file), "1", view.color)
    yield headline(shown, view, f"{name}:{finding.line}:{finding.column}: ")
    yield from _lines(shown, view)
    yield "\n"


def _lines(shown: Shown, view: View) -> Iterator[str]:
    number = str(shown.finding.line)
    margin = " " * (len(number) + 1)
    line, carets = excerpt(shown.finding, view.width and view.width - len(margin) - len("| "))
    bar = paint("|", "34", view.color)
    yield f"{margin}{bar}\n"
    yield f"{paint(number, '34', view.color)} {bar} {line}\n"
    yield f"{margin}{bar} {paint(carets, '31', view.color)}\n"
    fix = shown.finding.fix
    if fix:
        yield note(f"fix ({fix.safety.value}): {escaped(fix.title)}", view, len(margin))
    if shown.count > 1:
        yield note(others(shown), view, len(margin))
