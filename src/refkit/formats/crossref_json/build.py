"""From the members of a work of Crossref to an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from refkit.data.crossref import DATES, ITEM_TYPES, PARTS, VARIABLES
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.formats._draft import Draft, kind_of, read_records
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
from refkit.formats._values import put_doi, put_serial_numbers
from refkit.model.csl_dates import read_date
from refkit.model.csl_json import name_from
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_MARKED_UP = frozenset("abstract container-title original-title short-title subtitle title".split())
_NUMBER_ADDRESS = lazy_pattern(r"https?://id\.crossref\.org/is[bs]n/")
_PROVIDERS = frozenset(("article", "report", "thesis"))


def read(source: Source) -> Library:
    """Read the works of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return json_entries(source, ("message", "items"), _entry)


def _entry(record: JsonRecord, source: Source) -> Entry | Fault | None:
    places = (("type", record.values.get("type")), ("DOI", record.values.get("DOI")))
    is_work = "DOI" in record.values or isinstance(record.values.get("title"), list)
    entry = json_entry(record, source, places, read_fields)
    return record_or_fault(entry, is_work, "a work of Crossref, which has a `DOI`")


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of a work as fields with lower-case names, and each element of a list as one."""
    return [value.field for value in _values(entry)]


def _values(entry: Entry) -> list[JsonValue]:
    return json_values(entry, nested=("event",))


def build(entry: Entry) -> Draft:
    """Return the item of a work, which has no cite key."""
    values = _values(entry)
    draft = Draft(entry, Item("", _item_type(entry)))
    for value in values:
        _put(draft, value)
    _put_issued(draft, values)
    _settle_container(draft, values)
    _settle_publisher(draft, values)
    return draft


def _item_type(entry: Entry) -> str:
    return entry.type if entry.type in CSL_TYPES else ITEM_TYPES.get(entry.type, "document")


def _put(draft: Draft, value: JsonValue) -> None:
    """Set the variable of a member; others are not about the work."""
    name = value.field.name
    put = _SPECIAL.get(name)
    variable = VARIABLES.get(name, "")
    if put is not None:
        put(draft, value)
    elif kind_of(variable) == "names":
        _put_name(draft, variable, value)
    elif variable:
        put_text(draft, variable, _without_jats(value) if name in _MARKED_UP else value)


def _without_jats(value: JsonValue) -> JsonValue:
    return JsonValue(value.field, from_jats(value.value)) if isinstance(value.value, str) else value


def _put_name(draft: Draft, variable: str, value: JsonValue) -> None:
    """person = {"given", "family", "suffix", "ORCID"} | {"name"}"""
    name = name_from(value.value)
    if name is None:
        return
    draft.add_name(variable, name, value.field)
    number = len(draft.item.names[variable])
    draft.keep(f"{variable}-{number}-ORCID", value.member_text("ORCID"))


def _put_subtitle(draft: Draft, value: JsonValue) -> None:
    """Add the subtitle, unless the title contains it."""
    subtitle, title = from_jats(value.text), draft.item.text.get("title", "")
    if subtitle and subtitle.lower() not in title.lower():
        draft.append("title", subtitle, value.field, ": ")


def _put_number(draft: Draft, value: JsonValue) -> None:
    number = _NUMBER_ADDRESS.sub("", value.text)
    put_serial_numbers(draft, number, value.field, VARIABLES[value.field.name])


def _put_address(draft: Draft, value: JsonValue) -> None:
    """Set the address, unless it is that of the DOI."""
    if "doi.org/" not in value.text:
        put_text(draft, "URL", value)


def _put_keyword(draft: Draft, value: JsonValue) -> None:
    draft.append("keyword", value.text, value.field, ", ")


def _put_event_date(draft: Draft, value: JsonValue) -> None:
    """Set the first day of the event, and with it the last one."""
    parts = [_date_parts(value.value)]
    end = next((v for v in _values(draft.entry) if v.field.name == "event.end"), None)
    parts += [_date_parts(end.value)] if end else []
    date = read_date({"date-parts": [part for part in parts if part]})[0]
    if date:
        draft.put_date("event-date", date, value.field)


def _date_parts(value: object) -> object:
    """Return year, month and day of a date of Crossref, or None."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return parts[0] if isinstance(parts, list) and parts and parts != [[None]] else None


def _put_degree(draft: Draft, value: JsonValue) -> None:
    put_text(draft, "genre", value)


def _put_standards_body(draft: Draft, value: JsonValue) -> None:
    draft.put("authority", value.member_text("name"), value.field)


_SPECIAL: dict[str, Callable[[Draft, JsonValue], None]] = {
    "container-title": lambda draft, value: None,
    "degree": _put_degree,
    "doi": lambda draft, value: put_doi(draft, value.text, value.field),
    "event.start": _put_event_date,
    "isbn": _put_number,
    "issn": _put_number,
    "standards-body": _put_standards_body,
    "subject": _put_keyword,
    "subtitle": _put_subtitle,
    "url": _put_address,
}


def _put_issued(draft: Draft, values: list[JsonValue]) -> None:
    """Set the date of the issue, and the date on which the article was first available."""
    by_name = {value.field.name: value for value in values if _date_parts(value.value)}
    found = [by_name[name] for name in DATES if name in by_name]
    if not found:
        return
    date = read_date({"date-parts": [_date_parts(found[0].value)]})[0]
    if date:
        draft.put_date("issued", date, found[0].field)
    online = by_name.get("published-online")
    if online and _date_parts(online.value) != _date_parts(found[0].value):
        available = read_date({"date-parts": [_date_parts(online.value)]})[0]
        if available:
            draft.put_date("available-date", available, online.field)


def _settle_container(draft: Draft, values: list[JsonValue]) -> None:
    """Set the container, and before it the series if there are two; further ones are other names."""
    titles = [_without_jats(v) for v in values if v.field.name == "container-title" and v.text]
    if len(titles) > 1 and draft.item.type in PARTS:
        put_text(draft, "collection-title", titles.pop(0))
    for title in titles:
        put_text(draft, "container-title", title)


def _settle_publisher(draft: Draft, values: list[JsonValue]) -> None:
    """Set the institution of a thesis, report or preprint as its publisher; Crossref's member is the depositor."""
    institution = next((v for v in values if v.field.name == "institution"), None)
    if institution is None or draft.item.type not in _PROVIDERS:
        return
    name = institution.member_text("name")
    depositor = draft.item.text.get("publisher", "")
    if name and name != depositor:
        draft.keep("publisher", depositor)
        draft.item.text["publisher"] = name
        draft.origins["publisher"] = institution.field
    place = institution.member("place")
    if isinstance(place, list) and place and isinstance(place[0], str):
        draft.put("publisher-place", place[0], institution.field)
