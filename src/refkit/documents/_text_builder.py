"""Builder for the text of a document: words, lines, headings and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.documents import LINE_BREAK, DocumentFault, DocumentText
from refkit.documents._links import addresses_to_add
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.source import EmbeddedRecord
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# A single space stays in its piece; other white space becomes a space, and invisible characters are removed.
_GAP = lazy_pattern(r"(?:[^\S ]| \s)\s*+|[\u00ad\u200b\u200e\u200f\u2060\ufeff]++")


@dataclass(slots=True)
class TextBuilder:
    """Pieces of a source in their order; `line_start` is the offset in the text of the current line.

    `addresses` contains the addresses of links in the current line or reference with their offsets in the source.
    The most informative one is added to the line or reference.
    """

    pieces: list[SourcePiece] = field(default_factory=list)
    length: int = 0
    line_start: int = 0
    headings: list[int] = field(default_factory=list)
    entries: list[tuple[int, int]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    addresses: list[tuple[str, int]] = field(default_factory=list)
    faults: list[DocumentFault] = field(default_factory=list)
    records: list[EmbeddedRecord] = field(default_factory=list)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text for the characters `start` to `end` of the source."""
        if text:
            self.pieces.append(SourcePiece(text, start, end))
            self.length += len(text)

    def put_words(self, text: str, start: int, end: int) -> None:
        """Add the characters `start` to `end` of the source, with white space collapsed."""
        position = start
        for gap in _GAP.finditer(text, start, end):
            self.put_word(text, position, gap.start())
            if gap[0].strip("\u00ad\u200b\u200e\u200f\u2060\ufeff"):
                self.put_space(gap.start(), gap.end())
            position = gap.end()
        self.put_word(text, position, end)

    def put_word(self, text: str, start: int, end: int) -> None:
        """Add characters of the source, without a space at the start if the text ends in a space."""
        if start < end and text[start] == " " and self.ends_in_space():
            start += 1
        self.put(text[start:end], start, end)

    def put_space(self, start: int, end: int) -> None:
        """Add a space for the characters `start` to `end` of the source, unless the text ends in a space."""
        if not self.ends_in_space():
            self.put(" ", start, end)

    def ends_in_space(self) -> bool:
        """Whether the text ends in a space or a new line."""
        return self.length == self.line_start or self.pieces[-1].text[-1] == " "

    def text_since(self, offset: int) -> str:
        """Return the text from an offset to the end."""
        texts: list[str] = []
        position = self.length
        for piece in reversed(self.pieces):
            if position <= offset:
                break
            position -= len(piece.text)
            texts.append(piece.text[max(offset - position, 0) :])
        return "".join(reversed(texts))

    def cut_back(self, offset: int) -> list[SourcePiece]:
        """Remove the text from an offset to the end, and return its pieces."""
        removed: list[SourcePiece] = []
        while self.length > offset:
            piece = self.pieces.pop()
            self.length -= len(piece.text)
            if self.length < offset:
                prefix = piece.text[: offset - self.length]
                is_exact = len(piece.text) == piece.end - piece.start
                self.put(prefix, piece.start, piece.start + len(prefix) if is_exact else piece.end)
            removed.append(piece)
        return removed[::-1]

    def end_line(self, position: int) -> None:
        """End the current line and paragraph, unless it is empty."""
        self.break_line(position)
        if self.pieces and self.pieces[-1].text == LINE_BREAK:
            self.pieces[-1] = self.pieces[-1]._replace(text="\n")

    def break_line(self, position: int) -> None:
        """Begin a line of the same paragraph; a break in an empty line ends the paragraph."""
        text = self.text_since(self.line_start)
        self.cut_back(self.line_start + len(text.rstrip(" |·")))
        if self.length > self.line_start:
            self.put(LINE_BREAK, position, position)
        elif self.pieces and self.pieces[-1].text == LINE_BREAK:
            self.pieces[-1] = self.pieces[-1]._replace(text="\n")
        self.line_start = self.length

    def blank_line(self, position: int) -> None:
        """Add an empty line, so that the next line is not read as part of the same paragraph."""
        self.end_line(position)
        if self.length:
            self.put("\n", position, position)
            self.line_start = self.length

    def begin_heading(self, position: int) -> None:
        """Begin a line that is a heading."""
        self.blank_line(position)
        self.headings.append(self.length)

    def put_address(self, text_start: int, position: int) -> None:
        """Add the most informative address of the text since an offset, if there is one."""
        if not self.addresses:
            return
        chosen = addresses_to_add(
            self.text_since(text_start), [address for address, _ in self.addresses]
        )
        for address, start in self.addresses:
            if address in chosen:
                end = max(self.pieces[-1].end, start)
                self.put(
                    address if self.ends_in_space() else f" {address}", start, min(end, position)
                )
                break
        self.addresses = []

    def add_entry(self, start: int, key: str = "") -> None:
        """Record the text from an offset to the end as a reference."""
        if self.text_since(start).strip():
            self.entries.append((start, self.length))
            self.keys.append(key)

    def build(self, paragraphs: bool = True) -> DocumentText:
        """Return the text of the document."""
        excerpt = Excerpt.from_pieces(self.pieces)
        entries = tuple(join_lines(excerpt.slice(start, end)) for start, end in self.entries)
        keys = tuple(self.keys) if any(self.keys) else ()
        return DocumentText(
            excerpt,
            paragraphs,
            entries or None,
            keys,
            tuple(self.headings),
            tuple(self.faults),
            tuple(self.records),
        )


def join_lines(excerpt: Excerpt) -> Excerpt:
    """Return an excerpt with spaces instead of line ends, stripped."""
    first = len(excerpt.text) - len(excerpt.text.lstrip())
    inner = excerpt.slice(first, len(excerpt.text.rstrip()))
    return Excerpt.from_pieces(_join_pieces(inner.pieces))


def _join_pieces(pieces: Iterable[SourcePiece]) -> Iterator[SourcePiece]:
    after_space = True
    for piece in pieces:
        if not piece.text.isspace():
            yield piece
            after_space = piece.text[-1] == " "
        elif not after_space:
            yield SourcePiece(" ", piece.start, piece.end)
            after_space = True
