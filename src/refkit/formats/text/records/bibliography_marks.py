"""Citations of LibreOffice's bibliography, whose attributes resemble BibTeX's fields (OpenDocument 1.3, 19.773 ff.)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.formats.text.records.values import (
    DamagedRecord,
    DataRecord,
    Values,
    date_text,
    doi_in,
    person,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
    read_json,
)
from refkit.patterns import lazy_pattern

TYPES: dict[str, str] = {
    "article": "article-journal", "journal": "article-journal", "book": "book", "booklet": "pamphlet",
    "conference": "paper-conference", "inproceedings": "paper-conference", "inbook": "chapter",
    "incollection": "chapter", "manual": "book", "mastersthesis": "thesis", "phdthesis": "thesis",
    "proceedings": "book", "techreport": "report", "unpublished": "manuscript", "email": "personal_communication",
    "www": "webpage",
}  # fmt: skip
_TEXTS = {
    "title": "title", "journal": "container-title", "booktitle": "container-title", "volume": "volume",
    "number": "issue", "edition": "edition", "series": "collection-title", "publisher": "publisher",
    "institution": "publisher", "school": "publisher", "organizations": "publisher", "address": "publisher-place",
    "chapter": "chapter-number", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note", "annote": "annote",
    "report-type": "genre", "howpublished": "medium",
}  # fmt: skip
_SEPARATOR = lazy_pattern(r"\s*;\s*|\s+and\s+")


def read(data: str) -> Iterator[DataRecord]:
    """Yield the record of a mark. Raises DamagedRecord."""
    attributes = read_json(data)
    if not isinstance(attributes, Mapping):
        raise DamagedRecord("it has no attributes")
    texts = {str(name): str(text) for name, text in attributes.items()}
    if not any(texts.get(name) for name in ("title", "author", "url")):
        raise DamagedRecord("it has neither a title nor an author")
    key = texts.get("identifier", "")
    yield DataRecord(_values(texts), key, key)


def _values(texts: Mapping[str, str]) -> Values:
    values: Values = {"type": TYPES.get(texts.get("bibliography-type", ""), "document")}
    for role in ("author", "editor"):
        put_names(values, role, map(person, _SEPARATOR.split(texts.get(role, ""))))
    put_fields(values, _TEXTS, lambda name: texts.get(name, ""))
    put_texts(
        values, {"page": plain_pages(texts.get("pages", "")), "DOI": doi_in(texts.get("url", ""))}
    )
    if texts.get("year"):
        values["issued"] = date_text(texts["year"], texts.get("month", ""))
    return values
