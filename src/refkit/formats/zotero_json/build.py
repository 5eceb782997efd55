"""From the members of a Zotero item to an item."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from refkit.data.csl import VARIABLES
from refkit.data.zotero import (
    CREATORS,
    FIELD_VARIABLES,
    FIELD_VARIABLES_OF,
    ITEM_TYPES,
    OTHER_FIELDS,
)
from refkit.formats._draft import Draft, kind_of
from refkit.formats._json_entries import JsonValue, json_values, put_text
from refkit.formats._values import put_doi
from refkit.formats.zotero_json.extra import put_extra
from refkit.model.csl_json import name_from
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_CAPITAL = lazy_pattern(r"(?<=[a-z])([A-Z])")
_TIME = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:.*")
# How Zotero's database stores a date: `2015-03-00 March 2015`.
_STORED_DATE = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2} (\S.*)")
_WITHOUT_DAY = lazy_pattern(r"([0-9]{4}(?:-[0-9]{2})??)(?:-00)+")
# Users write the date of the original in brackets: `2004 [1929]`.
_WITH_ORIGINAL = lazy_pattern(r"(.*[^\s\[])\s*\[(-?[0-9]{4})\]")
# Members that Zotero needs for itself, and the parts of an item that are not metadata.
_IGNORED = frozenset(
    """attachments citekey collections dateadded datemodified deleted id inpublications itemid itemkey itemtype
    key libraryid links meta multi notes parentitem relations seealso select uniquefields uri version library""".split()
)
_OTHERS = frozenset(("others", "et al", "et al."))


@lru_cache(maxsize=64)
def variables_of(item_type: str) -> dict[str, str]:
    """Return the variable of each field of an item type, by the field's name in lower case."""
    found = {name.lower(): variable for name, variable in FIELD_VARIABLES.items()}
    exceptions = FIELD_VARIABLES_OF.get(item_type, {})
    return found | {name.lower(): variable for name, variable in exceptions.items()}


def build(entry: Entry) -> Draft:
    """Return the item of a record; its id is empty if the record has none."""
    values = json_values(entry, "data")
    item_type = next((value.text for value in values if value.field.name == "itemtype"), "")
    draft = Draft(entry, Item("", ITEM_TYPES.get(item_type, "document")))
    if item_type not in ITEM_TYPES:
        origin = next(value.field for value in values if value.field.name == "itemtype")
        draft.report(f"`{item_type}` is not an item type of Zotero; it is read as `document`", origin)  # fmt: skip
    variables = variables_of(item_type)
    notes = []
    for value in values:
        if value.field.name == "extra":
            notes.append(value)
        elif value.field.name not in _IGNORED:
            _put(draft, value, variables)
    put_extra(draft, notes)
    draft.item.id = draft.item.id or _key(values)
    return draft


def _key(values: list[JsonValue]) -> str:
    """Return the key in an older member for it."""
    return next(
        (value.text for value in values if value.field.name in ("citekey", "id") and value.text), ""
    )


def _put(draft: Draft, value: JsonValue, variables: dict[str, str]) -> None:
    """Set the variable of a member, or keep its value under its name."""
    field = value.field
    put = _SPECIAL.get(field.name)
    if put is not None:
        put(draft, value)
        return
    variable = variables.get(field.name) or _variable_named(draft.entry, field)
    if variable == "accessed":
        _put_accessed(draft, value)
    elif variable == "issued":
        _put_issued(draft, value)
    elif variable and kind_of(variable) == "date":
        draft.put_date(variable, parse_date(_date_text(value.text)), field)
    elif variable:
        put_text(draft, variable, value)
    else:
        name = OTHER_FIELDS.get(field.name) or _written_name(draft.entry, field)
        draft.keep(name, value.text or field.value)


def _date_text(text: str) -> str:
    """Return the date in a text that begins with the form for sorting, or that ends with a time or zeros."""
    stored = _STORED_DATE.fullmatch(text)
    if stored and ":" not in stored[1]:
        return stored[1]
    matches = (_TIME.fullmatch(text), _WITHOUT_DAY.fullmatch(text))
    return next((match[1] for match in matches if match), text)


def _put_issued(draft: Draft, value: JsonValue) -> None:
    """Set the date of issue, and that of the original."""
    text = _date_text(value.text)
    both = _WITH_ORIGINAL.fullmatch(text)
    if both and "original-date" not in draft.item.dates:
        draft.put_date("original-date", parse_date(both[2]), value.field)
    draft.put_date("issued", parse_date(both[1] if both else text), value.field)


def _put_accessed(draft: Draft, value: JsonValue) -> None:
    """Set the date of access, which is always a date in Zotero."""
    date = parse_date(_date_text(value.text))
    if date.start is not None:
        draft.put_date("accessed", date, value.field)


def _written_name(entry: Entry, field: Field) -> str:
    """Return the name of a field as it is written."""
    return entry.source.slice(field.name_span).strip('"')


def _variable_named(entry: Entry, field: Field) -> str:
    """Return the variable that a member is called after (`originalDate`, `PMID`), or the empty string."""
    name = _written_name(entry, field)
    names = (name, _CAPITAL.sub(r"-\1", name).lower())
    return next((one for one in names if one in VARIABLES and kind_of(one) != "names"), "")


def _put_key(draft: Draft, value: JsonValue) -> None:
    draft.item.id = draft.item.id or value.text


def _put_creator(draft: Draft, value: JsonValue) -> None:
    """creator = {"creatorType", "firstName", "lastName"} | {"creatorType", "name"}"""
    role = value.member_text("creatorType") or "author"
    name = _name(value)
    if name is None:
        is_empty = isinstance(value.value, dict)
        if not is_empty:
            draft.report("a creator must be an object with a name", value.field)
        return
    variable = CREATORS.get(role.lower(), "")
    if variable:
        draft.add_name(variable, name, value.field)
    else:
        draft.keep(role, name.inverted())


def _name(value: JsonValue) -> Name | None:
    """Return the name of a creator; an organization has one part only."""
    family, given = value.member_text("lastName"), value.member_text("firstName")
    whole = value.member_text("name")
    if value.member("fieldMode") == 1:
        whole, family = whole or family, ""
    if whole and not family:
        return Name(others=True) if whole.lower() in _OTHERS else name_from(whole)
    return name_from({"family": family, "given": given})


def _put_tag(draft: Draft, value: JsonValue) -> None:
    """tag = {"tag"} | text; each is a keyword"""
    draft.append("keyword", value.member_text("tag") or value.text, value.field, ", ")


_SPECIAL: dict[str, Callable[[Draft, JsonValue], None]] = {
    "citationkey": _put_key,
    "creators": _put_creator,
    "doi": lambda draft, value: put_doi(draft, value.text, value.field),
    "tags": _put_tag,
}
