"""CSL-JSON: the records that citation processors take (CSL 1.0.2 schema, csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar, cast

from refkit.data.csl import ITEM_TYPES
from refkit.errors import UnreadableFile
from refkit.formats import Format
from refkit.formats._foreign_json import foreign_kind, is_foreign
from refkit.model.csl_json import CROSSREF_TYPES, item_from_record, record_from_item
from refkit.model.entry import Entry, Fault, Field, no_references
from refkit.model.item import Item
from refkit.model.json_text import json_text
from refkit.model.library import Found, LazyRecords, Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern


@dataclass(slots=True)
class Record:
    """One record: its values by name, and its place."""

    values: dict[str, object]
    span: Span


@dataclass(slots=True)
class Flaw:
    """Why a part of the text is no record, and which part."""

    message: str
    span: Span


T = TypeVar("T")

LONGEST_INTEGER = 300  # digits; Python reads no number of more than 4,300


class _NotJson(ValueError):
    """JSON has no word for what `json` reads all the same: NaN and Infinity."""


def _read_int(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INTEGER else digits


def _read_float(digits: str) -> float | str:
    """Return a number, or as text one that is too large for a float."""
    number = float(digits)
    return number if isfinite(number) else digits


def _refuse(name: str) -> object:
    raise _NotJson(f"`{name}` is not a number of JSON")


# Raw line ends inside strings are no JSON, but people's files have them: strict=False reads them.
_DECODER = json.JSONDecoder(
    strict=False, parse_int=_read_int, parse_float=_read_float, parse_constant=_refuse
)
MANY = 50
WIDEST_INDENTATION = 200
_STRICT = json.JSONDecoder()
_SPACE = lazy_pattern(r"[ \t\r\n]*")
_WRAPPED = lazy_pattern(r'\s*\{\s*"(?:items|references)"\s*:\s*(?=\[)')
_STARTS_LIKE = lazy_pattern(r'\s*(?:\[\s*)?\{\s*"')
_ID = lazy_pattern(r'"id"\s*:\s*')
_TYPE_NAME = lazy_pattern(r'"type"\s*:\s*')
_TYPE = lazy_pattern(r'"type"\s*:\s*"([a-z_-]+)"')
_LOOKED_AT = 20_000
_BRACKET = lazy_pattern(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')
# No string of JSON holds a raw line end, so this finds arrays only.
_NUMBERS = lazy_pattern(r"\[(?:\n[\s\[\],\d-]*)\]")
_HEAD = (
    "id",
    "type",
    "title",
    "author",
    "editor",
    "issued",
    "container-title",
    "volume",
    "issue",
    "page",
)
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def read(source: Source) -> Library:
    """Read an array of records, an object with `items`, one record, or records line by line.

    Raises UnreadableFile if no object of the text is a record of CSL.
    """
    _refuse_foreign(source)
    items = LazyRecords(lambda: _found(source))
    return Library(items, items.entries, items.faults, [source])


def _refuse_foreign(source: Source) -> None:
    """Raise UnreadableFile if there are objects and none is a record of CSL; mostly the first one is."""
    seen = False
    for found in _records(source.text):
        if isinstance(found, Record):
            if not is_foreign(found.values):
                return
            seen = True
    if seen:
        raise UnreadableFile(source.name, foreign_kind(source.text))


def _found(source: Source) -> Iterator[Found]:
    number, found = 0, None
    for found in _records(source.text):
        if isinstance(found, Flaw):
            yield Found(None, [Fault(found.message, found.span, source)])
        else:
            number += 1
            yield Found(*_read_item(found, source, number))
    if found is None:
        yield Found(None, [no_references(source)])


def write(items: Iterable[Item]) -> str:
    """Return the items as a CSL-JSON array, indented by two."""
    return "".join(pieces(items))


def pieces(items: Iterable[Item]) -> Iterator[str]:
    """Give a CSL-JSON array record by record, indented by two."""
    before, end = "[", "[]\n"
    for item in items:
        array = json_text([_ordered(record_from_item(item))], indent=2)
        yield before + _NUMBERS.sub(lambda found: _on_one_line(found[0]), array[1:-2])
        before, end = ",", "\n]\n"
    yield end


def _ordered(record: dict[str, object]) -> dict[str, object]:
    """Return a record with what people look for first at its head."""
    head = {name: record[name] for name in _HEAD if name in record}
    return head | record


def _on_one_line(array: str) -> str:
    return "".join(array.split()).replace(",", ", ")


def detect(text: str) -> bool:
    """Whether a text is JSON with an item type of CSL near its beginning."""
    if not _STARTS_LIKE.match(text):
        return False
    types = _TYPE.findall(text, 0, _LOOKED_AT)
    return any(name in ITEM_TYPES or name in CROSSREF_TYPES for name in types)


FORMATS = (
    Format("csl-json", (".csljson",), read, pieces, detect, shared_suffixes=(".json", ".jsonl")),
)


def _records(text: str) -> Iterator[Record | Flaw]:
    """text = "[" records "]" | "{" '"items"' ":" "[" records "]" ... "}" | record*"""
    wrapped = _WRAPPED.match(text)
    start = wrapped.end() if wrapped else _after_space(text, 0)
    if text.startswith("[", start):
        yield from _elements(text, start + 1)
    elif text.startswith("{", start):
        yield from _elements(text, start, separator="")
    elif start < len(text):
        seen = text[start : start + 12].split("\n")[0]
        yield Flaw(f"CSL-JSON starts with `[` or `{{`, not with `{seen}`", Span(start, start + 1))


def _elements(text: str, at: int, separator: str = ",") -> Iterator[Record | Flaw]:
    """records = [record ("," record)*]"""
    at = _after_space(text, at)
    broken = 0
    while at < len(text) and text[at] != "]":
        found, end = _read_record(text, at, cautiously=broken >= MANY)
        broken += isinstance(found, Flaw)
        yield found
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif separator and text[at : at + 1] not in ("", "]") and isinstance(found, Record):
            yield Flaw("a comma is missing between two records", Span(end, end))
    if separator and at >= len(text):
        yield Flaw("the array of records is not closed with `]`", Span(len(text), len(text)))


def _read_record(text: str, at: int, cautiously: bool) -> tuple[Record | Flaw, int]:
    """record = "{" [member ("," member)*] "}", or the flaw for which it is passed over

    A JSON error counts the lines of the whole text before it. Where many are to be expected, a record
    is cut out by its brackets before it is decoded.
    """
    limit = _end_of_broken(text, at) if cautiously else len(text)
    part, start = (text[at:limit], 0) if cautiously else (text, at)
    try:
        value, end = _DECODER.raw_decode(part, start)
    except json.JSONDecodeError as error:
        flaw = _flaw_in_json(part, start, error, at - start)
        return flaw, limit if cautiously else _end_of_broken(text, at)
    except (_NotJson, RecursionError) as error:
        reason = error if isinstance(error, _NotJson) else "its brackets are nested too deep"
        message = f"record left out: {reason}"
        return Flaw(message, Span(at, at + 1)), _end_of_broken(text, at)
    end += at - start
    if not isinstance(value, dict):
        return Flaw("a record is an object in braces, and this is none", Span(at, end)), end
    return Record(_sound(value) if "\\u" in text[at:end] else value, Span(at, end)), end


def _flaw_in_json(text: str, at: int, error: json.JSONDecodeError, offset: int) -> Flaw:
    """Say why a record is no JSON. A string that is not closed shows only where it should end."""
    place, reason = error.pos, error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
    try:
        _STRICT.raw_decode(text, at)
    except json.JSONDecodeError as strict:
        if strict.pos < place and text[strict.pos : strict.pos + 1] in "\r\n":
            place, reason = strict.pos, 'a text is not closed with `"` on its line'
    except RecursionError:
        pass
    span = Span(offset + min(place, len(text)), offset + min(place + 1, len(text)))
    return Flaw(f"record left out, it is no JSON: {reason}", span)


def _end_of_broken(text: str, start: int) -> int:
    """Return where a broken record ends: at its closing brace, or before the next record's line."""
    limit = _next_record_line(text, start)
    depth = 0
    for bracket in _BRACKET.finditer(text, start, limit):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(bracket[0], 0)
        if depth <= 0 and bracket[0] in "}]":
            return bracket.end() if bracket.end() > start else limit
    return limit


def _next_record_line(text: str, start: int) -> int:
    """Return where the next line begins that opens a record at the indentation of this one."""
    line_start = text.rfind("\n", max(0, start - WIDEST_INDENTATION), start) + 1
    indentation = text[line_start:start]
    if (line_start == 0 and start > WIDEST_INDENTATION) or indentation.strip():
        return len(text)
    following = text.find("\n" + indentation + "{", start)
    return len(text) if following < 0 else following + 1 + len(indentation)


def _read_item(record: Record, source: Source, number: int) -> tuple[Item, list[Fault]]:
    values, faults = record.values, []
    opening = Span(record.span.start, record.span.start + 1)
    if values.get("id") in (None, ""):
        values["id"] = values.get("DOI") or f"item-{number}"
        message = f"record without `id`; it is called `{values['id']}` here"
        faults.append(Fault(message, opening, source, "key"))
    item, problems = item_from_record(values)
    key_span = _place(_ID, values["id"], record, source) or opening
    type_span = _place(_TYPE_NAME, values.get("type"), record, source) or key_span
    if not _is_known_type(values.get("type")):
        message = (
            f"`{values['type']}` is not an item type of CSL 1.0.2; choose the one that fits best"
        )
        faults.append(Fault(message, type_span, source, "value"))
    faults.extend(Fault(problem, key_span, source, "value") for problem in problems)
    entry = Entry(
        source, str(values.get("type", "")), item.id, record.span, type_span, key_span, read_fields
    )
    item.entry = entry
    return item, faults


def _is_known_type(name: object) -> bool:
    """Whether an item type can be used as it is, or is absent, for which `document` is assumed."""
    return not name or name in ITEM_TYPES or name in CROSSREF_TYPES


def _place(name: re.Pattern[str], value: object, record: Record, source: Source) -> Span | None:
    """Return where the value of a member stands, found without splitting the record."""
    for found in name.finditer(source.text, record.span.start, record.span.end):
        written, end = _DECODER.raw_decode(source.text, found.end())
        if written == value:
            return Span(found.end(), end)
    return None


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of an entry's record as fields: texts decoded, other values as written."""
    text, fields = entry.source.text, []
    at = _after_space(text, entry.span.start + 1)
    while text[at] == '"':
        name, name_end = _DECODER.raw_decode(text, at)
        start = _after_space(text, _after_space(text, name_end) + 1)
        value, end = _DECODER.raw_decode(text, start)
        shown = str(_sound(value)) if isinstance(value, str) else text[start:end]
        places = (Span(at, end), Span(at, name_end), Span(start, end))
        fields.append(Field(str(name).lower(), shown, *places))
        at = _after_space(text, end)
        at = _after_space(text, at + 1) if text[at] == "," else at
    return fields


def _sound(value: T) -> T:
    """Put U+FFFD for halves of surrogate pairs, which JSON can write and no encoding can hold."""
    mended: object = value
    if isinstance(value, str):
        mended = _SURROGATE.sub("\ufffd", value)
    elif isinstance(value, list):
        mended = [_sound(part) for part in value]
    elif isinstance(value, dict):
        mended = {_sound(name): _sound(part) for name, part in value.items()}
    return cast(T, mended)  # each branch gives the type that it took


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
