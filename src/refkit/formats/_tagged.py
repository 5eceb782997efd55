"""Records of lines with tags, as RIS, PubMed, Refer, Ovid and Web of Science write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.model.entry import Fault, Field
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

LINE_START = r"(?<![^\r\n])"  # at the start of the text, or after a line end: CR, LF or CRLF
REST_OF_LINE = r"[ \t]*([^\r\n]*)"


def tagged_fields(
    text: str, tag: re.Pattern[str], start: int, end: int, separators: dict[str, str]
) -> Iterator[Field]:
    """Yield the tags between two positions as fields with lower-case names.

    The pattern matches a whole line; its group 1 is the tag, group 2 the value without white space before it. The
    lines that continue a value are joined by the tag's separator, a space by default; if it is "", each line is a
    field of its own.
    """
    before: re.Match[str] | None = None
    for match in tag.finditer(text, start, end):
        if before is not None:
            yield from _fields(text, before, match.start(), separators)
        before = match
    if before is not None:
        yield from _fields(text, before, end, separators)


def _fields(
    text: str, match: re.Match[str], limit: int, separators: dict[str, str]
) -> Iterator[Field]:
    """Yield the field of a tag whose value ends before `limit`, or one field for each line."""
    value = match[2].rstrip()
    start = match.start(2)
    lines = [Span(start, start + len(value))]
    if limit - match.end() > 2:  # more than a line end
        lines += _lines(text, match.end(), limit)
    separator = separators.get(match[1], " ") if len(lines) > 1 else " "
    if separator:
        if len(lines) > 1:
            value = separator.join(text[begin:end] for begin, end in lines if end > begin)
        yield _field(match, value, start, lines[-1].end)
        return
    for begin, end in lines:
        yield _field(match, text[begin:end], begin, end)


def _field(match: re.Match[str], value: str, start: int, end: int) -> Field:
    name_start = match.start(1)
    name_span = Span(name_start, match.end(1))
    return Field(match[1].lower(), value, Span(name_start, end), name_span, Span(start, end))


_LINE = lazy_pattern(r"[^\r\n]+")


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines that are not blank, without the white space around them."""
    for match in _LINE.finditer(text, start, end):
        line = match[0].strip()
        if line:
            begin = match.start() + match[0].index(line[0])
            yield Span(begin, begin + len(line))


# Headings of exports: `Provider: X`, a MIME type, the number of a record, a line of signs.
_HEADING = lazy_pattern(
    r"[A-Z][A-Za-z -]{2,30}:.*|MIME\b.*|[<\[(#]?\s?(?:record\s)?\d+(?:\s?(?:of|/)\s?\d+)?[.)\]>]*|\W+",
    re.IGNORECASE,
)
_LONGEST_EXCERPT = 60


def text_faults(source: Source, start: int, end: int, first_tag: str) -> Iterator[Fault]:
    """Yield a fault at each line between records that is not a heading of an export."""
    text = source.readable_text()
    for match in _LINE.finditer(text, start, end):
        line = match[0].strip()
        if line and not _HEADING.fullmatch(line):
            shown = line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 1] + "…"
            message = f"`{shown}` is not in a record, which begins with {first_tag}; it is ignored"
            yield Fault(message, Span(*match.span()), source)
