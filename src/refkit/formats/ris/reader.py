"""Scanner for RIS: records from `TY` to `ER`, and the tags of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.formats._draft import read_records
from refkit.formats._tagged import LINE_START, REST_OF_LINE, tagged_fields, text_faults
from refkit.formats.ris.build import build
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    LINE_START + r"[ \t\ufeff]*(TY)([ \t]{1,3})-[ \t]*([^\r\n]*?)[ \t]*(?=[\r\n]|\Z)"
)
_TAG = lazy_pattern(LINE_START + r"[ \t]*([A-Z][A-Z0-9]) {2}-" + REST_OF_LINE)
_NARROW_TAG = lazy_pattern(
    LINE_START + r"[ \t]*([A-Z][A-Z0-9])[ \t]{1,3}-(?=[ \t\r\n]|\Z)" + REST_OF_LINE
)
_END = lazy_pattern(LINE_START + r"[ \t]*ER(?:[ \t]{1,3}-[^\r\n]*|[ \t]*(?=[\r\n]|\Z))")
_ID = lazy_pattern(LINE_START + r"[ \t]*ID[ \t]{1,3}-[ \t]*([^\r\n]*[^\s])")
_FIRST = "`TY  - `"
_SEPARATORS = {"KW": "", "N1": "\n"}


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    """Yield the records as entries, and faults at text that belongs to none."""
    text = source.readable_text()
    position = 0
    match = _START.search(text)
    while match:
        following = _START.search(text, match.end())
        limit = following.start() if following else len(text)
        yield from text_faults(source, position, match.start(), _FIRST)
        end = _END.search(text, match.end(), limit)
        if end is None:
            yield Fault("the record has no end; add a line `ER  - `", Span(*match.span(1)), source)
        position = end.end() if end else limit
        # cffconvert writes `ER` without a hyphen, which is no tag
        yield _entry(source, match, end.start() if end and "-" not in end[0] else position)
        match = following
    yield from text_faults(source, position, len(text), _FIRST)


def _entry(source: Source, start: re.Match[str], end: int) -> Entry:
    """Return a record as an entry; its fields are read when they are needed."""
    text = source.readable_text()
    span = Span(start.start(1), start.start(1) + len(text[start.start(1) : end].rstrip()))
    key = _ID.search(text, span.start, span.end)
    key_span = Span(*key.span(1)) if key else Span(span.start, span.start)
    kind = Entry if key else EntryWithoutKey
    return kind(source, start[3].lower(), "", span, Span(*start.span(3)), key_span, read_fields)


def read_fields(entry: Entry) -> list[Field]:
    """Return the tags of a record as fields with lower-case names; each line of keywords is one."""
    text, span = entry.source.readable_text(), entry.span
    # one space before the dash is enough if the first line has only one
    pattern = _TAG if text.startswith("TY  -", span.start) else _NARROW_TAG
    fields = tagged_fields(text, pattern, span.start, span.end, _SEPARATORS)
    return [field for field in fields if field.name not in ("ty", "er")]
