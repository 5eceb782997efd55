"""The body text of a document, without its reference lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.documents import read_document, syntax_of
from refkit.lint.listed import Listing, listings
from refkit.lint.rule import TEXT
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import dataclass


@dataclass(slots=True, eq=False)
class Running:
    """A document: its text with a space for every character of a reference, and its lists.

    `text` has the length of `excerpt.text`, so that positions in it are positions in the excerpt.
    """

    source: Source
    excerpt: Excerpt
    text: str
    lists: list[Listing]

    def place(self, start: int, end: int) -> Span:
        """Return the source span of characters of the text."""
        return self.excerpt.span(start, end)

    @property
    def words(self) -> int:
        """The number of words in the body text."""
        return len(self.text.split())


@lru_cache(1)
def documents(library: Library) -> tuple[Running, ...]:
    """Return the documents of a library that contain lists; the result is cached for other rules."""
    lists: dict[Source, list[Listing]] = {}
    for listing in listings(library):
        lists.setdefault(listing.source, []).append(listing)
    return tuple(
        _running(source, found) for source, found in lists.items() if source.format == TEXT
    )


def _running(source: Source, lists: list[Listing]) -> Running:
    excerpt = read_document(source, syntax_of(source.name, source.text)).excerpt
    spans = sorted(one.span for listing in lists for one in listing.references)
    return Running(source, excerpt, _without(excerpt, spans), lists)


def _without(excerpt: Excerpt, spans: list[Span]) -> str:
    """Return the text of the excerpt with line ends in place of the spans."""
    pieces = sorted(
        zip(excerpt.pieces, excerpt.starts, strict=False), key=lambda pair: pair[0].start
    )
    blank = sorted(_overlaps(pieces, spans))
    parts, at = [], 0
    for start, end in blank:
        if end > at:
            parts += [excerpt.text[at:start], "\n" * (end - max(start, at))]
            at = end
    return "".join(parts) + excerpt.text[at:]


def _overlaps(
    pieces: Iterable[tuple[SourcePiece, int]], spans: list[Span]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of the excerpt inside a span; both are sorted."""
    first = 0
    for piece, offset in pieces:
        while first < len(spans) and spans[first].end <= piece.start:
            first += 1
        for span in _from(spans, first, piece.end):
            yield _part(piece, offset, span)


def _from(spans: list[Span], first: int, end: int) -> Iterator[Span]:
    while first < len(spans) and spans[first].start < end:
        yield spans[first]
        first += 1


def _part(piece: SourcePiece, offset: int, span: Span) -> tuple[int, int]:
    if len(piece.text) != piece.end - piece.start:
        return offset, offset + len(piece.text)
    low, high = max(span.start, piece.start), min(span.end, piece.end)
    return offset + low - piece.start, offset + high - piece.start
