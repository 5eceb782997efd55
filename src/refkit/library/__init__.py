"""The library that `refkit.load` returns: references that are read, changed and saved.

Changes go to an editor per source, which knows the text. An item is read again when its record or a parent was
changed; everything with positions is read again when it is next used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

from refkit.errors import RefkitError
from refkit.model.entry import Entry, Fault
from refkit.model.item import Item
from refkit.model.library import ItemList, KnowsPositions, bind_items, merged
from refkit.model.library import Library as Reading
from refkit.model.source import Source

if TYPE_CHECKING:
    from collections import Counter

    from pandas import DataFrame

    from refkit.library.blocks import Comments, Preambles, Strings
    from refkit.library.keys import KeyChange
    from refkit.library.sorting import SortKey
    from refkit.model.editing import Editor
    from refkit.model.name import Name
    from refkit.model.values import Settable

Join = Callable[[Sequence[Reading]], list[Reading]]
T = TypeVar("T")
_NO_DEFAULT = object()
Addable = Item | Mapping[str, object] | str


class Library(Reading):
    """The references of one or several sources, which can be changed and saved.

    Iterating gives items; `library["smith2020"]` is the item with that key, `library[0]` the first one. `items`
    contains the meaning of the references, `entries` the entries as written and `faults` their errors.

    A change of an item, such as `library["smith2020"]["title"] = "..."`, changes the text of its source, and nothing
    else in it; `save` writes the files.
    """

    __slots__ = ("_editors", "_join", "_parts", "_position", "_view", "is_stale")

    def __init__(
        self,
        items: Sequence[Item] = (),
        entries: Sequence[Entry] = (),
        faults: Sequence[Fault] = (),
        sources: list[Source] | None = None,
    ) -> None:
        self._set_parts([Reading(items, entries, faults, sources or [])], None)

    @classmethod
    def of(cls, parts: Sequence[Reading], join: Join | None = None) -> Library:
        """Return a library of what was read from several sources; `join` reads them as one bibliography again."""
        library = cls.__new__(cls)
        library._set_parts(parts, join)
        return library

    def _set_parts(self, parts: Sequence[Reading], join: Join | None) -> None:
        self._parts, self._join = list(parts), join
        self._editors: list[Editor] | None = None
        self._show(self._parts)

    def _show(self, parts: Sequence[Reading]) -> None:
        self.is_stale = False
        self._ids = None
        self._view = merged(parts)
        items = self._view.items
        self._position = items.position if isinstance(items, KnowsPositions) else None
        bind_items(self._view.items, self)

    @property
    def view(self) -> Reading:
        """The library as its current text is read."""
        if self.is_stale:
            self.refresh()
        return self._view

    @property
    def items(self) -> ItemList:  # type: ignore[override]  # it is set by changes only
        """The references; `items()` returns pairs of keys and references."""
        return ItemList(self.view.items)

    @property
    def entries(self) -> Sequence[Entry]:  # type: ignore[override]
        """The entries as written."""
        return self.view.entries

    @property
    def faults(self) -> Sequence[Fault]:  # type: ignore[override]
        """The errors that were found in reading."""
        return self.view.faults

    @property
    def sources(self) -> list[Source]:  # type: ignore[override]
        """The sources with their current texts."""
        return self.view.sources

    def refresh(self) -> None:
        """Read the changed sources again, so that spans are those in their current texts."""
        from refkit.library.editors import restart

        editors = self.editors
        self.is_stale = False
        parts = [editor.read_again() for editor in editors]
        if self._join is not None:
            parts = self._join(parts)
        restart(editors, self._parts, parts)
        self._parts = parts
        self._show(parts)

    def _index(self) -> dict[str, int]:
        if self.is_stale:
            self.refresh()
        return super()._index()

    @property
    def editors(self) -> list[Editor]:
        """The editors of the sources, one for each."""
        if self._editors is None:
            from refkit.library.editors import editors_of

            self._editors = editors_of(self._parts)
        return self._editors

    def parts(self) -> list[Reading]:
        """Return what is read from the current text of each source."""
        if self.is_stale:
            self.refresh()
        return self._parts

    @overload
    def __getitem__(self, key: str | int) -> Item: ...
    @overload
    def __getitem__(self, key: slice) -> list[Item]: ...
    def __getitem__(self, key: str | int | slice) -> Item | list[Item]:
        """Return the item with a key, or by its position from 0, or several of them.

        Raises KeyError, naming the nearest key, or IndexError.
        """
        if isinstance(key, slice):
            return list(self.items[key])
        if not isinstance(key, (str, int)):
            raise TypeError(f"a key is a text, a position or a slice, not {type(key).__name__}")
        item = self._find(key) if isinstance(key, str) else None
        return super().__getitem__(key) if item is None else item

    def _find(self, key: str) -> Item | None:
        if self._editors is None:
            return self._find_as_read(key)
        for editor in self.editors:
            item = editor.find(key)
            if item is not None:
                item._owner = self
                self.join_again(editor)
                return item
        is_made = any(editor.has_key("") for editor in self.editors)
        return super().get(key) if is_made else None  # entries without a key have generated ones

    def _find_as_read(self, key: str) -> Item | None:
        items = self._view.items
        position = super()._index().get(key, -1) if self._position is None else self._position(key)
        return items[position] if position >= 0 else None

    def get(self, key: str, default: Item | None = None) -> Item | None:
        """Return the item with a key, or `default` if there is none."""
        item = self._find(key)
        return default if item is None else item

    def values(self) -> list[Item]:
        """Return the references in their order."""
        return list(self.items)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Item):
            return any(item is key for item in self.items)
        return isinstance(key, str) and self._find(key) is not None

    def __len__(self) -> int:
        return super().__len__() if self._editors is None else sum(map(len, self._editors))

    def __setitem__(self, key: str, item: Addable) -> None:
        """Add a reference as `add` accepts it under a key, or write its values to the entry with this key."""
        from refkit.library.adding import put

        put(self, key, item)

    def __delitem__(self, key: str | int) -> None:
        self.remove(self[key])

    @overload
    def pop(self, key: str) -> Item:
        """Remove the reference with a key, and return a copy of it."""

    @overload
    def pop(self, key: str, default: T) -> Item | T:
        """Remove the reference with a key, and return a copy of it, or else `default`."""

    def pop(self, key: str, default: object = _NO_DEFAULT) -> object:
        """Remove the reference with a key, and return a copy of it, or else `default`."""
        if default is not _NO_DEFAULT and key not in self:
            return default
        item = self[key]
        copied = item.replace()
        self.remove(item)
        return copied

    def __add__(
        self, other: Reading | Item | Mapping[str, object] | Iterable[Item | Mapping[str, object]]
    ) -> Library:
        """Return a library with the sources of both, or with more items. Neither of the two is changed.

        An item of the second that is equal to one of the first with the same key is omitted. One that differs gets a
        letter after its key, also in fields that refer to it. Comments, @strings and preambles are kept.
        """
        from refkit.library.merging import together

        return together(self, other)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how a copy or pickle is made: the sources with their current texts."""
        from refkit.library.merging import restored, saved_parts

        return restored, (saved_parts(self), self._join, [one.is_changed for one in self.editors])

    # The changes of items, which are methods of the items: item["title"] = ..., item.retype(...).

    def field_value(self, item: Item, name: str) -> str | None:
        """Return the value of a field of an item as written, or None if the name means a variable."""
        editor = next((editor for editor in self.editors if editor.contains(item)), None)
        return None if editor is None else editor.field_value(item, name)

    def change_item(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables and fields of an item, and remove those with the value None."""
        editor = self.editor_of(item)
        editor.change(item, values)
        self.note_change(editor)

    def retype_item(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""
        editor = self.editor_of(item)
        editor.retype(item, new_type)
        self.note_change(editor)

    def editor_of(self, item: Item) -> Editor:
        """Return the editor of the source of an item. Raises RefkitError if the library does not contain it."""
        editor = next((editor for editor in self.editors if editor.contains(item)), None)
        if editor is None:  # an item whose id was changed directly
            editor = next(
                (one for one in self.editors if any(x is item for x in one.existing_items())), None
            )
        if editor is None:
            raise RefkitError(f"`{item.id}` is not in this library any more; add it first")
        return editor

    def note_change(self, editor: Editor) -> None:
        """Note that the text of an editor was changed."""
        self.is_stale = True
        self.join_again(editor)

    def join_again(self, editor: Editor) -> None:
        """Read the sources as one bibliography if a source that was read alone now needs another one."""
        if self._join is not None and editor.lacks_parents:
            self.refresh()

    # The changes of the library.

    def add(
        self,
        item: Addable = "",
        /,
        *,
        key: str = "",
        after: str | None = None,
        **variables: Settable,
    ) -> Item:
        """Add a reference, and return its item.

        It is an item, an object of CSL-JSON, a text with one reference in any format, or a type with variables as for
        `Item.new`: `library.add("book", title=..., year=2001)`. The key is that of the item, or author and year.
        """
        from refkit.library.adding import item_from
        from refkit.library.keys import new_id

        new = item_from(item, variables)
        editor = self._editor_for_new(after)
        taken = any(one.is_taken(key or new.id) for one in self.editors)
        if key or not new.id:
            new = new.replace() if new is item else new
            new.id = key or new_id(new, self.is_taken)
        elif taken:
            raise RefkitError(
                f"there is an entry `{new.id}` already; choose another key, `key=...`"
            )
        added = editor.add(new, after)
        added._owner = self
        self.note_change(editor)
        return added

    def is_taken(self, key: str) -> bool:
        """Whether a new reference cannot have a key."""
        return any(editor.is_taken(key) for editor in self.editors)

    def _editor_for_new(self, after: str | None) -> Editor:
        """Return the editor of the entry after which a reference is added, or the last one."""
        if after is None:
            return self.editors[-1]
        return self._editor_with(after)

    def _editor_with(self, key: str) -> Editor:
        editor = next((editor for editor in self.editors if editor.has_key(key)), None)
        if editor is None:
            self[key]  # raises KeyError, with the nearest key
            raise KeyError(key)
        return editor

    def remove(self, key: str | Item) -> None:
        """Remove a reference, given by its key or item. Comments next to it are kept."""
        if not isinstance(key, (str, Item)):
            raise TypeError(f"name a key or an item to remove, not {type(key).__name__}")
        item = key if isinstance(key, Item) else self._find(key)
        if item is not None:
            editor = self.editor_of(item)
            editor.remove(item)
            item._owner = None
        else:
            editor = self._editor_with(str(key))
            editor.remove_key(str(key))
        self.note_change(editor)

    def rename(self, key: KeyChange = "", new: str = "", *, key_style: str = "") -> int:
        """Rename a key, also in fields that refer to it (`crossref`, `xdata`, `related`, `ids`, `entryset`).

        Several keys are renamed at once by a mapping of old to new ones, by a function that returns the key of an
        item, or by a key style such as "[auth][year]"; letters distinguish equal ones. Keys that follow the key style
        are kept. An entry without a key gets one. Several entries with the same key are renamed together; to rename
        one of them, name the item: `library.rename(library[0], "new")`. Returns the number of replacements.
        """
        from refkit.library.keys import rename

        if key_style and (key or new):
            raise TypeError("name new keys or a key style, not both")
        return rename(self, self.keys_in_style(key_style) if key_style else key, new)

    def keys_in_style(self, key_style: str, reserved: Collection[str] = ()) -> dict[str, str]:
        """Return the new keys that `rename(key_style=...)` would write, by the old ones; none is in `reserved`."""
        from refkit.library.keys import styled_keys
        from refkit.model.key_style import KeyStyle

        return styled_keys(self, KeyStyle(key_style), reserved)

    def sort(self, *by: str, key: SortKey | None = None, reverse: bool = False) -> None:
        """Sort the references of each source by variables, fields, "key" or "type"; "-issued" is the reverse order.

        Raises UnknownChoice for another name.

        `key` is a function of an item instead. Comments directly above an entry move with it. Entries are not moved
        across an @string or a heading, and parents stay where BibTeX needs them. References without a value come last.
        """
        from refkit.library.sorting import arranger, verify_order

        verify_order(by, key, self)
        arrange = arranger(by, key, reverse)
        if self.is_stale:  # an order can depend on entries
            self.refresh()
        for editor in self.editors:
            editor.sort(arrange)
            self.note_change(editor)

    @property
    def strings(self) -> Strings:
        """The values of @string macros by name, which can be changed."""
        from refkit.library.blocks import Strings

        return Strings(self)

    @property
    def comments(self) -> Comments:
        """The comments and other texts between entries, which can be changed."""
        from refkit.library.blocks import Comments

        return Comments(self)

    @property
    def preambles(self) -> Preambles:
        """The values of @preamble, which can be changed."""
        from refkit.library.blocks import Preambles

        return Preambles(self)

    def save(
        self, path: str | os.PathLike[str] | None = None, *, format: str | None = None
    ) -> list[str]:
        """Write the changed sources to their files, or the library to the file `path`; return the written paths.

        Nothing but the changes is different in a file. Raises UnwritableFile if a file has changed on disk since it
        was read, and RefkitError if a source cannot be written.
        """
        from refkit.library.saving import save, save_as

        return save(self) if path is None else [save_as(self, os.fspath(path), format)]

    def reload(self) -> None:
        """Read the files again; changes that were not saved are lost, and items that were read do not belong to it."""
        from refkit.library.saving import read_files_again

        for item in (item for editor in self.editors for item in editor.existing_items()):
            item._owner = None
        parts = read_files_again(self.parts())
        self._set_parts(self._join(parts) if self._join else parts, self._join)

    # Views of the library.

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the references as objects of CSL-JSON."""
        return [item.to_csl_json() for item in self]

    def to_pandas(self) -> DataFrame:
        """Return a table with a row for each reference and a column for each variable; pandas must be installed."""
        from refkit.library.tables import to_pandas

        return to_pandas(self)

    def authors(self) -> Counter[Name]:
        """Return the authors of all references, each with the number of references."""
        from collections import Counter

        return Counter(name for item in self for name in item.author if not name.others)

    def duplicates(self) -> list[list[Item]]:
        """Return groups of references that are the same work, as the rules of the family DUP find them."""
        from refkit.library.duplicates import duplicates

        return duplicates(self)

    def select(self, which: Iterable[str | Item] | Callable[[Item], object]) -> Library:
        """Return a library of some references, given by keys, items or a function of an item.

        It has a text of its own. Parents and used @string macros are included; comments are not.
        """
        from refkit.library.selecting import select

        return select(self, which)
