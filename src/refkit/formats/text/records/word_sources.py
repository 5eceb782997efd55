"""Sources of Word's own citations (ECMA-376-1, 22.6: bibliography)."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats._xml_values import child_text
from refkit.formats.text.records.values import (
    DataRecord,
    Values,
    complete_elements,
    doi_in,
    put_texts,
)
from refkit.formats.word_xml.reader import read_source
from refkit.model.csl_json import record_from_name
from refkit.model.date import Date
from refkit.model.name import Name
from refkit.xml_reading import XmlElement


def read(data: str) -> Iterator[DataRecord]:
    """Yield the sources of a part. Raises DamagedRecord after those that precede an error."""
    for source in complete_elements(data, "Source"):
        key = child_text(source, "Tag")
        yield DataRecord(_values(source, data), child_text(source, "Guid") or key, key)


def _values(source: XmlElement, data: str) -> Values:
    """Return a source as CSL-JSON."""
    record = read_source(source, data)
    values: Values = {"type": record.type}
    names: dict[str, list[object]] = {}
    for one in record.values:
        if isinstance(one.value, Name):
            names.setdefault(one.variable, []).append(record_from_name(one.value))
        elif isinstance(one.value, Date) or one.variable not in ("", "id"):
            text = doi_in(str(one.value)) if one.variable == "DOI" else str(one.value)
            put_texts(values, {one.variable: text})
    return values | names
