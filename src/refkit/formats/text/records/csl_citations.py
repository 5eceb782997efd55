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
    for item in items:
        yield _record(item)


def _record(item: object) -> DataRecord:
    """Return the record of one cite. Raises DamagedRecord."""
    if not isinstance(item, Mapping):
        raise DamagedRecord("a cite is not an object")
    values = item.get("itemData")
    addresses = item.get("uris") or item.get("uri") or [item.get("id", "")]
    identity = str(addresses[0] if isinstance(addresses, list) and addresses else addresses)
    if not isinstance(values, Mapping) or not values.get("type"):
        raise DamagedRecord(f"it contains no data of `{identity}`")
    record: Values = {str(name): value for name, value in values.items() if name != "id"}
    key = record.pop("citation-key", "")
    return DataRecord(record, identity, key if isinstance(key, str) else "")
