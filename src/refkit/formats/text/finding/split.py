"""Find and split the reference lists of a document; each reference becomes one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from refkit.documents import DocumentText
from refkit.formats.text.finding.find import FoundList, find_lists
from refkit.formats.text.finding.headings import Heading, heading_of
from refkit.formats.text.finding.lines import Line, is_wrapped, lines_of
from refkit.formats.text.finding.list_entries import ListEntries, entries_of
from refkit.formats.text.finding.markers import marks_of
from refkit.formats.text.finding.note_references import has_note_words, note_references
from refkit.formats.text.finding.notes import notes_of
from refkit.formats.text.finding.repeated import resolved
from refkit.formats.text.finding.unwrap import Words, unwrapped
from refkit.formats.text.listing import Listing, Reference, Unread
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern
from refkit.records import replace

__all__ = ["Listing", "Reference", "Unread", "references"]

# A number of a list, a year, an address, or words for a work without a year.
_OF_REFERENCES = lazy_pattern(
    r"^\W{0,2}\d|\d{4}|https?:|\bdoi\b|\bn\.\s?d\.|\bin press\b|\bforthcoming\b|\bpp?\.\s?\d",
    re.IGNORECASE,
)
_LETTERS = lazy_pattern(r"[^\W\d_]{2}")
_LEAST = 10
_WORDS_OF_PROSE = 10  # in a line; titles are shorter
_SHOWN = 60


def references(document: DocumentText) -> Listing:
    """Return the references of a document in order, and the text among them that is not a reference."""
    listing = _references(document)
    if not document.faults:
        return listing
    faults = (Unread(fault.span, fault.message) for fault in document.faults)
    return replace(listing, faults=(*listing.faults, *faults))


def _references(document: DocumentText) -> Listing:
    if document.entries is not None:
        keys = document.keys or ("",) * len(document.entries)
        return _listing(map(_one, document.entries, keys))
    text = document.excerpt.text
    words = Words(text)
    lines = lines_of(text)
    paragraphs = document.paragraphs or not is_wrapped(lines)
    found: list[Reference] = []
    other: list[Unread] = []
    lists = find_lists(lines, frozenset(document.headings), paragraphs)
    if not any(listed.headed for listed in lists):
        noted = _in_notes(document, lines, lists)
        if noted.references:
            return noted
    for listed in lists:
        entries = entries_of(listed, paragraphs)
        found += _joined_entries(document.excerpt, entries, words)
        other += _other_text(document.excerpt, entries)
    return _listing(found, other)


def _in_notes(document: DocumentText, lines: Sequence[Line], lists: Sequence[FoundList]) -> Listing:
    """Return the references in the notes of a document, unless its lists are others than its notes."""
    notes = notes_of(document, lines)
    ranges = [(note.start, note.end) for note in notes]
    if not notes or not all(_overlaps(listed, ranges) for listed in lists):
        return Listing()
    may_be_list = lists or any(heading_of(line.text) is Heading.LIST for line in lines)
    if may_be_list and not has_note_words(notes):
        return Listing()
    return note_references(notes)


def _overlaps(listed: FoundList, ranges: Sequence[tuple[int, int]]) -> bool:
    first, last = listed.lines[0].start, listed.lines[-1].end
    return any(start < last and first < end for start, end in ranges)


def _other_text(excerpt: Excerpt, entries: ListEntries) -> Iterator[Unread]:
    """Yield the text before and after a list that first seemed to be part of it."""
    yield from _skipped(excerpt, entries.lines[: entries.start], "before")
    yield from _skipped(excerpt, entries.lines[entries.end :], "after")


def _skipped(excerpt: Excerpt, lines: Sequence[Line], where: str) -> Iterator[Unread]:
    """Yield the text of some lines, unless it is prose that follows the list."""
    if lines and not (where == "after" and _is_prose(lines)):
        first = lines[0].text
        shown = first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1]}…"
        message = f"the text {where} the list, from `{shown}`, does not look like its references"
        yield Unread(excerpt.span(lines[0].start, lines[-1].end), f"skipped: {message}")


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines are sentences without anything that references have."""
    if any(_OF_REFERENCES.search(line.text) for line in lines):
        return False
    words = sum(len(line.text.split()) for line in lines)
    return words >= _WORDS_OF_PROSE * len(lines)


def _one(entry: Excerpt, key: str) -> Reference:
    """Return a reference that the document's syntax marks, without a number before it."""
    lines = lines_of(entry.text)
    if not lines:
        return Reference(entry, key=key)
    return replace(_joined(entry, lines, marks_of(lines[:1]) or {}, Words(entry.text)), key=key)


def _joined_entries(excerpt: Excerpt, entries: ListEntries, words: Words) -> Iterator[Reference]:
    for start, end in pairwise([*entries.starts, entries.end]):
        mark = {0: entries.marks[start]} if start in entries.marks else {}
        yield _joined(excerpt, entries.lines[start:end], mark, words)


def _joined(
    excerpt: Excerpt, lines: Sequence[Line], mark: dict[int, int], words: Words
) -> Reference:
    """Return the reference in some lines, or only its marker if nothing follows that."""
    first, length = lines[0], mark.get(0, 0)
    marker = first.text[:length].strip()
    joined = unwrapped(excerpt, lines, first.start + length, words)
    if marker and not joined.text.strip():
        joined = excerpt.slice(first.start, first.start + len(marker))
    return Reference(joined, marker)


def _listing(found: Iterable[Reference], cut: Sequence[Unread] = ()) -> Listing:
    """Return references with their dashes resolved, and text that is not a reference separately."""
    kept: list[Reference] = []
    unread: list[Unread] = [*cut]
    before = ""
    for reference in found:
        problem = _problem(reference)
        if problem:
            place = reference.excerpt.span(0, len(reference.excerpt.text))
            unread.append(Unread(place, problem))
            continue
        excerpt, author = resolved(reference.excerpt, before)
        kept.append(replace(reference, excerpt=excerpt, repeated=author))
        before = excerpt.text
    return Listing(tuple(kept), tuple(unread))


def _problem(reference: Reference) -> str:
    """Return why a part of the list is not a reference, or an empty string."""
    text = reference.excerpt.text
    if text in ("", reference.marker):
        return f"the reference `{reference.key or text}` is empty; write it, or remove it"
    if len(text) < _LEAST or not _LETTERS.search(text, 0, 4000):
        return f"`{text[:_SHOWN]}` is not a reference; complete it, or remove it"
    return ""
