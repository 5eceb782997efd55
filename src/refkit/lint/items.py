"""Find the item of an entry without building items too early."""

from __future__ import annotations

from collections.abc import Callable

from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library, each_once, item_at


def item_finder(library: Library) -> Callable[[Entry], Item | None]:
    """Return a function that returns the item of an entry.

    Entries and items usually have the same order, so the item at the position of the entry is tried first.
    Items that were not built before are built for each call, because a large file has too many to keep.
    """
    places: dict[int, int] = {}
    of_items: dict[int, int] = {}

    def by_search(entry: Entry) -> Item | None:
        if not of_items:
            items = enumerate(each_once(library.items))
            of_items.update({id(item.entry): at for at, item in items if item.entry})
        at = of_items.get(id(entry))
        return None if at is None else item_at(library.items, at)

    def item_of(entry: Entry) -> Item | None:
        if not places:
            places.update({id(known): at for at, known in enumerate(library.entries)})
        at = places.get(id(entry), len(library.items))
        item = item_at(library.items, at) if at < len(library.items) else None
        same = item is not None and (item.entry is entry or item.id == entry.key)
        return item if same else by_search(entry)

    return item_of
