"""From the members of a work of OpenAlex to an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from refkit.data.crossref import ITEM_TYPES as CROSSREF_TYPES
from refkit.data.openalex import ITEM_TYPES, SOURCES, VARIABLES
from refkit.formats._draft import Draft, read_records
from refkit.formats._json_entries import (
    JsonValue,
    json_entries,
    json_entry,
    json_values,
    put_text,
    record_or_fault,
)
from refkit.formats._json_records import JsonRecord
from refkit.formats._markup import from_jats
from refkit.formats._values import put_doi, put_serial_numbers, read_person
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source

_NESTED = ("biblio", "ids", "primary_location", "primary_location.source")
_SOURCE = "primary_location.source"
_MOST_WORDS = 20_000  # of an abstract


def read(source: Source) -> Library:
    """Read the works of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return json_entries(source, ("results",), _entry)


def _entry(record: JsonRecord, source: Source) -> Entry | Fault | None:
    values = record.values
    places = (("type", values.get("type")), ("id", values.get("id")))
    is_work = "openalex.org/" in str(values.get("id", "")) and "type" in values
    entry = json_entry(record, source, places, read_fields)
    return record_or_fault(entry, is_work, "a work of OpenAlex, which has its `id` and a `type`")


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of a work as fields with lower-case names, and each element of a list as one."""
    return [value.field for value in _values(entry)]


def _values(entry: Entry) -> list[JsonValue]:
    return json_values(entry, nested=_NESTED)


def build(entry: Entry) -> Draft:
    """Return the item of a work, which has no cite key."""
    values = _values(entry)
    by_name = {value.field.name: value for value in reversed(values)}
    draft = Draft(entry, Item("", _item_type(by_name)))
    for value in values:
        put = _SPECIAL.get(value.field.name)
        variable = VARIABLES.get(value.field.name)
        if put is not None:
            put(draft, value)
        elif variable:
            put_text(draft, variable, value)
    _put_issued(draft, by_name)
    _put_source(draft, by_name)
    _put_pages(draft, by_name)
    return draft


def _text(values: Mapping[str, JsonValue], name: str) -> str:
    value = values.get(name)
    return value.text if value is not None else ""


def _item_type(values: Mapping[str, JsonValue]) -> str:
    """Return the type; an article in proceedings is a conference paper."""
    stated = _text(values, "type")
    if stated == "article" and _text(values, f"{_SOURCE}.type") == "conference":
        return "paper-conference"
    if stated in ("article", "other", ""):
        crossref = _text(values, "type_crossref")
        return CROSSREF_TYPES.get(crossref, "") or ITEM_TYPES.get(stated, "document")
    return ITEM_TYPES.get(stated, "document")


def _put_title(draft: Draft, value: JsonValue) -> None:
    """Set the title, which has two members."""
    if not draft.has("title"):
        draft.put("title", from_jats(value.text), value.field)


def _put_author(draft: Draft, value: JsonValue) -> None:
    """Add an author: the name as it is in the work, or OpenAlex's for the person."""
    author = JsonValue(value.field, value.member("author"))
    text = value.member_text("raw_author_name") or author.member_text("display_name")
    name = read_person(text)
    if name is None:
        return
    draft.add_name("author", name, value.field)
    number = len(draft.item.names["author"])
    draft.keep(f"author-{number}-ORCID", author.member_text("orcid"))


def _put_keyword(draft: Draft, value: JsonValue) -> None:
    name = value.member_text("display_name") or value.member_text("keyword") or value.text
    draft.append("keyword", name, value.field, ", ")


def _put_abstract(draft: Draft, value: JsonValue) -> None:
    """Set the abstract, whose words are stated with their positions."""
    index = value.value
    if not isinstance(index, dict):
        return
    words = [
        (position, word)
        for word, positions in index.items()
        if isinstance(positions, list)
        for position in positions
        if isinstance(position, int)
    ]
    text = " ".join(word for _, word in sorted(words)[:_MOST_WORDS])
    draft.put("abstract", from_jats(text), value.field)


def _put_last_part(variable: str) -> Callable[[Draft, JsonValue], None]:
    """Return a function that sets a number at the end of an address."""
    return lambda draft, value: draft.put(
        variable, value.text.rstrip("/").rpartition("/")[2], value.field
    )


def _put_address(draft: Draft, value: JsonValue) -> None:
    """Set the address, unless it is that of the DOI."""
    if "doi.org/" not in value.text:
        put_text(draft, "URL", value)


def _put_issued(draft: Draft, values: Mapping[str, JsonValue]) -> None:
    """Set the date of publication; 1 January means that only the year is known."""
    date, year = values.get("publication_date"), values.get("publication_year")
    if date is not None and not date.text.endswith("-01-01"):
        draft.put_date("issued", parse_date(date.text), date.field)
    elif year is not None or date is not None:
        origin = year or date
        assert origin is not None  # one of them is stated
        draft.put_date("issued", parse_date(origin.text[:4]), origin.field)


def _put_source(draft: Draft, values: Mapping[str, JsonValue]) -> None:
    """Set the journal, series or repository that contains the work, and its publisher."""
    name = values.get(f"{_SOURCE}.display_name")
    variable = SOURCES.get(_text(values, f"{_SOURCE}.type"), "container-title")
    if variable == "publisher" and draft.item.type == "article-journal":
        variable = "source"  # a copy in a repository
    if name is not None and variable:
        put_text(draft, variable, name)
    host = values.get(f"{_SOURCE}.host_organization_name")
    if host is not None and variable not in ("publisher", "source"):
        put_text(draft, "publisher", host)


def _put_issn(draft: Draft, value: JsonValue) -> None:
    put_serial_numbers(draft, value.text, value.field, "ISSN")


def _put_pages(draft: Draft, values: Mapping[str, JsonValue]) -> None:
    first, last = values.get("biblio.first_page"), values.get("biblio.last_page")
    origin = first or last
    if origin is not None:
        pages = [v.text for v in (first, last) if v is not None and v.text]
        draft.put("page", "-".join(dict.fromkeys(pages)), origin.field)


_SPECIAL: dict[str, Callable[[Draft, JsonValue], None]] = {
    "abstract_inverted_index": _put_abstract,
    "authorships": _put_author,
    "display_name": _put_title,
    "doi": lambda draft, value: put_doi(draft, value.text, value.field),
    "ids.pmcid": _put_last_part("PMCID"),
    "ids.pmid": _put_last_part("PMID"),
    "keywords": _put_keyword,
    "primary_location.landing_page_url": _put_address,
    "primary_location.source.issn": _put_issn,
    "title": _put_title,
}
