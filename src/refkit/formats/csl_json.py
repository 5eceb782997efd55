"""CSL-JSON: the input format of citation processors (CSL 1.0.2 schema, csl-data.json)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.data.csl import ITEM_TYPES
from refkit.errors import UnreadableFile
from refkit.formats import Format, lossless
from refkit.formats._csl_json_layout import join_numbers, order_members
from refkit.formats._foreign_json import foreign_kind, is_foreign
from refkit.formats._json_kind import json_kind
from refkit.formats._json_records import (
    DECODER,
    JsonError,
    JsonRecord,
    field_of,
    members,
    records,
)
from refkit.model.csl_json import ALIASES, CROSSREF_TYPES, item_from_record, record_from_item
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field, no_references
from refkit.model.item import Item
from refkit.model.json_text import json_text
from refkit.model.library import LazyRecords, Library, ReadRecord
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.model.editing import Editor

_JSON_START = lazy_pattern(r'\s*(?:\[\s*)?\{\s*"')
_ID = lazy_pattern(r'"id"\s*:\s*')
_TYPE_NAME = lazy_pattern(r'"type"\s*:\s*')
_TYPE = lazy_pattern(r'"type"\s*:\s*"([a-z_-]+)"')
_SEARCHED = 20_000


def read(source: Source) -> Library:
    """Read an array of records, an object with `items`, a single record, or one record per line.

    Raises UnreadableFile if none of the objects is a CSL record.
    """
    _refuse_foreign(source)
    items = LazyRecords(lambda: _read_items(source))
    return Library(items, items.entries, items.faults, [source])


def _refuse_foreign(source: Source) -> None:
    """Raise UnreadableFile if there are objects but none is a CSL record; usually the first one is."""
    has_objects = False
    for record in records(source.readable_text()):
        if isinstance(record, JsonRecord):
            if not is_foreign(record.values):
                return
            has_objects = True
    if has_objects:
        raise UnreadableFile(source.name, foreign_kind(source.readable_text()))


def _read_items(source: Source) -> Iterator[ReadRecord]:
    number, record = 0, None
    if source.encoding_problem:
        from refkit.formats._encoding import encoding_fault

        yield ReadRecord(None, [encoding_fault(source)])
    for record in records(source.readable_text()):
        if isinstance(record, JsonError):
            yield ReadRecord(None, [Fault(record.message, record.span, source)])
        else:
            number += 1
            yield ReadRecord(*_read_item(record, source, number))
    if record is None:
        yield ReadRecord(None, [no_references(source)])


def write(items: Iterable[Item]) -> str:
    """Return the items as a CSL-JSON array, indented by two."""
    return "".join(write_pieces(items))


def write_pieces(items: Iterable[Item]) -> Iterator[str]:
    """Yield a CSL-JSON array record by record, indented by two; items from BibTeX as citation styles expect them."""
    from refkit.model.citing import as_csl

    before, end = "[", "[]\n"
    for item in items:
        record = record_from_item(as_csl(item))
        array = json_text([order_members(record)], indent=2)
        yield before + join_numbers(array[1:-2])
        before, end = ",", "\n]\n"
    yield end


def detect(text: str) -> bool:
    """Whether a text looks like JSON with an item type of CSL near its beginning."""
    if not _JSON_START.match(text) or json_kind(text):
        return False
    types = _TYPE.findall(text, 0, _SEARCHED)
    return any(name in ITEM_TYPES or name in CROSSREF_TYPES for name in types)


def edit(library: Library) -> Editor:
    """Return an editor of a library that was read from one CSL-JSON text."""
    from refkit.formats import _csl_json_edit

    return _csl_json_edit.JsonEditor(library, read)


FORMATS = (
    Format(
        "csl-json",
        (".csljson",),
        read,
        lossless(write_pieces),
        detect,
        shared_suffixes=(".json", ".jsonl"),
        edit=edit,
    ),
)


def _value_faults(problems: list[str], item: Item, entry: Entry) -> Iterator[Fault]:
    """Yield the faults of problems that begin with a variable, each at the value of this variable.

    The fault of an impossible date has a kind of its own, as in .bib files.
    """
    if not problems:
        return
    dates = {f"`{name}`: {date.problem}" for name, date in item.dates.items() if date.problem}
    places = {ALIASES.get(f.name, f.name): f.value_span for f in read_fields(entry)}
    for problem in problems:
        place = places.get(problem.split("`")[1], entry.key_span)
        yield Fault(problem, place, entry.source, "date" if problem in dates else "value")


def _read_item(record: JsonRecord, source: Source, number: int) -> tuple[Item, list[Fault]]:
    values, faults = record.values, []
    opening = Span(record.span.start, record.span.start + 1)
    has_id = values.get("id") not in (None, "")
    if not has_id:
        values["id"] = values.get("DOI") or f"item-{number}"
        message = f"record without `id`; it is called `{values['id']}` here"
        faults.append(Fault(message, opening, source, "key"))
    item, problems = item_from_record(values)
    problems += [f"`{name}` has several values; only the last is kept" for name in record.repeated]
    key_span = _find_member(_ID, values["id"], record, source) or opening
    type_span = _find_member(_TYPE_NAME, values.get("type"), record, source) or key_span
    if not _is_known_type(values.get("type")):
        message = (
            f"`{values['type']}` is not an item type of CSL 1.0.2; choose the one that fits best"
        )
        faults.append(Fault(message, type_span, source, "value"))
    entry_class = Entry if has_id else EntryWithoutKey
    entry = entry_class(
        source, str(values.get("type", "")), item.id, record.span, type_span, key_span, read_fields
    )
    item.entry = entry
    faults.extend(_value_faults(problems, item, entry))
    return item, faults


def _is_known_type(name: object) -> bool:
    """Whether an item type is valid, or absent and therefore `document`."""
    return not name or name in ITEM_TYPES or name in CROSSREF_TYPES


def _find_member(
    name: re.Pattern[str], value: object, record: JsonRecord, source: Source
) -> Span | None:
    """Return the span of a member's value without splitting the record, or None."""
    text = source.readable_text()
    for match in name.finditer(text, record.span.start, record.span.end):
        member_value, end = DECODER.raw_decode(text, match.end())
        if member_value == value:
            return Span(match.end(), end)
    return None


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of an entry's record as fields: decoded strings, and other values as written."""
    text = entry.source.readable_text()
    return [field_of(text, member) for member in members(text, entry.span.start)]
