"""Word documents: one line per paragraph, with the text that Word displays.

Bibliographies are in content controls (Word, Zotero) or fields (EndNote, Mendeley), list numbers in a separate
part, and tracked changes in the text. python-docx opens the package, but its paragraphs show none of these, so
this module reads the parts itself. Element names: ECMA-376-1, 17 (WordprocessingML).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring
from zipfile import BadZipFile, ZipFile

from refkit.documents import LINE_BREAK, DocumentText, Syntax
from refkit.documents._binary import missing_package_error
from refkit.documents._field_marks import without_marks
from refkit.documents._links import addresses_to_add
from refkit.documents._list_numbers import format_number
from refkit.documents._word_fields import (
    WordFields,
    field_data,
    read_properties,
    word_sources,
)
from refkit.errors import UnreadableFile
from refkit.integers import read_int
from refkit.model.excerpt import Excerpt
from refkit.model.source import EmbeddedRecord
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from docx.opc.part import Part

MAX_BYTES = 300_000_000  # unpacked; a larger document is an attack
_OTHER_ARCHIVES = {
    "content.xml": "it is an OpenDocument file but not a text; save it as .odt",
    "xl/workbook.xml": "it is a spreadsheet",
    "ppt/presentation.xml": "it is a presentation",
    "META-INF/container.xml": "it is an EPUB; its chapters are HTML, which refkit reads",
}
_HIDDEN_ELEMENTS = frozenset(
    {"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "delInstrText"}
)
# The elements in which citations are (17.16.18 to 17.16.23, 17.13.6, 17.5.2).
_FIELD_ELEMENTS = frozenset("fldChar instrText fldSimple bookmarkStart bookmarkEnd sdt".split())
_CHARACTERS = {"tab": "\t", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "-", "ptab": "\t"}
_CHARACTER_MAP = {
    0xA0: " ",
    0xAD: "",
    0x2011: "-",
    0x200B: "",
    0xFEFF: "",
    0xC: "\n",
    0xD: "",
    0x85: "\n",
}
_LEVEL = lazy_pattern(r"%([1-9])")


def extract_text(raw: bytes, name: str) -> str:
    """Return the text of a .docx file. Raises UnreadableFile if it has none or is broken."""
    return extract(raw, name)[0]


def extract(raw: bytes, name: str) -> tuple[str, tuple[EmbeddedRecord, ...]]:
    """Return the text of a .docx file and the references in its fields. Raises UnreadableFile as above."""
    _check_archive(raw, name)
    try:
        import docx
    except ImportError as error:
        raise missing_package_error("Word documents", "python-docx", "docx") from error
    try:
        part: Part = docx.Document(io.BytesIO(raw)).part
        archive = ZipFile(io.BytesIO(raw))
        reader = _DocxReader.from_part(part, read_properties(archive))
        lines = list(reader.lines(fromstring(part.blob)))
        for sources in word_sources(archive):
            reader.fields.marks.put("word-sources", sources)
    except Exception as error:  # python-docx can raise anything for a broken package
        raise UnreadableFile(
            name, "it is a broken Word document; open it in Word and save it again"
        ) from error
    text, records = reader.fields.marks.place("\n".join(lines).translate(_CHARACTER_MAP))
    if not text.strip():
        raise UnreadableFile(name, "there is no text in this Word document")
    return text, records


def _check_archive(raw: bytes, name: str) -> None:
    try:
        members = ZipFile(io.BytesIO(raw)).infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFile(name, "it is a broken zip archive") from error
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names or not any(
        member_name.startswith("word/") for member_name in names
    ):
        reason = next(
            (_OTHER_ARCHIVES[marker] for marker in _OTHER_ARCHIVES if marker in names), ""
        )
        raise UnreadableFile(name, reason or "it is a zip archive; unpack it and name a file in it")
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise UnreadableFile(name, f"unpacked it is larger than {MAX_BYTES // 1_000_000} MB")


@dataclass(slots=True)
class ListLevel:
    """A level of a numbered list: the form of its number, its text with `%1` in it, and its first number."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class _DocxReader:
    """Parts that the paragraphs of the body refer to; `counts` contains the current numbers of lists."""

    links: Mapping[str, str]
    notes: Mapping[str, Element]
    endnotes: Mapping[str, Element]
    levels: Mapping[str, Mapping[int, ListLevel]]
    styles: Mapping[str, tuple[str, int]]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    endnote_keys: dict[str, None] = field(default_factory=dict)
    shown_notes: set[str] = field(default_factory=set)
    fields: WordFields = field(default_factory=WordFields)

    @classmethod
    def from_part(cls, part: Part, properties: dict[str, str]) -> _DocxReader:
        """Return a reader with the parts that the main part refers to."""
        links = {
            key: relation.target_ref for key, relation in part.rels.items() if relation.is_external
        }
        numbering, styles = _related_part(part, "numbering"), _related_part(part, "styles")
        return cls(
            links, _notes(_related_part(part, "footnotes")), _notes(_related_part(part, "endnotes")),
            _levels(numbering), _numbered_styles(styles), fields=WordFields(properties),
        )  # fmt: skip

    def lines(self, body: Element) -> Iterator[str]:
        """Yield the lines of the body, each followed by its footnotes, and then the endnotes."""
        yield from self.blocks(body)
        for number, key in enumerate(self.endnote_keys, 1):
            yield from self.note(self.endnotes, key, number)
        self.fields.end_all()

    def blocks(self, parent: Element) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables in an element."""
        for child in parent:
            name = _name(child)
            if name == "p":
                yield from self.paragraph(child)
            elif name == "tbl":
                yield from self.table(child)
            elif name not in _HIDDEN_ELEMENTS:
                yield from self.blocks(child)

    def paragraph(self, paragraph: Element) -> Iterator[str]:
        """Yield a paragraph with its number and the addresses of its links, and then its footnotes."""
        text = "".join(self.runs(paragraph)).strip()
        addresses = addresses_to_add(
            text,
            (self.links.get(_attribute(e, "id"), "") for e in _descendants(paragraph, "hyperlink")),
        )
        yield (self.list_number(paragraph) if text else "") + " ".join([text, *addresses])
        for call in _descendants(paragraph, "footnoteReference"):
            key = _attribute(call, "id")
            self.counts["", 0] = self.counts.get(("", 0), 0) + 1
            # Only the first reference to a note yields its text: a small file must not become a large one.
            if key not in self.shown_notes:
                yield from self.note(self.notes, key, self.counts["", 0])
            self.shown_notes.add(key)
        calls = _descendants(paragraph, "endnoteReference")
        self.endnote_keys.update(dict.fromkeys(_attribute(call, "id") for call in calls))

    def note(self, notes: Mapping[str, Element], key: str, number: int) -> Iterator[str]:
        """Yield a note with its number."""
        if key in notes:
            text = " ".join("".join(self.runs(p)).strip() for p in _descendants(notes[key], "p"))
            yield self.fields.marks.enclose("note", f"{number}. {text.strip()}")

    def table(self, table: Element) -> Iterator[str]:
        """Yield the rows of a table with tabs between cells, or the paragraphs of a one-column table."""
        for row in _outermost(table, "tr"):
            cells = [list(self.blocks(cell)) for cell in _outermost(row, "tc")]
            if len(cells) == 1:
                yield from cells[0]
            else:
                yield "\t".join(" ".join(cell) for cell in cells)

    def runs(self, parent: Element) -> Iterator[str]:
        """Yield the texts of an element, without deleted and hidden ones."""
        for child in parent:
            name = _name(child)
            if name == "t":
                yield without_marks(child.text or "")
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in _FIELD_ELEMENTS:
                yield from self.field(name, child)
            elif name not in _HIDDEN_ELEMENTS and not (name == "r" and _is_hidden(child)):
                yield from self.runs(child)

    def field(self, name: str, element: Element) -> Iterator[str]:
        """Yield the text of an element with a citation, between the marks of its record."""
        fields = self.fields
        if name == "instrText":
            fields.put_code(element.text or "")
        elif name == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind != "separate":
                yield fields.begin(field_data(element)) if kind == "begin" else fields.end()
        elif name == "bookmarkStart":
            yield fields.begin_bookmark(_attribute(element, "id"), _attribute(element, "name"))
        elif name == "bookmarkEnd":
            yield fields.end_bookmark(_attribute(element, "id"))
        elif name == "fldSimple":
            mark = fields.begin()
            fields.put_code(_attribute(element, "instr"))
            yield from (mark, *self.runs(element), fields.end())
        else:
            control = next((e for e in element if _name(e) == "sdtPr"), element)
            tag = _value(next((e for e in control if _name(e) == "tag"), None))
            begin, end = fields.begin_control(tag)
            yield from (begin, *self.runs(element), end)

    def list_number(self, paragraph: Element) -> str:
        """Return the number before a paragraph of a list with a space, or ""."""
        properties = next(_descendants(paragraph, "numPr"), None)
        style = _value(next(_descendants(paragraph, "pStyle"), None))
        key, depth = self.styles.get(style, ("", 0))
        if properties is not None:
            key = _value(next(_descendants(properties, "numId"), None)) or key
            level = _value(next(_descendants(properties, "ilvl"), None))
            depth = read_int(level) if level else depth
        levels = self.levels.get(key, {})
        if depth not in levels:
            return ""
        self.counts[key, depth] = self.counts.get((key, depth), levels[depth].start - 1) + 1
        for counter in [
            counter for counter in self.counts if counter[0] == key and counter[1] > depth
        ]:
            del self.counts[counter]
        return self.format_list_number(key, depth)

    def format_list_number(self, key: str, depth: int) -> str:
        """Return the formatted number of a list's level with a space, or "" for a bullet."""
        levels = self.levels[key]
        if levels[depth].form in ("bullet", "none"):
            return ""

        def format_level(match: re.Match[str]) -> str:
            level = read_int(match[1]) - 1
            list_level = levels.get(level, levels[depth])
            return format_number(self.counts.get((key, level), list_level.start), list_level.form)

        number = _LEVEL.sub(format_level, levels[depth].text)
        return f"{number} " if number else ""


def _related_part(part: Part, kind: str) -> Element | None:
    """Return the part that a part refers to as its footnotes, numbering or the like."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            return fromstring(relation.target_part.blob)
    return None


def _notes(part: Element | None) -> dict[str, Element]:
    return {} if part is None else {_attribute(note, "id"): note for note in part}


def _levels(numbering: Element | None) -> dict[str, dict[int, ListLevel]]:
    """Return the levels of each list by the list's number (17.9: a `num` refers to an `abstractNum`)."""
    if numbering is None:
        return {}
    abstract = {
        _attribute(e, "abstractNumId"): {
            read_int(_attribute(v, "ilvl") or "0"): _level(v) for v in _descendants(e, "lvl")
        }
        for e in _descendants(numbering, "abstractNum")
    }
    return {
        _attribute(num, "numId"): abstract.get(
            _value(next(_descendants(num, "abstractNumId"), None)), {}
        )
        for num in _descendants(numbering, "num")
    }


def _level(level: Element) -> ListLevel:
    start = _value(next(_descendants(level, "start"), None))
    form = _value(next(_descendants(level, "numFmt"), None))
    text = _value(next(_descendants(level, "lvlText"), None))
    return ListLevel(form or "decimal", text, read_int(start) if start.isdecimal() else 1)


def _numbered_styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Return the list and level of each paragraph style that numbers its paragraphs."""
    numbering: dict[str, tuple[str, int]] = {}
    for style in () if styles is None else _descendants(styles, "style"):
        key = _value(next(_descendants(style, "numId"), None))
        if key:
            numbering[_attribute(style, "styleId")] = (
                key,
                read_int(_value(next(_descendants(style, "ilvl"), None)) or "0"),
            )
    return numbering


def _is_hidden(run: Element) -> bool:
    """Whether a run is hidden (17.3.2.41)."""
    hidden = next((e for p in run if _name(p) == "rPr" for e in p if _name(e) == "vanish"), None)
    return hidden is not None and _value(hidden) not in ("0", "false", "off")


def _descendants(parent: Element, name: str) -> Iterator[Element]:
    return (e for e in parent.iter() if _name(e) == name)


def _outermost(parent: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name that are not nested in another: a cell may contain a table (17.4.65)."""
    for child in parent:
        if _name(child) == name:
            yield child
        else:
            yield from _outermost(child, name)


def _name(element: Element) -> str:
    """Return an element's name without its namespace, which depends on the conformance class."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _value(element: Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def read(text: str) -> DocumentText:
    """Return the text that was extracted from a Word document."""
    return DocumentText(Excerpt.from_text(text), paragraphs=True)


SYNTAX = Syntax("docx", (".docx",), read)
