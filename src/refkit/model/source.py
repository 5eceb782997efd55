"""The decoded text of a file, and positions in it."""

from __future__ import annotations

import re
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


@dataclass(slots=True, frozen=True)
class EmbeddedRecord:
    """A reference that a document contains as data: the name of its form, the data as written, and its place.

    Records of the forms in `NOT_REFERENCES` are places of notes and lists, and citations that contain keys only.
    """

    form: str
    data: str
    span: Span


NOT_REFERENCES = frozenset(("bibliography", "jabref", "note", "word-citation"))


# A file's device, inode, size, and times of modification and change (ns), which change with its content.
FileState = tuple[int, int, int, int, int]


@dataclass(slots=True, eq=False)
class Source:
    """A decoded text with its name, encoding and line starts.

    `text` is the content of the file without its byte order mark and with its line ends; spans count characters
    of `text`. `encode` is the exact inverse of `decode`; `errors` is the codec's error handler, "surrogateescape" if
    undefined bytes are lone surrogates in `text`. `is_exact` is False if the encoding has several codes for a
    character of the text, which is then not written. `encoding_problem` says why the encoding is in doubt: "guessed",
    "stray" for undefined bytes, or "unknown" or "wrong" for the file's declaration. `format` is the name of the
    format that the text was read as, or "". `derived` is the type of file ("pdf", "docx") that the text was
    extracted from, in which case it cannot be written back, or ""; `records` are the references that such a file
    contains as data, with their places in the text. `state` is the state of the file on disk when it was read, and
    `checksum` that of its bytes.
    """

    text: str
    name: str = "<string>"
    encoding: str = "utf-8"
    bom: bytes = b""
    format: str = ""
    derived: str = ""
    state: FileState | None = None
    errors: str = "strict"
    is_exact: bool = True
    encoding_problem: str = ""
    checksum: int = 0
    records: tuple[EmbeddedRecord, ...] = ()
    _line_starts: array[int] | None = field(default=None, init=False, repr=False)
    _readable: str | None = field(default=None, init=False, repr=False)

    def __repr__(self) -> str:
        return f"<Source {self.name}: {len(self.text)} characters>"

    def slice(self, span: Span) -> str:
        """Return the characters of `span` as written."""
        return self.text[span.start : span.end]

    def encode(self, text: str | None = None) -> bytes:
        """Return `text` (default: the text of this source) as bytes in the file's encoding.

        Raises UnicodeEncodeError if the encoding cannot represent a character, or not as it was written.
        """
        if not self.is_exact:
            raise UnicodeEncodeError(self.encoding, self.text[:1], 0, 1, SEVERAL_CODES)
        written = self.text if text is None else text
        return self.bom + written.encode(self.encoding, self.errors)

    def readable_text(self) -> str:
        """Return the text with undefined bytes as characters: in UTF-8 those of Windows-1252, otherwise U+FFFD.

        The offsets do not change.
        """
        if self.errors == "strict":
            return self.text
        if self._readable is None:
            read = _read_byte if self.encoding == "utf-8" else "\ufffd"
            self._readable = _UNDEFINED.sub(read, self.text)
        return self._readable

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


SEVERAL_CODES = "it has several codes for a character of the file"
_UNDEFINED = lazy_pattern("[\udc80-\udcff]")


def _read_byte(match: re.Match[str]) -> str:
    return bytes((ord(match[0]) - 0xDC00,)).decode("cp1252", "replace")


def decode(raw: bytes, name: str = "<string>", encoding: str = "") -> Source:
    """Return the source for a file's bytes.

    They are decoded in `encoding` if it is given; or else by the byte order mark, as UTF-16 or UTF-32, in the encoding
    that the file declares, as UTF-8, or as Windows-1252. `Source.encoding` is the encoding that was used.
    """
    if not encoding and not _is_unusual(raw):
        try:
            return Source(raw.decode("utf-8"), name)
        except UnicodeDecodeError:
            pass
    from refkit.model.encodings import decode_otherwise

    found = decode_otherwise(raw, encoding)
    return Source(
        found.text,
        name,
        found.encoding,
        found.bom,
        errors=found.errors,
        is_exact=found.is_exact,
        encoding_problem=found.problem,
    )


# Parts of all declarations of an encoding, in lower case.
_DECLARES = (b"coding", b"charset", b"enc=", b"enc}")


def _is_unusual(raw: bytes) -> bool:
    """Whether bytes begin with a mark, or contain NUL, ISO 2022's escapes or a declaration of their encoding."""
    if raw[:1] in (b"\xef", b"\xff", b"\xfe", b"\0") or b"\0" in raw[:4096]:
        return True
    if raw.isascii():
        return b"\x1b" in raw[:65536]
    ends = (raw[:8192] + raw[-3000:]).lower()
    return any(word in ends for word in _DECLARES)


_LINE_FEED = lazy_pattern(r"\n")
_LINE_END = lazy_pattern(r"\r\n?|\n")


def _line_starts(text: str) -> array[int]:
    ends = _LINE_END if "\r" in text else _LINE_FEED
    starts = array("q", (0,))  # a list of as many numbers takes five times the memory
    starts.extend(match.end() for match in ends.finditer(text))
    return starts
