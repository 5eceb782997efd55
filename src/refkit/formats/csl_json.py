"""CSL-JSON: the records that citation processors take (CSL 1.0.2 schema, csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from refkit.formats import Format
from refkit.model.csl_json import item_from_record, record_from_item
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
_SPACE = re.compile(r"[ \t\r\n]*")
_WRAPPED = re.compile(r'\s*\{\s*"(?:items|references)"\s*:\s*(?=\[)')
_LOOKS_LIKE = re.compile(
    r'\s*(?:\[\s*)?\{(?:[^{}]{0,2000}?)"(?:id|type|title|author|issued|items|references)"\s*:'
)
_BRACKET = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')
# No string of JSON holds a raw line end, so this finds arrays only.
_NUMBERS = re.compile(r"\[(?:\n[\s\[\],\d-]*)\]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(source: Source) -> Library:
    """Read an array of records, an object with `items`, one record, or records line by line."""
    library = Library(sources=[source])
    items: list[Item] = []
    entries: list[Entry] = []
    for found in _records(source.text):
        if isinstance(found, Flaw):
            library.faults.append(Fault(found.message, found.span, source))
            continue
        item, faults = _read_item(found, source, len(items) + 1)
        items.append(item)
        if item.entry:
            entries.append(item.entry)
        library.faults.extend(faults)
    library.items, library.entries = items, entries
    return library


def write(items: Sequence[Item]) -> str:
    """Return the items as a CSL-JSON array, indented by two."""
    records = [record_from_item(item) for item in items]
    text = json.dumps(records, ensure_ascii=False, indent=2)
    return _NUMBERS.sub(lambda found: _on_one_line(found[0]), text) + "\n"


def _on_one_line(array: str) -> str:
    return "".join(array.split()).replace(",", ", ")


def detect(text: str) -> bool:
    """Whether a text starts like CSL-JSON: a record, or an array or object of records."""
    return bool(_LOOKS_LIKE.match(text))


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
        elif separator and at < len(text) and text[at] != "]":
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
        end = _end_of_broken(text, at)
        place = Span(min(error.pos, len(text)), min(error.pos + 1, len(text)))
        return Flaw(f"record left out, it is no JSON: {_plain(error.msg)}", place), end
    except (ValueError, RecursionError):
        end = _end_of_broken(text, at)
        message = "record left out: it holds a number too long or brackets too deep to read"
        return Flaw(message, Span(at, at + 1)), end
    return Record(members, Span(at, end)), end


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


def _read_item(record: Record, source: Source, number: int) -> tuple[Item, list[Fault]]:
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
    item.entry = Entry(
        source, str(values.get("type", "")), item.id, record.span, type_span, key_span,
        lambda entry: fields,
    )  # fmt: skip
    item.origins.update((m.name, f) for m, f in zip(record.members, fields, strict=True))
    return item, faults


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


def _plain(message: str) -> str:
    """Return the json module's message as the middle of a sentence."""
    return message[:1].lower() + message[1:].removesuffix(" at")
