"""Editors: the items of one source while they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from refkit.errors import RefkitError
from refkit.model.library import Library

if TYPE_CHECKING:
    from refkit.model.item import Item
    from refkit.model.source import Source

Arrange = Callable[[Sequence["Item"]], Sequence["Item"]]


class Editor(Protocol):
    """The items of one source while they are changed; `is_changed` is whether its text was, since it was saved."""

    is_changed: bool

    @property
    def source(self) -> Source | None:
        """The source as it was read."""

    @property
    def text(self) -> str:
        """The current text."""

    @property
    def lacks_parents(self) -> bool:
        """Whether a record now needs one that the source does not have, although the source was read alone."""

    def connect(self, editors: Sequence[Editor]) -> None:
        """Note the editors of the other sources, some of which may have been read together with this one."""

    def __len__(self) -> int:
        """Return the number of items."""

    def find(self, key: str) -> Item | None:
        """Return the first item with a key, or None."""

    def has_key(self, key: str) -> bool:
        """Whether a record has a key, even if it is not a reference."""

    def can_rename(self, key: str) -> bool:
        """Whether the records with a key can be renamed: none is malformed or has the key in another case."""

    def is_taken(self, key: str) -> bool:
        """Whether a new record cannot have a key."""

    def contains(self, item: Item) -> bool:
        """Whether an item is one of this source."""

    def existing_items(self) -> Iterator[Item]:
        """Yield the items that were built before."""

    def as_written(self, item: Item) -> Item:
        """Return the item that the current text gives for one of this source."""

    def children(self, item: Item) -> list[Item]:
        """Return the items that inherit from an item."""

    def write(self, item: Item) -> None:
        """Write an item whose values were changed directly to its record."""

    def field_value(self, item: Item, name: str) -> str | None:
        """Return the value of a field as written, or None if the name means a variable or there is no such field."""

    def change(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables and fields of an item, and remove those with the value None."""

    def retype(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""

    def add(self, item: Item, after: str | None = None) -> Item:
        """Add a record for an item at the end or after another one, and return its own item."""

    def remove(self, item: Item) -> None:
        """Remove the record of an item."""

    def remove_key(self, key: str) -> None:
        """Remove a record that is not a reference."""

    def rename(self, new_keys: Mapping[str, str]) -> int:
        """Rename keys, also where they are mentioned; return the number of replacements."""

    def rename_item(self, item: Item, new: str) -> int:
        """Give the record of an item another key; return the number of replacements."""

    def count(self, key: str) -> int:
        """Return the number of records with a key."""

    def rename_mentions(self, new_keys: Mapping[str, str]) -> int:
        """Rename keys of other sources where they are mentioned; return the number of replacements."""

    def sort(self, arrange: Arrange) -> None:
        """Arrange the items in the order that a function returns."""

    def read_again(self) -> Library:
        """Return the library of the current text."""

    def restart(self, library: Library) -> None:
        """Continue with a library that was read from the current text; existing items become those of it."""

    def mark_saved(self, source: Source) -> None:
        """Note that the current text was written to a file."""


class ListEditor:
    """The items of a source that cannot be written, or of none: changes are those of the objects in memory."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._items = list(library.items)
        self._by_key: dict[str, list[Item]] = {}
        for item in self._items:
            self._by_key.setdefault(item.id, []).append(item)
        self.is_changed = False

    @property
    def source(self) -> Source | None:
        """The source, if there is one."""
        return next(iter(self._library.sources), None)

    @property
    def text(self) -> str:
        """The text as it was read, in which changes are not written."""
        return self.source.text if self.source else ""

    @property
    def lacks_parents(self) -> bool:
        """Whether an item needs one of another source, which is never the case."""
        return False

    def connect(self, editors: Sequence[Editor]) -> None:
        """Do nothing: items do not depend on other sources."""

    def __len__(self) -> int:
        return sum(map(len, self._by_key.values()))

    def find(self, key: str) -> Item | None:
        """Return the first item with a key, or None."""
        return next(iter(self._by_key.get(key, ())), None)

    def has_key(self, key: str) -> bool:
        """Whether an item has a key."""
        return key in self._by_key

    def can_rename(self, key: str) -> bool:
        """Whether an item has a key."""
        return self.has_key(key)

    def is_taken(self, key: str) -> bool:
        """Whether a new item cannot have a key."""
        return key in self._by_key

    def contains(self, item: Item) -> bool:
        """Whether an item is in the list."""
        return any(other is item for other in self._by_key.get(item.id, ()))

    def existing_items(self) -> Iterator[Item]:
        """Yield the items."""
        yield from self._current()

    def as_written(self, item: Item) -> Item:
        """Return the item itself."""
        return item

    def children(self, item: Item) -> list[Item]:
        """Return no items, since none inherits from another."""
        return []

    def write(self, item: Item) -> None:
        """Do nothing: the item is its own record."""

    def field_value(self, item: Item, name: str) -> str | None:
        """Return None: there are no fields."""
        return None

    def change(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables of an item, and remove those with the value None."""
        if "id" in values:
            raise RefkitError("`id` is not a variable; use `library.rename(old, new)`")
        item.set_values(values)
        self.is_changed = True

    def retype(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""
        item.set_type(new_type)
        self.is_changed = True

    def add(self, item: Item, after: str | None = None) -> Item:
        """Add a copy of an item at the end, or after another one."""
        added = item.replace()
        self._by_key.setdefault(added.id, []).append(added)
        previous = self.find(after) if after is not None else None
        if previous is None:
            self._items.append(added)
        else:
            items = self._current()
            items.insert(next(i for i, one in enumerate(items) if one is previous) + 1, added)
            self._items = items
        self.is_changed = True
        return added

    def remove(self, item: Item) -> None:
        """Remove an item."""
        rest = [other for other in self._by_key.pop(item.id) if other is not item]
        if rest:
            self._by_key[item.id] = rest
        self.is_changed = True

    def remove_key(self, key: str) -> None:
        """Raise RefkitError, since every key is that of an item."""
        raise RefkitError(f"there is no entry `{key}`; check the key")

    def rename(self, new_keys: Mapping[str, str]) -> int:
        """Rename keys; return their number."""
        for old, new in new_keys.items():
            if new in self._by_key and new not in new_keys:
                raise RefkitError(f"there is an item `{new}` already; choose another key")
            if old not in self._by_key:
                raise RefkitError(f"there is no item `{old}`; check the key")
        renamed = {new: self._by_key.pop(old) for old, new in new_keys.items()}
        for new, items in renamed.items():
            for item in items:
                item.id = new
        self._by_key.update(renamed)
        self.is_changed = True
        return len(renamed)

    def rename_item(self, item: Item, new: str) -> int:
        """Give an item another key."""
        self.remove(item)
        item.id = new
        self._by_key.setdefault(new, []).append(item)
        return 1

    def count(self, key: str) -> int:
        """Return the number of items with a key."""
        return len(self._by_key.get(key, ()))

    def rename_mentions(self, new_keys: Mapping[str, str]) -> int:
        """Return 0, since items without a source have no fields with keys."""
        return 0

    def sort(self, arrange: Arrange) -> None:
        """Arrange the items in the order that a function returns."""
        self._items = list(arrange(self._current()))
        self.is_changed = True

    def _current(self) -> list[Item]:
        """Return the items that were not removed."""
        return [item for item in self._items if self.contains(item)]

    def read_again(self) -> Library:
        """Return a library of the items."""
        read = self._library
        return Library(self._current(), read.entries, read.faults, read.sources)

    def restart(self, library: Library) -> None:
        """Continue with the items, which are the same."""

    def mark_saved(self, source: Source) -> None:
        """Note that the items were written to a file."""
        self.is_changed = False
