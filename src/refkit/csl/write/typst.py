"""Typst markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Writer, anchor_name, column_width, safe_link
from refkit.patterns import lazy_pattern

_MARGIN = "#box(width: 2.5em)"
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
    "left-margin": (f"{_MARGIN}[", "]"),
    "right-inline": ("#[", "]"),
    "indent": ("#block(inset: (left: 2em))[", "]"),
}

# Syntax anywhere in markup mode, and an ellipsis. Characters that are syntax only after a call
# ("#text[x](y)") or at the start of a line are escaped there.
_SPECIAL = lazy_pattern(r"([\\#*_`$<>@=/~\[\]\"'+-]|(?<=\.)\.)")
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_GOES_ON = frozenset(".(;")
_NUMBERED = lazy_pattern(r"((?:^|\[)\s*\d+)(?=\.)")


def escape(text: str) -> str:
    """Escape text for Typst, including characters that a preceding call would read as its arguments."""
    if text.isalnum():
        return text
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub(" ", text))


def _link(mark: Mark) -> str:
    if mark.kind == "cite":
        return f'#link(label("{anchor_name(mark.text)}"))[' if mark.opens else "]"
    if not safe_link(mark.text):
        return "#[" if mark.opens else "]"
    target = _CONTROL.sub("", mark.text).replace("\\", "%5C").replace('"', "%22")
    return f'#link("{target}")[' if mark.opens else "]"


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    written: list[str] = []
    after_call = False
    for run in runs:
        if isinstance(run, str):
            text = escape(run)
            written.append("\\" + text if after_call and text[:1] in _GOES_ON else text)
        elif run.kind.endswith("quote"):
            written.append(escape(run.text))
        else:
            table = TABLE.get(run.kind)
            written.append(table[0 if run.opens else 1] if table else _link(run))
        after_call = written[-1] == "]" and not isinstance(run, str)
    # A number and a full stop where a line or a block begins would be a list's item.
    return _NUMBERED.sub(r"\1\\", "".join(written))


def entry(text: str) -> str:
    """Write one entry as a paragraph; `wrap` sets its hanging indent."""
    return f"#par[{text.strip()}]\n"


# What is in the brackets of a margin: text and up to three levels of calls.
_CONTENT = r"(?:[^\[\]\\]|\\.|\[%s\])*"
_LABEL = lazy_pattern(
    re.escape(_MARGIN) + r"\[(" + _CONTENT % (_CONTENT % (_CONTENT % r"[^\[\]]*")) + r")\]"
)
_CALL = lazy_pattern(r"#\w*(?:\([^()]*\)+)?|[\\]|(?<!\\)[\[\]]")


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Put the entries into a block; the hanging indent of numbered entries is the column of numbers."""
    indent = "2em" if hanging_indent else ""
    labels = [label for entry in entries for label in _LABEL.findall(entry)]
    if labels:
        indent = f"{column_width((_CALL.sub('', label) for label in labels), 2.5):g}em"
        margin = _MARGIN.replace("2.5em", indent)
        entries = [entry.replace(f"{_MARGIN}[", f"{margin}[") for entry in entries]
    rule = f"#set par(hanging-indent: {indent})\n" if indent else ""
    return f"#block[\n{rule}{''.join(entries)}]\n" if entries else ""


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add an indented block below an entry."""
    return f"{entry}#block(inset: (left: 2em))[{'#parbreak()'.join(paragraphs)}]\n"


def anchor(entry: str, id_: str) -> str:
    """Return an entry with a label."""
    return f'{entry.rstrip()}#label("{anchor_name(id_)}")\n'


def section(heading: str, bibliography: str) -> str:
    """Put a heading above a bibliography."""
    return f"#heading(level: 2)[{escape(heading)}]\n{bibliography}"


WRITER = Writer("typst", inline, entry, wrap, annotate, section, anchor=anchor)
