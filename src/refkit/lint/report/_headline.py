"""The line of a finding: code, severity and message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from refkit.lint.report._text import message, paint, width

if TYPE_CHECKING:
    from refkit.lint.options import Severity
    from refkit.lint.report._selection import Shown
    from refkit.lint.report._view import View

COLORS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;34"}
INDENT = 4  # columns of the second line and those that follow
NARROWEST = 40  # columns of a terminal
MOST_LINES = 20  # numbers of lines with the same problem
_SGR = re.compile(r"\x1b\[[\d;]*m")


def headline(shown: Shown, view: View, place: str) -> str:
    """Return the place and `CODE severity: message`, with `[*]` if `--fix` can fix it, wrapped to the terminal."""
    finding = shown.finding
    extent = f" in {shown.entries} of {shown.applicable} entries" if shown.applicable else ""
    label = f"{finding.code} {finding.severity}{extent}:"
    color = view.color
    mark = f"{paint('[*]', '36', color)} " if finding.fix and finding.fix.applies else ""
    head = f"{place}{paint(label, COLORS[finding.severity], color)} {mark}"
    used = width(_SGR.sub("", head)) if view.width else 0
    return head + "\n".join(wrapped(message(finding), view.width, used)) + "\n"


def listed(group: Sequence[Shown], view: View) -> Iterator[str]:
    """Yield one line per finding of a file, which starts with its position."""
    places = [f"{shown.finding.line}:{shown.finding.column}" for shown in group]
    longest = max(map(len, places))
    for shown, place in zip(group, places, strict=True):
        yield headline(shown, view, f"  {place:>{longest}} ")
        if shown.lines:
            yield note(others(shown), view, longest + 3)


def others(shown: Shown) -> str:
    """Return where the findings are that a finding is shown in place of."""
    if not shown.lines:
        return f"`--show-all` lists all {shown.count:,}"
    lines = ", ".join(map(str, shown.lines[:MOST_LINES]))
    more = len(shown.lines) - MOST_LINES
    noun = "line" if len(shown.lines) == 1 else "lines"
    extent = "similar" if shown.similar else "the same"
    return f"{extent} in {noun} {lines}" + (f" and {more:,} more" if more > 0 else "")


def note(text: str, view: View, margin: int) -> str:
    """Return a line below a finding: "= text"."""
    return f"{' ' * margin}= " + "\n".join(wrapped(text, view.width, margin + 2)) + "\n"


def wrapped(text: str, columns: int, used: int) -> Iterator[str]:
    """Yield the lines of a text that starts after `used` columns; with 0 columns, lines are not limited.

    Words are not divided. All lines but the first are indented.
    """
    if not columns:
        yield text
        return
    columns = max(columns, NARROWEST)
    line, room = "", columns - used
    for word in text.split(" "):
        if line.strip() and width(line) + width(word) > room:
            yield line.rstrip(" ")
            line, room = " " * INDENT, columns
        line += f"{word} "
    yield line.rstrip(" ")
