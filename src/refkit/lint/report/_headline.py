"""The line of a finding: code, severity and message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._text import message, paint, width

if TYPE_CHECKING:
    from refkit.lint.options import Severity
    from refkit.lint.report._selection import Shown
    from refkit.lint.report._view import View

COLORS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;34"}
INDENT = 4  # columns of the second line and those that follow
NARROWEST = 40  # columns of a terminal
_SGR = re.compile(r"\x1b\[[\d;]*m")


def headline(shown: Shown, view: View, place: str) -> str:
    """Return the place and `CODE severity: message`, with `[*]` if `--fix` can fix it, wrapped to the terminal."""
    finding = shown.finding
    extent = f" in {shown.entries} of {shown.applicable} entries" if shown.count > 1 else ""
    label = f"{finding.code} {finding.severity}{extent}:"
    color = view.color
    mark = f"{paint('[*]', '36', color)} " if finding.fix and finding.fix.applies else ""
    head = f"{place}{paint(label, COLORS[finding.severity], color)} {mark}"
    used = width(_SGR.sub("", head))
    return head + "\n".join(wrapped(message(finding), view.width, used)) + "\n"


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
