"""Read several .bib files as one bibliography, as BibTeX and biber do with the files that a document names.

A macro is known in the files after its definition, and an entry can inherit from one in another file.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate, chain, takewhile

from refkit.errors import RefkitError
from refkit.files import read_source
from refkit.formats import read
from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.elsewhere import NOTHING_ELSEWHERE, Elsewhere
from refkit.formats.bibtex.inherit import Inheritance
from refkit.formats.bibtex.reader import database_of, library_of, open_ends
from refkit.model.entry import Entry, Field
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.records import replace


def tolerate(library: Library, elsewhere: Elsewhere) -> None:
    """Suppress reports of missing macros and parents that other files define; their values are not used."""
    database = database_of(library)
    if database is not None:
        database.elsewhere = replace(
            database.elsewhere,
            everything=elsewhere.everything,
            macros=elsewhere.macros,
            keys=elsewhere.keys,
        )


def read_together(
    libraries: Sequence[Library], in_order: bool, is_declared: bool = False
) -> list[Library]:
    """Return libraries of .bib files, read as one bibliography; the others are returned as they are.

    With `in_order`, the files have BibTeX's order: a macro must be defined, and a child must come, in an earlier file
    or above. Otherwise the order is unknown: a macro that only a later file defines has the value from there. Files
    that a document is known to use together are a bibliography that is declared.
    """
    found = [database_of(library) for library in libraries]
    databases = [database for database in found if database is not None]
    if len(databases) < 2:
        return list(libraries)
    with_macros = list(_with_shared_macros(databases, in_order))
    joined = iter(Bibliography(with_macros, in_order, is_declared).databases)
    return [library_of(next(joined)) if one is not None else library
            for one, library in zip(found, libraries, strict=True)]  # fmt: skip


def completed(
    libraries: Sequence[Library],
    files: Sequence[str],
    named: Collection[str],
    bibliography: Sequence[str] = (),
) -> list[Library]:
    """Return the libraries of files; those of named files are read as one if one needs definitions of another.

    The other files of a `bibliography` are read, too, if one of its files needs their definitions.
    """
    paths = [os.path.abspath(file) for file in files]
    members = {os.path.abspath(file): file for file in bibliography}
    are_named = [file in named or path in members for file, path in zip(files, paths, strict=True)]
    together = [library for library, is_named in zip(libraries, are_named, strict=True) if is_named]
    if not any(map(open_ends, together)):
        return list(libraries)
    is_member = not members.keys().isdisjoint(paths)
    more = [_read(file) for path, file in members.items() if is_member and path not in paths]
    if len(more) + len(together) < 2:
        return list(libraries)
    joined = iter(read_together([*more, *together], in_order=False)[len(more) :])
    return [next(joined) if is_named else library
            for library, is_named in zip(libraries, are_named, strict=True)]  # fmt: skip


def _read(file: str) -> Library:
    """Return the library of a file, which is empty if it cannot be read: no reference of it is wanted."""
    try:
        return read(read_source(file))
    except RefkitError:
        return read(Source("", file), "bibtex")


class Bibliography:
    """The entries of several files with common numbers, among which inheritance takes place."""

    def __init__(
        self,
        databases: Sequence[Database],
        in_order: bool,
        is_declared: bool = False,
        dialect: str = "",
    ) -> None:
        self.in_order = in_order
        self.is_declared = is_declared
        self.dialect = dialect or common_dialect(databases)
        self.databases = databases
        sizes = [len(database) for database in databases]
        self._starts: list[int] = [0, *accumulate(sizes)]
        inheritance = Inheritance(self)
        for database, start in zip(self.databases, self._starts, strict=False):
            database.inheritance, database.first_number = inheritance, start

    def __len__(self) -> int:
        return self._starts[-1]

    def _place(self, number: int) -> tuple[Database, int]:
        file = bisect_right(self._starts, number) - 1
        return self.databases[file], number - self._starts[file]

    def linked_entries(self) -> list[int]:
        """Return the numbers of the entries with a field for inheritance, in their order."""
        numbers = (database.linked_entries() for database in self.databases)
        return [
            start + own for start, some in zip(self._starts, numbers, strict=False) for own in some
        ]

    def type_of(self, number: int) -> str:
        """Return the type of an entry in lower case."""
        database, own = self._place(number)
        return database.type_of(own)

    def key_of(self, number: int) -> str:
        """Return the key of an entry as written."""
        database, own = self._place(number)
        return database.key_of(own)

    def named_fields(self, number: int, names: frozenset[str]) -> list[Field]:
        """Return the fields of an entry with these names."""
        database, own = self._place(number)
        return database.named_fields(own, names)

    def all_fields(self, number: int) -> list[Field]:
        """Return the fields of an entry as written."""
        database, own = self._place(number)
        return database.all_fields(own)

    def entry(self, number: int) -> BibEntry:
        """Return an entry."""
        database, own = self._place(number)
        return database.entry(own)

    def source_of(self, number: int) -> Source:
        """Return the source of an entry."""
        return self._place(number)[0].source

    def number_of(self, key: str, child: int) -> int:
        """Return the number of the entry with a key, in the file of the child or else in the first one, or -1."""
        own = bisect_right(self._starts, child) - 1
        comparable = key if self.dialect == "biblatex" else key.lower()
        for file in chain((own,), range(len(self.databases))):
            number = self._number_with(self.databases[file], comparable)
            if number >= 0:
                return self._starts[file] + number
        return -1

    def _number_with(self, database: Database, key: str) -> int:
        """Return the number in its file of the entry with a key, as the bibliography compares keys, or -1."""
        if database.dialect == self.dialect:
            return database.number_with(key)
        nodes = database.key_index.of(key.lower())
        return next((node - 1 for node in nodes if database.key_of(node - 1) == key), -1)

    def is_known_elsewhere(self, key: str, child: int) -> bool:
        """Whether a file outside the bibliography has an entry with this key."""
        return self._place(child)[0].is_known_elsewhere(key, child)

    def is_in_order(self, child: int, parent: int) -> bool:
        """Whether the parent is after the child, or in another file and the order of the files is unknown."""
        is_ordered = self.in_order or self.source_of(child) is self.source_of(parent)
        return child <= parent or not is_ordered

    def entries_before(self, source: Source) -> Iterator[BibEntry]:
        """Yield the entries of the files that are read before a file."""
        for database in takewhile(lambda known: known.source is not source, self.databases):
            yield from database.entries


def common_dialect(databases: Sequence[Database]) -> str:
    """Return the dialect of a bibliography: BibLaTeX if a file is written for it."""
    return "biblatex" if any(d.dialect == "biblatex" for d in databases) else "bibtex"


def _with_shared_macros(databases: Sequence[Database], in_order: bool) -> Iterator[Database]:
    """Yield the databases, each with the macros of the files before it."""
    before: dict[str, str] = {}
    afterwards = _first_definitions(databases)
    for place, database in enumerate(databases):
        later = {name: file for name, (at, file, _) in afterwards.items() if at > place}
        macros = before
        if not in_order:
            macros = {name: afterwards[name][2] for name in later} | before
        joined = database.with_macros(macros)
        joined.elsewhere = (
            replace(NOTHING_ELSEWHERE, later=later) if in_order else NOTHING_ELSEWHERE
        )
        before = before | {name: joined.macros.last_value(name) for name in joined.defined_macros}
        yield joined


def _first_definitions(databases: Sequence[Database]) -> dict[str, tuple[int, str, str]]:
    """Return, for each macro, the first file that defines it: its number, name and value."""
    first: dict[str, tuple[int, str, str]] = {}
    for place, database in enumerate(databases):
        for name in database.defined_macros:
            first.setdefault(name, (place, database.source.name, database.macros.last_value(name)))
    return first


def reader_like(library: Library, source: Source) -> Callable[[Source], Library]:
    """Return a function that reads a new version of one of the sources as the library was read: with the others."""
    entry = next((entry for entry in library.entries if entry.source is source), None)
    bibliography = bibliography_of(entry) if entry else None
    if bibliography is None:
        return lambda new: read(new, new.format or None)
    parts = [library_of(database) for database in bibliography.databases]
    place = next(n for n, d in enumerate(bibliography.databases) if d.source is source)
    in_order, is_declared = bibliography.in_order, bibliography.is_declared

    def read_again(new: Source) -> Library:
        own = read(new, new.format or None)
        return read_together([*parts[:place], own, *parts[place + 1 :]], in_order, is_declared)[
            place
        ]

    return read_again


def bibliography_of(entry: Entry) -> Bibliography | None:
    """Return the bibliography that an entry was read in, or None if its file was read alone."""
    if not isinstance(entry, BibEntry):
        return None
    entries = entry.database.inheritance.entries
    return entries if isinstance(entries, Bibliography) else None


def entries_before(entry: Entry) -> Iterator[Entry]:
    """Yield the entries of the files that are read before that of an entry, if its bibliography is declared."""
    bibliography = bibliography_of(entry)
    if bibliography is not None and bibliography.is_declared:
        yield from bibliography.entries_before(entry.source)
