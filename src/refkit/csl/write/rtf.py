"""Rich Text Format."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Writer, by_table, column_width, safe_link
from refkit.patterns import lazy_pattern

TABLE = {
    "italic": (r"{\i ", "}"),
    "oblique": (r"{\i ", "}"),
    "not-italic": (r"{\i0 ", "}"),
    "bold": (r"{\b ", "}"),
    "light": (r"{\b0 ", "}"),
    "not-bold": (r"{\b0 ", "}"),
    "small-caps": (r"{\scaps ", "}"),
    "not-small-caps": (r"{\scaps0 ", "}"),
    "underline": (r"{\ul ", "}"),
    "not-underlined": (r"{\ulnone ", "}"),
    "superscript": (r"{\super ", "}"),
    "subscript": (r"{\sub ", "}"),
    "baseline": (r"{\nosupersub ", "}"),
    "block": (r"\line ", r"\line "),
    "left-margin": ("", r"\tab "),
    "right-inline": ("", ""),
    "indent": (r"\line\tab ", r"\line "),
}


_START, _END = "{\\rtf1\\ansi\\uc1\n", "}\n"


def escape(text: str) -> str:
    """Escape braces and backslashes, and write non-ASCII characters as UTF-16 units."""
    return "".join([char if char in _PLAIN else _escape_one(char) for char in text])


_PLAIN = frozenset(map(chr, range(32, 127))) - frozenset("\\{}")


def _escape_one(char: str) -> str:
    if char in "\\{}":
        return "\\" + char
    if char == "\u00a0":
        return "\\~"
    if char.isspace() or ord(char) < 32 or 127 <= ord(char) < 160:
        return " "
    units = char.encode("utf-16-le", "surrogatepass")
    values = [units[at] | units[at + 1] << 8 for at in range(0, len(units), 2)]
    return "".join(f"\\u{value - 65536 if value > 32767 else value}?" for value in values)


def _link(mark: Mark) -> str:
    if mark.kind == "cite":
        target = f'\\\\l "{_bookmark(mark.text)}"'
        return (
            f"{{\\field{{\\*\\fldinst{{HYPERLINK {target}}}}}{{\\fldrslt {{"
            if mark.opens
            else "}}}"
        )
    if not safe_link(mark.text):
        return "{" if mark.opens else "}"
    if not mark.opens:
        return "}}}"
    target = escape(mark.text.replace('"', "%22").replace("\\", "%5C"))
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{target}"}}}}{{\\fldrslt {{'


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    return by_table(runs, TABLE, escape, _link)


def entry(text: str) -> str:
    """Write one entry as a paragraph."""
    return f"\\pard {text.strip()}\\par\n"


# The text before the first tab, unless a new line precedes it; an escaped backslash begins no command.
_LABEL = lazy_pattern(r"\\pard ((?:(?!\\line\b).)*?)(?<!\\)\\tab ")
_COMMAND = lazy_pattern(
    r"\{\\\*\\[a-z]+(?: [^{}]*|\{[^{}]*\})\}|\\u-?\d+(?=\?)|\\[a-z]+-?\d* ?|[\\{}]"
)


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Write a complete document; the hanging indent of numbered entries is the column of numbers."""
    indent = "\\li720\\fi-720 " if hanging_indent else ""
    labels = [match[1] for match in map(_LABEL.match, entries) if match]
    if labels:
        twips = round(240 * column_width((_COMMAND.sub("", label) for label in labels), 2.5))
        indent = f"\\li{twips}\\fi-{twips}\\tx{twips} "
    body = "".join(written.replace("\\pard ", f"\\pard {indent}", 1) for written in entries)
    return f"{_START}{body}{_END}"


def _bookmark(id_: str) -> str:
    """Return the name of an entry; Word allows 40 letters, digits and underscores."""
    from hashlib import blake2s

    return f"ref_{blake2s(id_.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add indented paragraphs below an entry."""
    return entry + "".join(f"\\pard\\li720 {paragraph}\\par\n" for paragraph in paragraphs)


def anchor(entry: str, id_: str) -> str:
    """Return an entry with a bookmark."""
    name = _bookmark(id_)
    marks = f"{{\\*\\bkmkstart {name}}}{{\\*\\bkmkend {name}}}"
    return entry.replace("\\pard ", f"\\pard {marks}", 1)


def section(heading: str, bibliography: str) -> str:
    """Put a bold heading above the entries of a document."""
    body = bibliography.removeprefix(_START).removesuffix(_END)
    return f"{_START}\\pard{{\\b {escape(heading)}}}\\par\n{body}{_END}"


def join(sections: Sequence[str]) -> str:
    """Return one document with the paragraphs of several."""
    bodies = [one.removeprefix(_START).removesuffix(_END) for one in sections]
    return f"{_START}{''.join(bodies)}{_END}"


WRITER = Writer("rtf", inline, entry, wrap, annotate, section, join, anchor)
