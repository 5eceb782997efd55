"""Reader for the sources of Word's citations, in files and in documents."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.word import (
    BOOKKEEPING,
    FIELDS,
    LANGUAGES,
    NUMBERS,
    OTHER_ITEM_TYPE,
    PLACE,
    ROLES,
    TYPES,
)
from refkit.formats._draft import Draft, read_records
from refkit.formats._xml_records import xml_records
from refkit.formats._xml_values import RecordValues, build_with, child_text, fields_with, plain_text
from refkit.model.dates import year_month_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.identifiers import parse_doi, parse_isbn, parse_issn
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.names import parse_plain_name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.xml_reading import XmlElement

_DASH = lazy_pattern(r"(?<=\w)\s*(?:--|[–—−])\s*(?=\w)")
_LABELED = lazy_pattern(r"([A-Za-z]{2,8})\s?:\s?([^\s:;,]+)")
_DATES = {"Year": ("issued", ""), "YearAccessed": ("accessed", "Accessed")}
_PARTS_OF_DATES = ("Month", "Day", "MonthAccessed", "DayAccessed")


def read(source: Source) -> Library:
    """Read the sources of a list."""
    return read_records(source, _records, build)


def build(entry: Entry) -> Draft:
    """Return the item of a source."""
    return build_with(read_source, entry)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return xml_records(source, ("Source",), _read_type, _fields, "Tag")


def _read_type(record: XmlElement, text: str) -> tuple[str, Span]:
    element = record.find("SourceType")
    if element is None:
        return "", Span(record.start, record.start)
    return plain_text(element).lower(), element.content_span(text)


def _fields(record: XmlElement, text: str) -> list[Field]:
    return fields_with(read_source, record, text)


def read_source(record: XmlElement, text: str) -> RecordValues:
    """Read a source; values that CSL has no variable for are kept under their names."""
    values = RecordValues(text, _item_type(record))
    key = record.find("Tag")
    if key:
        values.put("id", key)
    for element in sorted(record.children, key=_rank):
        _put(values, record, element)
    return values


def _item_type(record: XmlElement) -> str:
    if child_text(record, "ThesisType"):
        return "thesis"
    return TYPES.get(child_text(record, "SourceType"), OTHER_ITEM_TYPE)


def _rank(element: XmlElement) -> int:
    """Return the rank of an element among those of one variable."""
    names = [*FIELDS]
    return names.index(element.tag) if element.tag in FIELDS else len(names)


def _put(values: RecordValues, record: XmlElement, element: XmlElement) -> None:
    tag = element.tag
    if tag == "Author":
        _put_names(values, element)
    elif tag in _DATES:
        variable, suffix = _DATES[tag]
        month, day = (child_text(record, f"{part}{suffix}") for part in ("Month", "Day"))
        values.put(variable, element, year_month_date(plain_text(element), month, day))
    elif tag in PLACE:
        _put_place(values, record, element)
    elif tag == "StandardNumber":
        _put_numbers(values, element)
    elif tag == "LCID":
        values.put("language", element, LANGUAGES.get(plain_text(element), ""))
    elif tag in FIELDS:
        _put_field(values, element)
    elif tag not in BOOKKEEPING and tag not in _PARTS_OF_DATES:
        values.keep(tag.lower(), element)


def _put_field(values: RecordValues, element: XmlElement) -> None:
    variable, text = FIELDS[element.tag], plain_text(element)
    if variable == "note":
        lines = (" ".join(line.split()) for line in element.all_text().splitlines())
        text = "\n".join(filter(None, lines))
    if values.has(variable):
        values.keep(element.tag.lower(), element, text)
    else:
        values.put(variable, element, _DASH.sub("-", text) if variable == "page" else text)


def _put_names(values: RecordValues, roles: XmlElement) -> None:
    """name = Last [First] [Middle] | Corporate"""
    for role in roles.children:
        variable = ROLES.get(role.tag, "contributor")
        for element in role.iter("Person", "Corporate"):
            if element.tag == "Corporate":
                text = plain_text(element)
                values.put(variable, element, Name(literal=text) if text else "")
            else:
                values.put(variable, element, _person(element) or "")


def _person(person: XmlElement) -> Name | None:
    family = child_text(person, "Last")
    given = " ".join(filter(None, (child_text(person, "First"), child_text(person, "Middle"))))
    if not family or not given:
        return Name(family or given) if family or given else None
    return parse_plain_name(f"{family}, {given}")


def _put_place(values: RecordValues, record: XmlElement, element: XmlElement) -> None:
    """Put city, state and country at the first of them; the country of a patent is its jurisdiction."""
    if values.type == "patent" and element.tag == "CountryRegion":
        values.put("jurisdiction", element)
    elif not values.has("publisher-place"):
        tags = PLACE[:2] if values.type == "patent" else PLACE
        parts = (child_text(record, tag) for tag in tags)
        values.put("publisher-place", element, ", ".join(filter(None, parts)))


def _put_numbers(values: RecordValues, element: XmlElement) -> None:
    """numbers = (label ":" number)+ | ISBN | ISSN | DOI | other"""
    text = plain_text(element)
    labeled = _LABELED.findall(text)
    for label, number in labeled:
        variable = NUMBERS.get(label.lower(), "")
        if not variable or not values.has(variable):
            values.put(variable, element, number if variable else f"{label}: {number}")
    if not labeled:
        values.put(_variable_of_number(values.type, text), element)


def _variable_of_number(item_type: str, text: str) -> str:
    """Return the variable of a number by its form, or else by the item type."""
    if parse_issn(text):
        return "ISSN"
    if parse_isbn(text):
        return "ISBN"
    if parse_doi(text):
        return "DOI"
    return "number" if item_type in ("report", "patent", "document") else "ISBN"
