"""Where `bibtex` and biber would read a .bib text differently: comments around and inside entries."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.scan import FIELD_PLACES, Scan, scan
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
    # what is broken here has a fault already
    told = {database.scan.bounds(number)[0] for number in database.broken}
    for by_bibtex, by_biber in _pairs(*scans):
        if by_biber < 0:
            key = Span(*scans[0].key_bounds(by_bibtex))
            message = (
                f"`bibtex` reads the entry `{text[slice(*key)]}`, biber takes it for a comment; "
                "delete it, or take the `@` before its type out"
            )
            yield Difference(source, key, message)
            continue
        missing = _more_names(scans, by_bibtex, by_biber)
        if missing and scans[1].bounds(by_biber)[0] not in told:
            key, first = Span(*scans[1].key_bounds(by_biber)), min(missing)
            message = (
                f"biber reads `{text[slice(*first)]}` in the entry `{text[slice(*key)]}`, `bibtex` stops before it, "
                "since it knows no comments inside of entries; move the comment out of the entry"
            )
            yield Difference(source, first, message)


def _pairs(one: Scan, other: Scan) -> Iterator[tuple[int, int]]:
    """Give the numbers of the entries that start at one place, -1 for a scan without an entry there."""
    left = right = 0
    while left < len(one) or right < len(other):
        starts = _start(one, left), _start(other, right)
        yield (left if starts[0] <= starts[1] else -1), (right if starts[1] <= starts[0] else -1)
        left += starts[0] <= starts[1]
        right += starts[1] <= starts[0]


def _start(found: Scan, number: int) -> float:
    return found.bounds(number)[0] if number < len(found) else inf


def _more_names(scans: tuple[Scan, Scan], by_bibtex: int, by_biber: int) -> set[Span]:
    """Return the places of the names of fields that only biber reads in an entry."""
    numbers = _numbers(scans[0], by_bibtex), _numbers(scans[1], by_biber)
    if numbers[0] == numbers[1]:  # nearly always, and told without making a span
        return set()
    names = [
        {Span(*pair) for pair in zip(n[::FIELD_PLACES], n[1::FIELD_PLACES], strict=True)}
        for n in numbers
    ]
    return names[1] - names[0]


def _numbers(found: Scan, number: int) -> array[int]:
    """Return the scan's numbers for the fields of an entry, none if there is no entry."""
    places = found.field_places(number) if number >= 0 else range(0)
    return found.fields[places.start : places.stop]
