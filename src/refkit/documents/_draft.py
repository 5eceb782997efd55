"""The text of a document while it is drawn from its markup: words, lines, headings, references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from refkit.documents import Document
from refkit.documents._links import worth_telling
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.patterns import lazy_pattern

# A single space stays in its piece; other white space becomes one, and invisible signs nothing.
_GAP = lazy_pattern(r"(?:[^\S ]| \s)\s*+|[\u00ad\u200b\u200e\u200f\u2060\ufeff]++")


@dataclass(slots=True)
class Draft:
    """Pieces of a source put one behind the other; `line` is where in the text the open line begins.

    `addresses` are links whose text was not their address, each with its place: the one that says
    more than the text is put behind the line or reference that holds them.
    """

    pieces: list[SourcePiece] = field(default_factory=list)
    length: int = 0
    line: int = 0
    headings: list[int] = field(default_factory=list)
    entries: list[tuple[int, int]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    addresses: list[tuple[str, int]] = field(default_factory=list)

    def put(self, text: str, start: int, end: int) -> None:
        """Put text that was written as the characters `start` to `end`."""
        if text:
            self.pieces.append(SourcePiece(text, start, end))
            self.length += len(text)

    def words(self, text: str, start: int, end: int) -> None:
        """Put the source's characters `start` to `end`, each run of white space as one space."""
        at = start
        for gap in _GAP.finditer(text, start, end):
            self.word(text, at, gap.start())
            if gap[0].strip("\u00ad\u200b\u200e\u200f\u2060\ufeff"):
                self.gap(gap.start(), gap.end())
            at = gap.end()
        self.word(text, at, end)

    def word(self, text: str, start: int, end: int) -> None:
        """Put characters as they stand, without a space that would follow another."""
        if start < end and text[start] == " " and self.is_apart():
            start += 1
        self.put(text[start:end], start, end)

    def gap(self, start: int, end: int) -> None:
        """Put a space that was written as the characters `start` to `end`, unless there is one already."""
        if not self.is_apart():
            self.put(" ", start, end)

    def is_apart(self) -> bool:
        """Whether a space here would be one too many."""
        return self.length == self.line or self.pieces[-1].text[-1] == " "

    def since(self, offset: int) -> str:
        """Return the text from an offset on."""
        found: list[str] = []
        at = self.length
        for piece in reversed(self.pieces):
            if at <= offset:
                break
            at -= len(piece.text)
            found.append(piece.text[max(offset - at, 0) :])
        return "".join(reversed(found))

    def cut_back(self, offset: int) -> list[SourcePiece]:
        """Take back all text from an offset on, and return its pieces."""
        taken: list[SourcePiece] = []
        while self.length > offset:
            piece = self.pieces.pop()
            self.length -= len(piece.text)
            if self.length < offset:
                kept = piece.text[: offset - self.length]
                exact = len(piece.text) == piece.end - piece.start
                self.put(kept, piece.start, piece.start + len(kept) if exact else piece.end)
            taken.append(piece)
        return taken[::-1]

    def end_line(self, at: int) -> None:
        """End the open line, if anything stands on it."""
        text = self.since(self.line)
        self.cut_back(self.line + len(text.rstrip(" |·")))
        if self.length > self.line:
            self.put("\n", at, at)
        self.line = self.length

    def blank_line(self, at: int) -> None:
        """Leave a line empty, so that nobody takes what follows for the same paragraph."""
        self.end_line(at)
        if self.length:
            self.put("\n", at, at)
            self.line = self.length

    def heading(self, at: int) -> None:
        """Say that the line which begins now is a heading."""
        self.blank_line(at)
        self.headings.append(self.length)

    def tell_addresses(self, since: int, at: int) -> None:
        """Put the address that says more than the text since an offset behind it."""
        if not self.addresses:
            return
        told = worth_telling(self.since(since), [address for address, _ in self.addresses])
        for address, start in self.addresses:
            if address in told:
                end = max(self.pieces[-1].end, start)
                self.put(address if self.is_apart() else f" {address}", start, min(end, at))
                break
        self.addresses = []

    def entry(self, start: int, key: str = "") -> None:
        """Say that the text from an offset on is one reference."""
        if self.since(start).strip():
            self.entries.append((start, self.length))
            self.keys.append(key)

    def document(self, paragraphs: bool = True) -> Document:
        """Return the text as a document."""
        excerpt = Excerpt.from_pieces(self.pieces)
        entries = tuple(on_one_line(excerpt.slice(start, end)) for start, end in self.entries)
        keys = tuple(self.keys) if any(self.keys) else ()
        return Document(excerpt, paragraphs, entries or None, keys, tuple(self.headings))


def on_one_line(excerpt: Excerpt) -> Excerpt:
    """Return an excerpt with spaces for its line ends and nothing around it."""
    first = len(excerpt.text) - len(excerpt.text.lstrip())
    inner = excerpt.slice(first, len(excerpt.text.rstrip()))
    return Excerpt.from_pieces(_spaced(inner.pieces))


def _spaced(pieces: Iterable[SourcePiece]) -> Iterator[SourcePiece]:
    apart = True
    for piece in pieces:
        if not piece.text.isspace():
            yield piece
            apart = piece.text[-1] == " "
        elif not apart:
            yield SourcePiece(" ", piece.start, piece.end)
            apart = True
