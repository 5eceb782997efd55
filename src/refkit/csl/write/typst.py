"""Typst markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Writer, by_table, safe_link

TABLE = {
    "italic": ('#text(style: "italic")[', "]"),
    "oblique": ('#text(style: "oblique")[', "]"),
    "not-italic": ('#text(style: "normal")[', "]"),
    "bold": ('#text(weight: "bold")[', "]"),
    "light": ('#text(weight: "light")[', "]"),
    "not-bold": ('#text(weight: "regular")[', "]"),
    "small-caps": ("#smallcaps[", "]"),
    "not-small-caps": ("#text(features: (smcp: 0))[", "]"),
    "underline": ("#underline[", "]"),
    "not-underlined": ("#[", "]"),
    "superscript": ("#super[", "]"),
    "subscript": ("#sub[", "]"),
    "baseline": ("#[", "]"),
    "block": ("#block[", "]"),
    "left-margin": ("#box(width: 2.5em)[", "]"),
    "right-inline": ("#[", "]"),
    "indent": ("#block(inset: (left: 2em))[", "]"),
}

# Every ASCII character that markup mode may read as syntax, at a line's start or inside it.
_SPECIAL = re.compile(r"([\\#*_`$<>@=/~\[\]{}\"'()\-+.;:!?,|&^%])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def escape(text: str) -> str:
    """Text that Typst sets as it stands."""
    if text.isalnum():
        return text
    return _SPECIAL.sub(_escape_one, _CONTROL.sub(" ", text))


_HARMLESS = frozenset(".,;:!?()&^%|{}")
_AT_START = re.compile(r"\d")


def _escape_one(match: re.Match[str]) -> str:
    char = match.group()
    if char not in _HARMLESS:
        return "\\" + char
    # A numbered list's "1." is read at a line's start only; an ellipsis is three full stops; a
    # semicolon ends a call and a full stop or parenthesis behind one goes on with it.
    if match.start() == 0 or (char == "." and match.string[match.start() - 1] in ".0123456789"):
        return "\\" + char
    return char


def _link(mark: Mark) -> str:
    if not safe_link(mark.text):
        return "#[" if mark.opens else "]"
    target = _CONTROL.sub("", mark.text).replace("\\", "%5C").replace('"', "%22")
    return f'#link("{target}")[' if mark.opens else "]"


def inline(runs: Sequence[Run]) -> str:
    """A citation, or the inside of an entry."""
    return by_table(runs, TABLE, escape, _link)


def entry(text: str) -> str:
    """One entry as a paragraph; `wrap` says how it hangs."""
    return f"#par[{text.strip()}]\n"


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """The entries in a block of their own."""
    rule = "#set par(hanging-indent: 2em)\n" if hanging_indent else ""
    return f"#block[\n{rule}{''.join(entries)}]\n" if entries else ""


WRITER = Writer("typst", inline, entry, wrap)
