"""HTML as citation processors write it: `csl-entry`, `csl-left-margin` and the like."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from refkit.csl.output import Mark, Run
from refkit.csl.write._writer import Writer, anchor_name, safe_link
from refkit.patterns import lazy_pattern


def _style(declaration: str) -> tuple[str, str]:
    return f'<span style="{declaration};">', "</span>"


TABLE = {
    "italic": ("<i>", "</i>"),
    "oblique": _style("font-style:oblique"),
    "not-italic": _style("font-style:normal"),
    "bold": ("<b>", "</b>"),
    "light": _style("font-weight:lighter"),
    "not-bold": _style("font-weight:normal"),
    "small-caps": _style("font-variant:small-caps"),
    "not-small-caps": _style("font-variant:normal"),
    "underline": _style("text-decoration:underline"),
    "not-underlined": _style("text-decoration:none"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "baseline": (
        '<span style="baseline">',
        "</span>",
    ),  # as citeproc-js writes it; it has no effect
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}


# The blocks of Unicode with superscript letters, digits and signs.
_OTHERS = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}  # raised by their names, not by Unicode's data
_SUPERSCRIPTS = "ˀˁۥۦªº²³¹ʰ-ʸˠ-ˤᴬ-ᵡᵸᶛ-ᶿ⁰-ⁿ℠™ⱽꝰꟲ-ꟴꟸꟹꭜ-ꭟ㆒-㆟"
_RAISED = lazy_pattern(f"[{_SUPERSCRIPTS}]")
# HTML allows no controls in text but tab and line ends (HTML living standard, 13.1.4).
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_CONTROL = lazy_pattern(f"[{_CONTROLS}]+")
_SPECIAL = lazy_pattern(f"[&<>{_CONTROLS}{_SUPERSCRIPTS}]")


def escape(text: str) -> str:
    """Escape text outside tags."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)
    if "&" in text:
        text = text.replace("&", "&#38;")
    if "<" in text:
        text = text.replace("<", "&#60;")
    if ">" in text:
        text = text.replace(">", "&#62;")
    return text if text.isascii() else _RAISED.sub(_superscript, text)


def _superscript(match: re.Match[str]) -> str:
    """Return a raised character as its plain form in a tag, which more fonts support."""
    kind, _, codes = unicodedata.decomposition(match.group()).partition(" ")
    if match.group() in _OTHERS:
        return f"<sup>{_OTHERS[match.group()]}</sup>"
    if kind != "<super>":
        return match.group()
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _mark(mark: Mark) -> str:
    tags = TABLE.get(mark.kind)
    if tags is not None:
        return tags[0] if mark.opens else tags[1]
    if mark.kind == "link":
        if not safe_link(mark.text):
            return ""
        return f'<a href="{html.escape(mark.text)}">' if mark.opens else "</a>"
    if mark.kind == "cite":
        target = anchor_name(mark.text)
        return f'<a href="#{target}" role="doc-biblioref">' if mark.opens else "</a>"
    return escape(mark.text)  # a quotation mark


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    if _SPECIAL.search("".join([run for run in runs if isinstance(run, str)])):
        return "".join([escape(run) if isinstance(run, str) else _mark(run) for run in runs])
    return "".join([run if isinstance(run, str) else _mark(run) for run in runs])


def entry(text: str) -> str:
    """Write one entry in its `div`."""
    return f'  <div class="csl-entry">{text}</div>\n'


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Put a `div` around all entries; the hanging indent is left to the style sheet of the page."""
    return f'<div class="csl-bib-body">\n{"".join(entries)}</div>'


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add paragraphs at the end of the `div` of an entry."""
    written = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    annotation = f'\n    <div class="csl-annotation">{written}</div>\n  </div>\n'
    return entry.removesuffix("</div>\n").rstrip() + annotation


def anchor(entry: str, id_: str) -> str:
    """Return an entry with an id."""
    return entry.replace(
        '<div class="csl-entry"', f'<div class="csl-entry" id="{anchor_name(id_)}"', 1
    )


def section(heading: str, bibliography: str) -> str:
    """Put a heading above a bibliography."""
    return f"<h2>{escape(heading)}</h2>\n{bibliography}"


WRITER = Writer("html", inline, entry, wrap, annotate, section, anchor=anchor)
