"""Where `bibtex` and biber would read a .bib text differently: comments around and inside entries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.scan import ENTRY_PLACES, FIELD_PLACES, Scan, scan
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

COMMENT = lazy_pattern(r"@[ \t\r\n]*comment", re.IGNORECASE)


class Difference(NamedTuple):
    """A place that one of the two programs does not read, and what to do about it."""

    source: Source
    span: Span
    message: str


def read_differently(library: Library) -> Iterator[Difference]:
    """Return the entries and fields that only one of the two programs reads, in file order."""
    databases = {id(e.database): e.database for e in library.entries if isinstance(e, BibEntry)}
    for database in databases.values():
        if COMMENT.search(database.source.text) or _has_comment(database):
            yield from sorted(_differences(database), key=lambda difference: difference.span)


def _has_comment(database: Database) -> bool:
    """Whether a percent sign stands outside of values; without one, and without @comment, both read the same."""
    places = database.scan.fields
    starts, ends = places[2::FIELD_PLACES], places[3::FIELD_PLACES]
    for sign in re.finditer("%", database.source.text):
        at = bisect_right(starts, sign.start()) - 1
        if at < 0 or sign.start() >= ends[at]:
            return True
    return False


def _differences(database: Database) -> Iterator[Difference]:
    source, text = database.source, database.source.text
    other = scan(text, "bibtex" if database.dialect == "biblatex" else "biblatex")
    scans = (database.scan, other) if database.dialect == "bibtex" else (other, database.scan)
    by_bibtex, by_biber = (_entries(found) for found in scans)
    for start, (key, _) in by_bibtex.items():
        if start not in by_biber:
            message = (
                f"`bibtex` reads the entry `{text[slice(*key)]}`, biber takes it for a comment; "
                "delete it, or take the `@` before its type out"
            )
            yield Difference(source, key, message)
    # what is broken here has a fault already
    told = {database.scan.bounds(number)[0] for number in database.broken}
    for start, (key, names) in by_biber.items():
        _, known = by_bibtex.get(start, (key, frozenset()))
        missing = sorted(names - known)
        if missing and start not in told:
            name = text[slice(*missing[0])]
            message = (
                f"biber reads `{name}` in the entry `{text[slice(*key)]}`, `bibtex` stops before it, since "
                "it knows no comments inside of entries; move the comment out of the entry"
            )
            yield Difference(source, missing[0], message)


def _entries(found: Scan) -> dict[int, tuple[Span, frozenset[Span]]]:
    """Return by an entry's start the place of its key and of its field names."""
    entries: dict[int, tuple[Span, frozenset[Span]]] = {}
    for number in range(len(found)):
        start = found.entries[number * ENTRY_PLACES]
        names = (Span(found.fields[at], found.fields[at + 1]) for at in found.field_places(number))
        entries[start] = (Span(*found.key_bounds(number)), frozenset(names))
    return entries
