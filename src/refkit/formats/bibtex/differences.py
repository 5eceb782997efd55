"""Parts of a .bib text that `bibtex` and biber read differently: comments around and inside entries."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from math import inf
from operator import itemgetter
from typing import NamedTuple

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.scan import ENTRY_SIZE, FIELD_SIZE, ScanResult, braced_end, scan
from refkit.model.library import Library
from refkit.model.source import Source, Span


class Difference(NamedTuple):
    """A part that only one of the two programs reads, and a message with a remedy."""

    source: Source
    span: Span
    message: str


def find_differences(library: Library) -> Iterator[Difference]:
    """Yield the entries and fields that only one of the two programs reads, in file order."""
    databases = {id(e.database): e.database for e in library.entries if isinstance(e, BibEntry)}
    for database in databases.values():
        if _may_differ(database):
            yield from sorted(_differences(database), key=lambda difference: difference.span)


def _may_differ(database: Database) -> bool:
    """Whether a comment may hide something from one of the two programs; otherwise, both read the same."""
    text = database.source.text
    if any(_may_hide_entry(text, comment) for comment in database.scan.comments):
        return True
    signs = list(_signs_outside_values(text, database.scan))
    if not signs:
        return False
    if database.scan.problems or any("@" in line for line in _lines_with(signs, text)):
        return True
    blocks = _blocks(database.scan)
    return any(_is_inside(sign, blocks) for sign in signs)


def _may_hide_entry(text: str, comment: Span) -> bool:
    """Whether an `@` is in the braces after `@comment`, which only biber skips."""
    next_at = text.find("@", comment.start + 1)
    brace = text.find("{", comment.start, next_at) if next_at >= 0 else -1
    if brace < 0:
        return False
    end = braced_end(text, brace, len(text))
    return end == 0 or next_at < end


def _signs_outside_values(text: str, result: ScanResult) -> Iterator[int]:
    """Yield the positions of the percent signs outside of the values of fields."""
    starts, ends = result.fields[2::FIELD_SIZE], result.fields[3::FIELD_SIZE]
    for sign in re.finditer("%", text):
        index = bisect_right(starts, sign.start()) - 1
        if index < 0 or sign.start() >= ends[index]:
            yield sign.start()


def _lines_with(positions: Iterable[int], text: str) -> Iterator[str]:
    """Yield each line that contains one of the positions."""
    end = -1
    for position in positions:
        if position > end:
            line_end = text.find("\n", position)
            end = line_end if line_end >= 0 else len(text)
            yield text[text.rfind("\n", 0, position) + 1 : end]


def _blocks(result: ScanResult) -> list[tuple[int, int]]:
    """Return the start and end of the entries, strings and preambles in file order."""
    entries = zip(result.entries[::ENTRY_SIZE], result.entries[1::ENTRY_SIZE], strict=True)
    return sorted([*entries, *result.strings, *result.preambles])


def _is_inside(position: int, blocks: list[tuple[int, int]]) -> bool:
    """Whether a position is in one of the blocks, which are in file order."""
    index = bisect_right(blocks, position, key=itemgetter(0)) - 1
    return index >= 0 and position < blocks[index][1]


def _differences(database: Database) -> Iterator[Difference]:
    source, text = database.source, database.source.text
    other_scan = scan(text, "bibtex" if database.dialect == "biblatex" else "biblatex")
    scans = (
        (database.scan, other_scan) if database.dialect == "bibtex" else (other_scan, database.scan)
    )
    # broken entries already have a fault
    reported = {database.scan.bounds(number)[0] for number in database.broken_entries}
    for by_bibtex, by_biber in _pairs(*scans):
        if by_biber < 0:
            key = Span(*scans[0].key_bounds(by_bibtex))
            message = (
                f"`bibtex` reads the entry `{text[slice(*key)]}`, but biber reads it as a comment; "
                "delete it, or remove the `@` before its type"
            )
            yield Difference(source, key, message)
            continue
        missing = _biber_only_names(scans, by_bibtex, by_biber)
        if missing and scans[1].bounds(by_biber)[0] not in reported:
            key, first_name = Span(*scans[1].key_bounds(by_biber)), min(missing)
            message = (
                f"biber reads `{text[slice(*first_name)]}` in the entry `{text[slice(*key)]}`, but `bibtex` stops "
                "before it, because it does not support comments inside entries; move the comment out of the entry"
            )
            yield Difference(source, first_name, message)


def _pairs(first: ScanResult, second: ScanResult) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the entries at each start, with -1 for a scan without an entry there."""
    first_number = second_number = 0
    while first_number < len(first) or second_number < len(second):
        starts = _start(first, first_number), _start(second, second_number)
        yield (
            (first_number if starts[0] <= starts[1] else -1),
            (second_number if starts[1] <= starts[0] else -1),
        )
        first_number += starts[0] <= starts[1]
        second_number += starts[1] <= starts[0]


def _start(result: ScanResult, number: int) -> float:
    return result.bounds(number)[0] if number < len(result) else inf


def _biber_only_names(
    scans: tuple[ScanResult, ScanResult], by_bibtex: int, by_biber: int
) -> set[Span]:
    """Return the spans of the names of fields that only biber reads in an entry."""
    numbers = _field_numbers(scans[0], by_bibtex), _field_numbers(scans[1], by_biber)
    if numbers[0] == numbers[1]:  # nearly always; avoids creating spans
        return set()
    names = [
        {Span(*pair) for pair in zip(n[::FIELD_SIZE], n[1::FIELD_SIZE], strict=True)}
        for n in numbers
    ]
    return names[1] - names[0]


def _field_numbers(result: ScanResult, number: int) -> array[int]:
    """Return the offsets of the fields of an entry, or none if there is no entry."""
    indexes = result.field_offsets(number) if number >= 0 else range(0)
    return result.fields[indexes.start : indexes.stop]
