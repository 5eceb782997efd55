"""The characters that a finding points at: a value is pointed at without its delimiters.

Rules that are about a whole value give its span in the source, with its braces or quotation marks. Fixes have their own
spans.
"""

from __future__ import annotations

from refkit.lint.rule import TEX_FORMATS
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_JSON_STRING = lazy_pattern(r'"(?:[^"\\]|\\.)*"')
MOST_SPACE = 100  # characters between a value and what precedes it
_BEFORE = {
    "csl-json": ":",
    "biblatex-bbl": "}",
}  # what precedes a value in other formats than BibTeX
_CLOSERS = {"{": "}", '"': '"'}


def without_delimiters(span: Span, source: Source) -> Span:
    """Return the span of a value without its delimiters and the white space in them, or the span of other text.

    An empty value is pointed at with its delimiters.
    """
    start, end = span
    text = source.text
    if end - start < 3 or text[start] not in '{"' or text[end - 1] != _CLOSERS[text[start]]:
        return span
    if not _is_value(text, start, end, source.format):
        return span
    inner = text[start + 1 : end - 1]
    bare = inner.strip()
    first = start + 1 + len(inner) - len(inner.lstrip())
    return Span(first, first + len(bare)) if bare else span


def _is_value(text: str, start: int, end: int, form: str) -> bool:
    """Whether a span with delimiters at its ends is one value rather than a part of one or several joined by `#`."""
    mark = "=" if form in TEX_FORMATS else _BEFORE.get(form)
    if mark is None or text[max(0, start - MOST_SPACE) : start].rstrip()[-1:] != mark:
        return False
    if form == "csl-json":
        return _JSON_STRING.fullmatch(text, start, end) is not None
    return _is_one(text, start, end)


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether the delimiter at the start is closed by that at the end, and not before."""
    depth, quoted = 0, text[start] == '"'
    for position in range(start + quoted, end - 1):
        char = text[position]
        depth += (char == "{") - (char == "}")
        if depth == 0 and (not quoted or char == '"'):
            return False
    return True
