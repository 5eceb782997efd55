"""Text drawn from a source with markup, line ends or hyphens left out, that knows where it stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from refkit.model.source import Span


class Piece(NamedTuple):
    """Some text, and the characters `start` to `end` that it was written as.

    Where both are equally long they are the same characters one by one; else the text stands for the
    whole of them (`&` for `&amp;`, a space for a line end with its indentation).
    """

    text: str
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class Excerpt:
    """Text whose every character has its place in the source; made of pieces in their order.

    `starts` are the offsets of the pieces in `text`, one more than there are pieces.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Excerpt:
        """Return the excerpt that pieces make up; empty ones are left out."""
        kept = tuple(piece for piece in pieces if piece.text)
        starts = (0, *accumulate(len(piece.text) for piece in kept))
        return cls("".join(piece.text for piece in kept), kept, starts)

    @classmethod
    def whole(cls, text: str, start: int = 0) -> Excerpt:
        """Return a text, which stands in its source from `start` on, as one excerpt."""
        return cls.of([Piece(text, start, start + len(text))])

    def span(self, start: int, end: int) -> Span:
        """Return where the characters `start` to `end` of the excerpt stand in the source."""
        if not self.pieces:
            return Span(0, 0)
        if start >= end:
            place = self._place(min(start, len(self.text) - 1))
            at = place.end if start >= len(self.text) else place.start
            return Span(at, at)
        return Span(self._place(start).start, self._place(end - 1).end)

    def cut(self, start: int, end: int) -> Excerpt:
        """Return the characters `start` to `end` as an excerpt of the same source."""
        return Excerpt.of(self._between(start, end))

    def drawn(self, pieces: Iterable[Piece]) -> Excerpt:
        """Return what pieces of this excerpt's text make up, as an excerpt of the source below it."""
        return Excerpt.of(found for piece in pieces for found in self._below(piece))

    def _below(self, piece: Piece) -> Iterator[Piece]:
        if self.text[piece.start : piece.end] == piece.text:
            yield from self._between(piece.start, piece.end)
        else:
            yield Piece(piece.text, *self.span(piece.start, piece.end))

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        at = self._index(start)
        while at < len(self.pieces) and self.starts[at] < end:
            piece, first = self.pieces[at], self.starts[at]
            low, high = max(start - first, 0), min(end - first, len(piece.text))
            if len(piece.text) == piece.end - piece.start:
                yield Piece(piece.text[low:high], piece.start + low, piece.start + high)
            else:
                yield Piece(piece.text[low:high], piece.start, piece.end)
            at += 1

    def _place(self, offset: int) -> Span:
        """Return where one character of the excerpt stands."""
        at = self._index(offset)
        piece = self.pieces[at]
        if len(piece.text) != piece.end - piece.start:
            return Span(piece.start, piece.end)
        place = piece.start + offset - self.starts[at]
        return Span(place, place + 1)

    def _index(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset, hi=len(self.pieces)) - 1, 0)
