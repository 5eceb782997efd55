"""One .bib file that was read: its entries, and what their fields mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from refkit.formats.bibtex.dialect import detect_dialect
from refkit.formats.bibtex.grammar import grammar
from refkit.formats.bibtex.inherit import Inheritance
from refkit.formats.bibtex.problems import encoding_fault, syntax_faults
from refkit.formats.bibtex.resolve import Macros, fold
from refkit.formats.bibtex.scan import ENTRY_PLACES, FIELD_PLACES, Scan, scan
from refkit.model.entry import Entry, Fault, Field, ScannedField, no_references
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

# so many entries, spread over the file, tell its dialect
SAMPLE = 1000
ALIASES = lazy_pattern(r"\bids[ \t\r\n]*+=", re.IGNORECASE)


class BibEntry(Entry):
    """An entry of a .bib file, which knows the file's other entries."""

    __slots__ = ("database",)

    def __init__(self, database: Database, number: int, type: str, key: str) -> None:  # noqa: A002
        self.source = database.source
        self.type = type
        self.key = key
        self._offsets = database.scan.entries
        self._index = number * ENTRY_PLACES
        self._read_fields = _own_fields
        self._fields = None
        self._by_name = None
        self.database = database

    @property
    def number(self) -> int:
        """Which entry of the file this is, from 0."""
        return self._index // ENTRY_PLACES

    def read_fields(self) -> list[Field]:
        """Return the fields without keeping them, unless they are kept already."""
        return self.database.fields(self.number) if self._fields is None else self._fields


class _LowerCase(dict[str, str]):
    """Words in lower case, each made once."""

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, word.lower())


def _own_fields(entry: Entry) -> list[Field]:
    assert isinstance(entry, BibEntry)  # only a BibEntry is made with this reader
    return entry.database.fields(entry.number)


class Database:
    """The entries of one text in one dialect, with the macros that their values need."""

    def __init__(self, source: Source, dialect: str | None = None) -> None:
        self.source = source
        self.scan, self.dialect = scan_in_dialect(source.text, dialect)
        self.macros = Macros(source.text, grammar(self.dialect), self.scan.definitions)
        self.names = _LowerCase()
        self._entries: list[BibEntry] | None = None

    @property
    def entries(self) -> list[BibEntry]:
        """The entries in file order; their fields are read when they are asked for."""
        if self._entries is None:
            self._entries = [self.new_entry(number) for number in range(len(self.scan))]
        return self._entries

    def entry(self, number: int) -> BibEntry:
        """Return an entry: of `entries` once these are made, else a new one that is not kept."""
        return self.new_entry(number) if self._entries is None else self._entries[number]

    def new_entry(self, number: int) -> BibEntry:
        """Return a new object for an entry."""
        return BibEntry(self, number, self.type_of(number), self.key_of(number))

    def type_of(self, number: int) -> str:
        """Return the type of an entry in lower case."""
        at = number * ENTRY_PLACES
        return self.names[self.source.text[self.scan.entries[at + 2] : self.scan.entries[at + 3]]]

    def key_of(self, number: int) -> str:
        """Return the key of an entry as written."""
        start, end = self.scan.key_bounds(number)
        return self.source.text[start:end]

    def fields(self, number: int) -> list[Field]:
        """Return the fields of an entry as written, repeated ones included."""
        return self._read(self.scan.field_places(number))

    def named_fields(self, number: int, names: frozenset[str]) -> list[Field]:
        """Return the fields of an entry that have one of these names; no other value is read."""
        text, places = self.source.text, self.scan.fields
        found = self.scan.field_places(number)
        return self._read(
            [at for at in found if self.names[text[places[at] : places[at + 1]]] in names]
        )

    def _read(self, fields: Iterable[int]) -> list[Field]:
        """Return the fields whose numbers start at these places of the scan."""
        text, places, joined, names = (
            self.source.text,
            self.scan.fields,
            self.scan.joined,
            self.names,
        )
        found: list[Field] = []
        for at in fields:
            start, end = places[at + 2], places[at + 3]
            mark = text[start]
            if at in joined:
                value = fold(self.macros.joined(start, end))
            elif mark == "{" or mark == '"':
                value = text[start + 1 : end - 1]
                # line ends, tabs and odd blanks are not printable; the test is quicker than the folding
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
                value = fold(self.macros.joined(start, end))
            found.append(ScannedField(names[text[places[at] : places[at + 1]]], value, places, at))
        return found

    @cached_property
    def inheritance(self) -> Inheritance:
        """What the entries have from one another."""
        return Inheritance(self)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of the first entry with each key, as the dialect compares keys."""
        index: dict[str, int] = {}
        for number in range(len(self.scan)):
            index.setdefault(self.same_key(self.key_of(number)), number)
        for alias, number in self._aliases():
            index.setdefault(alias, number)
        return index

    def _aliases(self) -> Iterator[tuple[str, int]]:
        """BibLaTeX manual 2.2.3: `ids` lists other keys of the entry."""
        if self.dialect != "biblatex" or ALIASES.search(self.source.text) is None:
            return
        for number in range(len(self.scan)):
            for field in self.named_fields(number, frozenset({"ids"})):
                yield from ((alias.strip(), number) for alias in field.value.split(","))

    @cached_property
    def broken(self) -> frozenset[int]:
        """The numbers of the entries that are not well-formed."""
        return frozenset(problem.entry for problem in self.scan.problems) - {-1}

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names that the file's @string blocks define."""
        names = (self.source.slice(d.name_span).lower() for d in self.scan.definitions)
        return frozenset(names)

    def same_key(self, key: str) -> str:
        """Return what the dialect compares of a key: `bibtex` ignores case, `biber` does not."""
        return key if self.dialect == "biblatex" else key.lower()

    def faults(self) -> list[Fault]:
        """Return what could not be read: encoding, syntax, macros."""
        faults = syntax_faults(self.source, self.scan)
        if self.source.encoding == "latin-1":
            faults.append(encoding_fault(self.source))
        faults.extend(self._macro_faults())
        if not faults and not len(self.scan) and not self.scan.definitions:
            faults.append(no_references(self.source))
        return faults

    def _macro_faults(self) -> Iterator[Fault]:
        text, places, joined = self.source.text, self.scan.fields, self.scan.joined
        spans = [(d.value_span.start, d.value_span.end) for d in self.scan.definitions]
        for at in range(0, len(places), FIELD_PLACES):
            start = places[at + 2]
            if text[start] not in '{"0123456789' or at in joined:
                spans.append((start, places[at + 3]))
        for start, end in spans:
            for first, last in self.macros.undefined(start, end):
                name = text[first:last]
                message = (
                    f"the macro `{name}` is not defined before its use and reads as nothing; "
                    f"define it with @string above, or write `{{{name}}}`"
                )
                yield Fault(message, Span(first, last), self.source, "macro")


def scan_in_dialect(text: str, dialect: str | None) -> tuple[Scan, str]:
    """Scan a text as a dialect, or as the one that its types and fields look like."""
    if dialect is not None:
        return scan(text, dialect), dialect
    found = scan(text, "bibtex")
    dialect = _detect(text, found)
    if dialect == "biblatex" and (found.comments or "%" in text or found.problems):
        return scan(text, dialect), dialect
    return found, dialect


def _detect(text: str, found: Scan) -> str:
    places, fields = found.entries, found.fields
    sample = range(0, len(found), max(1, len(found) // SAMPLE))
    types = (
        text[places[n * ENTRY_PLACES + 2] : places[n * ENTRY_PLACES + 3]].lower() for n in sample
    )
    names = (
        text[fields[at] : fields[at + 1]].lower() for n in sample for at in found.field_places(n)
    )
    return detect_dialect(types, names)
