"""Reader for EndNote's XML: its elements become the tags of RIS that mean the same."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.endnote import NUMBERS, RIS_TYPES, XML_ELEMENTS
from refkit.formats._draft import Draft, read_records
from refkit.formats._xml_records import element_field, xml_records
from refkit.formats.ris.build import build as build_ris
from refkit.integers import read_int
from refkit.model.entry import Entry, Fault, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.xml_reading import XmlElement

# The face of a style in a text -> markup of CSL-JSON.
_MARKUP = {
    "italic": ("<i>", "</i>"), "bold": ("<b>", "</b>"), "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}  # fmt: skip
_TITLES = frozenset(("TI", "T2", "T3", "ST", "AB"))
_TYPE_NAMES = {name.lower(): code for name, code in RIS_TYPES.items()}
_OF_OTHER_PROGRAMS = {
    "conference": "CONF",
    "misc": "GEN",
    "article": "JOUR",
    "electronic source": "ELEC",
}


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return xml_records(source, ("record",), _read_type, _fields, "label")


def _read_type(record: XmlElement, text: str) -> tuple[str, Span]:
    """Return the RIS type of a record by the name of its type, or by its number."""
    element = record.find("ref-type")
    if element is None:
        return "gen", Span(record.start, record.start)
    name = element.attributes.get("name", "").strip().lower()
    number = element.all_text().strip()
    by_number = (
        NUMBERS.get(read_int(number), "")
        if number.isascii() and number.isdigit() and len(number) < 4
        else ""
    )
    code = _TYPE_NAMES.get(name) or RIS_TYPES.get(by_number) or _OF_OTHER_PROGRAMS.get(name)
    return (code or name or number).lower(), element.span


def _fields(record: XmlElement, text: str) -> list[Field]:
    """Return the elements with text as fields, with the lower-case names of the same tags of RIS."""
    fields = []
    for path, element in _leaves(record, ""):
        tag = XML_ELEMENTS.get(path)
        value = _styled(element, tag in _TITLES)
        lines = [" ".join(line.split()) for line in value.replace("\r", "\n").split("\n")]
        value = ("\n" if tag == "N1" else " ").join(filter(None, lines))
        if value and path not in _BOOKKEEPING:
            fields.append(
                element_field((tag or path.replace("/", "-")).lower(), value, element, text)
            )
    return fields


_BOOKKEEPING = frozenset(("database", "source-app", "rec-number", "ref-type", "foreign-keys/key"))


def _leaves(element: XmlElement, path: str) -> Iterator[tuple[str, XmlElement]]:
    """Yield the elements that contain text or styled text, with their paths."""
    for child in element.children:
        child_path = f"{path}/{child.tag}" if path else child.tag
        if any(grandchild.tag != "style" for grandchild in child.children):
            yield from _leaves(child, child_path)
        else:
            yield child_path, child


def _styled(element: XmlElement, with_markup: bool) -> str:
    """Return the text of an element, with the markup of its styles."""
    pieces = [element.text]
    for style in element.children:
        opening, closing = "", ""
        for face in style.attributes.get("face", "").split() if with_markup else ():
            before, after = _MARKUP.get(face, ("", ""))
            opening, closing = opening + before, after + closing
        text = style.all_text()
        pieces += [opening + text + closing if text.strip() else text, style.tail]
    return "".join(pieces)


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    return build_ris(entry, "EndNote")
