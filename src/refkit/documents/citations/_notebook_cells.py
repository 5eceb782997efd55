"""Cells of a Jupyter notebook, with the place of every character in the JSON of the file (nbformat 4 and 3)."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_TOKEN = lazy_pattern(r"\"((?>(?:[^\"\\]++|\\.)*))\"|[{}\[\],:]")
_COLON = lazy_pattern(r"\s*+:")
_ESCAPES = lazy_pattern(r"(?>(?:\\u[0-9A-Fa-f]{4})+)|\\.")
_PAIR = lazy_pattern(r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u....|\\.")


@dataclass(slots=True)
class _Piece:
    """A run of characters that JSON does not escape, or one escape."""

    start: int  # in the text of the cell
    raw_start: int
    raw_end: int
    is_escape: bool
    string: int  # the offset of the string in the file


@dataclass(slots=True)
class NotebookCell:
    """A cell: its number from 1, its type, and its text."""

    number: int
    kind: str = ""
    text: str = ""
    span: Span = Span(0, 0)
    _pieces: list[_Piece] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def place(self, span: Span) -> Span:
        """Return the span in the file of a span in the text of the cell."""
        end = self._raw(span.end - 1, is_end=True) if span.end > span.start else None
        start = self._raw(span.start, is_end=False)
        return Span(start, start if end is None else end)

    def is_in_one_string(self, span: Span) -> bool:
        """Whether one string of the file contains a span in the text of the cell."""
        return self._piece_at(span.start).string == self._piece_at(span.end - 1).string

    def line(self, offset: int) -> int:
        """Return the line number in the cell, from 1, of an offset in the file."""
        index = bisect_right([piece.raw_start for piece in self._pieces], offset) - 1
        if index < 0:
            return 1
        piece = self._pieces[index]
        inside = 0 if piece.is_escape else min(offset, piece.raw_end) - piece.raw_start
        return self.text.count("\n", 0, piece.start + inside) + 1

    def _raw(self, offset: int, is_end: bool) -> int:
        """Return the offset in the file of the start or the end of a character of the text."""
        if not self._pieces:
            return self.span.start
        piece = self._piece_at(offset)
        if piece.is_escape:
            return piece.raw_end if is_end else piece.raw_start
        return piece.raw_start + offset - piece.start + is_end

    def _piece_at(self, offset: int) -> _Piece:
        return self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]

    def add(self, raw: str, start: int) -> None:
        """Add a text as written in JSON at an offset of the file."""
        parts: list[str] = [self.text]
        length, position = len(self.text), 0
        for escapes in _ESCAPES.finditer(raw):
            for escape in _PAIR.finditer(escapes[0]):
                begin, end = escapes.start() + escape.start(), escapes.start() + escape.end()
                if begin > position:
                    self._piece(length, start + position, start + begin, start)
                    parts.append(raw[position:begin])
                    length += begin - position
                self._piece(length, start + begin, start + end, start, is_escape=True)
                parts.append(json.loads(f'"{escape[0]}"'))
                length, position = length + 1, end
        if position < len(raw):
            self._piece(length, start + position, start + len(raw), start)
            parts.append(raw[position:])
        self.text = "".join(parts)

    def _piece(
        self, start: int, raw_start: int, raw_end: int, string: int, is_escape: bool = False
    ) -> None:
        self._pieces.append(_Piece(start, raw_start, raw_end, is_escape, string))
        self._starts.append(start)


@dataclass(slots=True)
class Notebook:
    """The cells of a notebook, and the keys of references that its metadata contains (cite2c)."""

    cells: list[NotebookCell] = field(default_factory=list)
    reference_keys: list[tuple[str, Span]] = field(default_factory=list)


def read_notebook(text: str) -> Notebook | None:
    """Return the cells of a notebook, or None if its JSON is malformed or not that of a notebook."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not {"cells", "worksheets"} & value.keys():
        return None
    return _Reader(text).read()


@dataclass(slots=True)
class _Reader:
    """State of the reader: the names of the open members, and the cell that is open."""

    text: str
    path: list[str] = field(default_factory=list)  # of the open objects and arrays
    name: str = ""  # of the current member
    notebook: Notebook = field(default_factory=Notebook)
    cell: NotebookCell | None = None
    depth: int = 0  # of the open cell
    sources: list[tuple[str, int]] = field(default_factory=list)

    def read(self) -> Notebook:
        """Return the cells of well-formed JSON."""
        tokens = _TOKEN.finditer(self.text)
        for token in tokens:
            sign = token[0][0]
            if sign == '"':
                self.string(token)
            elif sign in "{[":
                self.path.append(self.name)
                self.name = ""
                self.open(token.start(), sign)
            elif sign in "}]":
                self.close(token.end())
            elif sign == "," and self.path:
                self.name = ""
        return self.notebook

    def string(self, token: re.Match[str]) -> None:
        """Read a name or a value."""
        raw, start = token[1], token.start(1)
        if _COLON.match(self.text, token.end()):
            self.name = raw
            if self.path[-2:] == ["cite2c", "citations"]:
                key: str = json.loads(token[0])
                self.notebook.reference_keys.append((key, Span(*token.span(1))))
            return
        if self.cell is None:
            return
        depth = len(self.path) - self.depth
        member = self.name if depth == 0 else self.path[-1] if depth == 1 else ""
        if member == "cell_type" and depth == 0:
            self.cell.kind = json.loads(token[0])
        elif member in ("source", "input") and (depth == 0 or not self.name):
            self.sources.append((raw, start))

    def open(self, start: int, sign: str) -> None:
        """Open an object or array; an object in `cells` is a cell."""
        if self.cell is None and sign == "{" and self.path[-2:] == ["cells", ""]:
            number = len(self.notebook.cells) + 1
            self.cell = NotebookCell(number, span=Span(start, start))
            self.depth, self.sources = len(self.path), []
            self.notebook.cells.append(self.cell)

    def close(self, end: int) -> None:
        """Close an object or array, and with it the cell."""
        if self.cell and len(self.path) == self.depth:
            self.cell.span = Span(self.cell.span.start, end)
            if self.cell.kind != "code":
                _fill(self.cell, self.sources)
            self.cell = None
        self.path.pop()
        self.name = ""


def _fill(cell: NotebookCell, sources: Sequence[tuple[str, int]]) -> None:
    for raw, start in sources:
        cell.add(raw, start)


def citing_cells(notebook: Notebook) -> Iterator[NotebookCell]:
    """Yield the cells with Markdown, and the first one if it has metadata."""
    for cell in notebook.cells:
        is_metadata = cell.number == 1 and cell.kind == "raw" and cell.text.startswith("---")
        if cell.kind in ("markdown", "heading") or is_metadata:
            yield cell
