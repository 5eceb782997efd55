"""Highwire Press's `citation_reference`: the parts of a reference as `name=value` with semicolons between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.formats.text.records.values import (
    DamagedRecord,
    DataRecord,
    Values,
    doi_in,
    pages,
    person,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
)
from refkit.patterns import lazy_pattern

_SEPARATOR = lazy_pattern(r"(?:^|;)\s*citation_([a-z_]+)=")
_SEVERAL = lazy_pattern(r"\s*;\s*")
_COMMA = lazy_pattern(r"\s*,\s*")
_INITIALS_FIRST = lazy_pattern(r"((?:[A-Z]\.?[ -]?){0,3}[A-Z]\.?)\s{1,3}([^\W\d_][^\d,]{1,100})")
_LETTER = lazy_pattern(r"-?[A-Z]")
_TEXTS = {
    "title": "title", "journal_title": "container-title", "inbook_title": "container-title", "volume": "volume",
    "conference_title": "container-title", "conference": "event-title", "issue": "issue", "publisher": "publisher",
    "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "edition": "edition", "language": "language",
    "technical_report_institution": "publisher", "technical_report_number": "number",
    "dissertation_institution": "publisher", "fulltext_html_url": "URL", "public_url": "URL", "arxiv_id": "number",
    "journal_abbrev": "container-title-short", "series_title": "collection-title", "article_number": "number",
}  # fmt: skip


def read(data: str) -> Iterator[DataRecord]:
    """Yield the record of a reference. Raises DamagedRecord."""
    _, *parts = _SEPARATOR.split(data)
    pairs = [(name, value.strip(" ;")) for name, value in zip(parts[::2], parts[1::2], strict=True)]
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields.setdefault(name, value)
    if not any(
        fields.get(name) for name in ("title", "journal_title", "author", "inbook_title", "doi")
    ):
        raise DamagedRecord("it has neither a title nor an author")
    values: Values = {"type": _type(fields)}
    put_names(values, "author", _people(pairs))
    put_names(values, "editor", [person(value) for name, value in pairs if name == "editor"])
    put_fields(values, _TEXTS, lambda name: fields.get(name, ""))
    first, last = fields.get("firstpage", ""), fields.get("lastpage", "")
    put_texts(values, {"page": plain_pages(fields.get("pages", "")) or pages(first, last)})
    put_texts(values, {"DOI": doi_in(fields.get("doi", ""))})
    date = fields.get("publication_date") or fields.get("date") or fields.get("year")
    if date:
        values["issued"] = date.replace("/", "-")
    yield DataRecord(values)


def _people(pairs: Sequence[tuple[str, str]]) -> Iterator[object]:
    """Yield the authors; Springer has all of them in one value, with initials before the names and commas between."""
    for name, value in pairs:
        if name in ("author", "authors"):
            for text in _SEVERAL.split(value):
                parts = _COMMA.split(text)
                several = parts if all(map(_INITIALS_FIRST.fullmatch, parts)) else [text]
                yield from map(_name, several)


def _name(text: str) -> object:
    """name = initials family | any other form"""
    match = _INITIALS_FIRST.fullmatch(text)
    if match is None:
        return person(text)
    letters = _LETTER.findall(match[1])
    return {"family": match[2], "given": " ".join(f"{letter}." for letter in letters)}


def _type(fields: dict[str, str]) -> str:
    """Return the type of a reference by the parts that it has."""
    if fields.get("journal_title"):
        return "article-journal"
    if fields.get("conference_title") or fields.get("conference"):
        return "paper-conference"
    if fields.get("dissertation_institution"):
        return "thesis"
    if fields.get("technical_report_institution"):
        return "report"
    if fields.get("inbook_title"):
        return "chapter"
    return "book" if fields.get("publisher") or fields.get("isbn") else "document"
