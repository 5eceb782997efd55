"""The item of an entry, without building items before they are needed."""

from __future__ import annotations

from collections.abc import Callable

from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library


def item_finder(library: Library) -> Callable[[Entry], Item | None]:
    """Return a function that gives the item of an entry.

    Entries and items mostly stand in the same order, so the item at the entry's place is looked at first.
    """
    places: dict[int, int] = {}
    built: dict[int, Item] = {}

    def by_search(entry: Entry) -> Item | None:
        if not built:
            built.update({id(item.entry): item for item in library.items if item.entry})
        return built.get(id(entry))

    def item_of(entry: Entry) -> Item | None:
        if not places:
            places.update({id(known): at for at, known in enumerate(library.entries)})
        at = places.get(id(entry), len(library.items))
        item = library.items[at] if at < len(library.items) else None
        same = item is not None and (item.entry is entry or item.id == entry.key)
        return item if same else by_search(entry)

    return item_of
