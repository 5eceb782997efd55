"""A library: what one or several sources hold, as entries, items and faults."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, cast, overload, runtime_checkable

from refkit.model.entry import Entry, Fault
from refkit.model.item import Item
from refkit.model.source import Source
from refkit.records import dataclass, field


@dataclass(slots=True, eq=False)
class Library:
    """The references of one or several sources.

    `items` is what the references mean, `entries` what was written, `faults` what could not be read.
    All three may be lazy: an item is built when it is first used. Iterating gives items;
    `library["smith2020"]` is the item with that id, the first if two share it, and `library[0]` the
    first item.
    """

    items: Sequence[Item] = ()
    entries: Sequence[Entry] = ()
    faults: Sequence[Fault] = ()
    sources: list[Source] = field(default_factory=list)
    _ids: dict[str, int] | None = field(default=None, init=False, repr=False)

    def __repr__(self) -> str:
        names = ", ".join(source.name for source in self.sources[:3])
        more = ", ..." if len(self.sources) > 3 else ""
        count = f"{len(self)} reference{'' if len(self) == 1 else 's'}"
        return f"<Library of {count}: {names}{more}>"

    def _repr_html_(self) -> str:
        """Return the library as a notebook shows it."""
        from refkit.model.library_html import SHOWN, library_html

        first = [item_at(self.items, number) for number in range(min(len(self), SHOWN))]
        return library_html(repr(self)[1:-1], first, len(self))

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, key: object) -> bool:
        return key in self._index()

    @overload
    def __getitem__(self, key: str | int) -> Item: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Item]: ...
    def __getitem__(self, key: str | int | slice) -> Item | Sequence[Item]:
        """Return the item with an id, or by its position from 0, or several of them.

        Raises KeyError, naming the nearest id, or IndexError.
        """
        if isinstance(key, (int, slice)):
            try:
                return self.items[key]
            except IndexError:
                count = len(self.items)
                references = "reference" if count == 1 else "references"
                raise IndexError(f"no item {key}: the library has {count} {references}") from None
        index = self._index()
        if key not in index:
            raise KeyError(_unknown_key(key, index))
        return self.items[index[key]]

    def get(self, key: str, default: Item | None = None) -> Item | None:
        """Return the item with an id, or `default` if there is none."""
        position = self._index().get(key)
        return default if position is None else self.items[position]

    def keys(self) -> list[str]:
        """Return the ids of the items in their order, each once."""
        return list(self._index())

    def _index(self) -> dict[str, int]:
        if self._ids is None:
            index: dict[str, int] = {}
            for position, key in enumerate(item_ids(self.items)):
                index.setdefault(key, position)
            self._ids = index
        return self._ids


def merged(libraries: Iterable[Library]) -> Library:
    """Return one library of several, in their order; what they read lazily stays lazy."""
    parts = list(libraries)
    if len(parts) == 1:
        return parts[0]
    return Library(
        _Chain([part.items for part in parts]),
        _Chain([part.entries for part in parts]),
        Deferred(lambda: [fault for part in parts for fault in part.faults]),
        [source for part in parts for source in part.sources],
    )


if TYPE_CHECKING:
    from refkit.model.item import Owner

T = TypeVar("T")


@runtime_checkable
class _KnowsIds(Protocol):
    def ids(self) -> Iterable[str]: ...


def item_ids(items: Sequence[Item]) -> Iterable[str]:
    """Return the ids of items in their order, of lazy items without building them."""
    return items.ids() if isinstance(items, _KnowsIds) else (item.id for item in items)


@runtime_checkable
class KnowsPositions(Protocol):
    """Items that know the position of each id without a dictionary of all ids."""

    def position(self, item_id: str) -> int:
        """Return the position of the first item with an id, or -1."""


@runtime_checkable
class _GivesOnce(Protocol):
    def once(self) -> Iterator[Item]: ...


def each_once(items: Sequence[Item]) -> Iterator[Item]:
    """Yield items in their order; lazy items are built one by one and not kept.

    The faults of a library are complete after the last of its items was yielded.
    """
    return items.once() if isinstance(items, _GivesOnce) else iter(items)


@runtime_checkable
class _GivesOneOnce(Protocol):
    def once_at(self, index: int) -> Item: ...


def item_at(items: Sequence[Item], index: int) -> Item:
    """Return one of the items; a lazy item that is not built yet is built and not kept."""
    return items.once_at(index) if isinstance(items, _GivesOneOnce) else items[index]


@runtime_checkable
class _BindsItems(Protocol):
    def bind(self, owner: Owner) -> None: ...


def bind_items(items: Sequence[Item], owner: Owner) -> None:
    """Let items belong to a library, lazy ones as soon as they are built."""
    if isinstance(items, _BindsItems):
        items.bind(owner)
        return
    for item in items:
        item._owner = owner


def item_with(library: Library, key: str) -> Item | None:
    """Return the first item with this id, or None; a lazy item that is not built yet is not kept."""
    index = library._index().get(key)
    return None if index is None else item_at(library.items, index)


class Deferred(Sequence[T]):
    """A list that is made when it is first used."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], list[T]]) -> None:
        self._make = make
        self._made: list[T] | None = None

    def _list(self) -> list[T]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return len(self._list())

    def __iter__(self) -> Iterator[T]:
        return iter(self._list())

    def __eq__(self, other: object) -> bool:
        return self._list() == (other._list() if isinstance(other, Deferred) else other)

    __hash__ = None  # type: ignore[assignment]  # compared by its items, as a list is

    def __repr__(self) -> str:
        return repr(self._list())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._list()[index]


class ReadRecord(NamedTuple):
    """The next record of a reader: its item, or None, and the errors in it."""

    item: Item | None
    faults: Sequence[Fault]


class LazyRecords(Deferred[Item]):
    """Items that are read one after another, and kept as soon as one is requested by its index."""

    __slots__ = ("_count", "_faults", "_find", "_owner", "entries", "faults")

    def __init__(self, find: Callable[[], Iterator[ReadRecord]]) -> None:
        super().__init__(self._kept)
        self._owner: Owner | None = None
        self._find = find
        self._count = -1
        self._faults: list[Fault] = []
        self.entries = Deferred(lambda: [item.entry for item in self if item.entry])
        self.faults = Deferred(self._read_faults)

    def __len__(self) -> int:
        return self._count if self._count >= 0 else super().__len__()

    def bind(self, owner: Owner) -> None:
        """Let the items belong to a library."""
        self._owner = owner

    def adopt(self, items: Sequence[Item]) -> None:
        """Make items that were read from an earlier text those of these records, one for each."""
        made = self._list()
        for number, (item, fresh) in enumerate(zip(items, [*made], strict=True)):
            item.entry, item.origins = fresh.entry, fresh.origins
            made[number] = item

    def _kept(self) -> list[Item]:
        items = list(self._read())
        if self._owner is not None:
            bind_items(items, self._owner)
        return items

    def once(self) -> Iterator[Item]:
        """Yield the items without keeping them."""
        return self._read() if self._made is None else iter(self._made)

    def _read(self) -> Iterator[Item]:
        faults: list[Fault] = []
        count = 0
        for record in self._find():
            faults.extend(record.faults)
            if record.item is not None:
                count += 1
                yield record.item
        self._faults, self._count = faults, count

    def _read_faults(self) -> list[Fault]:
        if self._count < 0:
            self._list()
        return self._faults


class _Chain(Sequence[T]):
    """Sequences one after another, none of them copied."""

    def __init__(self, parts: Sequence[Sequence[T]]) -> None:
        self._parts = parts
        self._known_ends: list[int] | None = None

    @property
    def _ends(self) -> list[int]:
        if self._known_ends is None:
            self._known_ends = list(accumulate(len(part) for part in self._parts))
        return self._known_ends

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[T]:
        for part in self._parts:
            yield from part

    def ids(self) -> Iterator[str]:
        """Return the ids of a chain of items."""
        for part in self._parts:
            yield from item_ids(cast("Sequence[Item]", part))  # called for chains of items only

    def once(self) -> Iterator[Item]:
        """Yield the items of a chain of items without keeping them."""
        for part in self._parts:
            yield from each_once(cast("Sequence[Item]", part))  # called for chains of items only

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        part, position = self._place(index)
        return part[position]

    def bind(self, owner: Owner) -> None:
        """Let the items of a chain of items belong to a library."""
        for part in self._parts:
            bind_items(cast("Sequence[Item]", part), owner)  # called for chains of items only

    def once_at(self, index: int) -> Item:
        """Return one of a chain of items without keeping it."""
        part, position = self._place(index)
        return item_at(cast("Sequence[Item]", part), position)  # called for chains of items only

    def _place(self, index: int) -> tuple[Sequence[T], int]:
        """Return the sequence that an index of the chain is in, and the index there."""
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(f"no place {index} in {len(self)}")
        part = bisect_right(self._ends, position)
        return self._parts[part], position - (self._ends[part - 1] if part else 0)


class ItemList(Sequence[Item]):
    """The items of a library; a call returns the pairs of keys and items, as `dict.items` does."""

    __slots__ = ("listed",)

    def __init__(self, listed: Sequence[Item]) -> None:
        self.listed = listed

    def __call__(self) -> list[tuple[str, Item]]:
        return [(item.id, item) for item in self.listed]

    def __len__(self) -> int:
        return len(self.listed)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.listed)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self.listed[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (ItemList, list, tuple)) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # compared by its items, as a list is

    def __repr__(self) -> str:
        return repr(list(self.listed))

    def ids(self) -> Iterable[str]:
        """Return the ids of the items."""
        return item_ids(self.listed)

    def once(self) -> Iterator[Item]:
        """Yield the items without keeping them."""
        return each_once(self.listed)

    def once_at(self, index: int) -> Item:
        """Return one of the items without keeping it."""
        return item_at(self.listed, index)


def listed_items(library: Library) -> Sequence[Item]:
    """Return the items of a library as a reader made them."""
    return library.items.listed if isinstance(library.items, ItemList) else library.items


def _unknown_key(key: str, known: dict[str, int]) -> str:
    from difflib import get_close_matches

    lower = key.lower()
    near = [one for one in known if one.lower() == lower] or get_close_matches(key, known, n=1)
    return f"no item `{key}`" + (f"; did you mean `{near[0]}`?" if near else "")
