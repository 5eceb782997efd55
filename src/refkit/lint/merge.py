"""Several libraries as one, and the item of an entry, without building items before they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import TypeVar, overload

from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library

T = TypeVar("T")


class Chain(Sequence[T]):
    """Sequences one after the other, read where they are."""

    def __init__(self, parts: Iterable[Sequence[T]]) -> None:
        self._parts = [part for part in parts if len(part)]
        self._ends = list(accumulate(len(part) for part in self._parts))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        index = at + len(self) if at < 0 else at
        start = 0
        for part, end in zip(self._parts, self._ends, strict=True):
            if start <= index < end:
                return part[index - start]
            start = end
        raise IndexError(at)


def merged(libraries: Iterable[Library]) -> Library:
    """Return one library of several, in their order."""
    parts = list(libraries)
    return Library(
        Chain(part.items for part in parts),
        [entry for part in parts for entry in part.entries],
        [fault for part in parts for fault in part.faults],
        [source for part in parts for source in part.sources],
    )


def item_finder(library: Library) -> Callable[[int, Entry], Item | None]:
    """Return a function that gives the item of an entry, from the entry's place in the library."""
    built: dict[int, Item] = {}

    def by_search(entry: Entry) -> Item | None:
        if not built:
            built.update({id(item.entry): item for item in library.items if item.entry})
        return built.get(id(entry))

    def item_at(at: int, entry: Entry) -> Item | None:
        item = library.items[at] if at < len(library.items) else None
        return item if item and item.entry is entry else by_search(entry)

    return item_at
