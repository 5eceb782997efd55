"""Edits of a .bib text that keep every other character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from refkit.errors import nearest
from refkit.formats.bibtex.database import comparable_keys, scan_in_dialect
from refkit.formats.bibtex.dialect import dialect_margin
from refkit.formats.bibtex.edited_text import EditedText
from refkit.formats.bibtex.entry_text import EditError, EntryText, check_raw, new_entry_text
from refkit.formats.bibtex.grammar import NAME as FIELD_NAME
from refkit.formats.bibtex.grammar import grammar
from refkit.formats.bibtex.key_index import KeyIndex
from refkit.formats.bibtex.mentions import Mentions
from refkit.formats.bibtex.resolve import Macros
from refkit.formats.bibtex.scan import ScanResult, is_balanced
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

KEY = lazy_pattern(r"""[^\s,{}()"#%\\~]+""")
NAME = lazy_pattern(FIELD_NAME)
WORD = lazy_pattern(r"[^\s{}()=,#%\"']+")


class Document:
    """A .bib text that can be edited.

    An edit changes nothing else. Added text is indented, aligned, quoted and ended like the other fields of the
    entry, or else like most of the file.

    `entries` are the entries by their nodes, which are numbers from 1. Methods that end in `_of` have a node instead
    of a key.
    """

    def __init__(
        self,
        source: Source | str,
        dialect: str | None = None,
        scanned: ScanResult | None = None,
        index: KeyIndex | None = None,
    ) -> None:
        """Prepare the edits of a text, which is scanned unless its scan result in a dialect is given."""
        text = source if isinstance(source, str) else source.text
        if scanned is None or dialect is None:
            scanned, dialect = scan_in_dialect(text, dialect)
        self.dialect = dialect
        self._text, self._scan, self._known_index = text, scanned, index
        self.entries = EditedText(text, scanned, dialect)
        self._broken = {problem.entry + 1 for problem in scanned.problems} - {0}
        self._unbounded = {p.entry + 1 for p in scanned.problems if p.code != "no key"} - {0}
        self._mentions: Mentions | None = None

    @property
    def text(self) -> str:
        """The text with all edits."""
        return self.entries.text

    @property
    def keys(self) -> list[str]:
        """The keys of the entries in file order."""
        return [self.entries.key(node) for node in self.entries]

    def is_broken(self, node: int) -> bool:
        """Whether a part of an entry could not be read."""
        return node in self._broken

    def check_end(self, node: int) -> None:
        """Raise EditError for a malformed entry, whose text may continue after its last field."""
        if node in self._unbounded:
            raise EditError(_is_malformed(self.entries.key(node)))

    def nodes(self, key: str) -> list[int]:
        """Return the entries whose keys are equal to this one for the dialect, in file order."""
        return self.in_file_order(self._index.of(self.comparable(key)))

    def in_file_order(self, nodes: list[int]) -> list[int]:
        """Return entries in the order of the current text."""
        if len(nodes) < 2 or not self.entries.has_moved_entries:
            return sorted(nodes)
        order = {node: place for place, node in enumerate(self.entries)}
        return sorted(nodes, key=lambda node: order[node])

    def node(self, key: str) -> int:
        """Return the first entry with a key. Raises EditError."""
        node = next((node for node in self.nodes(key) if self.entries.key(node) == key), 0)
        if not node:
            near = nearest(key, self.keys)
            hint = f"did you mean `{near}`?" if near else "check the key"
            raise EditError(f"there is no entry `{key}`; {hint}")
        return node

    @cached_property
    def _index(self) -> KeyIndex:
        if self._known_index is not None:
            return self._known_index.copy()
        return KeyIndex(comparable_keys(self._text, self._scan, self.dialect))

    def mentions(self) -> Mentions:
        """Return the entries in whose fields a key is mentioned."""
        if self._mentions is None:
            self._mentions = Mentions(self._text, self._scan, self.comparable)
            for node in self.entries.changed_nodes():
                self._mentions.update(node, self.entries.entry(node).values())
            for node in self.entries.removed:
                self._mentions.forget(node)
        return self._mentions

    @cached_property
    def dialect_margin(self) -> int:
        """How many more types and names of fields are specific to BibTeX than to BibLaTeX, when it is first used."""
        names = (name for node in self.entries for name, _ in self.own_fields(node))
        return dialect_margin(map(self.entry_type, self.entries), names)

    def _note_change(self, node: int) -> None:
        if self._mentions is not None:
            self._mentions.update(node, self.entries.entry(node).values())

    def set_field(self, key: str, name: str, value: str, *, raw: bool = False) -> None:
        """Set the value of a field, or add the field if the entry does not have it.

        `value` is TeX without delimiters; with `raw`, it is written unchanged (a macro, a `#` chain).
        """
        self.set_field_of(self.node(key), name, value, raw=raw)

    def set_field_of(self, node: int, name: str, value: str, *, raw: bool = False) -> None:
        """Set the value of a field of an entry."""
        entry = self._editable(node)
        if not NAME.fullmatch(name):
            raise EditError(f"`{name}` cannot be a field name; use letters, digits, `-` and `_`")
        if raw:
            check_raw(name, value)
        elif not is_balanced(value):
            raise EditError(f"the value of `{name}` has an unmatched brace; balance its braces")
        value = self.entries.with_line_ends(value)
        entry.set_field(name, value, raw, lambda: self.entries.layout)
        self._note_change(node)

    def remove_field(self, key: str, name: str) -> None:
        """Remove all fields of that name from an entry."""
        self.remove_field_of(self.node(key), name)

    def remove_field_of(self, node: int, name: str) -> None:
        """Remove all fields of that name from an entry."""
        entry = self._editable(node)
        if entry.find(name) is None:
            raise EditError(_no_field(entry.key, name))
        while entry.find(name) is not None:
            entry.remove_field(name)
        self._note_change(node)

    def entry_type(self, node: int) -> str:
        """Return the type of an entry in lower case."""
        text = self.entries.entry_text(node)
        type_text = text[1 : self.entries.key_start(node)]
        return type_text.strip(" \t\r\n{(").lower()

    def own_fields(self, node: int) -> list[tuple[str, str]]:
        """Return each field's name in lower case and its value with delimiters."""
        if self.entries.is_changed(node):
            return self.entries.entry(node).values()
        text, offsets = self._text, self._scan.fields
        return [
            (text[offsets[i] : offsets[i + 1]].lower(), text[offsets[i + 2] : offsets[i + 3]])
            for i in self._scan.field_offsets(node - 1)
        ]

    def mentioning(self, keys: Iterable[str]) -> set[int]:
        """Return the entries that mention a key in a field that contains keys."""
        mentions = self.mentions()
        return {node for key in keys for node in mentions.of(self.comparable(key))}

    def is_parent(self, node: int) -> bool:
        """Whether an entry has a key that the `crossref` of another one names."""
        key = self.comparable(self.entries.key(node))
        return any(
            name == "crossref" and self.comparable(value[1:-1].strip()) == key
            for other in self.mentions().of(key)
            for name, value in self.own_fields(other)
        )

    def rename_field(self, key: str, old: str, new: str) -> None:
        """Rename a field of an entry."""
        self.rename_field_of(self.node(key), old, new)

    def rename_field_of(self, node: int, old: str, new: str) -> None:
        """Rename a field of an entry."""
        entry = self._editable(node)
        if entry.find(old) is None:
            raise EditError(_no_field(entry.key, old))
        if not NAME.fullmatch(new):
            raise EditError(f"`{new}` cannot be a field name; use letters, digits, `-` and `_`")
        if entry.find(new) is not None and old.lower() != new.lower():
            raise EditError(f"entry `{entry.key}` has a field `{new}` already; remove it first")
        entry.rename_field(old, new, entry.layout(self.entries.layout))
        self._note_change(node)

    def set_type_of(self, node: int, entry_type: str) -> None:
        """Replace the type of an entry."""
        if not NAME.fullmatch(entry_type):
            raise EditError(f"`{entry_type}` cannot be an entry type; use letters and digits")
        self._editable(node).set_type(entry_type)

    def replace_entry(self, node: int, text: str) -> None:
        """Replace the text of an entry by another entry with the same key."""
        self._editable(node).replace_text(text)
        self._note_change(node)

    def rename_key(self, old: str, new: str) -> int:
        """Rename an entry's key, also in fields that refer to it; return the number of replacements."""
        return self.rename_keys({old: new})

    def rename_keys(self, new_keys: Mapping[str, str]) -> int:
        """Rename several keys at once, also in fields that refer to them; return the number of replacements."""
        wanted = {self.comparable(old): new for old, new in new_keys.items()}
        self._check_new_keys(new_keys, wanted)
        renamed = [(node, new) for old, new in wanted.items() for node in self._index.of(old)]
        self.mentions()
        for node, _ in renamed:
            self._index.remove(self.comparable(self.entries.key(node)), node)
        for node, new in renamed:
            self.entries.entry(node).set_key(new)
            self._index.add(self.comparable(new), node)
        return len(renamed) + self._rename_mentions(wanted)

    def set_key_of(self, node: int, key: str) -> None:
        """Give an entry a key, and no other one with its old key."""
        check_key(key)
        self.check_end(node)
        old, new = self.comparable(self.entries.key(node)), self.comparable(key)
        if self._index.of(new) not in ([], [node]):
            raise EditError(f"there is an entry `{key}` already; choose another key")
        self.mentions()
        self._index.remove(old, node)
        self.entries.entry(node).set_key(key)
        self._index.add(new, node)

    def rename_mentions(self, new_keys: Mapping[str, str]) -> int:
        """Replace keys in the fields that refer to them; return the number of replacements."""
        return self._rename_mentions({self.comparable(old): new for old, new in new_keys.items()})

    def _check_new_keys(self, new_keys: Mapping[str, str], wanted: Mapping[str, str]) -> None:
        """Raise EditError if a key does not exist, cannot be written, or is that of another entry."""
        taken: dict[str, str] = {}
        for old, new in new_keys.items():
            check_key(new)
            node = self.node(old)
            if node in self._broken:
                raise EditError(_is_malformed(old))
            own, comparable = self.comparable(old), self.comparable(new)
            is_free = comparable == own or comparable in wanted or comparable not in self._index
            if not is_free or taken.get(comparable, own) != own:
                raise EditError(f"there is an entry `{new}` already; choose another key")
            taken[comparable] = own

    def _rename_mentions(self, wanted: Mapping[str, str]) -> int:
        mentions = self.mentions()
        nodes = {node for old in wanted for node in mentions.of(old)} - self._broken
        count = 0
        for node in sorted(nodes):
            entry = self.entries.entry(node)
            count += entry.rename_mentions(wanted, self.comparable)
            mentions.update(node, entry.values())
        return count

    def add_entry(
        self,
        type: str,  # noqa: A002
        key: str,
        fields: Mapping[str, str],
        *,
        after: str | None = None,
    ) -> int:
        """Add an entry at the end, or after the entry `after`, with the layout of the others; return its node."""
        check_key(key)
        if self.comparable(key) in self._index:
            raise EditError(f"there is an entry `{key}` already; choose another key")
        previous = self.entries.last() if after is None else self.node(after)
        for name, value in fields.items():
            if not NAME.fullmatch(name) or not is_balanced(value):
                raise EditError(
                    f"the field `{name}` cannot be written; balance the braces of its value"
                )
        written = {name: self.entries.with_line_ends(value) for name, value in fields.items()}
        entry = new_entry_text(type, key, written, self.dialect, self.entries.layout)
        return self.add_text(entry, previous)

    def add_text(self, entry: EntryText, previous: int | None = None) -> int:
        """Add an entry as it is written after another one, or at the end; return its node."""
        previous = self.entries.last() if previous is None else previous
        node = self.entries.add(entry, previous)
        self._index.add(self.comparable(entry.key), node)
        self._note_change(node)
        return node

    def remove_entry(self, key: str) -> None:
        """Remove an entry with its separating white space; comments next to it are kept."""
        self.remove_node(self.node(key))

    def remove_node(self, node: int) -> None:
        """Remove an entry with its separating white space. Raises EditError if its end is not known."""
        self.check_end(node)
        self._index.remove(self.comparable(self.entries.key(node)), node)
        if self._mentions is not None:
            self._mentions.forget(node)
        self.entries.remove(node)

    def move_entry(self, key: str, *, after: str | None) -> None:
        """Move an entry after another one, or to the start if `after` is None."""
        node = self.node(key)
        if after is not None and self.node(after) == node:
            raise EditError(f"entry `{key}` cannot follow itself; name another")
        self.move_node(node, 0 if after is None else self.node(after))

    def move_node(self, node: int, previous: int) -> None:
        """Move an entry after another one, or to the start if that is node 0."""
        if self.entries.previous(node) == previous:
            return
        self.check_move(node, self.entries.position_after(previous))
        self.entries.unlink(node)
        self.entries.link(node, previous)

    def check_move(self, node: int, position: int) -> None:
        """Raise EditError if a macro in an entry has another value at a position in the text as it was read."""
        if not self._scan.definitions:
            return
        macros, old = self.macros, self.entries.position(node)
        for name in self.macros_in(self.entries.entry_text(node)):
            if macros.value(name, old) != macros.value(name, position):
                raise EditError(
                    f"entry `{self.entries.key(node)}` uses a macro that has another value there; move it less far"
                )

    @cached_property
    def macros(self) -> Macros:
        """The macros that the text defines."""
        return Macros(self._text, grammar(self.dialect), self._scan.definitions)

    def definitions(self) -> list[tuple[str, str]]:
        """Return the macros that the text defines, in lower case, each with its value as it is written."""
        text = self._text
        return [
            (text[slice(*one.name_span)].lower(), text[slice(*one.value_span)])
            for one in self._scan.definitions
        ]

    @cached_property
    def _defined(self) -> frozenset[str]:
        return frozenset(self._text[slice(*d.name_span)].lower() for d in self._scan.definitions)

    def macros_in(self, text: str) -> frozenset[str]:
        """Return at least the macros that the text of an entry uses and this text defines."""
        return self._defined.intersection(self.words_in(text)) if self._defined else self._defined

    def words_in(self, text: str) -> frozenset[str]:
        """Return the words of a text in lower case."""
        return frozenset(WORD.findall(text.lower()))

    def comparable(self, key: str) -> str:
        """Return a key in the form in which the dialect compares keys."""
        return key.lower() if self.dialect == "bibtex" else key

    def _editable(self, node: int) -> EntryText:
        if node in self._broken:
            raise EditError(_is_malformed(self.entries.key(node)))
        return self.entries.entry(node)


def check_key(key: str) -> None:
    """Raise EditError if a key cannot be written."""
    if not KEY.fullmatch(key):
        raise EditError(f"`{key}` cannot be a key; remove spaces, commas, braces, quotes, `#%~\\`")


def _is_malformed(key: str) -> str:
    return f"entry `{key}` is malformed; correct it in an editor first"


def _no_field(key: str, name: str) -> str:
    return f"entry `{key}` has no field `{name}`; check its name"
