"""Word documents: one line a paragraph, as they would be printed.

Bibliographies stand in content controls (Word, Zotero) or fields (EndNote, Mendeley), lists take their numbers
from a part of their own, and changes are tracked in place; python-docx opens the package, and its parts are walked
here, for its paragraphs show none of these. Element names: ECMA-376-1, 17 (WordprocessingML).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring
from zipfile import BadZipFile, ZipFile

from refkit.documents import Document, Syntax
from refkit.documents._binary import missing
from refkit.documents._links import worth_telling
from refkit.documents._numbers import written
from refkit.errors import UnreadableFile
from refkit.integers import read_int
from refkit.model.excerpt import Excerpt
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from docx.opc.part import Part

MOST_BYTES = 300_000_000  # unpacked; what is larger was packed to do harm
_OTHERS = {
    "content.xml": "it is an OpenDocument text; save it as .docx",
    "xl/workbook.xml": "it is a spreadsheet",
    "ppt/presentation.xml": "it is a presentation",
    "META-INF/container.xml": "it is an EPUB; its chapters are HTML, which refkit reads",
}
_DELETED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "delInstrText"}
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SIGNS = {
    0xA0: " ",
    0xAD: "",
    0x2011: "-",
    0x200B: "",
    0xFEFF: "",
    0xC: "\n",
    0xD: "",
    0x85: "\n",
    0x2028: "\n",
}
_LEVEL = lazy_pattern(r"%([1-9])")


def text_of(raw: bytes, name: str) -> str:
    """Return the text of a .docx. Raises UnreadableFile where there is none or the file is broken."""
    _refuse_what_is_none(raw, name)
    try:
        import docx
    except ImportError as error:
        raise missing("Word documents", "python-docx", "docx") from error
    try:
        part: Part = docx.Document(io.BytesIO(raw)).part
        lines = list(_Reader.of(part).lines(fromstring(part.blob)))
    except Exception as error:  # a broken package makes python-docx stumble in any way
        raise UnreadableFile(
            name, "it is a broken Word document; open it in Word and save it again"
        ) from error
    text = "\n".join(lines).translate(_SIGNS)
    if not text.strip():
        raise UnreadableFile(name, "there is no text in this Word document")
    return text


def _refuse_what_is_none(raw: bytes, name: str) -> None:
    try:
        packed = ZipFile(io.BytesIO(raw)).infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableFile(name, "it is a broken zip archive") from error
    names = {member.filename for member in packed}
    if "[Content_Types].xml" not in names or not any(one.startswith("word/") for one in names):
        other = next((_OTHERS[known] for known in _OTHERS if known in names), "")
        raise UnreadableFile(name, other or "it is a zip archive; unpack it and name a file in it")
    if sum(member.file_size for member in packed) > MOST_BYTES:
        raise UnreadableFile(name, f"unpacked it is larger than {MOST_BYTES // 1_000_000} MB")


@dataclass(slots=True)
class Level:
    """One level of a numbered list: how its number is written, its text with `%1` in it, and its first."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class _Reader:
    """The parts beside the body that its paragraphs refer to; `counts` are the lists' numbers so far."""

    links: Mapping[str, str]
    notes: Mapping[str, Element]
    endnotes: Mapping[str, Element]
    levels: Mapping[str, Mapping[int, Level]]
    styles: Mapping[str, tuple[str, int]]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    noted: dict[str, None] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, part: Part) -> _Reader:
        """Read the parts that the main part names."""
        links = {
            key: relation.target_ref for key, relation in part.rels.items() if relation.is_external
        }
        numbering, styles = _related(part, "numbering"), _related(part, "styles")
        return cls(
            links, _notes(_related(part, "footnotes")), _notes(_related(part, "endnotes")),
            _levels(numbering), _numbered_styles(styles),
        )  # fmt: skip

    def lines(self, body: Element) -> Iterator[str]:
        """Give the lines of the body, each followed by its footnotes, and the endnotes at the end."""
        yield from self.blocks(body)
        for number, key in enumerate(self.noted, 1):
            yield from self.note(self.endnotes, key, number)

    def blocks(self, parent: Element) -> Iterator[str]:
        """Give the lines of the paragraphs and tables in an element."""
        for child in parent:
            name = _name(child)
            if name == "p":
                yield from self.paragraph(child)
            elif name == "tbl":
                yield from self.table(child)
            elif name not in _DELETED:
                yield from self.blocks(child)

    def paragraph(self, paragraph: Element) -> Iterator[str]:
        """Give a paragraph with its number, the addresses of its links and the notes that it calls."""
        text = "".join(self.runs(paragraph)).strip()
        addresses = worth_telling(
            text, (self.links.get(_attribute(e, "id"), "") for e in _all(paragraph, "hyperlink"))
        )
        yield (self.number(paragraph) if text else "") + " ".join([text, *addresses])
        for call in _all(paragraph, "footnoteReference"):
            key = _attribute(call, "id")
            self.counts["", 0] = self.counts.get(("", 0), 0) + 1
            # A note that is called again has its text once: a small file must not become a large one.
            if key not in self.printed:
                yield from self.note(self.notes, key, self.counts["", 0])
            self.printed.add(key)
        calls = _all(paragraph, "endnoteReference")
        self.noted.update(dict.fromkeys(_attribute(call, "id") for call in calls))

    def note(self, notes: Mapping[str, Element], key: str, number: int) -> Iterator[str]:
        """Give a note with its number."""
        if key in notes:
            text = " ".join("".join(self.runs(p)).strip() for p in _all(notes[key], "p"))
            yield f"{number}. {text.strip()}"

    def table(self, table: Element) -> Iterator[str]:
        """Give a table row by row, its cells apart by tabs; one of a single column as its paragraphs."""
        for row in _outermost(table, "tr"):
            cells = [list(self.blocks(cell)) for cell in _outermost(row, "tc")]
            if len(cells) == 1:
                yield from cells[0]
            else:
                yield "\t".join(" ".join(cell) for cell in cells)

    def runs(self, parent: Element) -> Iterator[str]:
        """Give the texts of an element, without what is deleted or not printed."""
        for child in parent:
            name = _name(child)
            if name == "t":
                yield child.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name not in _DELETED and not (name == "r" and _is_hidden(child)):
                yield from self.runs(child)

    def number(self, paragraph: Element) -> str:
        """Return the number that stands before a paragraph of a list, with a space, else nothing."""
        own = next(_all(paragraph, "numPr"), None)
        style = _value(next(_all(paragraph, "pStyle"), None))
        key, at = self.styles.get(style, ("", 0))
        if own is not None:
            key = _value(next(_all(own, "numId"), None)) or key
            level = _value(next(_all(own, "ilvl"), None))
            at = read_int(level) if level else at
        levels = self.levels.get(key, {})
        if at not in levels:
            return ""
        self.counts[key, at] = self.counts.get((key, at), levels[at].start - 1) + 1
        for known in [known for known in self.counts if known[0] == key and known[1] > at]:
            del self.counts[known]
        return self.shown(key, at)

    def shown(self, key: str, at: int) -> str:
        """Return the number of a list's level as it is printed; a bullet is none."""
        levels = self.levels[key]
        if levels[at].form in ("bullet", "none"):
            return ""

        def counted(found: re.Match[str]) -> str:
            level = read_int(found[1]) - 1
            known = levels.get(level, levels[at])
            return written(self.counts.get((key, level), known.start), known.form)

        number = _LEVEL.sub(counted, levels[at].text)
        return f"{number} " if number else ""


def _related(part: Part, kind: str) -> Element | None:
    """Return the part that another names as its footnotes, numbering or the like."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            return fromstring(relation.target_part.blob)
    return None


def _notes(part: Element | None) -> dict[str, Element]:
    return {} if part is None else {_attribute(note, "id"): note for note in part}


def _levels(numbering: Element | None) -> dict[str, dict[int, Level]]:
    """Return the levels of each list by its number (17.9: a `num` names its `abstractNum`)."""
    if numbering is None:
        return {}
    abstract = {
        _attribute(e, "abstractNumId"): {
            read_int(_attribute(v, "ilvl") or "0"): _level(v) for v in _all(e, "lvl")
        }
        for e in _all(numbering, "abstractNum")
    }
    return {
        _attribute(num, "numId"): abstract.get(_value(next(_all(num, "abstractNumId"), None)), {})
        for num in _all(numbering, "num")
    }


def _level(level: Element) -> Level:
    start = _value(next(_all(level, "start"), None))
    form = _value(next(_all(level, "numFmt"), None))
    text = _value(next(_all(level, "lvlText"), None))
    return Level(form or "decimal", text, read_int(start) if start.isdecimal() else 1)


def _numbered_styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Return the list and level of each paragraph style that numbers its paragraphs."""
    made: dict[str, tuple[str, int]] = {}
    for style in () if styles is None else _all(styles, "style"):
        key = _value(next(_all(style, "numId"), None))
        if key:
            made[_attribute(style, "styleId")] = (
                key,
                read_int(_value(next(_all(style, "ilvl"), None)) or "0"),
            )
    return made


def _is_hidden(run: Element) -> bool:
    """Whether a run is not printed (17.3.2.41)."""
    hidden = next((e for p in run if _name(p) == "rPr" for e in p if _name(e) == "vanish"), None)
    return hidden is not None and _value(hidden) not in ("0", "false", "off")


def _all(parent: Element, name: str) -> Iterator[Element]:
    return (e for e in parent.iter() if _name(e) == name)


def _outermost(parent: Element, name: str) -> Iterator[Element]:
    """Give the elements of a name that are not in another one: a cell may hold a table (17.4.65)."""
    for child in parent:
        if _name(child) == name:
            yield child
        else:
            yield from _outermost(child, name)


def _name(element: Element) -> str:
    """Return an element's name without its namespace, of which the strict and the usual form have two."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _value(element: Element | None) -> str:
    return "" if element is None else _attribute(element, "val")


def read(text: str) -> Document:
    """Return the text that was drawn from a Word document."""
    return Document(Excerpt.from_text(text), paragraphs=True)


SYNTAX = Syntax("docx", (".docx",), read)
