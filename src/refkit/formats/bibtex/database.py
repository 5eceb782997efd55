"""The entries of a .bib file, and the values of their fields."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from refkit.formats.bibtex.conflict_markers import conflict_fault
from refkit.formats.bibtex.dialect import detect_dialect
from refkit.formats.bibtex.elsewhere import NOTHING_ELSEWHERE, OpenEnds, macro_faults
from refkit.formats.bibtex.grammar import grammar
from refkit.formats.bibtex.inherit import INHERITING_FIELDS, Inheritance
from refkit.formats.bibtex.key_index import KeyIndex
from refkit.formats.bibtex.problems import missing_key_faults, syntax_faults
from refkit.formats.bibtex.resolve import Macros, fold
from refkit.formats.bibtex.scan import ENTRY_SIZE, FIELD_SIZE, ScanResult, scan
from refkit.model.entry import Entry, Fault, Field, ScannedField, no_references
from refkit.model.item import Item
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

# Number of entries, spread over the file, that are used to detect its dialect.
SAMPLE = 1000
# A single field of an xdata entry as a value: {xdata=key-field}
GRANULAR = lazy_pattern(r"""[{"][ \t\r\n]*+xdata[ \t]*+=[ \t]*+([^{}"',\s]++)""")
ALIASES = lazy_pattern(r"\bids[ \t\r\n]*+=", re.IGNORECASE)


class BibEntry(Entry):
    """An entry of a .bib file, with a reference to the file's database.

    `item` is the item that was built from the entry; it is kept as long as the fields are.
    """

    __slots__ = ("database", "item")

    def __init__(self, database: Database, number: int, type: str, key: str) -> None:  # noqa: A002
        self.source = database.source
        self.type = type
        self.key = key
        self._offsets = database.scan.entries
        self._index = number * ENTRY_SIZE
        self._read_fields = _own_fields
        self._fields = None
        self._by_name = None
        self.database = database
        self.item: Item | None = None

    def forget_fields(self) -> None:
        """Free the memory of the fields and the item, which are read again on the next access."""
        self._fields = None
        self._by_name = None
        self.item = None

    @property
    def number(self) -> int:
        """The number of the entry in the file, from 0."""
        return self._index // ENTRY_SIZE

    def read_fields(self) -> list[Field]:
        """Return the fields without storing them, unless they are already stored."""
        return self.database.fields(self.number) if self._fields is None else self._fields

    def fields_named(self, names: frozenset[str]) -> Mapping[str, Field]:
        """Return the fields with these names without reading others, if none were read before."""
        if self._fields is not None:
            return self.by_name()
        named = self.database.named_fields(self.number, names)
        return {field.name: field for field in reversed(named)}


class _LowerCase(dict[str, str]):
    """Words in lower case, each converted once."""

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, word.lower())


def _own_fields(entry: Entry) -> list[Field]:
    assert isinstance(entry, BibEntry)  # only a BibEntry has this reader
    return entry.database.fields(entry.number)


class Database:
    """The entries of a text in a dialect, with the macros for their values.

    `text` is that of the source with bytes that its encoding does not define as characters, at the same offsets.
    Several files that are read as one share `inheritance`, in which the entries of this file begin at `first_number`.
    """

    def __init__(self, source: Source, dialect: str | None = None) -> None:
        text = source.readable_text()
        self._prepare(source, text, *scan_in_dialect(text, dialect), {})

    def _prepare(
        self, source: Source, text: str, scan: ScanResult, dialect: str, macros: Mapping[str, str]
    ) -> None:
        self.source, self.text = source, text
        self.scan, self.dialect = scan, dialect
        self.macros = Macros(text, grammar(dialect), scan.definitions, macros)
        self.names = _LowerCase()
        self.elsewhere = NOTHING_ELSEWHERE
        self.first_number = 0
        self._entries: list[BibEntry] | None = None
        self._kept: list[BibEntry | None] = []  # those entries that were requested, until all are

    @classmethod
    def of_scan(cls, source: Source, scan: ScanResult, dialect: str) -> Database:
        """Return a database of a text whose scan result is known."""
        database = cls.__new__(cls)
        database._prepare(source, source.readable_text(), scan, dialect, {})
        return database

    def with_macros(self, macros: Mapping[str, str]) -> Database:
        """Return a database of the same text, before which macros are defined."""
        database = Database.__new__(Database)
        database._prepare(self.source, self.text, self.scan, self.dialect, macros)
        return database

    def __len__(self) -> int:
        return len(self.scan)

    @property
    def entries(self) -> list[BibEntry]:
        """The entries in file order; their fields are read on access."""
        if self._entries is None:
            kept = self._kept or [None] * len(self.scan)
            self._entries = [entry or self.new_entry(n) for n, entry in enumerate(kept)]
            self._kept = []
        return self._entries

    def kept_entry(self, number: int) -> BibEntry:
        """Return the entry that `entries` contains, without making the others."""
        if self._entries is not None:
            return self._entries[number]
        if not self._kept:
            self._kept = [None] * len(self.scan)
        entry = self._kept[number]
        if entry is None:
            entry = self._kept[number] = self.new_entry(number)
        return entry

    def entry(self, number: int) -> BibEntry:
        """Return the entry in `entries` if it exists, or else a new object that is not stored."""
        if self._entries is not None:
            return self._entries[number]
        return (self._kept and self._kept[number]) or self.new_entry(number)

    def new_entry(self, number: int) -> BibEntry:
        """Return a new object for an entry."""
        return BibEntry(self, number, self.type_of(number), self.key_of(number))

    def type_of(self, number: int) -> str:
        """Return the type of an entry in lower case."""
        index = number * ENTRY_SIZE
        return self.names[self.text[self.scan.entries[index + 2] : self.scan.entries[index + 3]]]

    def key_of(self, number: int) -> str:
        """Return the key of an entry as written."""
        start, end = self.scan.key_bounds(number)
        return self.text[start:end]

    def fields(self, number: int) -> list[Field]:
        """Return the fields of an entry as written, including repeated ones."""
        return self._read(self.scan.field_offsets(number))

    def named_fields(self, number: int, names: frozenset[str]) -> list[Field]:
        """Return the fields of an entry with these names, without reading other values."""
        text, offsets = self.text, self.scan.fields
        indexes = self.scan.field_offsets(number)
        return self._read(
            [
                index
                for index in indexes
                if self.names[text[offsets[index] : offsets[index + 1]]] in names
            ]
        )

    def all_fields(self, number: int) -> list[Field]:
        """Return the fields of an entry as written, stored or not."""
        return self.entry(number).read_fields()

    def _read(self, fields: Iterable[int]) -> list[Field]:
        """Return the fields whose offsets start at these indexes of the scan result."""
        text, offsets, joined_fields, names = (
            self.text,
            self.scan.fields,
            self.scan.joined_fields,
            self.names,
        )
        result: list[Field] = []
        for index in fields:
            start, end = offsets[index + 2], offsets[index + 3]
            mark = text[start]
            if index in joined_fields:
                value = fold(self.macros.join(start, end))
            elif mark == "{" or mark == '"':
                value = text[start + 1 : end - 1]
                # Line ends, tabs and other white space are not printable; this test is faster than folding.
                if (
                    not value.isprintable()
                    or "  " in value
                    or text[start + 1] == " "
                    or text[end - 2] == " "
                ):
                    value = fold(value)
            elif mark.isdigit():
                value = text[start:end]
            else:
                value = fold(self.macros.join(start, end))
            result.append(
                ScannedField(
                    names[text[offsets[index] : offsets[index + 1]]], value, offsets, index
                )
            )
        return result

    @cached_property
    def inheritance(self) -> Inheritance:
        """The inherited fields of the entries."""
        return Inheritance(self)

    @property
    def numbers(self) -> range:
        """The numbers of the entries in `inheritance`."""
        return range(self.first_number, self.first_number + len(self.scan))

    def resolved_fields(self, number: int) -> dict[str, Field]:
        """Return the own and inherited fields of an entry by name."""
        return self.inheritance.fields(self.first_number + number)

    def linked_entries(self) -> list[int]:
        """Return the numbers of the entries with a field for inheritance, in their order."""
        text, names, offsets = self.text, self.names, self.scan.fields
        spans = zip(offsets[::FIELD_SIZE], offsets[1::FIELD_SIZE], strict=True)
        links = [i for i, (at, end) in enumerate(spans) if names[text[at:end]] in INHERITING_FIELDS]
        first_fields = self.scan.entries[6::ENTRY_SIZE]
        return sorted({bisect_right(first_fields, link * FIELD_SIZE) - 1 for link in links})

    def source_of(self, number: int) -> Source:
        """Return the source, which all entries share."""
        return self.source

    def number_of(self, key: str, child: int) -> int:
        """Return the number of the entry with a key, or -1."""
        return self.number_with(self.comparable_key(key))

    def is_known_elsewhere(self, key: str, child: int) -> bool:
        """Whether a file that is not read with this one has an entry with this key."""
        return self.elsewhere.everything or key.lower() in self.elsewhere.keys

    def is_in_order(self, child: int, parent: int) -> bool:
        """Whether the parent is after the child."""
        return child <= parent

    def number_with(self, key: str) -> int:
        """Return the number of the first entry with a key or another key in comparable form, or -1."""
        node = self.key_index.first(key)
        return node - 1 if node else self.aliases.get(key, -1)

    @cached_property
    def key_index(self) -> KeyIndex:
        """The nodes of the entries by key, in the form in which the dialect compares keys."""
        return KeyIndex(comparable_keys(self.text, self.scan, self.dialect))

    @cached_property
    def aliases(self) -> Mapping[str, int]:
        """The number of the first entry with each other key."""
        aliases: dict[str, int] = {}
        for alias, number in self._aliases():
            aliases.setdefault(alias, number)
        return aliases

    def _aliases(self) -> Iterator[tuple[str, int]]:
        """Yield the keys in `ids`, which are other keys of the entry (BibLaTeX manual 2.2.3)."""
        if self.dialect != "biblatex" or ALIASES.search(self.text) is None:
            return
        for number in range(len(self.scan)):
            for field in self.named_fields(number, frozenset({"ids"})):
                yield from ((alias.strip(), number) for alias in field.value.split(","))

    @cached_property
    def broken_entries(self) -> frozenset[int]:
        """The numbers of malformed entries."""
        return frozenset(problem.entry for problem in self.scan.problems) - {-1}

    @cached_property
    def undefined_macros(self) -> list[Span]:
        """The uses of macros that are not defined before them."""
        text, offsets, joined_fields = self.text, self.scan.fields, self.scan.joined_fields
        spans = [(d.value_span.start, d.value_span.end) for d in self.scan.definitions]
        for index in range(0, len(offsets), FIELD_SIZE):
            start = offsets[index + 2]
            if text[start] not in '{"0123456789' or index in joined_fields:
                spans.append((start, offsets[index + 3]))
        undefined = self.macros.undefined_macros
        return [Span(*use) for start, end in spans for use in undefined(start, end)]

    def open_ends(self) -> OpenEnds:
        """Return the macros and parents that the entries use and do not find."""
        macros = {self.source.slice(use).lower() for use in self.undefined_macros}
        keys = {key.lower() for key in self.inheritance.missing_parents(self.numbers)}
        return OpenEnds(frozenset(macros), frozenset(keys.union(self._missing_lenders())))

    def _missing_lenders(self) -> Iterator[str]:
        """Yield the keys of missing xdata entries of which single fields are used."""
        if self.dialect != "biblatex" or "xdata" not in self.text:
            return
        for reference in GRANULAR.finditer(self.text):
            key = reference[1].rpartition("-")[0]
            if key and self.number_with(key) < 0:
                yield key.lower()

    @cached_property
    def defined_macros(self) -> frozenset[str]:
        """The names of macros that @string blocks define."""
        names = (self.source.slice(d.name_span).lower() for d in self.scan.definitions)
        return frozenset(names)

    def comparable_key(self, key: str) -> str:
        """Return a key in the form in which the dialect compares keys: `bibtex` ignores case, `biber` does not."""
        return key if self.dialect == "biblatex" else key.lower()

    def faults(self) -> list[Fault]:
        """Return the faults of encoding, syntax and macros."""
        conflict = conflict_fault(self.source)
        faults = [conflict] if conflict else []
        faults.extend(syntax_faults(self.source, self.scan))
        faults.extend(missing_key_faults(self.source, self.scan))
        if self.source.encoding_problem:
            from refkit.formats._encoding import encoding_fault

            faults.append(encoding_fault(self.source))
        faults.extend(
            macro_faults(self.source, self.undefined_macros, self.defined_macros, self.elsewhere)
        )
        if not faults and not len(self.scan) and not self.scan.definitions:
            faults.append(no_references(self.source))
        return faults


def comparable_keys(text: str, scan: ScanResult, dialect: str) -> list[str]:
    """Return the keys of the entries in the form in which a dialect compares keys."""
    spans = zip(scan.entries[4::ENTRY_SIZE], scan.entries[5::ENTRY_SIZE], strict=True)
    keys = [text[start:end] for start, end in spans]
    return keys if dialect == "biblatex" else [key.lower() for key in keys]


def scan_in_dialect(text: str, dialect: str | None) -> tuple[ScanResult, str]:
    """Return the scan result and the dialect of a text, which is detected if it is None."""
    if dialect is not None:
        return scan(text, dialect), dialect
    result = scan(text, "bibtex")
    dialect = _detect(text, result)
    if dialect == "biblatex" and (result.comments or "%" in text or result.problems):
        return scan(text, dialect), dialect
    return result, dialect


def _detect(text: str, result: ScanResult) -> str:
    entry_offsets, field_offsets = result.entries, result.fields
    sample = range(0, len(result), max(1, len(result) // SAMPLE))
    types = (
        text[entry_offsets[n * ENTRY_SIZE + 2] : entry_offsets[n * ENTRY_SIZE + 3]].lower()
        for n in sample
    )
    names = (
        text[field_offsets[index] : field_offsets[index + 1]].lower()
        for n in sample
        for index in result.field_offsets(n)
    )
    return detect_dialect(types, names)
