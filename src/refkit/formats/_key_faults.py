"""Faults of keys in a conversion: repeated keys, and keys that the target format cannot contain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.formats import Format
from refkit.model.entry import Fault
from refkit.model.item import Item


def noting_keys(items: Iterable[Item], target: Format, faults: list[Fault]) -> Iterator[Item]:
    """Yield the items, and add a fault for each key that is repeated or that is written differently."""
    keys: set[str] = set()
    written_key = target.written_keys() if target.written_keys else str
    for item in items:
        message, key = "", written_key(item.id)
        if item.id in keys:
            message = f"another reference has the key `{item.id}` too; give each its own"
        elif key != item.id:
            message = f"the key `{item.id}` is written as `{key}`; change its citations accordingly"
        if item.id and message and item.entry is not None:
            faults.append(Fault(message, item.entry.key_span, item.entry.source, "key"))
        keys.add(item.id)
        yield item
