"""PDF: its text in the order of the page, a line end a line, a form feed between pages.

A PDF has no paragraphs; where lines begin and how far apart they stand is all that is left of them. A line
that begins further right than its column keeps spaces before it, and a gap between lines a blank line: so a
hanging list can be split.

Why pypdf 7.1 and not pdfminer.six 20260107: on own papers of two columns (typst, 24 references) it gave 24 of a
numbered and 23 of a hanging list whole and in order where pdfminer.six gave 22 and 23, in 40 % of the time; on pdfTeX's
and Word's files both gave the same lines.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from refkit.documents import Document, Syntax
from refkit.documents._binary import missing
from refkit.errors import UnreadableFile
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_INDENT = 8
WIDEST_HANG = 4  # letters' sizes
LONGEST_ADDRESS = 500
MOST_ADDRESSES = 300  # a page of references has a hundred
NEW_PARAGRAPH = 1.3  # line distances; lines of a paragraph are 1 apart
_ACCENTS = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306",
            "˚": "\u030a", "˙": "\u0307", "˝": "\u030b"}  # fmt: skip
# TeX's older fonts set an accent as a sign of its own before its letter.
_SET_ACCENT = lazy_pattern(r"([¨´ˆ˜ˇ˘˚˙˝]) ?([A-Za-zıȷ])")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
# U+00AD is how some fonts call every hyphen; the others are spaces or nothing.
_SIGNS = {
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
class Line:
    """A line of a page: its text, and where it begins; `size` is that of its letters."""

    text: str
    x: float
    y: float
    size: float


def text_of(raw: bytes, name: str) -> str:
    """Return the text of a PDF. Raises UnreadableFile where there is none or it is locked or broken."""
    try:
        import pypdf
    except ImportError as error:
        raise missing("PDF", "pypdf", "pdf") from error
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # what pypdf mends by itself is nothing to tell
    try:
        pages = _pages(raw)
    except pypdf.errors.FileNotDecryptedError as error:
        raise UnreadableFile(name, "it is encrypted; save a copy without its password") from error
    except pypdf.errors.DependencyError as error:
        raise missing("encrypted PDF", "cryptography", "pdf") from error
    except Exception as error:  # a broken file makes pypdf stumble in any way
        raise UnreadableFile(name, "it is a broken PDF; print it to a new one") from error
    finally:
        logger.setLevel(level)
    if not any(page.strip() for page in pages):
        raise UnreadableFile(name, "there is no text in this PDF; run OCR first")
    return "\n\f".join(pages)


def _pages(raw: bytes) -> list[str]:
    """Return the pages' texts; a file that opens with the empty password is no secret."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted:
        reader.decrypt("")
    pages = [lines_of(page) for page in reader.pages]
    margins = Counter(
        _left(column) for lines in pages for column in _columns(lines) if _hangs(column)
    )
    return [
        with_whole(laid_out(lines, margins), linked(page))
        for lines, page in zip(pages, reader.pages, strict=True)
    ]


def linked(page: PageObject) -> list[str]:
    """Return the addresses that a page links to (ISO 32000-1, 12.6.4.7), each once."""
    found: dict[str, None] = {}
    for annotation in page.annotations or ():
        action = annotation.get_object().get("/A")
        address = action.get_object().get("/URI") if action is not None else None
        if isinstance(address, str) and len(address) <= LONGEST_ADDRESS:
            found[address] = None
    return list(found)


def with_whole(text: str, addresses: Sequence[str]) -> str:
    """Return a page's text with each address that it links to on one line, where it was broken over two.

    What a reader guesses from a text, which of its line ends are inside an address, the link knows.
    """
    for address in addresses[:MOST_ADDRESSES]:
        scheme = _SCHEME.match(address)
        bare = address[scheme.end() :] if scheme else ""
        text, count = _joined(text, address, r"\s*")
        if not count and "/" in bare:
            text, count = _joined(text, bare, r"(?:\n\s*)?")
    return text


def _joined(text: str, address: str, gap: str) -> tuple[str, int]:
    broken = re.compile(gap.join(map(re.escape, address)))
    return broken.subn(lambda found: address, text)


def lines_of(page: PageObject) -> list[Line]:
    """Return the lines of a page as they follow each other in the file."""
    lines: list[Line] = []
    open_line: Line | None = None

    def visit(
        text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float
    ) -> None:
        nonlocal open_line
        x, y = _placed(cm, tm)
        for at, part in enumerate(text.split("\n")):
            if at or (open_line and part.strip() and abs(open_line.y - y) > 0.9 * open_line.size):
                open_line = None
            if open_line is not None:
                open_line.text += part
            elif part.strip():
                open_line = Line(part, x, y, abs(size * (tm[3] or 1) * (cm[3] or 1)) or 10)
                lines.append(open_line)

    page.extract_text(visitor_text=visit)
    return lines


def _placed(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float]:
    """Return where a text begins on its page (ISO 32000-1, 9.4.4: text matrix by transformation matrix)."""
    return (
        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
    )


def laid_out(lines: Sequence[Line], margins: Mapping[int, int] = MappingProxyType({})) -> str:
    """Return lines as text, with spaces before those that are indented and blank lines in the gaps.

    `margins` say how often columns of the document begin where.
    """
    apart = _usual_distance(lines)
    made: list[str] = []
    for column in _columns(lines):
        left = _left(column) if _hangs(column) else _margin(column, margins)
        above = column[0].y
        for line in column:
            if above - line.y > NEW_PARAGRAPH * apart > 0:
                made.append("")
            above = line.y
            made.append(" " * _indent(line, left) + cleaned(line.text))
    return "\n".join(made)


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the runs of lines that go down the page without going up again."""
    column: list[Line] = []
    for line in lines:
        if column and line.y > column[-1].y + line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _begins(column: Sequence[Line]) -> list[int]:
    """Return where lines of a column begin; one that stands alone is a page number or the like."""
    counts = Counter(round(line.x) for line in column)
    return [x for x, count in counts.items() if count > 1] or list(counts)


def _left(column: Sequence[Line]) -> int:
    return min(_begins(column))


def _hangs(column: Sequence[Line]) -> bool:
    """Whether a column's lines begin at several places."""
    return len(_begins(column)) > 1


def _margin(column: Sequence[Line], margins: Mapping[int, int]) -> int:
    """Return where a column would begin, of which all lines may be set in: the rest of a reference on a last page."""
    left, size = _left(column), column[0].size
    near = [x for x in margins if size < left - x < WIDEST_HANG * size]
    return max(near, key=lambda x: margins[x], default=left)


def _usual_distance(lines: Sequence[Line]) -> float:
    steps = Counter(
        round(above.y - line.y, 1) for above, line in pairwise(lines) if above.y > line.y
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _indent(line: Line, left: float) -> int:
    """Return how many spaces a line is set in; numbers set flush right differ by less than a letter."""
    letters = (line.x - left) / (0.5 * line.size)
    return 0 if letters < 1.6 else min(round(letters), MOST_INDENT)


def cleaned(text: str) -> str:
    """Return a line without ligatures, with one sign for all hyphens and accents on their letters."""
    text = _SURROGATE.sub("\ufffd", text.translate(_LIGATURES).translate(_SIGNS))
    text = _SET_ACCENT.sub(_accented, text)
    return " ".join(text.split())


def _accented(found: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(found[2], found[2])
    made = unicodedata.normalize("NFC", letter + _ACCENTS[found[1]])
    return made if len(made) == 1 else found[0]


def read(text: str) -> Document:
    """Return the text that was drawn from a PDF."""
    return Document(Excerpt.from_text(text))


SYNTAX = Syntax("pdf", (".pdf",), read)
