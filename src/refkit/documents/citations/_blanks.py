"""Texts with spaces in place of code, comments and the like, so that offsets do not change."""

from __future__ import annotations


def blanked(text: str, blanks: list[tuple[int, int]]) -> str:
    """Return a text with spaces in place of some parts."""
    parts: list[str] = []
    position = 0
    for start, end in sorted(blanks):
        if end > position:
            start = max(start, position)
            parts += (text[position:start], " " * (end - start))
            position = end
    return "".join((*parts, text[position:]))
