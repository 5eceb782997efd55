"""The @string definitions of a .bib file and their uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.reader import database_of
from refkit.formats.bibtex.scan import FIELD_SIZE, Definition
from refkit.model.library import Library


def databases_of(library: Library) -> list[Database]:
    """Return the scans of the .bib files of a library."""
    only = database_of(library)
    if only is not None:
        return [only]
    found = {id(e.database): e.database for e in library.entries if isinstance(e, BibEntry)}
    return list(found.values())


def read_with(database: Database) -> Sequence[Database]:
    """Return the scans of the files of a bibliography that one of them was read in."""
    if database.inheritance.entries is database:
        return [database]
    from refkit.formats.bibtex.together import Bibliography

    entries = database.inheritance.entries
    return entries.databases if isinstance(entries, Bibliography) else [database]


def name_of(database: Database, definition: Definition) -> str:
    """Return the name in a definition, in lower case."""
    return database.source.slice(definition.name_span).lower()


def used_names(database: Database) -> Iterator[str]:
    """Yield the name of every macro in a value, in lower case."""
    text, places, joined = database.source.text, database.scan.fields, database.scan.joined_fields
    for definition in database.scan.definitions:
        yield from _names(database, *definition.value_span)
    for field in range(len(places) // FIELD_SIZE):
        start = places[field * FIELD_SIZE + 2]
        if text[start] not in '{"0123456789' or field in joined:
            yield from _names(database, start, places[field * FIELD_SIZE + 3])


def _names(database: Database, start: int, end: int) -> Iterator[str]:
    for at, after, mark in database.macros.pieces(start, end):
        if mark not in '{"' and not mark.isdigit():
            yield database.source.text[at:after].lower()
