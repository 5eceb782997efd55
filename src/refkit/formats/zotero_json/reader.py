"""Reader for Zotero's items: the records of a JSON text, without notes and attachments."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.zotero import PARTS_OF_ITEMS
from refkit.formats._draft import read_records
from refkit.formats._json_entries import json_entries, json_entry, json_values
from refkit.formats._json_records import JsonRecord
from refkit.formats.zotero_json.build import build
from refkit.model.entry import Entry, Fault, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span

_WRAPPERS = ("items",)


def read(source: Source) -> Library:
    """Read the items of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return json_entries(source, _WRAPPERS, _entry)


def _entry(record: JsonRecord, source: Source) -> Entry | Fault | None:
    """Return a record as an entry; notes and attachments are parts of other items."""
    data = record.values.get("data")
    values = data if isinstance(data, dict) else record.values
    kind = values.get("itemType")
    if not isinstance(kind, str):
        opening = Span(record.span.start, record.span.start + 1)
        return Fault("record skipped: it has no `itemType`, which all items have", opening, source)
    if kind in PARTS_OF_ITEMS:
        return None
    key = values.get("citationKey")
    return json_entry(record, source, (("itemType", kind), ("citationKey", key)), read_fields)


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of an item as fields with lower-case names, and each creator and tag as one."""
    return [value.field for value in json_values(entry, "data")]
