r"""Records of amsrefs in LaTeX documents: `\bib{key}{type}{author={Doe, Jane}, title={...}, ...}`.

Source: "User's Guide to the amsrefs Package" (2013), 5 and 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.documents._latex_definitions import Code
from refkit.formats.text.records.values import (
    DamagedRecord,
    DataRecord,
    Values,
    doi_in,
    person,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
)
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_text

TYPES: dict[str, str] = {
    "article": "article-journal", "book": "book", "misc": "document", "report": "report", "thesis": "thesis",
    "collection.article": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "conference": "paper-conference", "proceedings": "book", "collection": "book", "preprint": "article",
    "eprint": "article", "patent": "patent", "webpage": "webpage", "periodical": "periodical",
}  # fmt: skip
_TEXTS = {
    "title": "title", "journal": "container-title", "volume": "volume", "number": "issue", "series": "collection-title",
    "publisher": "publisher", "organization": "publisher", "institution": "publisher", "address": "publisher-place",
    "place": "publisher-place", "edition": "edition", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note",
    "language": "language", "type": "genre", "status": "status", "part": "part-number",
}  # fmt: skip
_NAMES = ("author", "editor", "translator")
_READ = {*_TEXTS, *_NAMES, *"subtitle book booktitle conference date year pages doi eprint".split()}
_FIELD = lazy_pattern(r"\s*,?\s*([A-Za-z][A-Za-z-]*)\s*=\s*(?=\{)")
_ARXIV = lazy_pattern(r"\s*(?:arxiv|arXiv)[: ]\s*(\S+)")
Fields = list[tuple[str, str]]


def read(data: str) -> Iterator[DataRecord]:
    """Yield the record. Raises DamagedRecord."""
    code, position = Code(data, data), data.find("{")
    groups: list[str] = []
    while (group := code.group(position)) is not None and len(groups) < 3:
        groups.append(code.read(group))
        position = group.end + 1
    if len(groups) < 3:
        raise DamagedRecord("its braces are unbalanced")
    key, kind, text = groups
    fields = _fields(text)
    if not any(name in ("title", "author", "editor", "book", "note") for name, _ in fields):
        raise DamagedRecord("it has neither a title nor an author")
    yield DataRecord(_values(kind.strip(), fields), key, " ".join(key.split()))


def _fields(text: str) -> Fields:
    """fields = name "=" "{" value "}" ("," ...)*. Raises DamagedRecord for other text."""
    code, position, fields = Code(text, text), 0, []
    while match := _FIELD.match(text, position):
        value = code.group(match.end())
        if value is None:
            raise DamagedRecord(f"the braces of `{match[1]}` are unbalanced")
        fields.append((match[1].lower(), code.read(value)))
        position = value.end + 1
    left = text[position:].strip(" \t\r\n,")
    if left:
        raise DamagedRecord(f"`{left[:40]}` is not a field")
    return fields


def _values(kind: str, fields: Fields) -> Values:
    """Return a record as CSL-JSON."""
    texts: dict[str, str] = {}
    for name, value in fields:
        texts.setdefault(name, value)
    inner = _fields(texts["book"]) if "=" in texts.get("book", "") else []
    book = dict(inner)
    values: Values = {"type": TYPES.get(kind, "document")}
    if values["type"] == "article-journal" and "journal" not in texts:
        values["type"] = _type_without_journal(texts)
    for role in _NAMES:
        put_names(values, role, _people(fields, role))
    if inner:
        put_names(values, "editor", _people(inner, "editor"))
    put_fields(values, _TEXTS, lambda name: decode_text(texts.get(name, "")))
    subtitle = decode_text(texts.get("subtitle", ""))
    if subtitle and values.get("title"):
        values["title"] = f"{values['title']}: {subtitle}"
    container = book.get("title", "") or texts.get("booktitle", "") or texts.get("conference", "")
    put_texts(values, {"container-title": _plain_container(container)})
    put_fields(values, _TEXTS, lambda name: decode_text(book.get(name, "")))
    _put_numbers(values, texts, book)
    other = {name: decode_text(text) for name, text in texts.items() if name not in _READ}
    if other:
        values["custom"] = other
    return values


def _people(fields: Fields, role: str) -> list[object]:
    return [person(decode_text(value)) for name, value in fields if name == role]


def _type_without_journal(texts: dict[str, str]) -> str:
    if "conference" in texts:
        return "paper-conference"
    if "book" in texts or "booktitle" in texts or "publisher" in texts:
        return "chapter"
    return "article" if "eprint" in texts else "article-journal"


def _plain_container(value: str) -> str:
    """Return the title of a conference or book, which can have fields of its own."""
    title = dict(_fields(value)).get("title", "") if _FIELD.match(value) else value
    return decode_text(title)


def _put_numbers(values: Values, texts: dict[str, str], book: dict[str, str]) -> None:
    date = texts.get("date") or texts.get("year") or book.get("date") or book.get("year") or ""
    eprint = _ARXIV.match(texts.get("eprint", ""))
    pages = decode_text(texts.get("pages", "")).replace("\\ndash", "–")
    variable = "number-of-pages" if values["type"] == "book" else "page"
    put_texts(values, {variable: plain_pages(pages), "DOI": doi_in(texts.get("doi", ""))})
    if eprint:
        put_texts(values, {"archive": "arXiv", "archive_location": eprint[1]})
    elif texts.get("eprint", "").startswith("http"):
        put_texts(values, {"URL": texts["eprint"]})
    if date:
        values["issued"] = date.strip()
