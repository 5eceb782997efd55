"""Matching braces of a LaTeX text, and the ends of spaces, lengths and formulas."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.patterns import lazy_pattern

_SPACE = lazy_pattern(r"\s*+(?>(?:%[^\n]*+\n?\s*+)*)")
# A percent sign in an address does not begin a comment.
_PAIRING = lazy_pattern(
    r"\\(?:url|path|nolinkurl|burl|href|doi)\s{0,9}+\{[^{}]{0,2000}+\}|\\.|%[^\n]*|[{}]", re.DOTALL
)
_LENGTH = lazy_pattern(
    r"\s*+=?\s*+-?[\d.]++\s*+(?:[a-z]{2})?(?>(?:\s*+(?:plus|minus)\s*+[\d.]++\s*+[a-z]{2,4}+)*)"
)

MAX_FORMULA = 2000  # characters; a longer formula is a sign without its partner
# TeX ends a formula at a paragraph's end, and no reference ends inside one.
_NO_FORMULA = lazy_pattern(r"\n[ \t]*+\r?\n|\\(?:newblock|bibitem|item|par|section)(?![A-Za-z])")
_AMOUNT = lazy_pattern(r"\d[\d.,]*+[^\\^_${}]*?\s\$\d")

MAX_OPTION = 2000
_BRACKET = lazy_pattern(r"\\.|[{}\[\]]", re.DOTALL)


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


def formula_end(text: str, position: int, mark: str, limit: int) -> int:
    """Return the offset of the mark that ends the formula at a position, or -1: amounts of dollars are no formula."""
    limit = min(limit, position + MAX_FORMULA)
    end = text.find(mark, position, limit)
    while end > 0 and mark[0] == "$" and text[end - 1] == "\\":
        end = text.find(mark, end + 1, limit)
    if end < 0 or _NO_FORMULA.search(text, position, end) or _AMOUNT.match(text, position, end + 2):
        return -1
    return end


def option_in(
    text: str, position: int, group_end: Callable[[int], int | None]
) -> tuple[int, int] | None:
    """option = "[" TeX "]"; return the start and end of its text, or None.

    Brackets in brackets belong to the option, as their authors meant, unless that is not closed.
    """
    if not text.startswith("[", position):
        return None
    begin, limit, depth, first = position + 1, position + MAX_OPTION, 0, None
    mark = _BRACKET.search(text, begin, limit)
    while mark and mark[0] != "}":
        end: int | None = mark.end()
        if mark[0] == "{":
            end = group_end(mark.start())
            end = None if end is None else end + 1
        elif mark[0] == "]" and depth == 0:
            return begin, mark.start()
        elif mark[0] == "]":
            first, depth = first or (begin, mark.start()), depth - 1
        else:
            depth += mark[0] == "["
        mark = None if end is None else _BRACKET.search(text, end, limit)
    return first


def definition_end(
    text: str, position: int, command: str, group_end: Callable[[int], int | None]
) -> int:
    """Return the end of a malformed definition: that of its first group, or of its line."""
    line = text.find("\n", position)
    line = len(text) if line < 0 else line
    opening = text.find("{", position, line)
    end = group_end(opening) if opening >= 0 and command != "let" else None
    return line if end is None else end + 1
