"""COinS: an OpenURL (ANSI/NISO Z39.88-2004) in the title of an empty HTML element, as Wikipedia and Zotero write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

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

_IDENTIFIER = lazy_pattern(r"(?:info|urn):(doi|pmid|isbn|issn)[/:](.+)", re.IGNORECASE)
MAX_FIELDS = 1000  # authors and other pairs of one record
_GENRES: dict[str, str] = {
    "article": "article-journal", "preprint": "article", "proceeding": "paper-conference",
    "conference": "paper-conference", "bookitem": "chapter", "book": "book", "report": "report",
    "document": "document", "issue": "periodical", "dissertation": "thesis",
}  # fmt: skip
# rft.type of the format for Dublin Core, as Zotero writes it
_DC_TYPES: dict[str, str] = {
    "journalarticle": "article-journal", "newspaperarticle": "article-newspaper", "webpage": "webpage",
    "magazinearticle": "article-magazine", "blogpost": "post-weblog", "film": "motion_picture",
    "videorecording": "motion_picture", "manuscript": "manuscript", "map": "map", "computerprogram": "software",
    "dataset": "dataset", "interview": "interview", "presentation": "speech", "case": "legal_case",
    "encyclopediaarticle": "entry-encyclopedia", "report": "report", "preprint": "article",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "issue": "issue", "pub": "publisher", "place": "publisher-place", "edition": "edition",
    "series": "collection-title", "isbn": "ISBN", "issn": "ISSN", "eissn": "ISSN", "tpages": "number-of-pages",
    "inst": "publisher", "degree": "genre", "publisher": "publisher", "description": "abstract",
    "language": "language", "number": "number", "stitle": "container-title-short",
}  # fmt: skip


def read(data: str) -> Iterator[DataRecord]:
    """Yield the record of an OpenURL. Raises DamagedRecord."""
    pairs = _pairs(data)
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields.setdefault(name, value)
    if not any(
        fields.get(name) for name in ("atitle", "btitle", "title", "jtitle", "au", "aulast")
    ):
        raise DamagedRecord("it has neither a title nor an author")
    ids = [value for name, value in pairs if name in ("rft_id", "id", "identifier")]
    yield DataRecord(
        _values(fields, [value for name, value in pairs if name in ("au", "creator")], ids)
    )


def _pairs(data: str) -> list[tuple[str, str]]:
    """Return the fields of an OpenURL, without the prefix `rft.`."""
    try:
        pairs = parse_qsl(data, max_num_fields=MAX_FIELDS)
    except ValueError as error:
        raise DamagedRecord(f"it has more than {MAX_FIELDS} fields") from error
    return [(name.removeprefix("rft."), value.strip()) for name, value in pairs if value.strip()]


def _values(fields: Mapping[str, str], authors: list[str], ids: list[str]) -> Values:
    """Return an OpenURL as CSL-JSON."""
    container = fields.get("jtitle", "") or fields.get("source", "")
    values: Values = {"type": _type(fields)}
    put_names(values, "author", [*_authors(fields, authors)])
    whole = fields.get("btitle", "") or fields.get("title", "")
    part = fields.get("atitle", "")
    title, container = (
        (part, container or whole) if part else (whole or container, container if whole else "")
    )
    put_texts(values, {"title": title, "container-title": container})
    put_fields(values, _TEXTS, lambda name: fields.get(name, ""))
    printed = fields.get("pages", "") or pages(fields.get("spage", ""), fields.get("epage", ""))
    article = fields.get("artnum", "")
    put_texts(values, {"page": "" if printed.strip("0-") == "" else plain_pages(printed)})
    put_texts(values, {"number": "" if article.startswith("http") else article})
    if fields.get("date"):
        values["issued"] = fields["date"]
    for text in ids:
        _put_identifier(values, text)
    return values


def _type(fields: Mapping[str, str]) -> str:
    """Return the type of a record by its format and genre."""
    matrix = fields.get("rft_val_fmt", "").rpartition(":")[2]
    genre = fields.get("genre", "").lower()
    if matrix == "dissertation":
        return "thesis"
    if matrix == "patent":
        return "patent"
    if matrix == "dc":
        return _DC_TYPES.get(fields.get("type", "").lower(), "document")
    if genre in _GENRES:
        return _GENRES[genre]
    if (
        matrix == "journal"
    ):  # Wikipedia's web pages have the genre "unknown" and the site as the journal
        return "article-journal" if "volume" in fields or "issn" in fields else "webpage"
    return "chapter" if "atitle" in fields else "book" if matrix == "book" else "document"


def _authors(fields: Mapping[str, str], others: list[str]) -> Iterator[object]:
    """Yield the first author from its parts, and the others, among which the first can be repeated."""
    family, given = fields.get("aulast", ""), fields.get("aufirst", "") or fields.get("auinit", "")
    if family:
        yield {"family": family, "given": given} if given else {"family": family}
    elif fields.get("aucorp"):
        yield {"literal": fields["aucorp"]}
    own = (
        {f"{given} {family}", f"{family}, {given}", f"{family} {given}", family}
        if family
        else set()
    )
    yield from (person(text) for text in others if text not in own)


def _put_identifier(values: Values, text: str) -> None:
    match = _IDENTIFIER.match(text)
    scheme = match[1].lower() if match else ""
    if scheme == "doi" or "doi.org/" in text:
        put_texts(values, {"DOI": doi_in(match[2] if match else text)})
    elif match:
        put_texts(values, {scheme.upper(): match[2]})
    elif text.startswith(("http://", "https://")):
        put_texts(values, {"URL": text})
