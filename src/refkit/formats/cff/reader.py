"""Reader for the Citation File Format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from refkit.data.cff import (
    ADDRESS_FIELDS,
    DATE_FIELDS,
    ENTITIES,
    FILE_FIELDS,
    ITEM_TYPES,
    NAME_FIELDS,
    OTHER_TYPE,
    PLACE_PARTS,
    ROWS,
    WORKS,
)
from refkit.errors import UnreadableFile
from refkit.formats._draft import Draft, kind_of, read_records
from refkit.formats._values import put_doi
from refkit.formats._yaml_records import (
    elements,
    fields_of_members,
    in_order,
    member_field,
    place_of,
    value_of,
    yaml_entry,
)
from refkit.model.csl_json import split_given
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source
from refkit.yaml_reading import (
    YamlMap,
    YamlMember,
    YamlScalar,
    YamlText,
    YamlValue,
    read_yaml,
    scalar_text,
)

_OTHERS = frozenset(("et al", "et al.", "others"))
_LISTS = {"keywords": ", ", "languages": ", ", "license": ", ", "patent-states": ", ", "isbn": ", "}


def read(source: Source) -> Library:
    """Read the works of a source."""
    found = read_yaml(source.readable_text())
    if not found.errors and not any(True for _ in _works(found)):
        raise UnreadableFile(source.name, "it is YAML, but has no `title` and no `references`")
    return read_records(source, partial(_entries, found=found), build)


def _works(found: YamlText) -> Iterator[YamlMap]:
    """Yield the work itself, its preferred citation and its references.

    A file that refkit writes for references alone has no authors.
    """
    for document in found.documents:
        if not isinstance(document, YamlMap):
            yield from _mappings(document)
            continue
        preferred = list(_mappings(document.get("preferred-citation")))
        references = [*preferred, *_mappings(document.get("references"))]
        names = document.members.keys()
        is_work = "title" in names and ("authors" in names or not references)
        if is_work and not any(_is_same(document, one) for one in preferred):
            yield document
        yield from references


def _is_same(work: YamlMap, preferred: YamlMap) -> bool:
    """Whether a preferred citation is the work itself with more fields."""
    kind = ITEM_TYPES.get(scalar_text(preferred.get("type")))
    is_work = kind in WORKS and all(
        scalar_text(work.get(name)) in ("", scalar_text(preferred.get(name)))
        for name in ("version", "doi")
    )
    return is_work and scalar_text(work.get("title")) == scalar_text(preferred.get("title"))


def _mappings(value: YamlValue | None) -> Iterator[YamlMap]:
    yield from (one for one in elements(value) if isinstance(one, YamlMap))


def _entries(source: Source, found: YamlText) -> Iterator[Entry | Fault]:
    return in_order(source, found, (_entry(source, work) for work in _works(found)))


def _entry(source: Source, work: YamlMap) -> Entry:
    is_reference = "cff-version" not in work.members
    kind = scalar_text(work.get("type")) or (OTHER_TYPE if is_reference else "software")
    return yaml_entry(source, work, kind, "", (place_of(work, "type"), None), fields_of_members)


@lru_cache(maxsize=64)
def variables_of(cff_type: str) -> dict[str, str]:
    """Return the variable of each field in works of a type."""
    found: dict[str, str] = {}
    for row in ROWS:
        if not row.types or cff_type in row.types:
            found.setdefault(row.field, row.variable)
    return found


def build(entry: Entry) -> Draft:
    """Return the item of a work, which has no id."""
    work = value_of(entry)
    draft = Draft(entry, Item("", ITEM_TYPES.get(entry.type, "document")))
    if entry.type not in ITEM_TYPES:
        message = f"`{entry.type}` is not a type of the Citation File Format; it is read as `generic`"  # fmt: skip
        draft.faults.append(Fault(message, entry.type_span, entry.source, "value"))
    variables = variables_of(entry.type)
    _put_dates(draft, work)
    _put_identifiers(draft, work)
    for name, member in work.members.items():
        if name not in _SETTLED:
            _put(draft, member, variables.get(name, ""))
    _put_pages(draft, work)
    return draft


_SETTLED = FILE_FIELDS | {*DATE_FIELDS, *ADDRESS_FIELDS, "month", "identifiers", "start", "end"}


def _put(draft: Draft, member: YamlMember, variable: str) -> None:
    """Set the variable of a field, or keep the value under the field's name."""
    field = member_field(draft.entry.source, member)
    if member.name in ENTITIES:
        _put_entity(draft, member, field)
    elif variable and kind_of(variable) == "names":
        for number, value in enumerate(elements(member.value), 1):
            _add_name(draft, variable, number, value, field)
    elif variable and kind_of(variable) == "date":
        draft.put_date(variable, parse_date(field.value), field)
    elif variable == "DOI":
        put_doi(draft, field.value, field)
    elif isinstance(member.value, YamlScalar) or member.name in _LISTS:
        text = _LISTS.get(member.name, " ").join(map(scalar_text, elements(member.value)))
        _put_text(draft, variable, text, field)
    else:
        _keep(draft, member.name, member.value)


def _put_text(draft: Draft, variable: str, text: str, field: Field) -> None:
    if variable:
        draft.put(variable, text, field)
    else:
        draft.keep(field.name, text)


def _keep(draft: Draft, name: str, value: YamlValue) -> None:
    """Keep the texts of a list or mapping under its name, and under those of its members (`contact-1-email`)."""
    if isinstance(value, YamlScalar):
        draft.keep(name, scalar_text(value))
    elif isinstance(value, YamlMap):
        for member in value.members.values():
            _keep(draft, f"{name}-{member.name}", member.value)
    else:
        for number, one in enumerate(value.items, 1):
            _keep(draft, f"{name}-{number}", one)


def _add_name(draft: Draft, variable: str, number: int, value: YamlValue, field: Field) -> None:
    """Add a person or an entity; what is not a part of the name is kept (`author-1-ORCID`)."""
    if not isinstance(value, YamlMap):
        if text := scalar_text(value):
            draft.add_name(variable, Name(literal=text), field)
        return
    texts = {name: scalar_text(member.value) for name, member in value.members.items()}
    parts = {part: texts[name] for name, part in NAME_FIELDS.items() if texts.get(name)}
    literal = "" if parts else texts.get("name") or texts.get("alias", "")
    if parts and not parts.get("family"):
        parts["family"] = parts.pop("given", "") or " ".join(parts.values())
    if not (parts or literal):
        draft.report(f"`{field.name}` contains a person or entity without a name", field)
        return
    draft.add_name(variable, _name(parts, literal), field)
    used = {*NAME_FIELDS, *(name for name in ("name", "alias") if texts.get(name) == literal)}
    for name, text in texts.items():
        if name not in used:
            draft.keep(f"{variable}-{number}-{'ORCID' if name == 'orcid' else name}", text)


def _name(parts: Mapping[str, str], literal: str) -> Name:
    """Return a name; words in lower case after the given names are a dropping particle."""
    if literal.lower() in _OTHERS:
        return Name(others=True)
    given, dropping = split_given(parts.get("given", ""))
    family, particle, suffix = (parts.get(part, "") for part in ("family", "particle", "suffix"))
    return Name(family, given, particle, dropping, suffix, literal)


def _put_entity(draft: Draft, member: YamlMember, field: Field) -> None:
    """Set the name and place of an entity, and the date of a conference."""
    name_variable, place_variable = ENTITIES[member.name]
    if not name_variable or draft.has(name_variable) or not isinstance(member.value, YamlMap):
        _keep_or_put(draft, name_variable, member, field)
        return
    entity = member.value
    draft.put(name_variable, scalar_text(entity.get("name")), field)
    places = [text for part in PLACE_PARTS if (text := scalar_text(entity.get(part)))]
    draft.put(place_variable, ", ".join(places), field)
    dates = [text for end in ("date-start", "date-end") if (text := scalar_text(entity.get(end)))]
    if dates and member.name == "conference":
        draft.put_date("event-date", parse_date("/".join(dict.fromkeys(dates))), field)
    used = {"name", *PLACE_PARTS, "date-start", "date-end"}
    for one in entity.members.values():
        if one.name not in used:
            _keep(draft, f"{member.name}-{one.name}", one.value)


def _keep_or_put(draft: Draft, variable: str, member: YamlMember, field: Field) -> None:
    if isinstance(member.value, YamlScalar) and variable:
        draft.put(variable, scalar_text(member.value), field)
    else:
        _keep(draft, member.name, member.value)


def _put_dates(draft: Draft, work: YamlMap) -> None:
    """Set the date of publication: the first of several fields; other dates are kept."""
    for name in DATE_FIELDS:
        member = work.members.get(name)
        text = scalar_text(work.get(name))
        if member is None or not text:
            continue
        month = scalar_text(work.get("month")) if name == "year" else ""
        if month.isdecimal():
            text = f"{text}-{month.zfill(2)}"
        field = member_field(draft.entry.source, member)
        if not draft.has("issued"):
            draft.put_date("issued", parse_date(text), field)
        elif not str(draft.item.dates["issued"]).startswith(text):
            draft.keep(name, text)


def _put_identifiers(draft: Draft, work: YamlMap) -> None:
    """Set the DOI and the address; the fields for them come first for a DOI, and last for an address."""
    if doi := work.members.get("doi"):
        _put(draft, doi, "DOI")
    for identifier in _mappings(work.get("identifiers")):
        kind, value = scalar_text(identifier.get("type")), scalar_text(identifier.get("value"))
        member = identifier.members.get("value")
        if member is None or not value:
            continue
        field = member_field(draft.entry.source, member, "identifiers")
        if kind == "doi" and not draft.has("DOI"):
            put_doi(draft, value, field)
        elif kind == "url" and not draft.has("URL"):
            draft.put("URL", value, field)
        elif value not in (draft.item.text.get("DOI"), draft.item.text.get("URL")):
            draft.keep(kind or "identifier", value)
    for name in ADDRESS_FIELDS:
        if member := work.members.get(name):
            _put_address(draft, member)


def _put_address(draft: Draft, member: YamlMember) -> None:
    field = member_field(draft.entry.source, member)
    if not draft.has("URL"):
        draft.put("URL", field.value, field)
    if member.name != "url" or draft.item.text.get("URL") != field.value:
        draft.keep(member.name, field.value)


def _put_pages(draft: Draft, work: YamlMap) -> None:
    """Set the pages from the first to the last."""
    ends = [text for name in ("start", "end") if (text := scalar_text(work.get(name)))]
    member = work.members.get("start") or work.members.get("end")
    if ends and member:
        field = member_field(draft.entry.source, member)
        draft.put("page", "-".join(dict.fromkeys(ends)), field)
