"""OpenDocument texts (LibreOffice, OpenOffice): one line per paragraph, and the references in marks.

Zotero and Mendeley keep the citation in the name of a reference mark or of a bookmark's property; the bibliography of
LibreOffice has one mark with attributes per citation. Element names: OpenDocument 1.3, part 3, chapters 5 and 7.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from refkit.documents import LINE_BREAK, DocumentText, Syntax
from refkit.documents._field_marks import FieldMarks, citation_form, without_marks
from refkit.documents._links import addresses_to_add
from refkit.documents._list_numbers import format_number
from refkit.errors import UnreadableFile
from refkit.integers import read_int
from refkit.model.excerpt import Excerpt
from refkit.model.source import EmbeddedRecord
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field
from refkit.xml_reading import XmlElement, read_xml

MAX_BYTES = 300_000_000  # unpacked; a larger document is an attack
MAX_SPACES = 1000  # of one `text:s`
_CHARACTERS = {"tab": "\t", "line-break": LINE_BREAK, "soft-hyphen": "", "soft-page-break": ""}
_SKIPPED = frozenset(
    """tracked-changes sequence-decls variable-decls user-field-decls index-title-template annotation
    annotation-end note-citation forms desc title""".split()
)
_BOOKMARK = ("ZOTERO_BREF_", "Mendeley_Bookmark_")
_NUMBERED = lazy_pattern(r"(.*)_([0-9]{1,4})\Z")
_SPACE = lazy_pattern(r"[ \t\r\n\f]+")
_INVISIBLE = {0xA0: " ", 0xAD: "", 0x2011: "-", 0x200B: "", 0xFEFF: ""}


def extract(raw: bytes, name: str) -> tuple[str, tuple[EmbeddedRecord, ...]]:
    """Return the text of an .odt file and the references in its marks. Raises UnreadableFile if it is broken."""
    content, meta = _parts(raw, name)
    root, error = read_xml(content)
    body = root.follow("body", "text") if root else None
    if body is None or error:
        reason = "it is a broken OpenDocument text; open it and save it again"
        raise UnreadableFile(name, reason)
    reader = _OdtReader(_properties(meta), _numbered_levels(root))
    lines = "\n".join(reader.blocks(body))
    text, records = reader.marks.place(lines.translate(_INVISIBLE))
    if not text.strip():
        raise UnreadableFile(name, "there is no text in this OpenDocument text")
    return text, records


def _parts(raw: bytes, name: str) -> tuple[str, str]:
    """Return the XML of the content and of the properties."""
    try:
        archive = ZipFile(io.BytesIO(raw))
        if sum(member.file_size for member in archive.infolist()) > MAX_BYTES:
            raise UnreadableFile(name, f"unpacked it is larger than {MAX_BYTES // 1_000_000} MB")
        content = archive.read("content.xml").decode("utf-8", "replace")
        has_meta = "meta.xml" in archive.namelist()
        return content, archive.read("meta.xml").decode("utf-8", "replace") if has_meta else ""
    except (BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableFile(name, "it is a broken zip archive") from error


def _properties(meta: str) -> dict[str, str]:
    """Return the texts of bookmarks among the user's properties, with their parts joined."""
    root, _ = read_xml(meta)
    parts: dict[str, dict[int, str]] = {}
    for element in root.iter("user-defined") if root else ():
        numbered = _NUMBERED.match(element.attributes.get("name", ""))
        if numbered and numbered[1].startswith(_BOOKMARK):
            parts.setdefault(numbered[1], {})[read_int(numbered[2])] = element.all_text()
    return {name: "".join(values[at] for at in sorted(values)) for name, values in parts.items()}


@dataclass(slots=True)
class _NumberForm:
    """The number of a list's items: its form, and the text before and after it."""

    form: str
    prefix: str
    suffix: str


def _numbered_levels(root: XmlElement | None) -> dict[str, _NumberForm]:
    """Return the form of the first level of each list style that has numbers."""
    forms: dict[str, _NumberForm] = {}
    for style in root.iter("list-style") if root else ():
        level = next(style.find_all("list-level-style-number"), None)
        values = level.attributes if level else {}
        if values.get("num-format"):
            form = {"i": "i", "I": "I", "a": "a", "A": "A"}.get(values["num-format"], "1")
            affixes = values.get("num-prefix", ""), values.get("num-suffix", "")
            forms[style.attributes.get("name", "")] = _NumberForm(form, *affixes)
    return forms


@dataclass(slots=True)
class _OdtReader:
    """The properties and list styles of a document, its open marks, and the numbers of its notes."""

    properties: dict[str, str]
    forms: dict[str, _NumberForm]
    marks: FieldMarks = field(default_factory=FieldMarks)
    opened: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    notes: list[XmlElement] = field(default_factory=list)
    number: str = ""
    note_count: int = 0

    def blocks(self, parent: XmlElement) -> Iterator[str]:
        """Yield the lines of the paragraphs, headings, lists and tables in an element."""
        for child in parent.children:
            if child.tag in ("p", "h"):
                yield from self.paragraph(child)
            elif child.tag == "list":
                yield from self.listed(child)
            elif child.tag == "table-row":
                yield "\t".join(" ".join(self.blocks(cell)) for cell in child.children)
            elif _is_list_of_references(child):
                yield self.marks.enclose("bibliography", "\n".join(self.blocks(child)))
            elif child.tag not in _SKIPPED:
                yield from self.blocks(child)

    def paragraph(self, paragraph: XmlElement) -> Iterator[str]:
        """Yield a paragraph with the addresses of its links, and then its notes."""
        text = "".join(self.inline(paragraph)).strip()
        links = (link.attributes.get("href", "") for link in paragraph.iter("a"))
        number, self.number = self.number, ""
        yield number + " ".join([text, *addresses_to_add(text, links)])
        notes, self.notes = self.notes, []
        for note in notes:
            self.note_count += 1
            text = " ".join(self.blocks(note))
            yield self.marks.enclose("note", f"{self.note_count}. {text}")

    def listed(self, element: XmlElement) -> Iterator[str]:
        """Yield the items of a list with their numbers."""
        form = self.forms.get(element.attributes.get("style-name", ""))
        start = 1
        for number, item in enumerate(element.find_all("list-item", "list-header"), start):
            if form:
                self.number = f"{form.prefix}{format_number(number, form.form)}{form.suffix} "
            yield from self.blocks(item)
            self.number = ""

    def inline(self, parent: XmlElement) -> Iterator[str]:
        """Yield the texts in a paragraph, with white space as it is displayed (6.1.2)."""
        yield _SPACE.sub(" ", without_marks(parent.text))
        for child in parent.children:
            if child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag == "s":
                count = child.attributes.get("c", "1")
                yield " " * min(read_int(count) if count.isdecimal() else 1, MAX_SPACES)
            elif child.tag == "note":
                self.notes += child.find_all("note-body")
            elif child.tag == "bibliography-mark":
                yield from self.bibliography_mark(child)
            elif child.tag not in _SKIPPED:
                yield self.mark(child)
                yield from self.inline(child)
            yield _SPACE.sub(" ", without_marks(child.tail))

    def mark(self, element: XmlElement) -> str:
        """Return the mark of a record for the beginning or the end of a reference mark or bookmark."""
        name = element.attributes.get("name", "")
        if element.tag in ("reference-mark-start", "bookmark-start"):
            code = self.properties.get(name, name)
            form = citation_form(code)
            if form:
                number, mark = self.marks.begin()
                self.opened[name] = number, form, code
                return mark
        if element.tag in ("reference-mark-end", "bookmark-end") and name in self.opened:
            return self.marks.end(*self.opened.pop(name))
        return ""

    def bibliography_mark(self, element: XmlElement) -> Iterator[str]:
        """Yield the text of a citation of LibreOffice's bibliography, whose attributes are the record."""
        number, begin = self.marks.begin()
        data = json.dumps(element.attributes, ensure_ascii=False)
        yield from (begin, *self.inline(element), self.marks.end(number, "bibliography-mark", data))


def _is_list_of_references(element: XmlElement) -> bool:
    """Whether an element is LibreOffice's index of references, or the section of Zotero's, Mendeley's or JabRef's."""
    if element.tag == "section":
        return citation_form(element.attributes.get("name", "").strip()) == "bibliography"
    return element.tag == "bibliography"


def read(text: str) -> DocumentText:
    """Return the text that was extracted from an OpenDocument text."""
    return DocumentText(Excerpt.from_text(text), paragraphs=True)


SYNTAX = Syntax("odt", (".odt",), read)
