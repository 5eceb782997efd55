"""Find the notes of a document: numbered lines, and the footnotes of LaTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.data.tex_documents import NOTE_MARKS
from refkit.documents import LINE_BREAK, DocumentText
from refkit.formats.text.finding.headings import heading_of
from refkit.formats.text.finding.lines import Line
from refkit.formats.text.finding.unwrap import Words, unwrapped
from refkit.integers import read_int
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# "[3] ", "(3) ", "3. ", "3) ", "3 " or a raised number
_NUMBER = lazy_pattern(
    r"(?:\[(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)]?(?=\s)|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MISSING = 2  # how far a number may be from the one before it


@dataclass(slots=True, frozen=True)
class Note:
    """The text of a note on one line, its number, and its place in the text of the document."""

    excerpt: Excerpt
    number: int
    start: int
    end: int


def notes_of(document: DocumentText, lines: Sequence[Line]) -> list[Note]:
    """Return the notes of a document in order."""
    words = Words(document.excerpt.text)
    return [*_numbered(document, lines, words)] or [*_inline(document.excerpt)]


def _numbered(document: DocumentText, lines: Sequence[Line], words: Words) -> Iterator[Note]:
    """Yield the lines with increasing numbers, each with the lines that continue it."""
    starts = [*_starts(lines)]
    for index, (at, number, length) in enumerate(starts):
        limit = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        end = _end(lines, at, limit, document)
        first = lines[at]
        excerpt = unwrapped(document.excerpt, lines[at:end], first.start + length, words)
        yield Note(excerpt, number, first.start, lines[end - 1].end)


def _starts(lines: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """Yield the index, the number and the length of the number of each line that begins a note."""
    last = 0
    for index, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if match is None:
            continue
        number = read_int(next(filter(None, match.groups())).translate(_RAISED))
        if number == 1 or last < number <= last + _MISSING:
            last = number
            yield index, number, match.end()


def _end(lines: Sequence[Line], start: int, limit: int, document: DocumentText) -> int:
    """Return the index after the last line of a note."""
    end = start + 1
    while end < limit and not _ends_before(lines[end], document):
        end += 1
    return end


def _ends_before(line: Line, document: DocumentText) -> bool:
    is_paragraph = document.paragraphs and not line.broken
    return is_paragraph or line.gap != 0 or heading_of(line.text) is not None


def _inline(excerpt: Excerpt) -> Iterator[Note]:
    """Yield the footnotes inside the text, which LaTeX's reader puts between two marks of their own."""
    start, number = -1, 0
    for index, (offset, piece) in enumerate(zip(excerpt.starts, excerpt.pieces, strict=False)):
        if len(piece.text) != piece.end - piece.start and piece.text == NOTE_MARKS[0]:
            start = offset + len(piece.text)
        elif start >= 0 and _is_closing(excerpt, index):
            number += 1
            yield Note(excerpt.slice(start, offset), number, start, offset)
            start = -1


def _is_closing(excerpt: Excerpt, index: int) -> bool:
    """Whether a piece closes a footnote; its space is removed at the end of a line."""
    piece = excerpt.pieces[index]
    if piece.text == NOTE_MARKS[1]:
        return len(piece.text) != piece.end - piece.start
    following = excerpt.pieces[index + 1].text if index + 1 < len(excerpt.pieces) else "\n"
    return piece.text == NOTE_MARKS[1].rstrip() and following[0] in f"\n{LINE_BREAK}"
