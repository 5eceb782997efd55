"""The @string definitions of a .bib file and their uses."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.scan import FIELD_SIZE, Definition
from refkit.model.library import Library


def database_of(library: Library) -> Database | None:
    """Return the scan of a .bib file, or None for other files."""
    first = next(iter(library.entries), None)
    return first.database if isinstance(first, BibEntry) else None


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
