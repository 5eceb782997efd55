"""From the attributes of a resource of DataCite to an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.data.datacite import (
    CONTAINING,
    DATES,
    ITEM_TYPES,
    ROLES,
    TYPES_WITH_GENRE,
    VARIABLES,
    VARIABLES_OF_CONTAINER,
    WORDS_OF_TEXTS,
)
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
from refkit.model.csl_json import name_from
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source

_INSIDE = "attributes"
_NESTED = ("container", "types")
# Values that DataCite writes for a missing one (schema, appendix 3): `:unav`, `(:tba)`.
_MISSING = frozenset(":unac :unal :unap :unas :unav :unkn :none :null :tba :etal".split())


def read(source: Source) -> Library:
    """Read the resources of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return json_entries(source, ("data",), _entry)


def _entry(record: JsonRecord, source: Source) -> Entry | Fault | None:
    inner = record.values.get(_INSIDE)
    values = inner if isinstance(inner, dict) else record.values
    types = values.get("types")
    general = types.get("resourceTypeGeneral") if isinstance(types, dict) else None
    places = (("resourceTypeGeneral", general), ("doi", values.get("doi")))
    is_resource = "doi" in values or isinstance(values.get("titles"), list)
    entry = json_entry(record, source, places, read_fields)
    return record_or_fault(entry, is_resource, "a resource of DataCite, which has a `doi`")


def read_fields(entry: Entry) -> list[Field]:
    """Return the attributes as fields with lower-case names, and each element of a list as one."""
    return [value.field for value in _values(entry)]


def _values(entry: Entry) -> list[JsonValue]:
    return json_values(entry, _INSIDE, _NESTED)


def build(entry: Entry) -> Draft:
    """Return the item of a resource, which has no cite key."""
    values = _values(entry)
    draft = Draft(entry, Item(""))
    _put_type(draft, {value.field.name: value for value in values})
    for value in values:
        put = _SPECIAL.get(value.field.name)
        variable = VARIABLES.get(value.field.name)
        if put is not None:
            put(draft, value)
        elif variable:
            put_text(draft, variable, value)
    _settle_year(draft, values)
    _settle_pages(draft, {value.field.name: value for value in values})
    return draft


def _put_type(draft: Draft, values: Mapping[str, JsonValue]) -> None:
    """Set the type: that of the resource, or what the words and DataCite itself say about a text."""
    general, words = values.get("types.resourcetypegeneral"), values.get("types.resourcetype")
    name = general.text if general else ""
    kind = ITEM_TYPES.get(name, "")
    if not kind:
        stated = values.get("types.citeproc")
        by_words = _type_of_words(words.text if words else "")
        kind = by_words or (stated.text if stated and stated.text in CSL_TYPES else "document")
    draft.item.type = kind
    is_repeated = words is None or _letters(words.text) in (_letters(name), _letters(kind), "")
    if words and not is_repeated and kind in TYPES_WITH_GENRE and not _is_missing(words.text):
        put_text(draft, "genre", words)
    elif name == "Poster" and general is not None:
        draft.put("genre", name, general.field)


def _type_of_words(words: str) -> str:
    lower = words.lower()
    return next((kind for word, kind in WORDS_OF_TEXTS.items() if word in lower), "")


def _is_missing(text: str) -> bool:
    return text.strip("()").lower() in _MISSING


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _put_creator(draft: Draft, value: JsonValue) -> None:
    _add_person(draft, "author", value)


def _put_contributor(draft: Draft, value: JsonValue) -> None:
    """Add a person by the type of the contribution; other types are kept under their names."""
    kind = value.member_text("contributorType")
    if kind in ROLES:
        _add_person(draft, ROLES[kind], value)
        return
    name = _person(value)
    if name is not None and kind:
        draft.keep(kind, name.inverted())


def _add_person(draft: Draft, variable: str, value: JsonValue) -> None:
    name = _person(value)
    if name is not None:
        draft.add_name(variable, name, value.field)


def _person(value: JsonValue) -> Name | None:
    """person = {"name", "nameType", "givenName", "familyName"} | text"""
    whole = value.member_text("name") or value.text
    family, given = value.member_text("familyName"), value.member_text("givenName")
    if value.member_text("nameType") == "Organizational":
        return Name(literal=whole or family) if whole or family else None
    if family:
        return name_from({"family": family, "given": given})
    return None if _is_missing(whole) else read_person(whole)


def _put_title(draft: Draft, value: JsonValue) -> None:
    """Set the title with its subtitle; other titles are kept under their type."""
    title = from_jats(value.member_text("title") or value.text)
    kind = value.member_text("titleType")
    if kind == "Subtitle":
        draft.append("title", title, value.field, ": ")
    elif kind:
        draft.keep(kind, title)
    else:
        draft.put("title", title, value.field)


def _put_publisher(draft: Draft, value: JsonValue) -> None:
    name = value.member_text("name") or value.text
    if not _is_missing(name):
        draft.put("publisher", name, value.field)


def _put_date(draft: Draft, value: JsonValue) -> None:
    """Set a date by its type; other types are about the data."""
    variable = DATES.get(value.member_text("dateType"))
    text = value.member_text("date").partition("T")[0]
    if variable and text and not draft.has(variable):
        draft.put_date(variable, parse_date(text), value.field)


def _settle_year(draft: Draft, values: list[JsonValue]) -> None:
    """Set the year of publication, unless the date of issue is in it."""
    year = next((v for v in values if v.field.name == "publicationyear" and v.text), None)
    if year is None:
        return
    stated = parse_date(year.text)
    issued, available = (draft.item.dates.get(v) for v in ("issued", "available-date"))
    if issued is not None and issued.year == stated.year:
        return
    if issued is None and available is not None and available.year == stated.year:
        draft.put_date("issued", available, draft.origins["available-date"])
        return
    draft.put_date("issued", stated, year.field)


def _put_subject(draft: Draft, value: JsonValue) -> None:
    draft.append("keyword", value.member_text("subject") or value.text, value.field, ", ")


def _put_description(draft: Draft, value: JsonValue) -> None:
    """Set the abstract; other descriptions are kept under their type."""
    kind = value.member_text("descriptionType")
    text = from_jats(value.member_text("description") or value.text)
    if kind in ("Abstract", ""):
        draft.put("abstract", text, value.field)
    else:
        draft.keep(kind, text)


def _put_rights(draft: Draft, value: JsonValue) -> None:
    text = value.member_text("rights") or value.member_text("rightsUri") or value.text
    draft.put("license", text, value.field)


def _put_related(draft: Draft, value: JsonValue) -> None:
    """Set the variables of the work that contains this one."""
    if value.member_text("relationType") not in CONTAINING:
        return
    titles = value.member("titles")
    for title in titles if isinstance(titles, list) else ():
        _put_container_title(draft, JsonValue(value.field, title))
    for name, variable in VARIABLES_OF_CONTAINER.items():
        draft.put(variable, value.member_text(name), value.field)
    draft.put("page", _range(value.member_text("firstPage"), value.member_text("lastPage")), value.field)  # fmt: skip
    _put_container_number(draft, JsonValue(value.field, value.member("relatedItemIdentifier")))


def _put_container_title(draft: Draft, title: JsonValue) -> None:
    text = title.member_text("title")
    if not draft.has("container-title"):
        draft.put("container-title", text, title.field)


def _put_container_number(draft: Draft, number: JsonValue) -> None:
    kind = number.member_text("relatedItemIdentifierType")
    text = number.member_text("relatedItemIdentifier")
    if kind in ("ISSN", "EISSN", "ISBN") and text:
        put_serial_numbers(draft, text, number.field, kind.removeprefix("E"))


def _put_serial_number(draft: Draft, value: JsonValue) -> None:
    """Set the number of the container, if it is an ISSN or ISBN."""
    stated = {v.field.name: v.text for v in _values(draft.entry)}
    kind = stated.get("container.identifiertype", "").upper()
    if kind in ("ISSN", "ISBN"):
        put_serial_numbers(draft, value.text, value.field, kind)


def _settle_pages(draft: Draft, values: Mapping[str, JsonValue]) -> None:
    first, last = values.get("container.firstpage"), values.get("container.lastpage")
    origin = first or last
    if origin is not None:
        pages = _range(first.text if first else "", last.text if last else "")
        draft.put("page", pages, origin.field)


def _range(first: str, last: str) -> str:
    return f"{first}-{last}" if first and last and first != last else first or last


_SPECIAL: dict[str, Callable[[Draft, JsonValue], None]] = {
    "container.identifier": _put_serial_number,
    "contributors": _put_contributor,
    "creators": _put_creator,
    "dates": _put_date,
    "descriptions": _put_description,
    "doi": lambda draft, value: put_doi(draft, value.text, value.field),
    "publisher": _put_publisher,
    "relateditems": _put_related,
    "rightslist": _put_rights,
    "subjects": _put_subject,
    "titles": _put_title,
}
