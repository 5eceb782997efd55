"""Convert the inline markup of CSL-JSON, straight quotes and apostrophes in fields to marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from refkit.csl.output import Mark, Run, pair
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# CSL-JSON's inline markup (citeproc-js manual, "HTML-like formatting tags"): tag -> dress.
TAGS = {
    "<i>": "i",
    "<b>": "b",
    "<sup>": "sup",
    "<sub>": "sub",
    "<sc>": "sc",
    '<span style="font-variant:small-caps;">': "sc",
    '<span style="font-variant: small-caps;">': "sc",
    '<span style="font-variant:small-caps">': "sc",
    '<span class="smallcaps">': "sc",
    '<span class="nocase">': "nocase",
    '<span class="nodecor">': "nodecor",
}
CLOSERS = {
    "</i>": "<i>",
    "</b>": "<b>",
    "</sup>": "<sup>",
    "</sub>": "<sub>",
    "</sc>": "<sc>",
    "</span>": "<span",
}

OUTER = pair("outer-quote")
INNER = pair("inner-quote")
PROTECTED = pair("protected")
_MARKS = {kind: pair(kind) for kind in ("i", "b", "sup", "sub", "sc", "nodecor")}
_PROTECTING = frozenset({"sup", "sub", "sc", "nocase", "nodecor"})  # their text keeps its case

_DEEPEST = 100
_APOSTROPHE = "\u2019"
_GUILLEMETS = "\u00ab\u2039"  # as French has them, with no-break spaces inside
_NARROW_SPACE = "\u202f"  # for the space before French punctuation, which must not break
_BEFORE_QUOTE = "([{"
_BEFORE_DOUBLE_QUOTE = _BEFORE_QUOTE + "-\u2010\u2013\u2014/.\u2026"
_TAG_PATTERN = "|".join(map(re.escape, (*TAGS, *CLOSERS)))
_SPACE_TO_NARROW = "(?<=\\S) (?=[:;!?\u00bb])|(?<=\u00ab) "
_ANY_TAG = lazy_pattern(_TAG_PATTERN)


class QuoteMarks(NamedTuple):
    """The quotation marks of a locale."""

    opening: str = "\u201c"
    closing: str = "\u201d"
    inner_opening: str = "\u2018"
    inner_closing: str = "\u2019"


@dataclass(slots=True)
class _Piece:
    """A tag or a quotation mark in a field; `partner` is the piece that it is paired with."""

    text: str
    start: int
    end: int
    name: str
    opens: bool
    partner: bool = False


def strip_tags(text: str) -> str:
    """Return the text without inline markup, for comparing and sorting."""
    return _ANY_TAG.sub("", text) if "<" in text else text


@lru_cache(maxsize=4096)
def read_markup(text: str, quotes: QuoteMarks) -> tuple[Run, ...]:
    """Read the markup of a field; a tag or double quote without its partner is literal text.

    The kinds of marks are i, b, sup, sub, sc, nodecor, protected, outer-quote and inner-quote. A straight quote is an
    outer one, and an unpaired single quote is an apostrophe.
    """
    pieces = _pair_up(text, quotes)
    runs: list[Run] = []
    literal: list[str] = []
    at = 0
    for piece in pieces:
        literal.append(text[at : piece.start])
        at = piece.end
        if not piece.partner:
            literal.append(_APOSTROPHE if piece.text == "'" else piece.text)
            continue
        if any(literal):
            runs.append("".join(literal))
        literal = []
        runs.extend(_marks(piece))
    literal.append(text[at:])
    if any(literal):
        runs.append("".join(literal))
    return tuple(runs)


def _marks(piece: _Piece) -> Iterator[Mark]:
    side = 0 if piece.opens else 1
    if piece.name in ("outer", "inner"):
        yield (OUTER if piece.name == "outer" else INNER)[side]
        return
    marks = [PROTECTED[side]] if piece.name in _PROTECTING else []
    if piece.name != "nocase":
        marks.append(_MARKS[piece.name][side])
    yield from marks if piece.opens else reversed(marks)


def _pair_up(text: str, quotes: QuoteMarks) -> list[_Piece]:
    """Pair nested tags and quotes; pieces that cross others or are alone have no partner."""
    pieces: list[_Piece] = []
    open_pieces: list[_Piece] = []
    for match in special_characters(quotes).finditer(text):
        found = match.group()
        if found[0] == "<":
            pieces.append(_tag(match, open_pieces))
        elif found == " ":
            pieces.append(_Piece(_NARROW_SPACE, match.start(), match.end(), "", False))
        else:
            pieces.append(_quote(text, match, pieces, open_pieces, quotes))
    _rank_straight_quotes(pieces)
    return pieces


def _rank_straight_quotes(pieces: list[_Piece]) -> None:
    """Make the first kind of straight quote in a field the outer one and the other kind the inner one."""
    straight = [piece for piece in pieces if piece.partner and piece.text in ("'", '"')]
    for piece in straight:
        piece.name = "outer" if piece.text == straight[0].text else "inner"


def _tag(match: re.Match[str], open_pieces: list[_Piece]) -> _Piece:
    found, start, end = match.group(), match.start(), match.end()
    if found in TAGS:
        opener = _Piece(found, start, end, TAGS[found], True)
        open_pieces.append(opener)
        return opener
    begins = CLOSERS[found]
    for depth in _depths(open_pieces):
        opener = open_pieces[depth]
        if opener.text.startswith(begins):
            del open_pieces[depth:]
            opener.partner = True
            return _Piece(found, start, end, opener.name, False, True)
    return _Piece(found, start, end, "", False)


def _quote(
    text: str,
    match: re.Match[str],
    pieces: list[_Piece],
    open_pieces: list[_Piece],
    quotes: QuoteMarks,
) -> _Piece:
    found, start, end = match.group(), match.start(), match.end()
    before, after = _char_before(text, start, pieces), text[end : end + 1]
    depth = _open_quote(found, open_pieces, quotes)
    if depth is not None and _may_close(found, before, after):
        opener = open_pieces[depth]
        del open_pieces[depth:]
        opener.partner = True
        return _Piece(found, start, end, opener.name, False, True)
    name = "inner" if found == quotes.inner_opening and found != quotes.opening else "outer"
    piece = _Piece(found, start, end, name, True)
    if _may_open(found, before, after, quotes):
        open_pieces.append(piece)
    return piece


def _depths(open_pieces: list[_Piece]) -> range:
    """Yield the positions to search for an opening piece, from the last one on, up to a maximum depth."""
    last = len(open_pieces) - 1
    return range(last, max(last - _DEEPEST, -1), -1)


def _open_quote(found: str, open_pieces: list[_Piece], quotes: QuoteMarks) -> int | None:
    """Return the position of the open quote that `found` can close; a tag opened since then prevents it."""
    partners = {quotes.closing: quotes.opening, quotes.inner_closing: quotes.inner_opening}
    wanted = found if found in "'\"" else partners.get(found, "")
    for depth in _depths(open_pieces):
        piece = open_pieces[depth]
        if piece.text[0] == "<":
            return None
        if piece.text == wanted:
            return depth
    return None


def _char_before(text: str, start: int, pieces: list[_Piece]) -> str:
    """Return the previous character, ignoring tags, or an empty string at the start or after an opening quote."""
    for piece in reversed(pieces):
        if piece.end != start:
            break
        if piece.text[0] != "<":
            return "" if piece.opens and not piece.partner else piece.text[-1]
        start = piece.start
    return text[start - 1] if start else ""


def _may_close(found: str, before: str, after: str) -> bool:
    if not before or (found in "'\"" and (before.isspace() or before in _BEFORE_QUOTE)):
        return False
    return found not in ("'", _APOSTROPHE) or not after.isalnum()


def _may_open(found: str, before: str, after: str, quotes: QuoteMarks) -> bool:
    if found not in "'\"":
        opens = found in (quotes.opening, quotes.inner_opening)
        return opens and (not after.isspace() or (found in _GUILLEMETS and after != " "))
    if not after or after.isspace():
        return False
    return (
        not before
        or before.isspace()
        or before in (_BEFORE_DOUBLE_QUOTE if found == '"' else _BEFORE_QUOTE)
    )


@lru_cache(maxsize=64)
def special_characters(quotes: QuoteMarks) -> re.Pattern[str]:
    """Return the characters that may be markup, a quote, an apostrophe or a nonbreaking space in a field."""
    marks = sorted({mark for mark in quotes if mark} | {"'", '"'}, key=len, reverse=True)
    return re.compile("|".join([_TAG_PATTERN, *map(re.escape, marks), _SPACE_TO_NARROW]))


@lru_cache(maxsize=64)
def first_characters(quotes: QuoteMarks) -> re.Pattern[str]:
    """Return a faster pattern that finds something in every field with special characters, and in few others."""
    marks = [mark for mark in quotes if mark]
    firsts = "".join(sorted({mark[0] for mark in marks if mark[0] != " "} | set("<'\"\u00ab")))
    spaced = [re.escape(mark) for mark in marks if mark[0] == " "]
    return re.compile("|".join([f"[{re.escape(firsts)}]", " [:;!?\u00bb]", *spaced]))
