"""Reader for MODS."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.languages import NO_LANGUAGE, language_code
from refkit.data.mods import (
    CONTINUING,
    DETAILS,
    GENRES,
    HOST_GENRES,
    IDENTIFIERS,
    RESOURCES,
)
from refkit.formats._draft import Draft, read_records
from refkit.formats._xml_records import xml_records
from refkit.formats._xml_values import (
    RecordValues,
    build_with,
    child_text,
    fields_with,
    marked_text,
    plain_text,
)
from refkit.formats.mods.names import put_names
from refkit.formats.mods.origin import put_origin
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.xml_reading import XmlElement

_PAGES = lazy_pattern(r"([0-9]{1,5})\s*(?:p\b|pp\b|pages\b|S\.|Seiten\b)")
_HANDLE = "https://hdl.handle.net/"


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    return build_with(_read, entry)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return xml_records(source, ("mods",), _read_type, _fields, "@ID")


def _read_type(record: XmlElement, text: str) -> tuple[str, Span]:
    """Return the first genre and its place."""
    genre = record.find("genre")
    if genre is None:
        return "", Span(record.start, record.start)
    return plain_text(genre).lower(), genre.content_span(text)


def _fields(record: XmlElement, text: str) -> list[Field]:
    return fields_with(_read, record, text)


def _read(record: XmlElement, text: str) -> RecordValues:
    """Read a record with the work that contains it, and the series of either."""
    hosts = [*_related(record, "host")]
    values = RecordValues(text, _item_type(record, hosts[0] if hosts else None))
    key = record.attributes.get("ID", "")
    values.put("id", record, key)
    _put_titles(values, record, "title", "title-short")
    put_names(values, record, "author", "editor")
    put_origin(values, record)
    _put_identifiers(values, record, own=True)
    _put_parts(values, record)
    _put_texts(values, record)
    for host in hosts:
        _put_host(values, host)
    for owner in (record, *hosts):
        for series in _related(owner, "series"):
            _put_series(values, series)
    return values


def _related(record: XmlElement, kind: str) -> Iterator[XmlElement]:
    return (r for r in record.find_all("relatedItem") if r.attributes.get("type") == kind)


def _item_type(record: XmlElement, host: XmlElement | None) -> str:
    """Return the item type by the genres of a record and its host, the kind of resource, and how it was issued."""
    own = [GENRES[name] for name in _genres(record) if name in GENRES]
    if host is not None:
        inside = [HOST_GENRES[name] for name in _genres(host) if name in HOST_GENRES]
        if own and own[0] not in ("article-journal", "book", "periodical"):
            return own[0]
        return (inside or own or [_type_in(host)])[-1 if len(inside) > 1 else 0]
    resources = [
        RESOURCES.get(plain_text(one).lower(), "") for one in record.find_all("typeOfResource")
    ]
    issued = {
        plain_text(one)
        for origin in record.find_all("originInfo")
        for one in origin.find_all("issuance")
    }
    if own:
        return own[0]
    other = "periodical" if issued & CONTINUING else "book" if issued else "document"
    return next(filter(None, resources), other)


def _genres(record: XmlElement) -> list[str]:
    return [plain_text(genre).lower() for genre in record.find_all("genre")]


def _type_in(host: XmlElement) -> str:
    """Return the type of an item in a work without a genre: an article if there are issues or an ISSN."""
    issuance = child_text(host, "originInfo", "issuance")
    kinds = {one.attributes.get("type") for one in host.find_all("identifier")}
    details = {one.attributes.get("type") for one in host.iter("detail")}
    is_article = issuance in CONTINUING or "issn" in kinds or details & {"issue", "number"}
    return "article-journal" if is_article or not (issuance or kinds) else "chapter"


def _put_titles(values: RecordValues, record: XmlElement, variable: str, short: str) -> None:
    """Put the main title and the abbreviated one; others are kept under their kind."""
    for info in record.find_all("titleInfo"):
        kind = info.attributes.get("type", "")
        title = full_title(info)
        if not kind and not values.has(variable):
            values.put(variable, info, title)
        elif kind == "abbreviated":
            values.put(short, info, title)
        else:
            values.keep(f"{kind or 'other'}-{variable}", info, title)


def full_title(info: XmlElement) -> str:
    """title = [nonSort] title [": " subTitle] [". " partNumber] [", " | ". " partName]"""
    title = " ".join(marked_text(one) for one in info.find_all("title"))
    article = child_text(info, "nonSort")
    if article:
        title = f"{article}{'' if article[-1] in chr(39) + '’-' else ' '}{title}"
    subtitle = child_text(info, "subTitle")
    if subtitle:
        title = f"{title.rstrip(' :')}: {subtitle}" if title else subtitle
    number, name = child_text(info, "partNumber"), child_text(info, "partName")
    part = ", ".join(filter(None, (number, name)))
    return f"{title.rstrip(' .')}. {part}" if part else title


def _put_identifiers(values: RecordValues, record: XmlElement, own: bool) -> None:
    """Put identifiers by their type; a host has only the numbers of a book or a periodical."""
    for element in record.find_all("identifier"):
        kind = element.attributes.get("type", "").strip().lower().replace(" ", "-")
        variable, text = IDENTIFIERS.get(kind, ""), plain_text(element)
        if element.attributes.get("invalid") == "yes" or not variable:
            values.keep(kind or "identifier", element, text if own else "")
        elif variable == "id":
            values.put(variable, element, "" if values.has("id") else text)
        elif own or variable in ("ISBN", "ISSN"):
            is_handle = kind == "hdl" and "://" not in text
            values.put(variable, element, _HANDLE + text if is_handle else text)


def _put_parts(values: RecordValues, record: XmlElement) -> None:
    """Put volume, issue, pages and date of `part`."""
    for part in record.find_all("part"):
        for detail in part.find_all("detail"):
            kind = detail.attributes.get("type", "").lower()
            number = next(
                filter(None, (child_text(detail, t) for t in ("number", "caption", "title"))), ""
            )
            variable = DETAILS.get(kind, "")
            if variable:
                values.put(variable, detail, number)
            else:
                values.keep(kind or "detail", detail, number)
        for extent in part.find_all("extent"):
            _put_extent(values, extent)
        for date in part.find_all("date") if not values.has("issued") else ():
            values.put("issued", date, parse_date(plain_text(date)))


def _put_extent(values: RecordValues, extent: XmlElement) -> None:
    """extent = start [end] | list | total"""
    first, last = child_text(extent, "start"), child_text(extent, "end")
    both = f"{first}-{last}" if first and last and first != last else first or last
    values.put("page", extent, both or child_text(extent, "list"))
    values.put("number-of-pages", extent, child_text(extent, "total"))


def _put_host(values: RecordValues, host: XmlElement) -> None:
    """Put the work that contains the item; its own values stand for those that the item does not have."""
    _put_titles(values, host, "container-title", "container-title-short")
    put_names(values, host, "container-author", "editor")
    _put_parts(values, host)
    put_origin(values, host)
    _put_identifiers(values, host, own=False)


def _put_series(values: RecordValues, series: XmlElement) -> None:
    """Put the series with the number of the volume in it."""
    for info in series.find_all("titleInfo"):
        title = child_text(info, "title")
        number = info.find("partNumber")
        if number:
            values.put("collection-number", number)
        values.put("collection-title", info, title)
    for detail in series.iter("detail"):
        values.put("collection-number", detail, child_text(detail, "number"))
    put_names(values, series, "collection-editor", "collection-editor")
    _put_identifiers(values, series, own=False)


def _put_texts(values: RecordValues, record: XmlElement) -> None:
    """Put the texts about an item: language, abstract, notes, subjects, addresses and extent."""
    for element in record.children:
        tag = element.tag
        if tag == "language":
            _put_language(values, element)
        elif tag in ("abstract", "note"):
            values.put(tag, element, marked_text(element))
        elif tag == "subject":
            _put_subject(values, element)
        elif tag == "location":
            _put_location(values, element)
        elif tag == "physicalDescription":
            _put_description(values, element)
        elif tag in ("classification", "tableOfContents", "accessCondition"):
            values.keep(tag.lower(), element)
        elif tag == "genre" and plain_text(element).lower() not in GENRES:
            values.put("genre" if values.type in ("thesis", "report") else "", element)


def _put_language(values: RecordValues, element: XmlElement) -> None:
    """Put the code of the first language, or else its name."""
    terms = sorted(
        element.find_all("languageTerm"), key=lambda t: t.attributes.get("type") != "code"
    )
    code = plain_text(terms[0]) if terms else ""
    if code not in NO_LANGUAGE and not values.has("language"):
        values.put("language", element, language_code(code))


def _put_subject(values: RecordValues, subject: XmlElement) -> None:
    """Put the topic with its subdivisions as a keyword."""
    tags = ("topic", "geographic", "temporal", "genre")
    words = [plain_text(one) for one in subject.find_all(*tags)]
    values.put("keyword", subject, " -- ".join(filter(None, words)))


def _put_location(values: RecordValues, location: XmlElement) -> None:
    for url in location.find_all("url"):
        is_item = url.attributes.get("access", "") not in ("preview", "raw object")
        if is_item and not values.has("URL"):
            values.put("URL", url)
            values.put("accessed", url, parse_date(url.attributes.get("dateLastAccessed", "")))
    for tag, variable in (("shelfLocator", "call-number"), ("physicalLocation", "archive")):
        for element in location.find_all(tag):
            values.put(variable, element)


def _put_description(values: RecordValues, description: XmlElement) -> None:
    """Put the number of pages; another extent is kept."""
    for extent in description.find_all("extent"):
        pages = _PAGES.search(plain_text(extent))
        if pages:
            values.put("number-of-pages", extent, pages[1])
        else:
            values.keep("extent", extent)
