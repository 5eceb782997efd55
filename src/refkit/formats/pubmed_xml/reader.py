"""Reader for PubMed's XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from refkit.data.languages import language_code
from refkit.data.pubmed_xml import ARTICLE, BOOK, IDENTIFIERS, NAME_LISTS
from refkit.formats._draft import Draft, read_records
from refkit.formats._pubmed import is_kept_type, item_type_of, plain_title
from refkit.formats._xml_records import xml_records
from refkit.formats._xml_values import (
    RecordValues,
    build_with,
    child_text,
    fields_with,
    marked_text,
    plain_text,
)
from refkit.model.date import Date
from refkit.model.dates import parse_date, year_month_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.names import parse_plain_name
from refkit.model.source import Source, Span
from refkit.records import replace
from refkit.xml_reading import XmlElement

_RECORDS = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation", "BookDocument")
_BOOKS = ("PubmedBookArticle", "BookDocument")
_PART_OF = {"MedlineCitation": "PubmedArticle", "BookDocument": "PubmedBookArticle"}

Put = Callable[[RecordValues, str, XmlElement], None]


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    return build_with(_read, entry)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return xml_records(source, _RECORDS, _read_type, _fields)


def _read_type(record: XmlElement, text: str) -> tuple[str, Span]:
    return "", Span(record.start, record.start)


def _fields(record: XmlElement, text: str) -> list[Field]:
    return fields_with(_read, record, text)


def _read(record: XmlElement, text: str) -> RecordValues:
    """Read a record, which is an article or a book, or the part of it that has the citation."""
    if record.tag in _PART_OF:
        record = replace(record, tag=_PART_OF[record.tag], children=[record])
    is_book = record.tag in _BOOKS
    table = BOOK if is_book else ARTICLE
    found = [(path, element) for path in table for element in _at(record, path.split("/"))]
    types = [plain_text(element) for path, element in found if table[path] == "type"]
    values = RecordValues(text, item_type_of(types))
    for path, element in found:
        _BY_VARIABLE.get(table[path], _put_text)(values, table[path], element)
    if is_book:
        _settle_book(values)
    return values


def _at(element: XmlElement, path: list[str]) -> Iterator[XmlElement]:
    """Yield the elements at a path."""
    for child in element.find_all(path[0]):
        if len(path) == 1:
            yield child
        else:
            yield from _at(child, path[1:])


def _put_text(values: RecordValues, variable: str, element: XmlElement) -> None:
    """Put a text, or a date that CSL has no variable for."""
    if element.find("Year"):
        values.keep(element.tag.lower(), element, str(_date(element)))
    else:
        values.put(variable, element, marked_text(element))


def _put_title(values: RecordValues, variable: str, element: XmlElement) -> None:
    values.put(variable, element, plain_title(marked_text(element)))


def _put_date(values: RecordValues, variable: str, element: XmlElement) -> None:
    values.put(variable, element, _date(element))


def _date(element: XmlElement) -> Date:
    """date = Year [Month [Day]] | Year Season | MedlineDate"""
    medline = child_text(element, "MedlineDate")
    if medline:
        return parse_date(medline)
    month = child_text(element, "Month") or child_text(element, "Season")
    return year_month_date(child_text(element, "Year"), month, child_text(element, "Day"))


def _put_names(values: RecordValues, variable: str, names: XmlElement) -> None:
    """Put the names of a list, without those that were corrected later."""
    role = NAME_LISTS.get(names.attributes.get("Type", ""), variable)
    if role == "author" and variable == "container-author":
        role = variable
    for author in names.find_all("Author"):
        name = _name(author)
        if name and author.attributes.get("ValidYN") != "N":
            values.put(role, author, name)


def _name(author: XmlElement) -> Name | None:
    """name = CollectiveName | LastName [ForeName | Initials] [Suffix]"""
    group, family = child_text(author, "CollectiveName"), child_text(author, "LastName")
    given = child_text(author, "ForeName") or child_text(author, "FirstName")
    given = given or child_text(author, "Initials")
    if not family:
        return Name(literal=group or given) if group or given else None
    name = parse_plain_name(f"{family}, {given}") if given else Name(family)
    return replace(name, suffix=child_text(author, "Suffix"))


def _put_pages(values: RecordValues, variable: str, pages: XmlElement) -> None:
    """pages = MedlinePgn | StartPage [EndPage]"""
    first, last = child_text(pages, "StartPage"), child_text(pages, "EndPage")
    both = f"{first}-{last}" if first and last and first != last else first
    values.put(variable, pages, child_text(pages, "MedlinePgn") or both)


def _put_abstract(values: RecordValues, variable: str, abstract: XmlElement) -> None:
    """Put the parts of an abstract with their labels, as PubMed's other format has them."""
    parts = []
    for part in abstract.find_all("AbstractText"):
        label, text = part.attributes.get("Label", ""), marked_text(part)
        is_labeled = label and label.upper() != "UNLABELLED"
        parts.append(f"{label}: {text}" if is_labeled and text else text)
    values.put(variable, abstract, " ".join(filter(None, parts)))


def _put_identifier(values: RecordValues, variable: str, element: XmlElement) -> None:
    """Put an identifier by its kind; those of publishers are kept under their kind."""
    kind = (element.attributes.get("IdType") or element.attributes.get("EIdType", "")).lower()
    known = IDENTIFIERS.get(kind)
    if element.attributes.get("ValidYN") == "N" or (known and values.has(known)):
        return
    if known:
        values.put(known, element)
    else:
        values.keep(kind or element.tag.lower(), element)


def _put_type(values: RecordValues, variable: str, element: XmlElement) -> None:
    if is_kept_type(plain_text(element)):
        values.keep("publicationtype", element)


def _put_language(values: RecordValues, variable: str, element: XmlElement) -> None:
    values.put(variable, element, language_code(plain_text(element)))


def _put_short_title(values: RecordValues, variable: str, element: XmlElement) -> None:
    """Put the first of two abbreviations that name the same journal."""
    if not values.has(variable):
        values.put(variable, element)


def _put_issn(values: RecordValues, variable: str, element: XmlElement) -> None:
    """Put an ISSN; the one that links the editions of a journal only if there is no other."""
    if element.tag != "ISSNLinking" or not values.has(variable):
        values.put(variable, element)


def _put_keyword(values: RecordValues, variable: str, element: XmlElement) -> None:
    """keyword = text | DescriptorName ("/" QualifierName)*"""
    parts = [plain_text(child) for child in element.find_all("DescriptorName", "QualifierName")]
    values.put(variable, element, "/".join(parts) or marked_text(element))


_BY_VARIABLE: Mapping[str, Put] = {
    "title": _put_title,
    "container-title": _put_title,
    "author": _put_names,
    "container-author": _put_names,
    "issued": _put_date,
    "available-date": _put_date,
    "page": _put_pages,
    "abstract": _put_abstract,
    "DOI": _put_identifier,
    "id": _put_identifier,
    "type": _put_type,
    "language": _put_language,
    "container-title-short": _put_short_title,
    "ISSN": _put_issn,
    "keyword": _put_keyword,
}


def _settle_book(values: RecordValues) -> None:
    """Read a book without a chapter as a book, and its authors as those of a chapter that has none."""
    is_chapter = values.has("title")
    values.type = "chapter" if is_chapter else "book"
    if not is_chapter:
        _rename(values, "container-title", "title")
    if not values.has("author"):
        _rename(values, "container-author", "author")


def _rename(values: RecordValues, old: str, new: str) -> None:
    for value in values.values:
        if value.variable == old:
            value.variable = new
