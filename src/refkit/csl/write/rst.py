"""reStructuredText; formatting is not combined, because its inline markup cannot be nested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from refkit.csl.output import Run
from refkit.csl.write._writer import Span, Writer, anchor_name, spans
from refkit.patterns import lazy_pattern

# Two full stops before a space begin a directive if a citation is at the start of a line.
# A bare address of any other scheme than these would become a link ("Standalone hyperlinks").
_SPECIAL = lazy_pattern(
    r"[\\*`|<]|_(?![^\W_])|(?<!\.)\.\.(?=\s)"
    r"|(?<![A-Za-z0-9+.-])(?!(?i:https?|ftp|mailto|doi):)[A-Za-z][A-Za-z0-9+.-]*(?=:[^\s:])"
)
_SPACE = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What begins a list, a directive, a field, a line block, a table, a doctest or a literal block.
_LINE_START = lazy_pattern(
    r"(\s*)([^\w\s\\(\[“”‘’«»„]|(?:\w{1,8}|#)(?=[.)]\s)|\((?=(?:\w{1,8}|#)\)\s))"
)


def escape(text: str) -> str:
    """Escape text for reStructuredText."""
    return _SPECIAL.sub(_escape_one, _SPACE.sub(" ", text))


def _escape_one(match: re.Match[str]) -> str:
    """Escape a character with a backslash, and a scheme with one before it, so that its colon is escaped."""
    found = match[0]
    return f"{found}\\" if found[0].isalpha() else f"\\{found}"


def _role(span: Span) -> tuple[str, str]:
    if span.cited:
        return "`", f" <{_name(span.cited)}_>`__"
    if span.link:
        target = re.sub(r"[\s<>`\\]", lambda match: f"%{ord(match.group()):02X}", span.link)
        return "`", f" <{escape(target)}>`__"
    if span.raised:
        return f":{span.raised}:`", "`"
    if span.bold:
        return "**", "**"
    if span.italic:
        return "*", "*"
    return "", ""


def _write(span: Span) -> str:
    if span.breaks:
        return "\n\n    "
    opening, closing = _role(span)
    stripped = span.text.strip()
    if not opening or not stripped:
        return escape(span.text)
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    trail = span.text[len(span.text.rstrip()) :]
    return f"{escape(lead)}\\ {opening}{escape(stripped)}{closing}\\ {escape(trail)}"


def _name(id_: str) -> str:
    """Return the name of an entry. Docutils ignores the case of names, so names with capitals get a checksum."""
    name = anchor_name(id_)
    return name if name == name.lower() else f"{name}-{crc32(name.encode()):08x}"


def _tidy(written: str) -> str:
    """Drop the escaped spaces around inline markup that are next to a real space or an end."""
    written = written.replace("\\ \\ ", "\\ ")
    written = re.sub(r"(?:^|(?<=[^\\]\s)|(?<=[^\\]\())\\ (?=(?:[*`]+|:\w+:`)\w)", "", written)
    return re.sub(r"(?<=[*`_])\\ (?=[\s.,;:!?)](?!su[bp])|$)", "", written)


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    return _tidy("".join(map(_write, spans(runs))))


def entry(text: str) -> str:
    """Write one entry as a paragraph."""
    written = text.strip()
    start = _LINE_START.match(written)
    if start and not re.match(r"\*|:su[pb]|`", written):
        written = f"{written[: start.start(2)]}\\{written[start.start(2) :]}"
    if written.endswith("::"):  # would announce a literal block
        written = written[:-1] + "\\:"
    return f"{written}\n\n"


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Join the paragraphs."""
    return "".join(entries).rstrip("\n") + "\n" if entries else ""


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add indented paragraphs below an entry."""
    return entry + "".join(f"    {paragraph}\n\n" for paragraph in paragraphs)


def anchor(entry: str, id_: str) -> str:
    """Return an entry with an internal hyperlink target."""
    return f".. _`{_name(id_)}`:\n\n{entry}"


def section(heading: str, bibliography: str) -> str:
    """Put an underlined heading above a bibliography; a wide character counts as two columns."""
    return f"{escape(heading)}\n{'-' * (2 * len(heading) + 2)}\n\n{bibliography}"


WRITER = Writer("rst", inline, entry, wrap, annotate, section, anchor=anchor)
