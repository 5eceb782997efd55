"""Find and split the reference lists of a document; each reference becomes one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from refkit.documents import DocumentText
from refkit.formats.text.finding.find import find_lists
from refkit.formats.text.finding.lines import Line, is_wrapped, lines_of
from refkit.formats.text.finding.markers import marks_of
from refkit.formats.text.finding.repeated import resolved
from refkit.formats.text.finding.shapes import head_of
from refkit.formats.text.finding.splitting import starts_of
from refkit.formats.text.finding.unwrap import Words, unwrapped
from refkit.formats.text.listing import Listing, Reference, Unread
from refkit.model.excerpt import Excerpt
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern
from refkit.records import replace

__all__ = ["Listing", "Reference", "Unread", "references"]

_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_STOPS = (".", ")", "]", "”", "’", '"')
_ADDRESS = lazy_pattern(rf"(?:https?://|www\.|doi\.org/|\b{patterns.DOI_START})\S+\Z")
_LETTERS = lazy_pattern(r"[^\W\d_]{2}")
_LEAST = 10
_SHORTEST_WITH_YEAR = 30  # of a whole reference in a paragraph with line breaks
_SHOWN = 60
_SEVERAL, _NEARLY_ALL = (
    3,
    0.8,
)  # this many lines that each look like a reference are not parts of one
_MOST_LINES = 24  # of one reference


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
    for listed in find_lists(lines, frozenset(document.headings), paragraphs):
        found += _split(document.excerpt, listed.lines, words, paragraphs)
    return _listing(found)


def _one(entry: Excerpt, key: str) -> Reference:
    """Return a reference that the document's syntax marks, without a number before it."""
    lines = lines_of(entry.text)
    if not lines:
        return Reference(entry, key=key)
    return replace(_joined(entry, lines, marks_of(lines[:1]) or {}, Words(entry.text)), key=key)


def _split(
    excerpt: Excerpt, lines: Sequence[Line], words: Words, paragraphs: bool
) -> Iterator[Reference]:
    marks = marks_of(lines)
    starts = _starts(lines, marks, paragraphs)
    if marks:
        starts = [
            at
            for start, end in pairwise([*starts, len(lines)])
            for at in _also_inside(lines, start, end)
        ]
    for start, end in pairwise([*starts, len(lines)]):
        mark = {0: marks[start]} if marks and start in marks else {}
        yield _joined(excerpt, lines[start:end], mark, words)


def _starts(lines: Sequence[Line], marks: dict[int, int] | None, paragraphs: bool) -> list[int]:
    if marks:
        return sorted({0, *marks})
    if paragraphs:
        return [*_paragraph_starts(lines)]
    return _one_a_line(lines) or starts_of(lines)


def _paragraph_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where references begin if each paragraph is one, or several with breaks between them."""
    firsts = [at for at, line in enumerate(lines) if at == 0 or not line.broken]
    for start, end in pairwise([*firsts, len(lines)]):
        paragraph = lines[start:end]
        if len(paragraph) == 1:
            yield start
        else:
            inside = _one_a_line(paragraph) or {
                *starts_of(paragraph),
                *_starts_with_year(paragraph),
            }
            yield from (start + at for at in sorted(inside))


def _starts_with_year(lines: Sequence[Line]) -> list[int]:
    """Return which lines have a year of their own, if all have one or the line before ends like a reference."""
    dated = [
        len(line.text) >= _SHORTEST_WITH_YEAR
        and _begins(line)
        and _YEAR.search(line.text, 0, 2000) is not None
        and head_of(line.text) not in ("link", "in")
        for line in lines
    ]
    if all(dated):
        return [*range(len(lines))]
    later = range(1, len(lines))
    return [at for at in later if dated[at - 1] and dated[at] and _is_ended(lines[at - 1])]


def _also_inside(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """Return where references begin from a marked line to the next: there, and where unmarked ones follow."""
    size = end - start
    if size < _SEVERAL:
        return [start]
    inside = _one_a_line(lines[start:end]) or (
        starts_of(lines[start:end]) if size > _MOST_LINES else [0]
    )
    return [start + at for at in inside]


def _one_a_line(lines: Sequence[Line]) -> list[int]:
    """Return where references begin in a list with one per line, except for a few wrapped ones, or nothing."""
    whole = [_is_whole(line) for line in lines]
    if sum(whole) < _NEARLY_ALL * len(lines):
        return []
    later = range(1, len(lines))
    return [
        0,
        *(at for at in later if whole[at] or (_is_ended(lines[at - 1]) and _begins(lines[at]))),
    ]


def _is_whole(line: Line) -> bool:
    """Return whether a line by itself resembles a reference: it has a year and ends with a full stop."""
    return line.text.endswith(_STOPS) and _YEAR.search(line.text, 0, 2000) is not None


def _is_ended(line: Line) -> bool:
    return line.text.endswith(_STOPS) or _ADDRESS.search(line.text[-80:]) is not None


def _begins(line: Line) -> bool:
    first = next((char for char in line.text[:8] if char.isalnum()), "a")
    return not first.islower()


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


def _listing(found: Iterable[Reference]) -> Listing:
    """Return references with their dashes resolved, and text that is too short separately."""
    kept: list[Reference] = []
    unread: list[Unread] = []
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
