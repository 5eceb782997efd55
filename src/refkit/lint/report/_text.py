"""Text for terminals: control characters from files are escaped."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from refkit.lint.rule import Finding

LONGEST_MESSAGE = 600
WINDOW = 120  # characters of a source line
NARROWEST = 30


def escaped(text: str) -> str:
    """Return the text with control, format and unassigned characters as `\\x1b` or `\\u202e`."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else _escape(char)
        for char in text
    )


def _escape(char: str) -> str:
    if char == "\t":
        return " "
    code = ord(char)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def message(finding: Finding) -> str:
    """Return the message in one line, shortened and safe for a terminal."""
    text = escaped(" ".join(finding.message.split("\n")))
    return text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 1] + "…"


def excerpt(finding: Finding, columns: int = 0) -> tuple[str, str]:
    """Return the source line of a finding and the line of carets below it, shortened to the terminal.

    Without a number of columns, that of a wide terminal is used.
    """
    if finding.source is None:
        return "", ""
    line = finding.source.line(finding.line)
    start = finding.column - 1
    end = min(len(line), start + max(1, finding.span.end - finding.span.start))
    window = min(WINDOW, max(columns - 2, NARROWEST)) if columns else WINDOW
    first = max(0, start - window // 2) if len(line) > window else 0
    last = min(len(line), first + window)
    before, marked = line[first:start], line[start : min(end, last)]
    cut_left, cut_right = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = cut_left + escaped(line[first:last]) + cut_right
    carets = " " * (len(cut_left) + width(escaped(before))) + "^" * max(1, width(escaped(marked)))
    return shown, carets


def width(text: str) -> int:
    """Return the number of terminal columns of a text."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


@lru_cache(1024)
def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def paint(text: str, style: str, color: bool) -> str:
    """Return the text in an ANSI style such as "1" (bold) or "31" (red), if colors are on."""
    return f"\x1b[{style}m{text}\x1b[0m" if color else text
