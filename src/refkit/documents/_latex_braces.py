"""Matching braces of a LaTeX text, and the ends of spaces and lengths."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern

_SPACE = lazy_pattern(r"\s*+(?>(?:%[^\n]*+\n?\s*+)*)")
# A percent sign in an address does not begin a comment.
_PAIRING = lazy_pattern(
    r"\\(?:url|path|nolinkurl|burl|href|doi)\s{0,9}+\{[^{}]{0,2000}+\}|\\.|%[^\n]*|[{}]", re.DOTALL
)
_LENGTH = lazy_pattern(
    r"\s*+=?\s*+-?[\d.]++\s*+(?:[a-z]{2})?(?>(?:\s*+(?:plus|minus)\s*+[\d.]++\s*+[a-z]{2,4}+)*)"
)


def matching_braces(text: str) -> dict[int, int]:
    """Return the offsets of matching braces by that of the opening one, ignoring escapes and comments."""
    pairs: dict[int, int] = {}
    open_braces: list[int] = []
    for match in _PAIRING.finditer(text):
        if match[0] == "{":
            open_braces.append(match.start())
        elif match[0] == "}" and open_braces:
            pairs[open_braces.pop()] = match.start()
    return pairs


def skip_space(text: str, position: int) -> int:
    """Return the end of spaces and comments."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def length_end(text: str, position: int) -> int:
    """Return the end of a length: `1em plus 0.5em minus 0.4em`."""
    match = _LENGTH.match(text, position)
    return match.end() if match else position
