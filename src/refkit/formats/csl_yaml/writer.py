"""Writer for CSL-YAML, as pandoc and Quarto read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.formats._csl_json_layout import order_members
from refkit.formats._yaml_text import YamlData, yaml_text
from refkit.formats.csl_yaml.markdown import to_markdown
from refkit.model.citing import as_csl
from refkit.model.csl_dates import record_from_date
from refkit.model.csl_json import record_from_item
from refkit.model.date import Date
from refkit.model.dates import format_edtf, parse_date
from refkit.model.item import Item


def write_pieces(items: Iterable[Item]) -> Iterator[str]:
    """Yield the beginning, each item, and the end of a document."""
    start = "---\nreferences:\n"
    for item in items:
        yield start + yaml_text([_record(as_csl(item))])
        start = ""
    yield "---\nreferences: []\n..." if start else "..."
    yield "\n"


def _record(item: Item) -> dict[str, YamlData]:
    """Return the members of an item in the order of CSL-JSON."""
    record: dict[str, YamlData] = {}
    for name, value in order_members(record_from_item(item)).items():
        if name in DATE_VARIABLES and name in item.dates:
            record[name] = _date(item.dates[name])
        elif name in NAME_VARIABLES and isinstance(value, list):
            record[name] = [_name(one) for one in value]
        elif isinstance(value, dict):
            record[name] = {str(n): str(v) for n, v in value.items()}
        else:
            record[name] = str(value) if name in ("id", "type") else to_markdown(str(value))
    return record


def _name(record: dict[str, object]) -> dict[str, YamlData]:
    return {
        part: value if isinstance(value, bool) else to_markdown(str(value))
        for part, value in record.items()
    }


def _date(date: Date) -> YamlData:
    """Return a date as a text in EDTF if it says the same, or else as in CSL-JSON."""
    text = format_edtf(date)
    if text and parse_date(text) == date:
        return text
    record: dict[str, YamlData] = {}
    for name, value in record_from_date(date).items():
        if isinstance(value, list):
            record[name] = [list(point) for point in value]
        else:
            record[name] = value if isinstance(value, (bool, int)) else str(value)
    return record
