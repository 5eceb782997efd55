"""Replacements in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from refkit.model.source import Span


class Edit(NamedTuple):
    """A span of a text and its replacement."""

    span: Span
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits, of which one that begins before the end of another is omitted."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start >= position:
            parts += text[position : edit.span.start], edit.text
            position = edit.span.end
    return "".join((*parts, text[position:]))


def end_of_line(text: str, position: int) -> int:
    """Return the offset of the end of the line at a position, before its line break."""
    ends = (text.find(sign, position) for sign in "\r\n")
    return min((end for end in ends if end >= 0), default=len(text))


def start_of_next_line(text: str, position: int) -> int:
    """Return the offset of the next line, or the end of the text."""
    end = end_of_line(text, position)
    return end + (2 if text.startswith("\r\n", end) else 1) if end < len(text) else end


def line_break(text: str) -> str:
    """Return the first line break of a text."""
    end = end_of_line(text, 0)
    return "\r\n" if text.startswith("\r\n", end) else text[end : end + 1] or "\n"
