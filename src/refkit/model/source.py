"""The text of one file, decoded once, and places in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from refkit.patterns import lazy_pattern


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as editors count it: line and column, both from 1, columns in characters."""

    line: int
    column: int


# A file's device, inode, size, and times of modification and change (ns): another state has another.
FileState = tuple[int, int, int, int, int]


@dataclass(slots=True, eq=False)
class Source:
    """One decoded text with its name, encoding and line starts.

    `text` holds the characters of the file without its byte order mark; line ends are kept as they
    are, and every span counts characters of `text`. `encode` is the inverse of `decode`, to the byte.
    `format` is the name of the format that it was read as, once it was. `derived` names the kind of
    file ("pdf", "docx") that the text was drawn from, which is why it can't be written back; it is empty
    where the text is the file's own. `state` is the state of the file on disk when it was read.
    """

    text: str
    name: str = "<string>"
    encoding: str = "utf-8"
    bom: bytes = b""
    format: str = ""
    derived: str = ""
    state: FileState | None = None
    _line_starts: array[int] | None = field(default=None, init=False, repr=False)

    def __repr__(self) -> str:
        return f"<Source {self.name}: {len(self.text)} characters>"

    def slice(self, span: Span) -> str:
        """Return the characters of `span` as written."""
        return self.text[span.start : span.end]

    def encode(self, text: str | None = None) -> bytes:
        """Return `text` (default: this source's own) as bytes in the file's encoding.

        Raises UnicodeEncodeError where the encoding has no byte for a character.
        """
        return self.bom + (self.text if text is None else text).encode(self.encoding)

    def position(self, offset: int) -> Position:
        """Return line and column of a character offset."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        starts = self.line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_starts(self) -> Sequence[int]:
        """Return the offset of each line's first character; CR, LF and CRLF end a line."""
        if self._line_starts is None:
            self._line_starts = _line_starts(self.text)
        return self._line_starts


def decode(raw: bytes, name: str = "<string>") -> Source:
    """Decode a file's bytes: by byte order mark, else UTF-16 without one, else UTF-8, else Latin-1.

    Latin-1 never fails; a caller can tell from `Source.encoding` that the fall-back was taken.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return Source(raw[len(mark) :].decode(encoding), name, encoding, mark)
            except UnicodeDecodeError:
                break
    wide = _wide(raw[:4096])
    try:
        return Source(raw.decode(wide or "utf-8"), name, wide or "utf-8")
    except UnicodeDecodeError:
        return Source(raw.decode("latin-1"), name, "latin-1")


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def _wide(start: bytes) -> str:
    """Return the UTF-16 that a text without a mark is in, or "": of its bytes every other one is NUL."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even == 0 and odd * 2 > len(start) // 2:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 and even * 2 > len(start) // 2 else ""


_LINE_FEED = lazy_pattern(r"\n")
_LINE_END = lazy_pattern(r"\r\n?|\n")


def _line_starts(text: str) -> array[int]:
    ends = _LINE_END if "\r" in text else _LINE_FEED
    starts = array("q", (0,))  # a list of as many numbers takes five times the memory
    starts.extend(match.end() for match in ends.finditer(text))
    return starts
