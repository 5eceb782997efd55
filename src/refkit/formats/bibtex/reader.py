"""Reader of .bib texts, which returns entries, items and faults."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from refkit.data.bibtex import STYLE_CONTROLS
from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.elsewhere import OpenEnds
from refkit.formats.bibtex.fields import build_item, build_item_on_demand
from refkit.formats.bibtex.inherit import own_fields
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item, Owner
from refkit.model.library import Deferred, Library, listed_items
from refkit.model.source import Source


def read(source: Source, dialect: str | None = None) -> Library:
    """Read a .bib text in a dialect ("bibtex" or "biblatex"), or in the detected one."""
    return library_of(Database(source, dialect))


def library_of(database: Database) -> Library:
    """Return a library with the entries of a database; nothing is built yet."""
    items = LazyItems(database)
    entries = Deferred[Entry](lambda: [*database.entries])
    return Library(items, entries, BibFaults(items), [database.source])


def database_of(library: Library) -> Database | None:
    """Return the database of a library that was read from one .bib file, or None."""
    items = listed_items(library)
    return items.database if isinstance(items, LazyItems) else None


def make_keys_unique(libraries: Sequence[Library]) -> None:
    """Make the ids of entries without a key unique among several files."""
    listed = map(listed_items, libraries)
    parts = [items for items in listed if isinstance(items, LazyItems)]
    if not any("" in map(part.database.key_of, range(len(part.database))) for part in parts):
        return
    ids: list[str] = []
    for part in parts:
        part.keys_elsewhere = tuple(ids)
        ids.extend(part.ids())


def dialect_of(library: Library) -> str:
    """Return the dialect of a library, or "bibtex" if it was not read from a .bib file."""
    first = next(iter(library.entries), None)
    return first.database.dialect if isinstance(first, BibEntry) else "bibtex"


def open_ends(library: Library) -> OpenEnds:
    """Return the macros and parents that a library of one .bib file needs from other files."""
    database = database_of(library)
    return database.open_ends() if database is not None else OpenEnds()


def macros_before(library: Library) -> Mapping[str, str]:
    """Return the values of macros that earlier files of a bibliography define for a .bib file."""
    database = database_of(library)
    return database.macros.before if database is not None else {}


def is_read_alone(entry: Entry) -> bool:
    """Whether the file of an entry was read without other files."""
    return not isinstance(entry, BibEntry) or entry.database.inheritance.entries is entry.database


def lacks_parent(entry: Entry) -> bool:
    """Whether an entry inherits from an entry that was not read."""
    if not isinstance(entry, BibEntry):
        return False
    return entry.database.inheritance.lacks_parent(entry.database.first_number + entry.number)


def crossref_parent(entry: Entry) -> Entry | None:
    """Return the entry that an entry inherits from by `crossref`, or None if it inherits nothing."""
    from refkit.formats.bibtex.inherit import InheritedField

    link = entry.get("crossref")
    key = link.value.strip().lower() if link is not None else ""
    inherited = (f for f in resolved_fields(entry).values() if isinstance(f, InheritedField))
    return next((f.parent for f in inherited if f.parent.key.lower() == key), None)


def is_broken(entry: Entry) -> bool:
    """Whether a part of an entry, with the fields in it, could not be read."""
    return isinstance(entry, BibEntry) and entry.number in entry.database.broken_entries


class BibFaults(Deferred[Fault]):
    """The faults of a .bib file; those of the text itself are available without building items."""

    def __init__(self, items: LazyItems) -> None:
        super().__init__(items.all_faults)
        self.items = items


def text_faults(library: Library) -> list[Fault]:
    """Return the faults of the text itself in file order, without building items."""
    if isinstance(library.faults, BibFaults):
        return library.faults.items.text_faults()
    return list(library.faults)


def resolved_fields(entry: Entry) -> dict[str, Field]:
    """Return an entry's own and inherited fields by name; an InheritedField has its parent."""
    if isinstance(entry, BibEntry):
        return entry.database.resolved_fields(entry.number)
    return {field.name: field for field in reversed(entry.fields)}


def item_of_entry(entry: Entry) -> Item | None:
    """Return the item of an entry of a .bib file, or None if the entry is not a reference.

    Its names are parsed when they are first used. The item is kept as long as the fields of the entry are.
    """
    if not isinstance(entry, BibEntry):
        return None
    if entry.item is not None:
        return entry.item
    database = entry.database
    if entry.type in _uncited_types(database):
        return None
    item = build_item_on_demand(entry, database.resolved_fields(entry.number))
    if entry.is_read:
        entry.item = item
    return item


def _uncited_types(database: Database) -> frozenset[str]:
    """Return the entry types that only provide fields or settings and are never cited."""
    return STYLE_CONTROLS | {"xdata"} if database.dialect == "biblatex" else STYLE_CONTROLS


class LazyItems(Sequence[Item]):
    """The items of a database, which are built on first access and then stored.

    `current_item` builds the others after the text was changed: it returns the item of the entry with a number.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._uncited = uncited = _uncited_types(database)
        all_numbers = range(len(database.scan))
        cited = array("q", (n for n in all_numbers if database.type_of(n) not in uncited))
        self._numbers: Sequence[int] = all_numbers if len(cited) == len(all_numbers) else cited
        self._built: list[Item | None] = [None] * len(all_numbers)
        self._owner: Owner | None = None
        self._faults: list[Fault] = []
        self._made_keys: Mapping[int, str] | None = None
        self.keys_elsewhere: Sequence[str] = ()
        self.current_item: Callable[[int], Item] | None = None
        self._has_faults = bytearray(
            len(all_numbers)
        )  # 1 once the faults of an item are in `_faults`

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, slice):
            return [self._item(number) for number in self._numbers[index]]
        return self._item(self._numbers[index])

    def __iter__(self) -> Iterator[Item]:
        return map(self._item, self._numbers)

    def ids(self) -> Iterator[str]:
        """Return the ids of the items without building them."""
        return (
            self.database.key_of(number) or self.made_keys()[number] for number in self._numbers
        )

    def made_keys(self) -> Mapping[int, str]:
        """Return the ids of the items of entries without a key: author and year, as in a text.

        They are not ids of other items, nor in `keys_elsewhere`, the ids in other files.
        """
        if self._made_keys is None:
            from refkit.model.cite_keys import cite_keys

            key_of = self.database.key_of
            used = [*self.keys_elsewhere, *filter(None, map(key_of, self._numbers))]
            numbers = [number for number in self._numbers if not key_of(number)]
            items = [self._build_on_demand(number) for number in numbers]
            made = cite_keys([*(Item(key) for key in used), *items], used) if items else []
            self._made_keys = dict(zip(numbers, made[len(used) :], strict=True))
        return self._made_keys

    def _build_on_demand(self, number: int) -> Item:
        fields = self.database.resolved_fields(number)
        return build_item_on_demand(self.database.entry(number), fields)

    def once(self) -> Iterator[Item]:
        """Return an iterator over the items that does not store those it builds."""
        return map(self.once_at, range(len(self._numbers)))

    def once_at(self, index: int) -> Item:
        """Return an item without storing it, unless it is already stored."""
        number = self._numbers[index]
        return self._built[number] or self._build(number, self.database.entry(number))

    def position(self, item_id: str) -> int:
        """Return the position of the first item with an id, or -1, without building items."""
        database = self.database
        nodes = database.key_index.of(database.comparable_key(item_id)) if item_id else []
        for number in (node - 1 for node in nodes):
            if database.key_of(number) == item_id and self.is_cited(database.type_of(number)):
                return bisect_left(self._numbers, number)
        if not database.key_index.of(""):
            return -1
        made = (number for number, key in self.made_keys().items() if key == item_id)
        return next((bisect_left(self._numbers, number) for number in made), -1)

    def bind(self, owner: Owner) -> None:
        """Let the items belong to a library."""
        self._owner = owner
        for item in self._built:
            if item is not None:
                item._owner = owner

    def is_cited(self, entry_type: str) -> bool:
        """Whether entries of a type are references."""
        return entry_type not in self._uncited

    def numbered(self, number: int) -> Item:
        """Return the item of the entry with a number in the file."""
        return self._item(number)

    def as_read(self, number: int) -> Item:
        """Return the item of the entry with a number, which was not changed since the text was read."""
        item = self._built[number]
        if item is None:
            item = self._built[number] = self._built_item(number)
        return item

    def existing(self, number: int) -> Item | None:
        """Return the item of the entry with a number if it was built before."""
        return self._built[number] if number < len(self._built) else None

    def built_again(self, number: int) -> Item:
        """Return a new object for the item of the entry with a number."""
        return self._built_item(number)

    def adopt(self, number: int, item: Item, is_outdated: bool) -> None:
        """Make an item that was read from an earlier text that of the entry with a number."""
        entry = self.database.kept_entry(number)
        if is_outdated:
            fill(item, self._build(number, entry))
        else:
            item.entry, item.origins = entry, Origins(entry)
        self._built[number] = item

    def continue_as(self, items: LazyItems, numbers: Sequence[int]) -> None:
        """Get the items that are not built yet from those of the current text, where entry i was `numbers[i]`."""
        places = {number: place for place, number in enumerate(numbers)}
        build = self._built_item
        self._owner = None

        def current_item(number: int) -> Item:
            return items.numbered(places[number]) if number in places else build(number)

        self.current_item = current_item

    def all_faults(self) -> list[Fault]:
        """Build every item, and return all faults in file order."""
        for number in self._numbers:
            if not self._has_faults[number]:
                self._build(number, self.database.kept_entry(number))
        return sorted([*self.text_faults(), *self._faults], key=lambda fault: fault.span)

    def text_faults(self) -> list[Fault]:
        """Return the faults of the text itself: encoding, syntax, macros and links."""
        faults = [*self.database.faults(), *self.database.inheritance.faults(self.database.numbers)]
        return sorted(faults, key=lambda fault: fault.span)

    def _item(self, number: int) -> Item:
        item = self._built[number]
        if item is None:
            build = self.current_item or self._built_item
            item = self._built[number] = build(number)
        return item

    def _built_item(self, number: int) -> Item:
        return self._build(number, self.database.kept_entry(number))

    def _build(self, number: int, entry: BibEntry) -> Item:
        fields = self.database.resolved_fields(number)
        item, faults = build_item(entry, fields, self.database.dialect)
        if not item.id:
            item.id = self.made_keys().get(number, "")
        # the origins are rarely needed and would take a third of an item's memory
        item.origins = Origins(entry)
        item._owner = self._owner
        if not self._has_faults[number]:
            self._has_faults[number] = 1
            self._faults.extend(faults)
        return item


def item_alone(database: Database, number: int, has_links: bool) -> Item:
    """Return the item of an entry, which may have links to others; the database does not keep it."""
    entry = database.new_entry(number)
    fields = (
        database.resolved_fields(number)
        if has_links
        else own_fields(entry.fields, database.dialect)
    )
    item = build_item(entry, fields, database.dialect)[0]
    item.origins = Origins(entry)
    entry.forget_fields()
    return item


def fill(item: Item, fresh: Item) -> Item:
    """Give an item the values of another one, and return it."""
    item.id, item.type, item.entry, item.origins = fresh.id, fresh.type, fresh.entry, fresh.origins
    item.names, item.dates, item.text, item.custom = (
        fresh.names,
        fresh.dates,
        fresh.text,
        fresh.custom,
    )
    return item


class Origins(Mapping[str, Field]):
    """The field that each variable of an item was read from, determined by reading the entry again."""

    __slots__ = ("_entry", "_origins")

    def __init__(self, entry: BibEntry) -> None:
        self._entry = entry
        self._origins: Mapping[str, Field] | None = None

    def _fields(self) -> Mapping[str, Field]:
        if self._origins is None:
            database = self._entry.database
            fields = database.resolved_fields(self._entry.number)
            self._origins = build_item(self._entry, fields, database.dialect)[0].origins
        return self._origins

    def __getitem__(self, variable: str) -> Field:
        return self._fields()[variable]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields())

    def __len__(self) -> int:
        return len(self._fields())
