"""Citations of Zotero and Mendeley: a JSON object whose `citationItems` contain the items as CSL-JSON.

Both write `ADDIN ZOTERO_ITEM CSL_CITATION {...}`, Mendeley without Zotero's word, and Mendeley Cite the object alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.formats.text.records.values import DamagedRecord, DataRecord, Values, read_json


def read(data: str) -> Iterator[DataRecord]:
    """Yield the items of a citation. Raises DamagedRecord."""
    start = data.find("{")
    citation = read_json(data, start) if start >= 0 else None
    items = citation.get("citationItems") if isinstance(citation, Mapping) else None
    if not isinstance(items, list):
        raise DamagedRecord("it contains no `citationItems`")
    missing = False
    for item in items:
        record = _record(item)
        if record:
            yield record
        missing = missing or record is None
    if missing:
        raise DamagedRecord("a cited work has no data in the document")


def _record(item: object) -> DataRecord | None:
    """Return the record of one cite, or None if it only names a work of the library that cited it."""
    values = item.get("itemData") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(values, Mapping) or not values.get("type"):
        return None
    addresses = item.get("uris") or item.get("uri") or [item.get("id", "")]
    identity = str(addresses[0] if isinstance(addresses, list) and addresses else addresses)
    record: Values = {str(name): value for name, value in values.items() if name != "id"}
    key = record.pop("citation-key", "")
    return DataRecord(record, identity, key if isinstance(key, str) else "")
