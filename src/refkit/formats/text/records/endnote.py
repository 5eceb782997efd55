"""Citations of EndNote: XML with a complete record for each cite, also in EndNote's own XML export."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.text.records.values import (
    DamagedRecord,
    DataRecord,
    Values,
    complete_elements,
    date_text,
    doi_in,
    person,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
)
from refkit.xml_reading import XmlElement

# EndNote's reference types in lower case; others are documents.
TYPES: dict[str, str] = {
    "journal article": "article-journal", "electronic article": "article-journal", "book": "book",
    "electronic book": "book", "edited book": "book", "book section": "chapter", "electronic book section": "chapter",
    "conference paper": "paper-conference", "conference proceedings": "paper-conference", "thesis": "thesis",
    "report": "report", "government document": "report", "web page": "webpage", "blog": "post-weblog",
    "newspaper article": "article-newspaper", "magazine article": "article-magazine", "dataset": "dataset",
    "patent": "patent", "case": "legal_case", "statute": "legislation", "bill": "bill", "standard": "standard",
    "film or broadcast": "motion_picture", "computer program": "software", "manuscript": "manuscript",
    "unpublished work": "manuscript", "map": "map", "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary", "personal communication": "personal_communication", "serial": "book",
}  # fmt: skip
_CONTRIBUTORS = {
    "authors": "author", "secondary-authors": "editor", "tertiary-authors": "collection-editor",
    "translated-authors": "translator",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "number": "issue", "edition": "edition", "publisher": "publisher", "abstract": "abstract",
    "pub-location": "publisher-place", "language": "language", "call-num": "call-number", "notes": "note",
    "research-notes": "annote", "label": "custom-label", "remote-database-name": "archive",
}  # fmt: skip


def read(data: str) -> Iterator[DataRecord]:
    """Yield the records of a citation. Raises DamagedRecord after those that precede an error."""
    is_empty = True
    for record in complete_elements(data[max(data.find("<EndNote"), 0) :], "record"):
        is_empty = False
        yield DataRecord(_values(record), _identity(record))
    if is_empty:
        raise DamagedRecord("it contains no record")


def _identity(record: XmlElement) -> str:
    keys = record.find("foreign-keys")
    return keys.all_text().strip() if keys else _text(record, "rec-number")


def _text(element: XmlElement, *path: str) -> str:
    found = element.follow(*path)
    return " ".join(found.all_text().split()) if found else ""


def _name(element: XmlElement) -> object:
    """name = family "," given | organization "," """
    text = " ".join(element.all_text().split())
    is_organization = text.endswith(",") and text.count(",") == 1
    return {"literal": text[:-1]} if is_organization else person(text)


def _values(record: XmlElement) -> Values:
    """Return a record as CSL-JSON."""
    kind = record.find("ref-type")
    type_name = kind.attributes.get("name", "").lower() if kind else ""
    values: Values = {"type": TYPES.get(type_name, "document")}
    for group, variable in _CONTRIBUTORS.items():
        people = record.follow("contributors", group)
        named = people.find_all("author") if people else ()
        put_names(values, variable, (_name(name) for name in named))
    put_fields(values, _TEXTS, lambda tag: _text(record, tag))
    _put_titles(values, record)
    _put_numbers(values, record)
    return values


def _put_titles(values: Values, record: XmlElement) -> None:
    container = _text(record, "periodical", "full-title") or _text(
        record, "titles", "secondary-title"
    )
    is_part = values["type"] != "book"
    series = _text(record, "titles", "tertiary-title") if is_part else container
    put_texts(
        values,
        {
            "title": _text(record, "titles", "title"),
            "title-short": _text(record, "titles", "short-title"),
            "container-title": container if is_part and values["type"] != "thesis" else "",
            "container-title-short": _text(record, "periodical", "abbr-1"),
            "collection-title": series,
        },
    )


def _put_numbers(values: Values, record: XmlElement) -> None:
    isbn = _text(record, "isbn")
    addresses = record.follow("urls", "related-urls")
    urls = addresses.find_all("url") if addresses else ()
    put_texts(
        values,
        {
            "page": plain_pages(_text(record, "pages")),
            "DOI": doi_in(_text(record, "electronic-resource-num")),
            "ISSN" if "-" in isbn and len(isbn) < 12 else "ISBN": isbn,
            "PMID": _text(record, "accession-num")
            if _text(record, "accession-num").isdigit()
            else "",
            "URL": next((url.all_text() for url in urls), ""),
        },
    )
    year = _text(record, "dates", "year")
    if year:
        values["issued"] = date_text(year)
