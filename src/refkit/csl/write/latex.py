"""LaTeX with commands of the kernel; links need hyperref."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Writer, anchor_name, by_table, column_width, safe_link
from refkit.patterns import lazy_pattern

_MARGIN = r"\makebox[3em][l]"
TABLE = {
    "italic": (r"\textit{", "}"),
    "oblique": (r"\textsl{", "}"),
    "not-italic": (r"\textup{", "}"),
    "bold": (r"\textbf{", "}"),
    "light": (r"\textmd{", "}"),
    "not-bold": (r"\textmd{", "}"),
    "small-caps": (r"\textsc{", "}"),
    "not-small-caps": (r"\textup{", "}"),
    "underline": (r"\underline{", "}"),
    "not-underlined": ("{", "}"),
    "superscript": (r"\textsuperscript{", "}"),
    "subscript": (r"\textsubscript{", "}"),
    "baseline": ("{", "}"),
    "block": ("\n\n", "\n\n"),
    "left-margin": (f"{_MARGIN}{{", "}"),
    "right-inline": ("", ""),
    "indent": ("\n\n\\hspace*{2em}", "\n\n"),
}

# TeX's ten special characters, what ligatures would change, and white space that would end a paragraph.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    "[": "{[}",
    "]": "{]}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2009": r"\,",
    "\u00ad": r"\-",
    "\n": " ",
    "\r": " ",
    "\x0c": " ",
    "\u2028": " ",
    "\u2029": " ",
}
_SPECIAL = lazy_pattern(
    "[" + re.escape("".join(_ESCAPES)) + r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]|-(?=-)"
)
_UNSAFE_IN_LINK = lazy_pattern(r"[^A-Za-z0-9:/?@!$'()*+,;=._~-]")


def _escape_one(match: re.Match[str]) -> str:
    char = match.group()
    return "-{}" if char == "-" else _ESCAPES.get(char, "")


def escape(text: str) -> str:
    """Escape text for TeX."""
    return _SPECIAL.sub(_escape_one, text)


def _link(mark: Mark) -> str:
    if mark.kind == "cite":
        return f"\\hyperlink{{{anchor_name(mark.text)}}}{{" if mark.opens else "}"
    if not safe_link(mark.text):
        return "{" if mark.opens else "}"
    return f"\\href{{{_link_target(mark.text)}}}{{" if mark.opens else "}"


def _link_target(target: str) -> str:
    """Return a target with the special characters of TeX percent-encoded or escaped."""

    def encode(match: re.Match[str]) -> str:
        char = match.group()
        if char in "%#&":
            return "\\" + char
        return "".join(f"\\%{byte:02X}" for byte in char.encode("utf-8", "replace"))

    return _UNSAFE_IN_LINK.sub(encode, target.replace("$", "%24"))


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    return by_table(runs, TABLE, escape, _link)


def entry(text: str) -> str:
    """Write one entry as an item of a list."""
    return f"\\item {text.strip()}\n"


# What is in the braces of a margin: text and up to three levels of groups.
_GROUP = r"(?:[^{}\\]|\\.|\{%s\})*"
_LABEL = lazy_pattern(
    re.escape(_MARGIN) + r"\{(" + _GROUP % (_GROUP % (_GROUP % "[^{}]*")) + r")\}"
)
_COMMAND = lazy_pattern(r"\\[A-Za-z]+ ?|[\\{}]")


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Write a LaTeX list, with or without a hanging indent; that of numbered entries is the column of numbers."""
    indent = "2em" if hanging_indent else "0pt"
    labels = [label for entry in entries for label in _LABEL.findall(entry)]
    if labels:
        indent = f"{column_width((_COMMAND.sub('', label) for label in labels), 3):g}em"
        margin = _MARGIN.replace("3em", indent)
        entries = [entry.replace(f"{_MARGIN}{{", f"{margin}{{") for entry in entries]
    setup = f"\\setlength{{\\leftmargin}}{{{indent}}}\\setlength{{\\itemindent}}{{-{indent}}}"
    return f"\\begin{{list}}{{}}{{{setup}}}\n{''.join(entries)}\\end{{list}}\n" if entries else ""


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add paragraphs to an entry."""
    text = "\n\n".join(paragraphs)
    return f"{entry.rstrip()}\\begin{{quote}}\n{text}\n\\end{{quote}}\n"


def anchor(entry: str, id_: str) -> str:
    """Return an entry with a target for hyperref."""
    return entry.replace(r"\item ", f"\\item \\hypertarget{{{anchor_name(id_)}}}{{}}", 1)


def section(heading: str, bibliography: str) -> str:
    """Put the heading of a section without a number above a bibliography."""
    return f"\\section*{{{escape(heading)}}}\n{bibliography}"


WRITER = Writer("latex", inline, entry, wrap, annotate, section, anchor=anchor)
