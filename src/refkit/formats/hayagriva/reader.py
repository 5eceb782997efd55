"""Reader for Hayagriva's YAML: entries with parents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from refkit.data.hayagriva import (
    DEFAULT_PARENTS,
    EVENTS,
    PARENT_TEXTS,
    ROLES,
    SERIAL_NUMBERS,
    SERIES_TEXTS,
    TEXTS,
    TYPES,
    WHOLE_WORKS,
)
from refkit.errors import UnreadableFile
from refkit.formats._draft import Draft, read_records
from refkit.formats._values import put_doi, read_person
from refkit.formats._yaml_records import (
    elements,
    fields_of_members,
    in_order,
    member_field,
    place_of,
    value_of,
    yaml_entry,
)
from refkit.model.csl_json import split_family, split_given
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.yaml_reading import (
    YamlMap,
    YamlMember,
    YamlScalar,
    YamlText,
    YamlValue,
    read_yaml,
    scalar_text,
)

_VERBATIM = lazy_pattern(r"\{([^{}]*)\}")
_FORMATTED = frozenset(("title", "publisher", "location", "archive"))


def read(source: Source) -> Library:
    """Read the entries of a source."""
    found = read_yaml(source.readable_text())
    if not found.errors and not any(True for _ in _members(found)):
        raise UnreadableFile(source.name, "it is YAML, but has no entries of Hayagriva")
    return read_records(source, partial(_entries, found=found), build)


def _members(found: YamlText) -> Iterator[tuple[YamlMember, YamlMap]]:
    """Yield the entries with their keys: mappings with a type, a title or a parent."""
    for document in found.documents:
        if isinstance(document, YamlMap):
            for member in document.members.values():
                value = member.value
                if (
                    isinstance(value, YamlMap)
                    and {"type", "title", "parent"} & value.members.keys()
                ):
                    yield member, value


def _entries(source: Source, found: YamlText) -> Iterator[Entry | Fault]:
    return in_order(source, found, (_entry(source, *pair) for pair in _members(found)))


def _entry(source: Source, member: YamlMember, value: YamlMap) -> Entry:
    kind = scalar_text(value.get("type")).lower() or "misc"
    places = place_of(value, "type"), Span(member.start, member.end)
    return yaml_entry(source, value, kind, member.name, places, fields_of_members)


def build(entry: Entry) -> Draft:
    """Return the item of an entry."""
    value = value_of(entry)
    parents = [one for one in elements(value.get("parent")) if isinstance(one, YamlMap)]
    draft = Draft(entry, Item(entry.key, _item_type(entry, parents)))
    if not any(row.entry == entry.type for row in TYPES):
        message = f"`{entry.type}` is not an entry type of Hayagriva; it is read as `misc`"
        draft.faults.append(Fault(message, entry.type_span, entry.source, "value"))
    for member in value.members.values():
        if member.name not in ("type", "parent"):
            _put(draft, member, TEXTS)
    for parent in parents:
        _put_parent(draft, parent, entry.type)
    return draft


def _item_type(entry: Entry, parents: list[YamlMap]) -> str:
    kind = scalar_text(parents[0].get("type")).lower() if parents else ""
    parent = kind or (DEFAULT_PARENTS.get(entry.type, "") if parents else "")
    fitting = (r.item for r in TYPES if r.entry == entry.type and r.parent in ("", parent))
    return next(fitting, "document")


def _put(draft: Draft, member: YamlMember, texts: Mapping[str, str]) -> None:
    """Set the variable of a field, or keep the value under the field's name."""
    field = member_field(draft.entry.source, member)
    match member.name:
        case "title":
            _put_title(draft, member.value, field, ("title", "title-short"))
        case "author" | "editor":
            _add_names(draft, member.name, member.value, field)
        case "affiliated":
            for one in elements(member.value):
                _put_affiliated(draft, one, field)
        case "date":
            draft.put_date("issued", parse_date(scalar_text(member.value)), field)
        case "url":
            _put_address(draft, member.value, field)
        case "serial-number":
            _put_numbers(draft, member.value, field)
        case _:
            _put_text(draft, member, texts.get(member.name, ""), field)


def _put_text(draft: Draft, member: YamlMember, variable: str, field: Field) -> None:
    value = member.value
    if member.name == "publisher" and isinstance(value, YamlMap) and value.get("name"):
        draft.put("publisher", _formatted(value.get("name")), field)
        draft.put("publisher-place", _formatted(value.get("location")), field)
        return
    text = _formatted(value) if member.name in _FORMATTED else _plain(value)
    if variable == "DOI":
        put_doi(draft, text, field)
    elif variable:
        draft.put(variable, text, field)
    else:
        draft.keep(field.name, text)


def _plain(value: YamlValue | None) -> str:
    """Return the text of a value, or of its `value`."""
    return scalar_text(value.get("value") if isinstance(value, YamlMap) else value)


def _formatted(value: YamlValue | None) -> str:
    """Return a formattable string; what is verbatim keeps its case."""
    text = _plain(value)
    is_verbatim = isinstance(value, YamlMap) and scalar_text(value.get("verbatim")) == "true"
    if is_verbatim and text:
        return f'<span class="nocase">{text}</span>'
    return _VERBATIM.sub(r'<span class="nocase">\1</span>', text) if "{" in text else text


def _put_title(draft: Draft, value: YamlValue, field: Field, variables: tuple[str, str]) -> None:
    title, short = variables
    draft.put(title, _formatted(value), field)
    if isinstance(value, YamlMap):
        shorthand = value.get("short") or value.get("shorthand")
        draft.put(short, _formatted(shorthand), field)
        draft.keep("title-translation", _formatted(value.get("translation")))


def _add_names(draft: Draft, variable: str, value: YamlValue | None, field: Field) -> None:
    for one in elements(value):
        name = _name(one)
        if name is None:
            draft.report(f"`{field.name}` contains a person without a name", field)
        else:
            draft.add_name(variable, name, field)


def _name(value: YamlValue) -> Name | None:
    """person = family ["," given ["," suffix]] | mapping; without a given name, it is not split"""
    if isinstance(value, YamlScalar):
        text = scalar_text(value)
        return read_person(text) if "," in text else Name(literal=text) if text else None
    if not isinstance(value, YamlMap) or not (name := scalar_text(value.get("name"))):
        return None
    if "given-name" not in value.members:
        return Name(literal=name)
    given, dropping = split_given(scalar_text(value.get("given-name")))
    family, particle = split_family(name, scalar_text(value.get("prefix")))
    return Name(family, given, particle, dropping, scalar_text(value.get("suffix")))


def _put_affiliated(draft: Draft, value: YamlValue, field: Field) -> None:
    if isinstance(value, YamlMap):
        role = scalar_text(value.get("role")).lower().replace("_", "-")
        variable = ROLES.get(role) or ROLES.get(_hyphenated(role), "contributor")
        _add_names(draft, variable, value.get("names"), field)


def _hyphenated(role: str) -> str:
    """Return a role that is written in one word ("castmember") with its hyphen."""
    return next((name for name in ROLES if name.replace("-", "") == role), role)


def _put_address(draft: Draft, value: YamlValue, field: Field) -> None:
    draft.put("URL", _plain(value), field)
    if isinstance(value, YamlMap):
        draft.put_date("accessed", parse_date(scalar_text(value.get("date"))), field)


def _put_numbers(draft: Draft, value: YamlValue, field: Field) -> None:
    """Set the numbers of a mapping by their schemes; a text is the number of the work."""
    if not isinstance(value, YamlMap):
        draft.put("number", scalar_text(value), field)
        return
    for member in value.members.values():
        text, variable = scalar_text(member.value), SERIAL_NUMBERS.get(member.name.lower(), "")
        if variable == "DOI":
            put_doi(draft, text, field)
        elif variable:
            draft.put(variable, text, field)
        else:
            draft.keep(member.name.lower(), text)


def _put_parent(draft: Draft, parent: YamlMap, entry_type: str) -> None:
    """Set the variables of the container, the series or the event that an entry is a part of."""
    kind = scalar_text(parent.get("type")).lower()
    if kind in EVENTS:
        _put_event(draft, parent)
    elif entry_type in WHOLE_WORKS:
        _put_series(draft, parent)
    else:
        _put_container(draft, parent)


def _put_container(draft: Draft, parent: YamlMap) -> None:
    names = {"author": "container-author", "editor": "editor"}
    for member in parent.members.values():
        field = member_field(draft.entry.source, member)
        if member.name == "title":
            short = "container-title-short"
            _put_title(draft, member.value, field, ("container-title", short))
        elif member.name in names:
            _add_names(draft, names[member.name], member.value, field)
        elif member.name == "date" and not draft.has("issued"):
            draft.put_date("issued", parse_date(scalar_text(member.value)), field)
        elif member.name == "parent":
            for one in elements(member.value):
                if isinstance(one, YamlMap):
                    _put_series(draft, one)
        elif member.name in PARENT_TEXTS:
            _put_text(draft, member, PARENT_TEXTS[member.name], field)
        elif member.name in ("serial-number", "url", "affiliated", "organization"):
            _put(draft, member, TEXTS)


def _put_series(draft: Draft, parent: YamlMap) -> None:
    for member in parent.members.values():
        field = member_field(draft.entry.source, member)
        if member.name == "title":
            draft.put("collection-title", _formatted(member.value), field)
        elif member.name == "editor":
            _add_names(draft, "collection-editor", member.value, field)
        elif member.name in SERIES_TEXTS:
            draft.put(SERIES_TEXTS[member.name], _plain(member.value), field)


def _put_event(draft: Draft, parent: YamlMap) -> None:
    for member in parent.members.values():
        field = member_field(draft.entry.source, member)
        if member.name == "title":
            draft.put("event-title", _formatted(member.value), field)
        elif member.name == "location":
            draft.put("event-place", _formatted(member.value), field)
        elif member.name == "date":
            draft.put_date("event-date", parse_date(scalar_text(member.value)), field)
