"""The items of entries of edited .bib files, which can inherit from each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.mentions import mentioned
from refkit.formats.bibtex.reader import item_alone
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

LINK_FIELDS = frozenset({"crossref", "xdata", "entryset"})
_GRANULAR = lazy_pattern(r"""xdata\s*=\s*([^\s{}"',]+)""")


class LinkedEntries:
    """The entries of an edited file, each built from its current text and those of its parents alone.

    `group` are those of all files that were read together, in their order. `lacks_parents` is whether an entry was
    built that names an entry which these files do not have.
    """

    def __init__(self, document: Document, database: Database) -> None:
        self.document, self.database = document, database
        self.group: Sequence[LinkedEntries] = (self,)
        self.lacks_parents = False
        self._known_children: dict[str, set[int]] | None = None

    @property
    def is_joined(self) -> bool:
        """Whether the file was read with others, from which it has macros or parents."""
        return self.database.inheritance.entries is not self.database

    @property
    def _dialect(self) -> str:
        """The dialect in which the files that were read together compare keys."""
        return self.database.inheritance.entries.dialect

    def item(self, node: int) -> Item:
        """Return the item of an entry, read from its current text and those of its parents."""
        if not self.note_parents(node):
            return item_alone(self._excerpt([node]), 0, False)
        places = self._with_parents(node)
        nodes = [(part, part._ordered([n for p, n in places if p is part])) for part in self.group]
        databases: dict[LinkedEntries, Database] = {
            part: part._excerpt(some) for part, some in nodes if some
        }
        own = next(some for part, some in nodes if part is self)
        if self.is_joined:
            from refkit.formats.bibtex.together import Bibliography

            Bibliography(list(databases.values()), in_order=False, dialect=self._dialect)
        database = databases[self]
        number = len(database) - len(own) + own.index(node)
        return item_alone(database, max(0, number), True)

    def _excerpt(self, nodes: Sequence[int]) -> Database:
        """Return a database of some entries, in which macros have the values that they have in the file."""
        entries = self.document.entries
        if len(nodes) == 1 and entries.is_changed(nodes[0]):
            entry = entries.entry(nodes[0])
            source = replace(self.database.source, text=entry.text)
            database = Database.of_scan(source, entry.scan, self.document.dialect)
            macros = self._macros(nodes[0], entry.text)
            return database.with_macros(macros) if macros else database
        texts = [entries.entry_text(node) for node in nodes]
        macros = self._macros(nodes[0], "\n".join(texts))
        if macros and len(nodes) > 1:  # a macro can have other values in the others
            texts = [_with_macros(self._macros(n, t), t) for n, t in zip(nodes, texts, strict=True)]
        database = Database(
            replace(self.database.source, text="\n".join(texts)), self.document.dialect
        )
        return database.with_macros(macros) if macros else database

    def _macros(self, node: int, text: str) -> dict[str, str]:
        """Return the values that macros of the files have in an entry; an undefined one is empty."""
        macros = self.database.macros
        names = self.document.macros_in(text) | macros.before.keys()
        position = self.document.entries.position(node) if names else 0
        return {name: macros.value(name, position) or "" for name in names}

    def _with_parents(self, node: int) -> list[tuple[LinkedEntries, int]]:
        """Return an entry and those that it inherits from."""
        start: tuple[LinkedEntries, int] = (self, node)
        found, waiting = {start: None}, [start]
        while waiting:
            part, child = waiting.pop()
            for parent in part._parents(child):
                if parent not in found:
                    found[parent] = None
                    waiting.append(parent)
        return list(found)

    def _ordered(self, nodes: list[int]) -> list[int]:
        """Return parents before their children, or entries in file order if some have equal keys."""
        if len({self._comparable_key(node) for node in nodes}) < len(nodes):
            return self.document.in_file_order(nodes)
        return nodes[::-1]

    def own_parents(self, nodes: Iterable[int]) -> set[int]:
        """Return entries, and those of the same file that they inherit from."""
        places = [place for node in nodes for place in self._with_parents(node)]
        return {node for part, node in places if part is self}

    def _parents(self, node: int) -> list[tuple[LinkedEntries, int]]:
        """Return the entries that an entry names as parents, each in its own file or else in the first one."""
        found = []
        for key in self.parent_keys(node):
            parts = (self, *(part for part in self.group if part is not self))
            place = next(((part, n) for part in parts if (n := part._named(key))), None)
            if place is None:
                self.lacks_parents = True
            else:
                found.append(place)
        return found

    def parent_keys(self, node: int) -> list[str]:
        """Return the keys that an entry names to inherit from."""
        if self._dialect != "biblatex":
            fields = self.document.own_fields(node)
            return [
                k for name, value in fields if name == "crossref" for k in mentioned(name, value)
            ]
        return [
            key
            for name, value in self.document.own_fields(node)
            if name in LINK_FIELDS or "xdata" in value
            for key in self._keys_in(node, name, value)
        ]

    def _keys_in(self, node: int, name: str, value: str) -> list[str]:
        """Return the keys in a field that an entry inherits from; a set inherits from its first member."""
        if name == "entryset":
            is_set = self.document.entry_type(node) == "set"
            return mentioned(name, value)[:1] if is_set else []
        return mentioned(name, value) if name in LINK_FIELDS else granular_keys(value)

    def _named(self, key: str) -> int:
        """Return the first entry with a key or, in BibLaTeX, another key, or 0."""
        nodes = self.document.nodes(key)
        if self._dialect != self.document.dialect:
            nodes = [node for node in nodes if self.document.entries.key(node) == key]
        if nodes or self.document.dialect != "biblatex":
            return nodes[0] if nodes else 0
        users = self.document.mentioning([key])
        return next(iter(self.document.in_file_order([n for n in users if self._has(n, key)])), 0)

    def _has(self, node: int, alias: str) -> bool:
        return alias in self._keys_of(node)[1:]

    def _keys_of(self, node: int) -> list[str]:
        """Return the key of an entry and, in BibLaTeX, its other keys."""
        keys = [self.document.entries.key(node)]
        if self.document.dialect != "biblatex":
            return keys
        aliases = (value for name, value in self.document.own_fields(node) if name == "ids")
        return keys + [key for value in aliases for key in mentioned("ids", value)]

    def _comparable_key(self, node: int) -> str:
        return self.document.comparable(self.document.entries.key(node))

    def dependents(self, node: int) -> list[tuple[LinkedEntries, int]]:
        """Return at least the entries of existing items that inherit from an entry, also by way of others."""
        found: dict[tuple[LinkedEntries, int], None] = {}
        waiting: list[tuple[LinkedEntries, int]] = [(self, node)]
        while waiting:
            part, parent = waiting.pop()
            for place in part._children_of(parent):
                if place not in found and place != (self, node):
                    found[place] = None
                    waiting.append(place)
        return list(found)

    def _children_of(self, node: int) -> list[tuple[LinkedEntries, int]]:
        keys = [key.lower() for key in self._keys_of(node)]
        return [
            (part, n) for part in self.group for key in keys for n in part._children.get(key, ())
        ]

    @property
    def _children(self) -> dict[str, set[int]]:
        """At least the entries of existing items that name a key to inherit from, by this key in lower case."""
        if self._known_children is None:
            self._known_children = {}
            numbers = self.database.numbers
            for number in self.database.inheritance.read_children():
                if number in numbers:
                    self.note_parents(number - numbers.start + 1)
        return self._known_children

    def note_parents(self, node: int) -> list[str]:
        """Note that the item of an entry exists; return the keys of its parents."""
        keys = self.parent_keys(node)
        for key in keys:
            self._children.setdefault(key.lower(), set()).add(node)
        return keys


def granular_keys(value: str) -> list[str]:
    """Return the keys of xdata entries of which a value contains single fields: `xdata=key-field-1`."""
    found = (match[1].rpartition("-") for match in _GRANULAR.finditer(value))
    return [key.rpartition("-")[0] if last.isdecimal() else key for key, _, last in found]


def _with_macros(macros: Mapping[str, str], text: str) -> str:
    """Return an entry after definitions of macros."""
    definitions = (f"@string{{{name} = {{{value}}}}}\n" for name, value in macros.items())
    return "".join(definitions) + text


def connect(parts: Sequence[LinkedEntries]) -> None:
    """Let the entries of files that were read together know each other."""
    from refkit.formats.bibtex.together import Bibliography

    known = {id(part.database): part for part in parts}
    for part in parts:
        bibliography = part.database.inheritance.entries
        if isinstance(bibliography, Bibliography) and part.group == (part,):
            databases = bibliography.databases
            group = [known.get(id(database)) or _unedited(database) for database in databases]
            for member in group:
                member.group = group


def _unedited(database: Database) -> LinkedEntries:
    """Return the entries of a file that is read, but not part of the library."""
    source, dialect = database.source, database.dialect
    return LinkedEntries(Document(source, dialect, database.scan, database.key_index), database)
