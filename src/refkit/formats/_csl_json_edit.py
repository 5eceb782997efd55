"""Edits of CSL-JSON: a changed record is written again, and the others keep their text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from refkit.data.csl import VARIABLES
from refkit.errors import RefkitError
from refkit.formats._csl_json_layout import join_numbers, order_members, with_members
from refkit.model.citing import as_csl
from refkit.model.csl_json import ALIASES, item_from_record, record_from_item
from refkit.model.editing import Arrange, Editor
from refkit.model.item import Item
from refkit.model.library import LazyRecords, Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

_INDENT = lazy_pattern(r"\{\r?\n([ \t]*)\S")
_ALIASES = {variable: alias for alias, variable in ALIASES.items()}


@dataclass(slots=True, eq=False)
class _Record:
    """A record: its item, its text and the text before it."""

    item: Item
    text: str
    before: str


class JsonEditor:
    """The records of a CSL-JSON text while they are changed."""

    def __init__(self, library: Library, read: Callable[[Source], Library]) -> None:
        self._read = read
        self.is_changed = False
        self._start(library)

    def _start(self, library: Library) -> None:
        self._library, self.source = library, library.sources[0]
        text, end = self.source.text, 0
        self._records: dict[int, _Record] = {}  # by the identity of their items, in file order
        self._by_key: dict[str, list[_Record]] = {}
        for item in library.items:
            assert item.entry is not None  # every item was read from a record
            start, stop = item.entry.span
            self._note(_Record(item, text[start:stop], text[end:start]))
            end = stop
        self._tail = text[end:]
        self._is_dirty = False

    def _note(self, record: _Record) -> None:
        self._records[id(record.item)] = record
        self._by_key.setdefault(record.item.id, []).append(record)

    def _change(self) -> None:
        self.is_changed = self._is_dirty = True

    @property
    def text(self) -> str:
        """The current text."""
        parts = [record.before + record.text for record in self._records.values()]
        return "".join([*parts, self._tail])

    @property
    def lacks_parents(self) -> bool:
        """Whether an item needs one of another source, which is never the case."""
        return False

    def connect(self, editors: Sequence[Editor]) -> None:
        """Do nothing: items do not depend on other sources."""

    def __len__(self) -> int:
        return len(self._records)

    def find(self, key: str) -> Item | None:
        """Return the first item with a key, or None."""
        return next((record.item for record in self._by_key.get(key, ())), None)

    def has_key(self, key: str) -> bool:
        """Whether a record has a key."""
        return key in self._by_key

    def can_rename(self, key: str) -> bool:
        """Whether a record has a key."""
        return self.has_key(key)

    def is_taken(self, key: str) -> bool:
        """Whether a new record cannot have a key."""
        return key in self._by_key

    def contains(self, item: Item) -> bool:
        """Whether an item is one of this source."""
        return id(item) in self._records

    def existing_items(self) -> Iterator[Item]:
        """Yield the items."""
        yield from (record.item for record in self._records.values())

    def as_written(self, item: Item) -> Item:
        """Return the item that the current text of its record gives."""
        values = _decode(self._records[id(item)].text)
        return item_from_record({**values, "id": values.get("id") or item.id})[0]

    def children(self, item: Item) -> list[Item]:
        """Return no items, since none inherits from another."""
        return []

    def write(self, item: Item) -> None:
        """Write an item whose values were changed directly to its record."""
        self._write(self._records[id(item)], item.replace())

    def field_value(self, item: Item, name: str) -> str | None:
        """Return None: every member is a variable or in `custom`."""
        return None

    def change(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables of an item, and remove those with the value None."""
        if "id" in values:
            raise RefkitError("`id` is not a variable; use `library.rename(old, new)`")
        wanted = item.replace()
        wanted.set_values({name: value for name, value in values.items() if name != "type"})
        if "type" in values:
            wanted.set_type(str(values["type"]))
        self._write(self._records[id(item)], wanted)

    def retype(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""
        wanted = item.replace()
        wanted.set_type(new_type)
        self._write(self._records[id(item)], wanted)

    def _write(self, record: _Record, wanted: Item) -> None:
        """Write the members of a record that differ for the wanted item."""
        values, item = _decode(record.text), record.item
        old, new = record_from_item(self.as_written(item)), record_from_item(wanted)
        for name in {**old, **new}:
            if old.get(name) != new.get(name):
                _set_member(values, name, new.get(name))
        record.text = with_members(record.text, values)
        item.type, item.names, item.dates = wanted.type, wanted.names, wanted.dates
        item.text, item.custom, item.entry = wanted.text, wanted.custom, None
        self._change()

    def add(self, item: Item, after: str | None = None) -> Item:
        """Add a record at the end or after another one, and return its item."""
        values = order_members(record_from_item(as_csl(item)))
        added = item_from_record(values)[0]
        records = list(self._records.values())
        record = _Record(added, "", self._separator())
        if not records:
            self._tail = "\n]\n"
        record.text = _encode(
            values, records[0].text if records else "{\n  ", _indentation(record.before)
        )
        place = 1 + next(
            (n for n, one in enumerate(records) if one.item.id == after), len(records) - 1
        )
        self._note(record)
        if place < len(records):
            records.insert(place, record)
            self._records = {id(one.item): one for one in records}
        self._change()
        return added

    def _separator(self) -> str:
        """Return the text before a new record."""
        records = iter(self._records.values())
        first, second = next(records, None), next(records, None)
        if first is None:
            return self._tail.partition("[")[0] + "[\n  "
        if second is not None and not second.before.strip(" \t\r\n,"):
            return second.before
        opening = first.before.rpartition("[")
        return f",{opening[2]}" if opening[1] else "\n"

    def remove(self, item: Item) -> None:
        """Remove the record of an item."""
        records = list(self._records.values())
        place = next(n for n, one in enumerate(records) if one.item is item)
        record = self._records.pop(id(item))
        if place == 0 and len(records) > 1:
            records[1].before = record.before
        elif place == 0 or record.before.strip(" \t\r\n,"):
            self._tail = record.before + self._tail
        rest = [one for one in self._by_key.pop(item.id) if one is not record]
        if rest:
            self._by_key[item.id] = rest
        self._change()

    def remove_key(self, key: str) -> None:
        """Raise RefkitError, since every key is that of an item."""
        raise RefkitError(f"there is no record `{key}`; check the key")

    def rename(self, new_keys: Mapping[str, str]) -> int:
        """Rename records; return their number."""
        for new in new_keys.values():
            if new in self._by_key and new not in new_keys:
                raise RefkitError(f"there is a record `{new}` already; choose another key")
        renamed = {new: self._by_key.pop(old) for old, new in new_keys.items()}
        for new, records in renamed.items():
            for record in records:
                values = _decode(record.text)
                record.item.id = values["id"] = new
                record.text = with_members(record.text, values)
        self._by_key.update(renamed)
        self._change()
        return sum(map(len, renamed.values()))

    def rename_item(self, item: Item, new: str) -> int:
        """Give a record another id."""
        record = self._records[id(item)]
        rest = [other for other in self._by_key.pop(item.id) if other is not record]
        if rest:
            self._by_key[item.id] = rest
        values = _decode(record.text)
        item.id = values["id"] = new
        record.text = with_members(record.text, values)
        self._by_key.setdefault(new, []).append(record)
        self._change()
        return 1

    def count(self, key: str) -> int:
        """Return the number of records with an id."""
        return len(self._by_key.get(key, ()))

    def rename_mentions(self, new_keys: Mapping[str, str]) -> int:
        """Return 0, since records do not refer to others."""
        return 0

    def sort(self, arrange: Arrange) -> None:
        """Arrange the records in the order that a function returns."""
        befores = [record.before for record in self._records.values()]
        ordered = arrange([record.item for record in self._records.values()])
        self._records = {id(item): self._records[id(item)] for item in ordered}
        for record, before in zip(self._records.values(), befores, strict=True):
            record.before = before
        self._change()

    def read_again(self) -> Library:
        """Return the library of the current text."""
        return self._read(replace(self.source, text=self.text)) if self._is_dirty else self._library

    def restart(self, library: Library) -> None:
        """Continue with the library of the current text; existing items become those of its records."""
        if isinstance(library.items, LazyRecords) and len(library.items) == len(self._records):
            library.items.adopt([record.item for record in self._records.values()])
        self._start(library)

    def mark_saved(self, source: Source) -> None:
        """Note that the current text was written to a file."""
        self.is_changed = False
        self.source.state, self.source.checksum = source.state, source.checksum


def _decode(text: str) -> dict[str, object]:
    values: dict[str, object] = json.loads(text, strict=False)
    return values


def _set_member(values: dict[str, object], name: str, value: object) -> None:
    """Set a member, by the name that the record has for it, or remove it."""
    alias = _ALIASES.get(name, "")
    name = alias if alias in values else name
    if name == "custom" and isinstance(value, Mapping):
        _set_custom(values, value)
    elif value is None:
        values.pop(name, None)
    else:
        values[name] = value


def _set_custom(values: dict[str, object], custom: Mapping[str, object]) -> None:
    """Set the members that CSL does not have, which are at the top or in `custom`."""
    inner = values.get("custom")
    known = {**inner} if isinstance(inner, Mapping) else {}
    for name, value in custom.items():
        if name in values and name not in VARIABLES:
            values[name] = value
        else:
            known[name] = value
    for name in [*known]:
        if name not in custom:
            del known[name]
    if known:
        values["custom"] = known


def _indentation(before: str) -> str:
    line = before.rpartition("\n")[2]
    return line if not line.strip() else ""


def _encode(values: Mapping[str, object], like: str, indentation: str) -> str:
    """Return a record in the layout of another one."""
    is_ascii = "\\u" in like and like.isascii()
    indent = _INDENT.match(like)
    if indent is None:
        separators = (", ", ": ") if '": ' in like else (",", ":")
        return json.dumps(values, ensure_ascii=is_ascii, separators=separators)
    width = max(len(indent[1]) - len(indentation), 1)
    text = join_numbers(json.dumps(values, ensure_ascii=is_ascii, indent=width))
    newline = "\r\n" if "\r\n" in like else "\n"
    return text.replace("\n", newline + indentation)
