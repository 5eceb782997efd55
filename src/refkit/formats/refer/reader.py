"""Reader for Refer: its tags become those of RIS that mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from refkit.data.endnote import REFER_TAGS, RIS_TYPES
from refkit.formats._draft import Draft, read_records
from refkit.formats._tagged import LINE_START, REST_OF_LINE, tagged_fields, text_faults
from refkit.formats.ris.build import build as build_ris
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(LINE_START + r"\ufeff?%(\S)(?=[ \t\r\n]|\Z)" + REST_OF_LINE)
_TYPE = lazy_pattern(LINE_START + r"\ufeff?%0[ \t]+([^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")
_BLANK = lazy_pattern(r"(?>\r\n?|\n)[ \t]*(?>\r\n?|\n)\s*?(?=%\S[ \t])")
_SEPARATORS = {"K": "", "Z": "\n", "X": " "}
_TYPE_NAMES = {name.lower(): code for name, code in RIS_TYPES.items()}


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    """Yield the records as entries, and faults at text before them."""
    text = source.readable_text()
    starts = [match.start() for match in _TYPE.finditer(text)]
    if not starts:
        first = _TAG.search(text)
        starts = (
            [first.start(), *(blank.end() for blank in _BLANK.finditer(text, first.end()))]
            if first
            else []
        )
    yield from text_faults(source, 0, starts[0] if starts else len(text), "`%0 `")
    for start, end in pairwise([*starts, len(text)]):
        yield _entry(source, start, end)


def _entry(source: Source, start: int, end: int) -> Entry:
    """Return a record as an entry; a record of Unix's refer has no type."""
    text = source.readable_text()
    kind = _TYPE.match(text, start)
    type_span = Span(*kind.span(1)) if kind else Span(start, start)
    span = Span(start, start + len(text[start:end].rstrip()))
    key = next((match for match in _TAG.finditer(text, *span) if match[1] == "F"), None)
    key_span = (
        Span(key.start(2), key.start(2) + len(key[2].rstrip())) if key else Span(start, start)
    )
    name = kind[1].lower() if kind else ""
    make = Entry if key else EntryWithoutKey
    return make(
        source, _TYPE_NAMES.get(name, name).lower(), "", span, type_span, key_span, read_fields
    )


def read_fields(entry: Entry) -> list[Field]:
    """Return the tags of a record as fields, with the lower-case names of the same tags of RIS."""
    fields = []
    for field in tagged_fields(entry.source.readable_text(), _TAG, *entry.span, _SEPARATORS):
        if field.name != "0":
            name = REFER_TAGS.get(field.name.upper(), f"%{field.name}").lower()
            fields.append(Field(name, field.value, field.span, field.name_span, field.value_span))
    return fields


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    if not entry.type:
        entry.type = _type_by_tags({field.name for field in entry.fields}).lower()
    return build_ris(entry, "EndNote")


def _type_by_tags(tags: set[str]) -> str:
    """Return the reference type of a record without one, as refer(1) distinguishes them."""
    if "jf" in tags:
        return "JOUR"
    if "t2" in tags:
        return "CHAP"
    return "BOOK" if "pb" in tags else "GEN"
