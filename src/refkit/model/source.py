"""The decoded text of a file, and positions in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


class Position(NamedTuple):
    """A position as editors show it: line and column, both from 1; columns count characters."""

    line: int
    column: int


# A file's device, inode, size, and times of modification and change (ns), which change with its content.
FileState = tuple[int, int, int, int, int]


@dataclass(slots=True, eq=False)
class Source:
    """A decoded text with its name, encoding and line starts.

    `text` is the content of the file without its byte order mark and with its line ends; spans count characters
    of `text`. `encode` is the exact inverse of `decode`. `format` is the name of the format that the text was read
    as, or "". `derived` is the type of file ("pdf", "docx") that the text was extracted from, in which case it
    cannot be written back, or "". `state` is the state of the file on disk when it was read.
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
        """Return `text` (default: the text of this source) as bytes in the file's encoding.

        Raises UnicodeEncodeError if the encoding cannot represent a character.
        """
        return self.bom + (self.text if text is None else text).encode(self.encoding)

    def position(self, offset: int) -> Position:
        """Return the line and column of a character offset."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        starts = self.line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_starts(self) -> Sequence[int]:
        """Return the offset of the first character of each line; CR, LF and CRLF end a line."""
        if self._line_starts is None:
            self._line_starts = _line_starts(self.text)
        return self._line_starts


def decode(raw: bytes, name: str = "<string>") -> Source:
    """Return the source for a file's bytes, decoded by byte order mark or else as UTF-16, UTF-32, UTF-8 or Latin-1.

    Latin-1 is the fallback, which never fails; `Source.encoding` is the encoding that was used.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return Source(raw[len(mark) :].decode(encoding), name, encoding, mark)
            except UnicodeDecodeError:
                break
    encoding = _wide_encoding(raw[:4096]) or "utf-8"
    try:
        return Source(raw.decode(encoding), name, encoding)
    except UnicodeDecodeError:
        return Source(raw.decode("latin-1"), name, "latin-1")


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),  # before the mark of UTF-16, which it begins with
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def _wide_encoding(start: bytes) -> str:
    """Return the encoding of a text without a mark, most of whose letters have NUL bytes, or ""."""
    zeros = [start[offset::4].count(0) for offset in range(4)]
    quarter = len(start) // 4
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if quarter and zeros[0] == 0 and zeros[3] == quarter and zeros[2] * 2 > quarter:
        return "utf-32-le"
    if quarter and zeros[3] == 0 and zeros[0] == quarter and zeros[1] * 2 > quarter:
        return "utf-32-be"
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
