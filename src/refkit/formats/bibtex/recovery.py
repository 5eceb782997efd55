"""Recovery from errors that hide fields: values that are not closed, and entries without a key."""

from __future__ import annotations

from refkit.data.biblatex import FIELDS as BIBLATEX_FIELDS
from refkit.data.bibtex import FIELDS as BIBTEX_FIELDS
from refkit.patterns import lazy_pattern

# A line that begins a field, with the start of its value.
_FIELD_LINE = lazy_pattern(
    r"(?m)(?:^|(?<=\r))[ \t]*+([A-Za-z][\w.:+-]*+)[ \t]*+=[ \t]*+"
    r"(?:[{\"]|[0-9]++[ \t]*+(?:[,}\r\n]|\Z)|[A-Za-z][\w.:+-]*+[ \t]*+[,}#\r\n])"
)
_BRACE = lazy_pattern(r"\\.|[{}]")


def is_field(key: str) -> bool:
    """Whether a key is a field, as in `@book{title={Tides}}`."""
    name, _, value = key.partition("=")
    return value[:1] in ("{", '"') or is_known(name)


def is_known(name: str) -> bool:
    """Whether a field is in the manual of BibTeX or BibLaTeX."""
    return name.lower() in BIBTEX_FIELDS or name.lower() in BIBLATEX_FIELDS


def end_before_field(
    text: str, start: int, limit: int, *, known: bool = False
) -> tuple[int, int] | None:
    """Return the end of a value that is not closed, and the start of the field in the next line that begins one.

    The end is that of the closing delimiter, or of the comma or white space in its place. With `known`, the name of
    the field must be in a manual. The result is None if no line before `limit` begins a field.
    """
    lines = _FIELD_LINE.finditer(text, start + 1, limit)
    line = next((line for line in lines if not known or is_known(line[1])), None)
    if line is None:
        return None
    value = text[start : line.start()].rstrip()
    value = value.removesuffix(",").rstrip()
    end = start + len(value) + (not _is_closed(value))
    return end, line.start(1)


def _is_closed(value: str) -> bool:
    """Whether the last character closes a value, if an escaped brace is not a brace."""
    if value[0] == '"':
        return len(value) > 1 and value[-1] == '"'
    depth = 0
    for brace in _BRACE.finditer(value):
        depth += (brace[0] == "{") - (brace[0] == "}")
    return depth == 0
