"""A library: what one or several sources hold, as entries, items and faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from refkit.model.entry import Entry, Fault
from refkit.model.item import Item
from refkit.model.source import Source


@dataclass(slots=True, eq=False)
class Library:
    """The references of one or several sources.

    `items` is what the references mean, `entries` what was written, `faults` what could not be read.
    Both sequences may be lazy: an item is built when it is first asked for. Iterating gives items;
    `library["smith2020"]` is the item with that id, the first where two share it.
    """

    items: Sequence[Item] = ()
    entries: Sequence[Entry] = ()
    faults: list[Fault] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    _ids: dict[str, int] | None = field(default=None, init=False, repr=False)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, key: object) -> bool:
        return key in self._index()

    def __getitem__(self, key: str) -> Item:
        """Return the item with id `key`. Raises KeyError, naming the nearest id."""
        index = self._index()
        if key not in index:
            raise KeyError(_unknown_key(key, index))
        return self.items[index[key]]

    def _index(self) -> dict[str, int]:
        if self._ids is None:
            index: dict[str, int] = {}
            for at, item in enumerate(self.items):
                index.setdefault(item.id, at)
            self._ids = index
        return self._ids


def _unknown_key(key: str, known: dict[str, int]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=1)
    return f"no item `{key}`" + (f"; did you mean `{near[0]}`?" if near else "")
