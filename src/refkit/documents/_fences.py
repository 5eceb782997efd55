"""Fenced code in Markdown (CommonMark 0.31, 4.5), also inside block quotes."""

from __future__ import annotations

from collections.abc import Sequence


def line_after_fence(
    text: str, lines: Sequence[tuple[int, int]], index: int, fence: str, unclosed: dict[str, int]
) -> int:
    """Return the number of the line after the code that a fence opens in line `index`, or 0 if it is not closed.

    `lines` are the spans of the lines. `unclosed` keeps the length of the fences of each character that nothing
    closes, so that no later one searches the rest of the text again.
    """
    if len(fence) >= unclosed.get(fence[0], len(fence) + 1):
        return 0
    for number in range(index + 1, len(lines)):
        start, end = lines[number]
        closing = text[start:end].strip(" \t>")
        if len(closing) >= len(fence) and not closing.strip(fence[0]):
            return number + 1
    unclosed[fence[0]] = len(fence)
    return 0
