"""CSL-JSON: the input format of citation processors (CSL 1.0.2 schema, csl-data.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator
from math import isfinite
from typing import TYPE_CHECKING, TypeVar, cast

from refkit.data.csl import ITEM_TYPES
from refkit.errors import UnreadableFile
from refkit.formats import Format
from refkit.formats._csl_json_layout import join_numbers, order_members
from refkit.formats._foreign_json import foreign_kind, is_foreign
from refkit.model.csl_json import ALIASES, CROSSREF_TYPES, item_from_record, record_from_item
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field, no_references
from refkit.model.item import Item
from refkit.model.json_text import json_text
from refkit.model.library import LazyRecords, Library, ReadRecord
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.model.editing import Editor


@dataclass(slots=True)
class JsonRecord:
    """A record: its values by name, its span, and the names that appear twice with different values."""

    values: dict[str, object]
    span: Span
    repeated: list[str]


@dataclass(slots=True)
class JsonError:
    """A part of the text that is not a record, and the reason."""

    message: str
    span: Span


T = TypeVar("T")

MAX_INTEGER_DIGITS = 300  # digits; Python refuses more than 4,300


class _NotJson(ValueError):
    """A value that `json` reads but that is not JSON: NaN or Infinity."""


def _read_int(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_INTEGER_DIGITS else digits


def _read_float(digits: str) -> float | str:
    """Return a number, or its text if it is too large for a float."""
    number = float(digits)
    return number if isfinite(number) else digits


def _refuse_constant(name: str) -> object:
    raise _NotJson(f"`{name}` is not a number in JSON")


Pairs = list[tuple[str, object]]


def _decoder(hook: Callable[[Pairs], dict[str, object]] | None = None) -> json.JSONDecoder:
    """Return a decoder that accepts line ends inside strings: they are not valid JSON, but occur in files."""
    return json.JSONDecoder(
        strict=False,
        parse_int=_read_int,
        parse_float=_read_float,
        parse_constant=_refuse_constant,
        object_pairs_hook=hook,
    )


class _RecordDecoder:
    """A decoder that collects the names with several values in one object, of which the last counts."""

    __slots__ = ("_repeated", "decode")

    def __init__(self) -> None:
        self._repeated: list[str] = []
        self.decode = _decoder(self._make_object).raw_decode

    def take_repeated(self) -> list[str]:
        """Return the names that were repeated since the last call."""
        repeated, self._repeated = self._repeated, []
        return repeated

    def _make_object(self, pairs: Pairs) -> dict[str, object]:
        values = dict(pairs)
        if len(values) < len(pairs):
            self._repeated += [name for name, value in pairs if value != values[name]]
        return values


_DECODER = _decoder()
CAUTION_THRESHOLD = 50
MAX_INDENTATION = 200
_STRICT = json.JSONDecoder()
_SPACE = lazy_pattern(r"[ \t\r\n]*")
_WRAPPER = lazy_pattern(r'\s*\{\s*"(?:items|references)"\s*:\s*(?=\[)')
_JSON_START = lazy_pattern(r'\s*(?:\[\s*)?\{\s*"')
_ID = lazy_pattern(r'"id"\s*:\s*')
_TYPE_NAME = lazy_pattern(r'"type"\s*:\s*')
_TYPE = lazy_pattern(r'"type"\s*:\s*"([a-z_-]+)"')
_SEARCHED = 20_000
_BRACKET = lazy_pattern(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def read(source: Source) -> Library:
    """Read an array of records, an object with `items`, a single record, or one record per line.

    Raises UnreadableFile if none of the objects is a CSL record.
    """
    _refuse_foreign(source)
    items = LazyRecords(lambda: _read_items(source))
    return Library(items, items.entries, items.faults, [source])


def _refuse_foreign(source: Source) -> None:
    """Raise UnreadableFile if there are objects but none is a CSL record; usually the first one is."""
    has_objects = False
    for record in _records(source.readable_text()):
        if isinstance(record, JsonRecord):
            if not is_foreign(record.values):
                return
            has_objects = True
    if has_objects:
        raise UnreadableFile(source.name, foreign_kind(source.readable_text()))


def _read_items(source: Source) -> Iterator[ReadRecord]:
    number, record = 0, None
    if source.encoding_problem:
        from refkit.formats._encoding import encoding_fault

        yield ReadRecord(None, [encoding_fault(source)])
    for record in _records(source.readable_text()):
        if isinstance(record, JsonError):
            yield ReadRecord(None, [Fault(record.message, record.span, source)])
        else:
            number += 1
            yield ReadRecord(*_read_item(record, source, number))
    if record is None:
        yield ReadRecord(None, [no_references(source)])


def write(items: Iterable[Item]) -> str:
    """Return the items as a CSL-JSON array, indented by two."""
    return "".join(write_pieces(items))


def write_pieces(items: Iterable[Item]) -> Iterator[str]:
    """Yield a CSL-JSON array record by record, indented by two; items from BibTeX as citation styles expect them."""
    from refkit.model.citing import as_csl

    before, end = "[", "[]\n"
    for item in items:
        record = record_from_item(as_csl(item))
        array = json_text([order_members(record)], indent=2)
        yield before + join_numbers(array[1:-2])
        before, end = ",", "\n]\n"
    yield end


def detect(text: str) -> bool:
    """Whether a text looks like JSON with an item type of CSL near its beginning."""
    if not _JSON_START.match(text):
        return False
    types = _TYPE.findall(text, 0, _SEARCHED)
    return any(name in ITEM_TYPES or name in CROSSREF_TYPES for name in types)


def edit(library: Library) -> Editor:
    """Return an editor of a library that was read from one CSL-JSON text."""
    from refkit.formats import _csl_json_edit

    return _csl_json_edit.JsonEditor(library, read)


FORMATS = (
    Format(
        "csl-json",
        (".csljson",),
        read,
        write_pieces,
        detect,
        shared_suffixes=(".json", ".jsonl"),
        edit=edit,
    ),
)


def _records(text: str) -> Iterator[JsonRecord | JsonError]:
    """text = ("[" records "]")+ | "{" '"items"' ":" "[" records "]" ... "}" | record*"""
    wrapper = _WRAPPER.match(text)
    end = wrapper.end() if wrapper else _skip_space(text, 0)
    if wrapper:
        end = yield from _elements(text, end + 1)
        end = yield from _wrapper_end(text, end)
    elif text.startswith("{", end):
        end = yield from _elements(text, end, separator="")
    elif end < len(text) and text[end] != "[":
        start_of_text = text[end : end + 12].split("\n")[0]
        yield JsonError(
            f"CSL-JSON starts with `[` or `{{`, not with `{start_of_text}`", Span(end, end + 1)
        )
        return
    while text.startswith("[", end):
        end = yield from _elements(text, end + 1)
    if end < len(text):
        yield JsonError("the text after the last record is ignored", Span(end, end + 1))


Records = Generator[JsonRecord | JsonError, None, int]


def _wrapper_end(text: str, start: int) -> Records:
    """Return the end of an object with `items`, whose members after the records are ignored."""
    if start >= len(text):
        if text[-MAX_INDENTATION:].rstrip().endswith("]"):
            yield JsonError(
                "the object with the records is not closed with `}`", Span(start, start)
            )
        return start
    prefix = '{"":0'
    try:
        members, end = _DECODER.raw_decode(prefix + text[start:])
    except (ValueError, RecursionError):
        yield JsonError(
            "the text after the array of records is not valid JSON", Span(start, start + 1)
        )
        return len(text)
    if "items" in members or "references" in members:
        yield JsonError("a second list of records is ignored", Span(start, start + 1))
    return _skip_space(text, start + end - len(prefix))


def _elements(text: str, position: int, separator: str = ",") -> Records:
    """records = [record ("," record)*]; return the position after the closing bracket and white space."""
    position = _skip_space(text, position)
    error_count, is_cut_off, decoder = 0, False, _RecordDecoder()
    while position < len(text) and text[position] != "]":
        is_cautious = error_count >= CAUTION_THRESHOLD
        record, end = _read_record(text, position, decoder, is_cautious)
        error_count += isinstance(record, JsonError)
        is_cut_off = isinstance(record, JsonError) and record.span.start >= len(text)
        yield record
        position = _skip_space(text, end)
        if text.startswith(",", position):
            position = _skip_space(text, position + 1)
        elif (
            separator
            and text[position : position + 1] not in ("", "]")
            and isinstance(record, JsonRecord)
        ):
            yield JsonError("a comma is missing between two records", Span(end, end))
    if not separator:
        return position
    if position >= len(text) and not is_cut_off:
        yield JsonError("the array of records is not closed with `]`", Span(len(text), len(text)))
    return _skip_space(text, position + 1)


def _read_record(
    text: str, position: int, decoder: _RecordDecoder, is_cautious: bool
) -> tuple[JsonRecord | JsonError, int]:
    """record = "{" [member ("," member)*] "}"; return it, or its error if it is skipped, and its end.

    A JSON error counts the lines of the whole text before it. After many errors, records are therefore extracted
    by their brackets before decoding.
    """
    limit = _broken_record_end(text, position) if is_cautious else len(text)
    record_text, start = (text[position:limit], 0) if is_cautious else (text, position)
    try:
        value, end = decoder.decode(record_text, start)
    except json.JSONDecodeError as error:
        json_error = _describe_json_error(record_text, start, error, position - start)
        return json_error, limit if is_cautious else _broken_record_end(text, position)
    except (_NotJson, RecursionError) as error:
        reason = error if isinstance(error, _NotJson) else "its brackets are nested too deeply"
        message = f"record skipped: {reason}"
        return JsonError(message, Span(position, position + 1)), _broken_record_end(text, position)
    end += position - start
    repeated = decoder.take_repeated()
    if not isinstance(value, dict):
        return JsonError("a record must be an object in braces", Span(position, end)), end
    values = _replace_surrogates(value) if "\\u" in text[position:end] else value
    return JsonRecord(values, Span(position, end), repeated), end


def _describe_json_error(
    text: str, start: int, error: json.JSONDecodeError, offset: int
) -> JsonError:
    """Return the error of a record that is not valid JSON, at the end of the line of an unclosed string."""
    position, reason = error.pos, error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
    try:
        _STRICT.raw_decode(text, start)
    except json.JSONDecodeError as strict_error:
        if strict_error.pos < position and text[strict_error.pos : strict_error.pos + 1] in "\r\n":
            position, reason = strict_error.pos, 'a text is not closed with `"` on its line'
    except RecursionError:
        pass
    if position == error.pos and _is_cut_off(text, error):
        reason, position = "the file ends before the record does", len(text)
    span = Span(offset + min(position, len(text)), offset + min(position + 1, len(text)))
    return JsonError(f"record skipped, it is not valid JSON: {reason}", span)


def _is_cut_off(text: str, error: json.JSONDecodeError) -> bool:
    """Whether a text ends where more of a record is expected, or inside a string."""
    is_open = error.msg.startswith("Unterminated") and '"' not in text[error.pos + 1 :]
    return is_open or error.pos >= len(text.rstrip())


def _broken_record_end(text: str, start: int) -> int:
    """Return the end of a broken record: its closing brace, or the start of the next record's line."""
    limit = _next_record_line(text, start)
    depth = 0
    for bracket in _BRACKET.finditer(text, start, limit):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(bracket[0], 0)
        if depth <= 0 and bracket[0] in "}]":
            return bracket.end() if bracket.end() > start else limit
    return limit


def _next_record_line(text: str, start: int) -> int:
    """Return the start of the next line that opens a record with the same indentation."""
    line_start = text.rfind("\n", max(0, start - MAX_INDENTATION), start) + 1
    indentation = text[line_start:start]
    if (line_start == 0 and start > MAX_INDENTATION) or indentation.strip():
        return len(text)
    following = text.find("\n" + indentation + "{", start)
    return len(text) if following < 0 else following + 1 + len(indentation)


def _value_faults(problems: list[str], item: Item, entry: Entry) -> Iterator[Fault]:
    """Yield the faults of problems that begin with a variable, each at the value of this variable.

    The fault of an impossible date has a kind of its own, as in .bib files.
    """
    if not problems:
        return
    dates = {f"`{name}`: {date.problem}" for name, date in item.dates.items() if date.problem}
    places = {ALIASES.get(f.name, f.name): f.value_span for f in read_fields(entry)}
    for problem in problems:
        place = places.get(problem.split("`")[1], entry.key_span)
        yield Fault(problem, place, entry.source, "date" if problem in dates else "value")


def _read_item(record: JsonRecord, source: Source, number: int) -> tuple[Item, list[Fault]]:
    values, faults = record.values, []
    opening = Span(record.span.start, record.span.start + 1)
    has_id = values.get("id") not in (None, "")
    if not has_id:
        values["id"] = values.get("DOI") or f"item-{number}"
        message = f"record without `id`; it is called `{values['id']}` here"
        faults.append(Fault(message, opening, source, "key"))
    item, problems = item_from_record(values)
    problems += [f"`{name}` has several values; only the last is kept" for name in record.repeated]
    key_span = _find_member(_ID, values["id"], record, source) or opening
    type_span = _find_member(_TYPE_NAME, values.get("type"), record, source) or key_span
    if not _is_known_type(values.get("type")):
        message = (
            f"`{values['type']}` is not an item type of CSL 1.0.2; choose the one that fits best"
        )
        faults.append(Fault(message, type_span, source, "value"))
    entry_class = Entry if has_id else EntryWithoutKey
    entry = entry_class(
        source, str(values.get("type", "")), item.id, record.span, type_span, key_span, read_fields
    )
    item.entry = entry
    faults.extend(_value_faults(problems, item, entry))
    return item, faults


def _is_known_type(name: object) -> bool:
    """Whether an item type is valid, or absent and therefore `document`."""
    return not name or name in ITEM_TYPES or name in CROSSREF_TYPES


def _find_member(
    name: re.Pattern[str], value: object, record: JsonRecord, source: Source
) -> Span | None:
    """Return the span of a member's value without splitting the record, or None."""
    text = source.readable_text()
    for match in name.finditer(text, record.span.start, record.span.end):
        member_value, end = _DECODER.raw_decode(text, match.end())
        if member_value == value:
            return Span(match.end(), end)
    return None


def read_fields(entry: Entry) -> list[Field]:
    """Return the members of an entry's record as fields: decoded strings, and other values as written."""
    text, fields = entry.source.readable_text(), []
    position = _skip_space(text, entry.span.start + 1)
    while text[position] == '"':
        name, name_end = _DECODER.raw_decode(text, position)
        start = _skip_space(text, _skip_space(text, name_end) + 1)
        value, end = _DECODER.raw_decode(text, start)
        field_value = str(_replace_surrogates(value)) if isinstance(value, str) else text[start:end]
        spans = (Span(position, end), Span(position, name_end), Span(start, end))
        fields.append(Field(str(name).lower(), field_value, *spans))
        position = _skip_space(text, end)
        position = _skip_space(text, position + 1) if text[position] == "," else position
    return fields


def _replace_surrogates(value: T) -> T:
    """Return a value with U+FFFD instead of lone surrogates, which JSON allows but no encoding supports."""
    cleaned: object = value
    if isinstance(value, str):
        cleaned = _SURROGATE.sub("\ufffd", value)
    elif isinstance(value, list):
        cleaned = [_replace_surrogates(part) for part in value]
    elif isinstance(value, dict):
        cleaned = {
            _replace_surrogates(name): _replace_surrogates(part) for name, part in value.items()
        }
    return cast(T, cleaned)  # each branch returns the type of its argument


def _skip_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position
