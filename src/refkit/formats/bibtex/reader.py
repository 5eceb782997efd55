"""From a .bib text to a library: entries as written, items as meant, and what could not be read."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.fields import build_item
from refkit.model.characters import Characters
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Deferred, Library
from refkit.model.source import Source


def read(source: Source, dialect: str | None = None) -> Library:
    """Read a .bib text as `dialect` ("bibtex" or "biblatex"), or as the one it looks like."""
    database = Database(source, dialect)
    items = LazyItems(database)
    entries = Deferred[Entry](lambda: [*database.entries])
    return Library(items, entries, BibFaults(items), [source])


def dialect_of(library: Library) -> str:
    """Return the dialect that a library was read in, "bibtex" where it is no .bib file."""
    first = next(iter(library.entries), None)
    return first.database.dialect if isinstance(first, BibEntry) else "bibtex"


def is_broken(entry: Entry) -> bool:
    """Whether a part of an entry, with the fields in it, could not be read."""
    return isinstance(entry, BibEntry) and entry.number in entry.database.broken


def value_characters(entry: Entry, field: Field) -> Characters:
    """Return the characters of a value of a .bib file with their places, none of other files."""
    if not isinstance(entry, BibEntry):
        return Characters()
    from refkit.formats.bibtex import characters

    database = entry.database
    return characters.value_characters(database.source.text, database.macros, field.value_span)


class BibFaults(Deferred[Fault]):
    """The faults of a .bib file; those of the text itself can be had without building an item."""

    def __init__(self, items: LazyItems) -> None:
        super().__init__(items.all_faults)
        self.items = items


def written_faults(library: Library) -> list[Fault]:
    """Return what could not be read of the text itself, in file order, without building an item."""
    if isinstance(library.faults, BibFaults):
        return library.faults.items.written_faults()
    return list(library.faults)


def resolved_fields(entry: Entry) -> dict[str, Field]:
    """Return an entry's fields by name with those it inherits; an InheritedField tells its parent."""
    if isinstance(entry, BibEntry):
        return entry.database.inheritance.fields(entry.number)
    return {field.name: field for field in reversed(entry.fields)}


class LazyItems(Sequence[Item]):
    """The items of a database, each built when it is first asked for and kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inheritance = database.inheritance
        # an xdata entry lends fields and is never cited
        lenders = {"xdata"} if database.dialect == "biblatex" else set()
        everything = range(len(database.scan))
        cited = array("q", (n for n in everything if database.type_of(n) not in lenders))
        self._numbers: Sequence[int] = everything if len(cited) == len(everything) else cited
        self._built: list[Item | None] = [None] * len(everything)
        self._faults: list[Fault] = []
        self._has_faults = bytearray(
            len(everything)
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
        return map(self._database.key_of, self._numbers)

    def once(self) -> Iterator[Item]:
        """Give the items in order without keeping those that are not built yet."""
        return map(self.once_at, range(len(self._numbers)))

    def once_at(self, index: int) -> Item:
        """Return an item without keeping it, unless it is built already."""
        number = self._numbers[index]
        return self._built[number] or self._build(number, self._database.entry(number))

    def all_faults(self) -> list[Fault]:
        """Return all that could not be read, in file order; builds every item."""
        for number in self._numbers:
            if not self._has_faults[number]:
                self._item(number)
        return sorted([*self.written_faults(), *self._faults], key=lambda fault: fault.span)

    def written_faults(self) -> list[Fault]:
        """Return what could not be read of the text itself: encoding, syntax, macros, links."""
        faults = [*self._database.faults(), *self._inheritance.faults()]
        return sorted(faults, key=lambda fault: fault.span)

    def _item(self, number: int) -> Item:
        item = self._built[number]
        if item is None:
            item = self._built[number] = self._build(number, self._database.entries[number])
        return item

    def _build(self, number: int, entry: BibEntry) -> Item:
        fields = self._inheritance.fields(number)
        item, faults = build_item(entry, fields, self._database.dialect)
        # what an item was read from is seldom asked for and takes a third of its memory
        item.origins = Origins(entry)
        if not self._has_faults[number]:
            self._has_faults[number] = 1
            self._faults.extend(faults)
        return item


class Origins(Mapping[str, Field]):
    """The field that each variable of an item was read from, found by reading the entry again."""

    __slots__ = ("_entry", "_found")

    def __init__(self, entry: BibEntry) -> None:
        self._entry = entry
        self._found: Mapping[str, Field] | None = None

    def _fields(self) -> Mapping[str, Field]:
        if self._found is None:
            database = self._entry.database
            fields = database.inheritance.fields(self._entry.number)
            self._found = build_item(self._entry, fields, database.dialect)[0].origins
        return self._found

    def __getitem__(self, variable: str) -> Field:
        return self._fields()[variable]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields())

    def __len__(self) -> int:
        return len(self._fields())
