"""Citation fields of Word documents: those of Zotero, Mendeley and EndNote, and the sources of Word itself.

The code of a field (ECMA-376-1, 17.16.2) is split over runs; EndNote has it as base64 in the data of a nested field.
Zotero can use bookmarks instead, whose codes are properties of the document, in parts of 255 characters.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from refkit.documents._field_marks import FieldMarks, citation_form
from refkit.integers import read_int
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field
from refkit.xml_reading import read_xml

_MENDELEY = "MENDELEY_CITATION_v3_"
_BOOKMARK = ("ZOTERO_BREF_", "Mendeley_Bookmark_")
_NUMBERED = lazy_pattern(r"(.*)_([0-9]{1,4})\Z")
_SOURCES = lazy_pattern(r"<(?:\w+:)?Sources[\s>]")
_FOR_ADDRESSES = str.maketrans("-_", "+/")  # RFC 4648, section 5
MAX_DEPTH = 50  # fields in one another


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not been read: its number, its code so far, and its data."""

    number: int
    code: list[str] = field(default_factory=list)
    data: str = ""


@dataclass(slots=True)
class WordFields:
    """The open fields and bookmarks of a document, its properties, and the records found so far."""

    properties: dict[str, str] = field(default_factory=dict)
    marks: FieldMarks = field(default_factory=FieldMarks)
    open_fields: list[_OpenField] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)

    def begin(self, data: str = "") -> str:
        """Begin a field, and return the mark at its beginning."""
        number, mark = self.marks.begin()
        if len(self.open_fields) < MAX_DEPTH:
            self.open_fields.append(_OpenField(number, data=data))
        return mark

    def put_code(self, code: str) -> None:
        """Add a part of the code of the innermost field."""
        if self.open_fields:
            self.open_fields[-1].code.append(code)

    def end(self) -> str:
        """End the innermost field, and return the mark at its end."""
        if not self.open_fields:
            return ""
        ended = self.open_fields.pop()
        code = "".join(ended.code)
        if "EN.CITE.DATA" in code and self.open_fields:
            self.open_fields[-1].data = self.open_fields[-1].data or ended.data
            return ""
        form = citation_form(code)
        if form == "endnote" and "<EndNote" not in code:
            code = _decoded(ended.data)
        return self.marks.end(ended.number, form, code) if form else ""

    def end_all(self) -> None:
        """End the fields of a document that is cut off."""
        while self.open_fields:
            self.end()

    def begin_bookmark(self, key: str, name: str) -> str:
        """Begin a bookmark, and return the mark at its beginning if its name is that of a citation."""
        code = self.properties.get(name, "") if name.startswith(_BOOKMARK) else ""
        if not citation_form(code):
            return ""
        number, mark = self.marks.begin()
        self.bookmarks[key] = number, code
        return mark

    def end_bookmark(self, key: str) -> str:
        """End a bookmark."""
        number, code = self.bookmarks.pop(key, (0, ""))
        return self.marks.end(number, citation_form(code), code) if code else ""

    def begin_control(self, tag: str) -> tuple[str, str]:
        """Return the marks around a content control, whose tag is the citation in Mendeley Cite."""
        if tag.startswith("MENDELEY_BIBLIOGRAPHY"):
            number, mark = self.marks.begin()
            return mark, self.marks.end(number, "bibliography", "")
        if not tag.startswith(_MENDELEY):
            return "", ""
        number, mark = self.marks.begin()
        return mark, self.marks.end(number, "csl-citation", _decoded(tag.removeprefix(_MENDELEY)))


def _decoded(data: str) -> str:
    """Return base64, also that for addresses and without padding, as text.

    What is not base64 is returned as it is, and reported by the reader of the record.
    """
    compact = "".join(data.split()).translate(_FOR_ADDRESSES).rstrip("=")
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True).decode("utf-8")
    except ValueError:
        return data


def read_properties(archive: ZipFile) -> dict[str, str]:
    """Return the texts of bookmarks among the document's own properties, with their parts joined."""
    parts: dict[str, dict[int, str]] = {}
    for name, value in _custom_properties(archive):
        numbered = _NUMBERED.match(name)
        if name.startswith(_BOOKMARK) and numbered:
            parts.setdefault(numbered[1], {})[read_int(numbered[2])] = value
    return {name: "".join(values[at] for at in sorted(values)) for name, values in parts.items()}


def _custom_properties(archive: ZipFile) -> Iterator[tuple[str, str]]:
    if "docProps/custom.xml" not in archive.namelist():
        return
    root, _ = read_xml(archive.read("docProps/custom.xml").decode("utf-8-sig", "replace"))
    for element in root.children if root else ():
        yield element.attributes.get("name", ""), element.all_text()


def word_sources(archive: ZipFile) -> Iterator[str]:
    """Yield the parts with the sources that Word's own citations refer to (ECMA-376-1, 22.6)."""
    for name in archive.namelist():
        if name.startswith("customXml/item") and name.endswith(".xml"):
            xml = archive.read(name)
            wide = xml[:2] in (b"\xff\xfe", b"\xfe\xff")
            text = xml.decode("utf-16" if wide else "utf-8-sig", "replace")
            if _SOURCES.search(text, 0, 2000):
                yield text


def field_data(element: Element) -> str:
    """Return the data of a field's beginning."""
    return "".join("".join(child.itertext()) for child in element)
