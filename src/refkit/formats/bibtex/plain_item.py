"""An entry's fields as they stand, without a reading of their meaning."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item


def build_item(
    entry: Entry, fields: Mapping[str, Field], dialect: str
) -> tuple[Item, list[Fault]]:
    """Return an item whose `custom` holds every field."""
    custom = {name: field.value for name, field in fields.items()}
    return Item(entry.key, custom=custom, entry=entry, origins=dict(fields)), []
