"""Citations of EndNote: XML with a complete record for each cite, which is the same as in EndNote's export."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats import endnote_xml
from refkit.formats.text.records.values import DamagedRecord, DataRecord, complete_elements
from refkit.model.cite_keys import has_own_key
from refkit.model.csl_json import record_from_item
from refkit.model.source import Source
from refkit.xml_reading import XmlElement


def read(data: str) -> Iterator[DataRecord]:
    """Yield the records of a citation. Raises DamagedRecord after those that precede an error."""
    xml = data[max(data.find("<EndNote"), 0) :]
    is_empty = True
    for record in complete_elements(xml, "record"):
        is_empty = False
        exported = Source(f"<xml><records>{xml[slice(*record.span)]}</records></xml>")
        for item in endnote_xml.read(exported):
            key = item.id if has_own_key(item) else ""
            values = {name: value for name, value in record_from_item(item).items() if name != "id"}
            yield DataRecord(values, _identity(record), key)
    if is_empty:
        raise DamagedRecord("it contains no record")


def _identity(record: XmlElement) -> str:
    keys = record.find("foreign-keys") or record.find("rec-number")
    return keys.all_text().strip() if keys else ""
