"""The items of one .bib file while it is edited: each edit reads only the entries that it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from refkit.formats.bibtex.database import BibEntry
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.encodable import change_fields, encodable_entry
from refkit.formats.bibtex.entry_order import sort_entries
from refkit.formats.bibtex.field_changes import (
    Draft,
    means_variable,
    retyped_fields,
    written_item,
)
from refkit.formats.bibtex.linked_entries import LinkedEntries, connect
from refkit.formats.bibtex.reader import LazyItems, database_of, fill, library_of, read
from refkit.formats.bibtex.resolve import macros_of
from refkit.model.editing import Arrange, Editor
from refkit.model.entry import Entry
from refkit.model.item import Item, entry_in_memory, origins_in_memory
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.records import replace


class BibEditor:
    """The items of a .bib file, and the edits of its text.

    An item is read from the entry and its parents alone after a change. `restart` reads the whole text again, which
    makes the spans of all items current. `is_changed` is whether the text was edited.
    """

    def __init__(self, library: Library) -> None:
        self.is_changed = False
        self._others: Sequence[BibEditor] = ()
        self._is_joined_in_vain = False
        self._start(library)

    def _start(self, library: Library) -> None:
        database, items = database_of(library), library.items
        assert database is not None  # `edit` reads a text that is not a database
        assert isinstance(items, LazyItems)
        self._library = library
        self.document = Document(
            database.source, database.dialect, database.scan, database.key_index
        )
        self._database, self._items = database, items
        self._changed: dict[int, Item] = {}  # items of entries that were changed or added
        self._outdated: set[int] = set()  # entries whose parents were changed
        self._links = LinkedEntries(self.document, database)
        self._count = len(items)
        self._is_dirty = (
            False  # whether this or a joined text was edited, and items can be outdated
        )
        self._is_edited = False

    def __len__(self) -> int:
        return self._count

    @property
    def source(self) -> Source:
        """The source as it was read last."""
        return self._database.source

    @property
    def dialect(self) -> str:
        """The dialect of the file."""
        return self.document.dialect

    @property
    def text(self) -> str:
        """The current text."""
        return self.document.text

    @property
    def lacks_parents(self) -> bool:
        """Whether an entry now names one that the file does not have, although the file was read alone."""
        is_alone = not self._links.is_joined and not self._is_joined_in_vain
        return is_alone and self._links.lacks_parents

    def connect(self, editors: Sequence[Editor]) -> None:
        """Note the editors of the other sources, some of which may have been read together with this one."""
        self._others = [other for other in editors if isinstance(other, BibEditor)]
        if self._links.is_joined:
            connect([other._links for other in self._others])

    def find(self, key: str) -> Item | None:
        """Return the first item with a key, or None."""
        for node in self.document.nodes(key):
            if self.document.entries.key(node) == key and self._is_cited(node):
                return self._item(node)
        return None

    def has_key(self, key: str) -> bool:
        """Whether an entry has a key, even if it is not a reference."""
        return any(self.document.entries.key(node) == key for node in self.document.nodes(key))

    def can_rename(self, key: str) -> bool:
        """Whether the entries with a key are not malformed, and none has it in another case."""
        nodes = self.document.nodes(key)
        is_same = all(self.document.entries.key(node) == key for node in nodes)
        return bool(nodes) and is_same and not any(map(self.document.is_broken, nodes))

    def is_taken(self, key: str) -> bool:
        """Whether a new entry cannot have a key."""
        return bool(self.document.nodes(key))

    def contains(self, item: Item) -> bool:
        """Whether an item is one of this file, found by its key."""
        return bool(self._known_node(item))

    def existing_items(self) -> Iterator[Item]:
        """Yield the items that were built before."""
        for node in self.document.entries:
            item = self._existing(node)
            if item is not None:
                yield item

    def as_written(self, item: Item) -> Item:
        """Return the item that the current text gives for one of this file."""
        node = self._node_of(item)
        built = (
            self._items.built_again(node - 1)
            if self.document.is_broken(node)
            else self._links.item(node)
        )
        built.id = built.id or item.id  # an entry without a key has a generated id
        return built

    def children(self, item: Item) -> list[Item]:
        """Return the items that inherit from an item."""
        places = self._links.dependents(self._node_of(item))
        own = [node for links, node in places if links is self._links]
        return [self._item(node) for node in own if self._is_cited(node)]

    def write(self, item: Item) -> None:
        """Write an item whose values were changed directly to its entry."""
        draft = self._draft(item)
        written_item(draft, item)
        self._touch([draft.node])

    def strings(self) -> Iterator[tuple[str, str]]:
        """Yield the names of the macros of the file, and their values at its end."""
        macros = self._database.macros
        yield from (
            (name, macros.last_value(name)) for name in sorted(self._database.defined_macros)
        )

    def users_of_macro(self, name: str) -> list[str]:
        """Return the keys of the entries that use a macro."""
        fields = (
            (node, value)
            for node in self.document.entries
            for _, value in self.document.own_fields(node)
        )
        nodes = {node: None for node, value in fields if name in macros_of(value, self.dialect)}
        return [self.document.entries.key(node) for node in nodes]

    def mark_outdated(self) -> None:
        """Note that every item may depend on a change, as on that of a macro."""
        self._note_change()
        self._outdated.update(self.document.entries)

    def field_value(self, item: Item, name: str) -> str | None:
        """Return the value of a field as written, or None if the name means a variable or there is no such field."""
        entry = self._entry(item)
        field = entry.get(name.lower())
        if field is None or name in item.names or name in item.dates:
            return None
        if name in item.text:
            origin = origins_in_memory(item).get(name)
            is_own = origin is None or origin.name == field.name
            return None if is_own or means_variable(entry.type, name) else field.value
        return field.value

    def change(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables and fields of an item, and remove those with the value None."""
        node = self._node_of(item)
        known = item.replace()
        draft = Draft(
            self.document, node, lambda: self._links.item(node), self.writes_unicode, known
        )
        before = draft.text
        try:
            change_fields(draft, values, self.source)
        except Exception:
            draft.restore(before)
            raise
        self._changed[node] = item if draft.read() is known else fill(item, draft.read())
        self._touch_children(node)

    def _draft(self, item: Item) -> Draft:
        """Return a draft of an entry that may differ from its item."""
        node = self._node_of(item)
        return Draft(self.document, node, lambda: self._links.item(node), self.writes_unicode)

    def retype(self, item: Item, new_type: str) -> None:
        """Change the type of an entry, and move its fields to those of the new type."""
        draft = self._draft(item)
        retyped_fields(draft, new_type)
        self._touch([draft.node])

    def add(self, item: Item, after: str | None = None) -> Item:
        """Add an entry for an item, and return its own item."""
        unicode, is_taken = self.writes_unicode, self.is_taken
        entry_type, fields = encodable_entry(item, self.document, unicode, is_taken, self.source)
        node = self.document.add_entry(entry_type, item.id, fields, after=after)
        self._count += 1
        self._note_change()
        self._changed[node] = added = self._links.item(node)
        self._touch_children(node)
        return added

    def remove(self, item: Item) -> None:
        """Remove the entry of an item."""
        self._remove(self._node_of(item))

    def remove_key(self, key: str) -> None:
        """Remove an entry that is not a reference, such as @xdata."""
        self._remove(self.document.node(key))

    def _remove(self, node: int) -> None:
        self.document.check_end(node)
        children = self._links.dependents(node)
        self._count -= self._is_cited(node)
        self.document.remove_node(node)
        self._changed.pop(node, None)
        self._note_change()
        self._refill(children)

    def rename(self, new_keys: Mapping[str, str]) -> int:
        """Rename keys, also in fields that refer to them; return the number of replacements."""
        entries = self.document.entries
        count = self.document.rename_keys(new_keys)
        renamed = [node for new in new_keys.values() for node in self.document.nodes(new)]
        for node in renamed:
            item = self._existing(node)
            if item is not None:
                item.id = entries.key(node)
                self._changed[node] = item
        mentioning = self.document.mentioning(new_keys.values())
        self._touch([node for node in mentioning if self._existing(node) is not None])
        for node in renamed if self._links.is_joined else ():
            self._refill(p for p in self._links.dependents(node) if p[0] is not self._links)
        return count

    def rename_item(self, item: Item, new: str) -> int:
        """Give an entry another key, also if it has none or shares it with others.

        The first entry with a key is the one that fields refer to.
        """
        node, old = self._node_of(item), self.document.entries.key(self._node_of(item))
        is_meant = bool(old) and self.document.nodes(old)[0] == node
        self.document.set_key_of(node, new)
        item.id = new
        self._changed[node] = item
        self._touch([node])
        return 1 + (self.rename_mentions({old: new}) if is_meant else 0)

    def count(self, key: str) -> int:
        """Return the number of entries with a key in the form in which the dialect compares keys."""
        return len(self.document.nodes(key))

    def rename_mentions(self, new_keys: Mapping[str, str]) -> int:
        """Rename keys of entries in other files in the fields that refer to them."""
        count = self.document.rename_mentions(new_keys)
        if count:
            self._touch(list(self.document.mentioning(new_keys.values())))
        return count

    @property
    def writes_unicode(self) -> bool:
        """Whether letters are written in Unicode: biber reads it, and the file has it already."""
        return self.dialect == "biblatex" or not self.source.text.isascii()

    def sort(self, arrange: Arrange) -> None:
        """Arrange the entries in the order that a function returns; see `sort_entries`."""
        sort_entries(self.document, lambda nodes: self._arranged(nodes, arrange))
        self._note_change()

    def _arranged(self, nodes: Sequence[int], arrange: Arrange) -> list[int]:
        """Return entries in the order of their items; entries without an item keep their places."""
        cited = {id(self._item(node)): node for node in nodes if self._is_cited(node)}
        items = arrange([self._item(node) for node in cited.values()])
        ordered = iter([cited[id(item)] for item in items])
        return [next(ordered) if self._is_cited(node) else node for node in nodes]

    def read_again(self) -> Library:
        """Return the library of the current text."""
        if not self._is_edited and not self._links.is_joined:
            return self._library
        if not self._is_edited:  # joined files are joined again
            return library_of(self._database.with_macros({}))
        return read(replace(self.source, text=self.text), self.dialect)

    def mark_saved(self, source: Source) -> None:
        """Note that the current text was written to a file."""
        self.is_changed = False
        self.source.state, self.source.checksum = source.state, source.checksum

    def restart(self, library: Library) -> None:
        """Continue with the library of the current text; existing items become those of its entries."""
        nodes = list(self.document.entries)
        existing = [self._existing(node) for node in nodes]
        outdated = [node in self._outdated for node in nodes]
        database, items = database_of(library), library.items
        assert database is not None  # it is the text of a .bib file
        assert isinstance(items, LazyItems)
        is_joined = self._links.is_joined or database.inheritance.entries is not database
        if len(database) == len(nodes):
            for number, (item, is_outdated) in enumerate(zip(existing, outdated, strict=True)):
                if item is not None:
                    items.adopt(number, item, is_outdated or is_joined)
            self._items.continue_as(items, [node - 1 for node in nodes])
        was_alone = self.lacks_parents
        self._start(library)
        is_only = len(self._others) < 2
        self._is_joined_in_vain = is_only and was_alone and not self._links.is_joined

    def with_parents(self, items: Iterable[Item]) -> set[int]:
        """Return the entries of items, and those that they inherit from."""
        return self._links.own_parents(map(self._node_of, items))

    def _entry(self, item: Item) -> Entry:
        entry = entry_in_memory(item)
        assert entry is not None  # every item of the file has an entry
        return entry

    def _node_of(self, item: Item) -> int:
        """Return the entry of an item, or 0 if it is not in the file."""
        return self._known_node(item) or self._search(item)

    def _known_node(self, item: Item) -> int:
        """Return the entry of an item, found by its entry as read or by its key, or 0."""
        entry = entry_in_memory(item)
        if isinstance(entry, BibEntry) and entry.database is self._database:
            node = entry.number + 1
            if self._existing(node) is item and node not in self.document.entries.removed:
                return node
        return next((n for n in self.document.nodes(item.id) if self._existing(n) is item), 0)

    def _search(self, item: Item) -> int:
        """Return the entry of an item whose id was changed, or 0."""
        return next((n for n in self.document.entries if self._existing(n) is item), 0)

    def _existing(self, node: int) -> Item | None:
        return self._changed.get(node) or self._items.existing(node - 1)

    def _is_cited(self, node: int) -> bool:
        entry_type = self.document.entry_type(node)
        return self._items.is_cited(entry_type)

    def _item(self, node: int) -> Item:
        item = self._changed.get(node)
        if item is not None:
            return item
        if self._is_outdated(node):
            item = self._existing(node)
            fresh = self._links.item(node)
            self._changed[node] = item = fresh if item is None else fill(item, fresh)
            return item
        return self._items.as_read(node - 1)

    def _is_outdated(self, node: int) -> bool:
        """Whether the item of an entry may not be as the text that was read gives it."""
        if node in self._outdated or self.document.entries.is_changed(node):
            return True
        return self._is_dirty and bool(self._links.parent_keys(node))

    def _note_change(self) -> None:
        """Note that the text was changed: items are built from the current text from now on."""
        self.is_changed = self._is_edited = True
        self._mark_dirty()
        for other in self._others if self._links.is_joined else ():
            if other._links in self._links.group:
                other._mark_dirty()

    def _mark_dirty(self) -> None:
        self._is_dirty = True
        self._items.current_item = self._current_item

    def _current_item(self, number: int) -> Item:
        """Return the item of the entry with a number in the text that was read, which may be removed now."""
        is_removed = number + 1 in self.document.entries.removed
        item = self._items.built_again(number) if is_removed else self._item(number + 1)
        item._owner = None if is_removed else self._items._owner
        return item

    def _touch(self, nodes: Iterable[int]) -> None:
        """Read the existing items of changed entries again, and those of the entries that inherit from them."""
        self._note_change()
        for node in nodes:
            self._refill([(self._links, node), *self._links.dependents(node)])

    def _touch_children(self, node: int) -> None:
        self._note_change()
        self._refill(self._links.dependents(node))

    def _refill(self, places: Iterable[tuple[LinkedEntries, int]]) -> None:
        """Read the existing items of entries again, also of those in joined files."""
        for links, node in places:
            editor = next((other for other in (self, *self._others) if other._links is links), None)
            if editor is not None:
                editor._outdated.add(node)
                item = editor._existing(node)
                if item is not None:
                    editor._changed[node] = fill(item, links.item(node))


def edit(library: Library) -> BibEditor:
    """Return an editor of a library that was read from one .bib file."""
    return BibEditor(library if database_of(library) is not None else read(library.sources[0]))
