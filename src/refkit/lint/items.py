"""The item of an entry, without building items before they are needed."""

from __future__ import annotations

from collections.abc import Callable

from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library


def item_finder(library: Library) -> Callable[[int, Entry], Item | None]:
    """Return a function that gives the item of an entry, from the entry's place in the library."""
    built: dict[int, Item] = {}

    def by_search(entry: Entry) -> Item | None:
        if not built:
            built.update({id(item.entry): item for item in library.items if item.entry})
        return built.get(id(entry))

    def item_at(at: int, entry: Entry) -> Item | None:
        item = library.items[at] if at < len(library.items) else None
        same = item is not None and (item.entry is entry or item.id == entry.key)
        return item if same else by_search(entry)

    return item_at
