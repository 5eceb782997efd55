"""Markdown (CommonMark, and Pandoc's)."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import groupby

from refkit.csl.output import Run
from refkit.csl.write._writer import Span, Writer, anchor_name, spans
from refkit.patterns import lazy_pattern

# A backslash before ASCII punctuation makes it literal (CommonMark, "Backslash escapes").
# An underscore within a word and an ampersand that begins no entity are literal as they stand.
_SPECIAL = lazy_pattern(
    r"[\\`*\[\]<>~^$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\w)@(?=\w)|(?<!\w)[\"'](?=\w)|--+|\.\.\."
)
_LINE_START = lazy_pattern(r"(\s*)([-+=:#|%]|\d+(?=[.)]))")
_SPACE = lazy_pattern(r"[\x00-\x1f\x7f-\x9f]+")


def escape(text: str) -> str:
    """Escape text for Markdown."""
    return _SPECIAL.sub(_escape_one, _SPACE.sub(" ", text))


def _escape_one(match: re.Match[str]) -> str:
    return "".join("\\" + char for char in match.group())


def _write(span: Span, before: str, after: str) -> str:
    """Write one span; `before` and `after` are the adjacent characters."""
    if span.breaks:
        return "\\\n"
    stripped = span.text.strip()
    if not stripped:
        return escape(span.text)
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    trail = span.text[len(span.text.rstrip()) :]
    tags = _tags(span, _flanks(stripped, "" if lead else before, "" if trail else after))
    opening = "".join(start for start, _ in tags)
    closing = "".join(end for _, end in reversed(tags))
    return f"{escape(lead)}{opening}{escape(stripped)}{closing}{escape(trail)}"


def _tags(span: Span, flanks: bool) -> list[tuple[str, str]]:
    tags: list[tuple[str, str]] = []
    if span.link:
        tags.append(("[", f"](<{_target(span.link)}>)"))
    if span.small_caps:
        tags.append(('<span style="font-variant:small-caps;">', "</span>"))
    if span.underline:
        tags.append(("<u>", "</u>"))
    if span.raised:
        tag = "sup" if span.raised == "superscript" else "sub"
        tags.append((f"<{tag}>", f"</{tag}>"))
    if span.bold:
        tags.append(("**", "**") if flanks else ("<strong>", "</strong>"))
    if span.italic:
        tags.append(("*", "*") if flanks else ("<em>", "</em>"))
    return tags


def _flanks(text: str, before: str, after: str) -> bool:
    """Whether asterisks around a text are read as emphasis (CommonMark, "left-flanking").

    Next to a word, they are not if the text begins or ends with punctuation.
    """
    opens = text[0].isalnum() or not before.isalnum()
    closes = text[-1].isalnum() or not after.isalnum()
    return opens and closes and "*" not in (before, after)


def _target(link: str) -> str:
    safe = "".join(
        f"%{ord(char):02X}" if char in '<>\\"' or ord(char) < 33 else char for char in link
    )
    return html.escape(safe, quote=False)


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    found = spans(runs)
    edges = [""] + [span.text for span in found] + [""]
    written = [_write(span, edges[at][-1:], edges[at + 2][:1]) for at, span in enumerate(found)]
    if not any(span.cited for span in found):
        return "".join(written)
    cites = groupby(zip(found, written, strict=True), key=lambda pair: pair[0].cited)
    return "".join(_cite("".join(text for _, text in pairs), id_) for id_, pairs in cites)


def _cite(written: str, id_: str) -> str:
    """Return a cite with a link to its entry, or other text as it is."""
    return f"[{written}](#{anchor_name(id_)})" if id_ else written


def entry(text: str) -> str:
    """Write one entry as a paragraph; the start of a list or a heading is escaped."""
    written = text.strip()
    start = _LINE_START.match(written)
    if start:
        at = start.end() if start.group(2)[0].isdigit() else start.start(2)
        written = f"{written[:at]}\\{written[at:]}"
    return f"{written}\n\n"


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Join the paragraphs."""
    return "".join(entries).rstrip("\n") + "\n" if entries else ""


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add paragraphs below an entry as a quotation."""
    return entry + "> " + "\n>\n> ".join(paragraphs) + "\n\n"


def anchor(entry: str, id_: str) -> str:
    """Return an entry with an anchor in HTML, because CommonMark has no ids."""
    return f'<a id="{anchor_name(id_)}"></a>{entry}'


def section(heading: str, bibliography: str) -> str:
    """Put a heading above a bibliography."""
    return f"## {escape(heading)}\n\n{bibliography}"


WRITER = Writer("markdown", inline, entry, wrap, annotate, section, anchor=anchor)
