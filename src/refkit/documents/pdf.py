"""PDF: the text in page order, line by line, with a form feed between pages.

A PDF has no paragraphs, only the positions of lines. An indented line therefore begins with spaces, and a gap
between lines becomes an empty line, so that a list with hanging indents can be split.

pypdf 7.1 was chosen over pdfminer.six 20260107: of 24 references in our papers with two columns (typst), it returned
24 of a numbered and 23 of a hanging list whole and in order, pdfminer.six 22 and 23, in 40 % of the time. For files
by pdfTeX and Word, both returned the same lines.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from refkit.documents import DocumentText, Syntax
from refkit.documents._binary import missing_package_error
from refkit.errors import UnreadableFile
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject

# Operators of page contents. A page of text has about 2,000; compressed, an operator takes 4 bytes and more.
MIN_OPERATORS_ALLOWED = 300_000
BYTES_PER_OPERATOR = 2
MAX_INDENT = 8
MAX_HANG = 4  # font sizes
MAX_ADDRESS = 500
MAX_ADDRESSES = 300  # a page of references has about a hundred
NEW_PARAGRAPH = 1.3  # times the usual line distance
_ACCENTS = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306",
            "˚": "\u030a", "˙": "\u0307", "˝": "\u030b"}  # fmt: skip
# With TeX's older fonts, an accent is a separate character before its letter.
_SET_ACCENT = lazy_pattern(r"([¨´ˆ˜ˇ˘˚˙˝]) ?([A-Za-zıȷ])")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
# Some fonts map every hyphen to U+00AD; the other characters are spaces or invisible.
_CHARACTER_MAP = {
    0xAD: "-",
    0x2010: "-",
    0x2011: "-",
    0xA0: " ",
    0x0: "",
    0xFEFF: "",
    0x200B: "",
    0xC: "",
    0xD: "",
}
_SCHEME = lazy_pattern(r"https?://(?:dx\.)?(?:doi\.org/|www\.)?", re.IGNORECASE)
_SURROGATE = lazy_pattern(r"[\ud800-\udfff]")


@dataclass(slots=True)
class PdfLine:
    """A line of a page: its text, the coordinates of its start, and its font size."""

    text: str
    x: float
    y: float
    size: float


class _TooManyOperatorsError(Exception):
    """The pages draw far more than a file of this size can contain, because they share their contents."""


def extract_text(raw: bytes, name: str) -> str:
    """Return the text of a PDF.

    Raises UnreadableFile if it has none, is encrypted or broken, or repeats its contents without end.
    """
    try:
        import pypdf
    except ImportError as error:
        raise missing_package_error("PDF", "pypdf", "pdf") from error
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # hides warnings about errors that pypdf recovers from
    try:
        pages = _pages(raw)
    except pypdf.errors.FileNotDecryptedError as error:
        raise UnreadableFile(name, "it is encrypted; save a copy without its password") from error
    except pypdf.errors.DependencyError as error:
        raise missing_package_error("encrypted PDF", "cryptography", "pdf") from error
    except _TooManyOperatorsError as error:
        reason = "its pages repeat the same contents too often; print it to a new PDF"
        raise UnreadableFile(name, reason) from error
    except Exception as error:  # pypdf can raise anything for a broken file
        raise UnreadableFile(name, "it is a broken PDF; print it to a new one") from error
    finally:
        logger.setLevel(level)
    if not any(page.strip() for page in pages):
        raise UnreadableFile(name, "there is no text in this PDF; run OCR first")
    return "\n\f".join(pages)


def _pages(raw: bytes) -> list[str]:
    """Return the texts of the pages; an encrypted file is opened with the empty password."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted:
        reader.decrypt("")
    count_operator = _operator_counter(max(MIN_OPERATORS_ALLOWED, len(raw) // BYTES_PER_OPERATOR))
    pages = [page_lines(page, count_operator) for page in reader.pages]
    margins = Counter(
        _left(column) for lines in pages for column in _columns(lines) if _has_indents(column)
    )
    return [
        join_broken_addresses(format_lines(lines, margins), linked_addresses(page))
        for lines, page in zip(pages, reader.pages, strict=True)
    ]


def linked_addresses(page: PageObject) -> list[str]:
    """Return the distinct addresses that a page links to (ISO 32000-1, 12.6.4.7)."""
    addresses: dict[str, None] = {}
    for annotation in page.annotations or ():
        action = annotation.get_object().get("/A")
        address = action.get_object().get("/URI") if action is not None else None
        if isinstance(address, str) and len(address) <= MAX_ADDRESS:
            addresses[address] = None
    return list(addresses)


def join_broken_addresses(text: str, addresses: Sequence[str]) -> str:
    """Return a page's text in which the addresses of its links are not broken over lines.

    The text alone does not show which line ends are inside an address, but the links do.
    """
    for address in addresses[:MAX_ADDRESSES]:
        scheme = _SCHEME.match(address)
        bare = address[scheme.end() :] if scheme else ""
        text, count = _join_address(text, address, r"\s*")
        if not count and "/" in bare:
            text, count = _join_address(text, bare, r"(?:\n\s*)?")
    return text


def _join_address(text: str, address: str, gap: str) -> tuple[str, int]:
    broken = re.compile(gap.join(map(re.escape, address)))
    return broken.subn(lambda match: address, text)


def _operator_counter(allowed: int) -> Callable[..., None]:
    """Return a function that counts its calls, and raises _TooManyOperatorsError if there are too many."""
    count = 0

    def count_operator(*_: object) -> None:
        nonlocal count
        count += 1
        if count > allowed:
            raise _TooManyOperatorsError

    return count_operator


def page_lines(page: PageObject, count_operator: Callable[..., None]) -> list[PdfLine]:
    """Return the lines of a page in file order; `count_operator` is called for each operator."""
    lines: list[PdfLine] = []
    open_line: PdfLine | None = None

    def visit(
        text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float
    ) -> None:
        nonlocal open_line
        x, y = _text_position(cm, tm)
        for index, line_text in enumerate(text.split("\n")):
            if index or (
                open_line and line_text.strip() and abs(open_line.y - y) > 0.9 * open_line.size
            ):
                open_line = None
            if open_line is not None:
                open_line.text += line_text
            elif line_text.strip():
                open_line = PdfLine(line_text, x, y, abs(size * (tm[3] or 1) * (cm[3] or 1)) or 10)
                lines.append(open_line)

    page.extract_text(visitor_operand_before=count_operator, visitor_text=visit)
    return lines


def _text_position(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float]:
    """Return the coordinates of a text on its page (ISO 32000-1, 9.4.4: text matrix times current matrix)."""
    return (
        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
    )


def format_lines(
    lines: Sequence[PdfLine], margins: Mapping[int, int] = MappingProxyType({})
) -> str:
    """Return lines as text, with spaces before indented lines and empty lines for gaps.

    `margins` counts the columns of the document by their left margin.
    """
    line_distance = _usual_distance(lines)
    output: list[str] = []
    for column in _columns(lines):
        margin = _left(column) if _has_indents(column) else _margin(column, margins)
        previous_y = column[0].y
        for line in column:
            if previous_y - line.y > NEW_PARAGRAPH * line_distance > 0:
                output.append("")
            previous_y = line.y
            output.append(" " * _indent(line, margin) + clean_line(line.text))
    return "\n".join(output)


def _columns(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Yield the runs of lines from the top to the bottom of a page."""
    column: list[PdfLine] = []
    for line in lines:
        if column and line.y > column[-1].y + line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _line_starts(column: Sequence[PdfLine]) -> list[int]:
    """Return the left edges of lines in a column; an edge of a single line is a page number or the like."""
    counts = Counter(round(line.x) for line in column)
    return [x for x, count in counts.items() if count > 1] or list(counts)


def _left(column: Sequence[PdfLine]) -> int:
    return min(_line_starts(column))


def _has_indents(column: Sequence[PdfLine]) -> bool:
    """Whether lines of a column begin at different edges."""
    return len(_line_starts(column)) > 1


def _margin(column: Sequence[PdfLine], margins: Mapping[int, int]) -> int:
    """Return the left margin of a column in which all lines may be indented, as at the end of a list."""
    left, size = _left(column), column[0].size
    near = [x for x in margins if size < left - x < MAX_HANG * size]
    return max(near, key=lambda x: margins[x], default=left)


def _usual_distance(lines: Sequence[PdfLine]) -> float:
    steps = Counter(
        round(above.y - line.y, 1) for above, line in pairwise(lines) if above.y > line.y
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _indent(line: PdfLine, margin: float) -> int:
    """Return the indentation of a line in spaces; right-aligned numbers differ by less than a letter."""
    letters = (line.x - margin) / (0.5 * line.size)
    return 0 if letters < 1.6 else min(round(letters), MAX_INDENT)


def clean_line(text: str) -> str:
    """Return a line without ligatures, with uniform hyphens and with accents on their letters."""
    text = _SURROGATE.sub("\ufffd", text.translate(_LIGATURES).translate(_CHARACTER_MAP))
    text = _SET_ACCENT.sub(_combine_accent, text)
    return " ".join(text.split())


def _combine_accent(match: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(match[2], match[2])
    combined = unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
    return combined if len(combined) == 1 else match[0]


def read(text: str) -> DocumentText:
    """Return the text that was extracted from a PDF."""
    return DocumentText(Excerpt.from_text(text))


SYNTAX = Syntax("pdf", (".pdf",), read)
