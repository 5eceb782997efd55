"""CSL-JSON: the records that citation processors take (CSL 1.0.2 schema, csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from refkit.data.csl import ITEM_TYPES
from refkit.formats import Format
from refkit.model.csl_json import CROSSREF_TYPES, item_from_record, record_from_item
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span


class Member(NamedTuple):
    """One name and value of a JSON object, with the places of both."""

    name: str
    name_span: Span
    value: object
    value_span: Span


@dataclass(slots=True)
class Record:
    """One record as written: its members in file order and its place."""

    members: list[Member]
    span: Span


@dataclass(slots=True)
class Flaw:
    """Why a part of the text is no record, and which part."""

    message: str
    span: Span


# Raw line ends inside strings are no JSON, but people's files have them: strict=False reads them.
_DECODER = json.JSONDecoder(strict=False)
_STRICT = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_WRAPPED = re.compile(r'\s*\{\s*"(?:items|references)"\s*:\s*(?=\[)')
_STARTS_LIKE = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_TYPE = re.compile(r'"type"\s*:\s*"([a-z_-]+)"')
_LOOKED_AT = 20_000
_BRACKET = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')
# No string of JSON holds a raw line end, so this finds arrays only.
_NUMBERS = re.compile(r"\[(?:\n[\s\[\],\d-]*)\]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(source: Source) -> Library:
    """Read an array of records, an object with `items`, one record, or records line by line."""
    items: list[Item] = []
    entries: list[Entry] = []
    faults: list[Fault] = []
    for found in _records(source.text):
        if isinstance(found, Flaw):
            faults.append(Fault(found.message, found.span, source))
            continue
        item, entry, problems = _read_item(found, source, len(items) + 1)
        items.append(item)
        entries.append(entry)
        faults.extend(problems)
    return Library(items, entries, faults, [source])


def write(items: Sequence[Item]) -> str:
    """Return the items as a CSL-JSON array, indented by two."""
    records = [record_from_item(item) for item in items]
    text = json.dumps(records, ensure_ascii=False, indent=2)
    return _NUMBERS.sub(lambda found: _on_one_line(found[0]), text) + "\n"


def _on_one_line(array: str) -> str:
    return "".join(array.split()).replace(",", ", ")


def detect(text: str) -> bool:
    """Whether a text is JSON with an item type of CSL near its beginning."""
    if not _STARTS_LIKE.match(text):
        return False
    types = _TYPE.findall(text, 0, _LOOKED_AT)
    return any(name in ITEM_TYPES or name in CROSSREF_TYPES for name in types)


FORMATS = (
    Format("csl-json", (".csljson",), read, write, detect, shared_suffixes=(".json", ".jsonl")),
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
    while at < len(text) and text[at] != "]":
        found, end = _read_record(text, at)
        yield found
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif separator and text[at : at + 1] not in ("", "]") and isinstance(found, Record):
            yield Flaw("a comma is missing between two records", Span(end, end))
    if separator and at >= len(text):
        yield Flaw("the array of records is not closed with `]`", Span(len(text), len(text)))


def _read_record(text: str, at: int) -> tuple[Record | Flaw, int]:
    """record = "{" [member ("," member)*] "}", or the flaw for which it is passed over"""
    try:
        if text[at] != "{":
            value, end = _DECODER.raw_decode(text, at)
            kind = type(value).__name__
            return Flaw(f"a record is an object in braces, not a {kind}", Span(at, end)), end
        members, end = _read_members(text, at + 1)
    except json.JSONDecodeError as error:
        return _flaw_in_json(text, at, error), _end_of_broken(text, at)
    except (ValueError, RecursionError):
        end = _end_of_broken(text, at)
        message = "record left out: it holds a number too long or brackets too deep to read"
        return Flaw(message, Span(at, at + 1)), end
    return Record(members, Span(at, end)), end


def _flaw_in_json(text: str, at: int, error: json.JSONDecodeError) -> Flaw:
    """Say why a record is no JSON. A string that is not closed shows only where it should end."""
    place, reason = error.pos, error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
    try:
        _STRICT.raw_decode(text, at)
    except json.JSONDecodeError as strict:
        if strict.pos < place and text[strict.pos : strict.pos + 1] in "\r\n":
            place, reason = strict.pos, "a text is not closed with `\"` on its line"
    except (ValueError, RecursionError):
        pass
    place = min(place, len(text))
    return Flaw(f"record left out, it is no JSON: {reason}", Span(place, min(place + 1, len(text))))


def _read_members(text: str, at: int) -> tuple[list[Member], int]:
    """Read the members of an object from behind its `{`. Raises JSONDecodeError where it breaks."""
    members: list[Member] = []
    at = _after_space(text, at)
    while not text.startswith("}", at):
        if not text.startswith('"', at):
            raise json.JSONDecodeError("expecting a name in double quotes", text, at)
        name, name_end = _DECODER.raw_decode(text, at)
        colon = _after_space(text, name_end)
        if not text.startswith(":", colon):
            raise json.JSONDecodeError("expecting `:` after a name", text, colon)
        start = _after_space(text, colon + 1)
        value, end = _DECODER.raw_decode(text, start)
        members.append(Member(str(name), Span(at, name_end), value, Span(start, end)))
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif not text.startswith("}", at):
            raise json.JSONDecodeError("expecting `,` or `}`", text, at)
    return members, at + 1


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
    line_start = text.rfind("\n", 0, start) + 1
    indentation = text[line_start:start]
    if indentation.strip():
        return len(text)
    following = text.find("\n" + indentation + "{", start)
    return len(text) if following < 0 else following + 1 + len(indentation)


def _read_item(
    record: Record, source: Source, number: int
) -> tuple[Item, Entry, list[Fault]]:
    values = {member.name: _sound(member.value) for member in record.members}
    places = {member.name: member.value_span for member in record.members}
    faults = []
    if values.get("id") in (None, ""):
        values["id"] = values.get("DOI") or f"item-{number}"
        message = f"record without `id`; it is called `{values['id']}` here"
        faults.append(Fault(message, Span(record.span.start, record.span.start + 1), source, "key"))
    item, problems = item_from_record(values)
    key_span = places.get("id", Span(record.span.start, record.span.start + 1))
    faults.extend(Fault(problem, key_span, source, "value") for problem in problems)
    type_span = places.get("type", key_span)
    fields = _fields(record, source)
    item.entry = entry = Entry(
        source, str(values.get("type", "")), item.id, record.span, type_span, key_span,
        lambda entry: fields,
    )  # fmt: skip
    item.origins.update((m.name, f) for m, f in zip(record.members, fields, strict=True))
    return item, entry, faults


def _fields(record: Record, source: Source) -> list[Field]:
    return [
        Field(
            member.name.lower(),
            member.value if isinstance(member.value, str) else source.slice(member.value_span),
            Span(member.name_span.start, member.value_span.end),
            member.name_span,
            member.value_span,
        )
        for member in record.members
    ]


def _sound(value: object) -> object:
    """Put U+FFFD for halves of surrogate pairs, which JSON can write and no encoding can hold."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_sound(part) for part in value]
    if isinstance(value, dict):
        return {str(_sound(name)): _sound(part) for name, part in value.items()}
    return value


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
