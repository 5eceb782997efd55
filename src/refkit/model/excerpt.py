"""Text extracted from a source without markup, line ends or hyphens, with its original offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from refkit.model.source import Span
from refkit.records import dataclass


class SourcePiece(NamedTuple):
    """A text and the span from `start` to `end` that it was extracted from.

    If both have the same length, they correspond character by character; otherwise the text replaces the whole
    span (`&` for `&amp;`, a space for a line end with its indentation).
    """

    text: str
    start: int
    end: int


@dataclass(slots=True, frozen=True)
class Excerpt:
    """Text made of pieces, so that every character can be located in the source.

    `starts` contains the offset of each piece in `text`, and the length of `text`.
    """

    text: str
    pieces: tuple[SourcePiece, ...]
    starts: tuple[int, ...]

    @classmethod
    def from_pieces(cls, pieces: Iterable[SourcePiece]) -> Excerpt:
        """Return an excerpt made of pieces; empty ones are dropped."""
        nonempty = tuple(piece for piece in pieces if piece.text)
        starts = (0, *accumulate(len(piece.text) for piece in nonempty))
        return cls("".join(piece.text for piece in nonempty), nonempty, starts)

    @classmethod
    def from_text(cls, text: str, start: int = 0) -> Excerpt:
        """Return an excerpt of one text that begins at `start` of its source."""
        return cls.from_pieces([SourcePiece(text, start, start + len(text))])

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of the characters `start` to `end` of the excerpt."""
        if not self.pieces:
            return Span(0, 0)
        if start >= end:
            char_span = self._char_span(min(start, len(self.text) - 1))
            offset = char_span.end if start >= len(self.text) else char_span.start
            return Span(offset, offset)
        return Span(self._char_span(start).start, self._char_span(end - 1).end)

    def slice(self, start: int, end: int) -> Excerpt:
        """Return the characters `start` to `end` as an excerpt of the same source."""
        return Excerpt.from_pieces(self._pieces_between(start, end))

    def extract(self, pieces: Iterable[SourcePiece]) -> Excerpt:
        """Return an excerpt of the source made of pieces of this excerpt's text."""
        return Excerpt.from_pieces(
            source_piece for piece in pieces for source_piece in self._source_pieces(piece)
        )

    def _source_pieces(self, piece: SourcePiece) -> Iterator[SourcePiece]:
        if self.text[piece.start : piece.end] == piece.text:
            yield from self._pieces_between(piece.start, piece.end)
        else:
            yield SourcePiece(piece.text, *self.span(piece.start, piece.end))

    def _pieces_between(self, start: int, end: int) -> Iterator[SourcePiece]:
        index = self._piece_index(start)
        while index < len(self.pieces) and self.starts[index] < end:
            piece, offset = self.pieces[index], self.starts[index]
            low, high = max(start - offset, 0), min(end - offset, len(piece.text))
            if len(piece.text) == piece.end - piece.start:
                yield SourcePiece(piece.text[low:high], piece.start + low, piece.start + high)
            else:
                yield SourcePiece(piece.text[low:high], piece.start, piece.end)
            index += 1

    def _char_span(self, offset: int) -> Span:
        """Return the span in the source of one character of the excerpt."""
        index = self._piece_index(offset)
        piece = self.pieces[index]
        if len(piece.text) != piece.end - piece.start:
            return Span(piece.start, piece.end)
        position = piece.start + offset - self.starts[index]
        return Span(position, position + 1)

    def _piece_index(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset, hi=len(self.pieces)) - 1, 0)
