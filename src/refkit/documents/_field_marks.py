"""Marks in the text of a word processor's document, where records begin and end until the text is complete.

The marks are noncharacters of Unicode, which no document contains. They are removed when all lines are known, and each
record gets its place.
"""

from __future__ import annotations

from refkit.integers import read_int
from refkit.model.source import EmbeddedRecord, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_MARK = lazy_pattern("\ufdd0([0-9]+)\ufdd2|\ufdd1([0-9]+)\ufdd2")
_SIGNS = str.maketrans("", "", "\ufdd0\ufdd1\ufdd2")
MAX_RECORDS = 50_000  # of one document
# Zotero's and Mendeley's fields, reference marks and properties contain the citation as JSON after this word.
CITATION = "CSL_CITATION"
# Beginnings of codes without a record: ECMA-376-1, 17.16.5.7 and 17.16.5.9, and the marks of JabRef.
_OTHER_FORMS = {
    "CITATION ": "word-citation", "JABREF_": "jabref", "JR_cite": "jabref", "BIBLIOGRAPHY": "bibliography",
    "ADDIN ZOTERO_BIBL": "bibliography", "ZOTERO_BIBL": "bibliography", "ADDIN EN.REFLIST": "bibliography",
    "ADDIN Mendeley Bibliography": "bibliography", "Mendeley Bibliography": "bibliography", "JR_bib": "bibliography",
}  # fmt: skip


@dataclass(slots=True)
class FieldMarks:
    """The records of a document, and for each a mark at its beginning and one at its end."""

    found: list[tuple[str, str] | None] = field(default_factory=list)

    def begin(self) -> tuple[int, str]:
        """Return the number of a new record and the mark at its beginning."""
        self.found.append(None)
        return len(self.found) - 1, f"\ufdd0{len(self.found) - 1}\ufdd2"

    def end(self, number: int, form: str, data: str) -> str:
        """Set the data of a record, and return the mark at its end."""
        if len(self.found) <= MAX_RECORDS:
            self.found[number] = (form, data)
        return f"\ufdd1{number}\ufdd2"

    def enclose(self, form: str, text: str) -> str:
        """Return a text between the marks of a record without data."""
        number, mark = self.begin()
        return f"{mark}{text}{self.end(number, form, '')}"

    def put(self, form: str, data: str) -> None:
        """Add a record without a place in the text."""
        number, _ = self.begin()
        self.end(number, form, data)

    def place(self, marked: str) -> tuple[str, tuple[EmbeddedRecord, ...]]:
        """Return a text without its marks, and the records with their places."""
        pieces: list[str] = []
        starts, ends = [0] * len(self.found), [0] * len(self.found)
        length = copied = 0
        for mark in _MARK.finditer(marked):
            pieces.append(marked[copied : mark.start()])
            length += mark.start() - copied
            copied = mark.end()
            places = starts if mark[1] else ends
            places[read_int(mark[1] or mark[2])] = length
        text = "".join([*pieces, marked[copied:]])
        records = (
            EmbeddedRecord(*record, Span(start, max(start, end)))
            for record, start, end in zip(self.found, starts, ends, strict=True)
            if record
        )
        return text, tuple(records)


def without_marks(text: str) -> str:
    """Return text of a document without the characters of marks."""
    return text.translate(_SIGNS) if "\ufdd0" in text or "\ufdd1" in text else text


def citation_form(code: str) -> str:
    """Return the form of the record in the code of a field or the name of a mark, or an empty string.

    The forms "word-citation" and "jabref" contain keys only, and "bibliography" is the place of a list.
    """
    head = code[:200].strip()
    if CITATION in head:
        return "csl-citation"
    if "ADDIN EN.CITE" in head and ".DATA" not in head:
        return "endnote"
    return next((form for start, form in _OTHER_FORMS.items() if head.startswith(start)), "")
