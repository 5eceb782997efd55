"""Scanner for JSON whose records are found one by one, so that one broken record does not affect the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from math import isfinite
from typing import TypeVar, cast

from refkit.model.entry import Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


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


@dataclass(slots=True)
class JsonMember:
    """A member of an object: its name, its value, and the spans of both."""

    name: str
    value: object
    name_span: Span
    value_span: Span


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


DECODER = _decoder()
CAUTION_THRESHOLD = 50
MAX_INDENTATION = 200
_STRICT = json.JSONDecoder()
_SPACE = lazy_pattern(r"[ \t\r\n]*")
_WRAPPER = lazy_pattern(r'\s*\{\s*"(?:items|references)"\s*:\s*(?=\[)')
_BRACKET = lazy_pattern(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def records(text: str) -> Iterator[JsonRecord | JsonError]:
    """text = ("[" records "]")+ | "{" '"items"' ":" "[" records "]" ... "}" | record*"""
    wrapper = _WRAPPER.match(text)
    end = wrapper.end() if wrapper else skip_space(text, 0)
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
        members, end = DECODER.raw_decode(prefix + text[start:])
    except (ValueError, RecursionError):
        yield JsonError(
            "the text after the array of records is not valid JSON", Span(start, start + 1)
        )
        return len(text)
    if "items" in members or "references" in members:
        yield JsonError("a second list of records is ignored", Span(start, start + 1))
    return skip_space(text, start + end - len(prefix))


def _elements(text: str, position: int, separator: str = ",") -> Records:
    """records = [record ("," record)*]; return the position after the closing bracket and white space."""
    position = skip_space(text, position)
    error_count, is_cut_off, decoder = 0, False, _RecordDecoder()
    while position < len(text) and text[position] != "]":
        is_cautious = error_count >= CAUTION_THRESHOLD
        record, end = _read_record(text, position, decoder, is_cautious)
        error_count += isinstance(record, JsonError)
        is_cut_off = isinstance(record, JsonError) and record.span.start >= len(text)
        yield record
        position = skip_space(text, end)
        if text.startswith(",", position):
            position = skip_space(text, position + 1)
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
    return skip_space(text, position + 1)


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
    values = replace_surrogates(value) if "\\u" in text[position:end] else value
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


def wrapped_records(text: str, wrappers: frozenset[str]) -> Records:
    """text = "{" ... wrapper ":" text ... "}" | records; the rest of an object with a wrapper is ignored."""
    start = position = skip_space(text, 0)
    while (inner := _wrapped_value(text, position, wrappers)) is not None:
        position = inner
    if position == start:
        yield from records(text)
    elif text[position] == "[":
        end = yield from _elements(text, position + 1)
        yield from _wrapper_end(text, end)
    else:
        yield _read_record(text, position, _RecordDecoder(), is_cautious=False)[0]
    return len(text)


def _wrapped_value(text: str, position: int, wrappers: frozenset[str]) -> int | None:
    """Return the start of the array or object in the first member with the name of a wrapper, or None."""
    if not text.startswith("{", position):
        return None
    position = skip_space(text, position + 1)
    try:
        while text.startswith('"', position):
            name, end = DECODER.raw_decode(text, position)
            value = skip_space(text, skip_space(text, end) + 1)
            if name in wrappers and text.startswith(("[", "{"), value):
                return value
            position = _next_member(text, DECODER.raw_decode(text, value)[1])
    except (ValueError, RecursionError):
        pass  # the scanner of records reports it
    return None


def _next_member(text: str, end: int) -> int:
    """Return the start of the member or element after one that ends at `end`."""
    position = skip_space(text, end)
    return skip_space(text, position + 1) if text.startswith(",", position) else position


def members(text: str, start: int) -> Iterator[JsonMember]:
    """Yield the members of an object that was decoded before, at its opening brace."""
    position = skip_space(text, start + 1)
    while text.startswith('"', position):
        name, name_end = DECODER.raw_decode(text, position)
        value_start = skip_space(text, skip_space(text, name_end) + 1)
        value, end = DECODER.raw_decode(text, value_start)
        yield JsonMember(str(name), value, Span(position, name_end), Span(value_start, end))
        position = _next_member(text, end)


def elements(text: str, start: int) -> Iterator[tuple[object, Span]]:
    """Yield the elements of an array that was decoded before, at its opening bracket, and their spans."""
    position = skip_space(text, start + 1)
    while position < len(text) and text[position] != "]":
        value, end = DECODER.raw_decode(text, position)
        yield value, Span(position, end)
        position = _next_member(text, end)


def field_of(text: str, member: JsonMember) -> Field:
    """Return a member as a field: a decoded string, or another value as written."""
    start, end = member.value_span
    value = member.value
    written = str(replace_surrogates(value)) if isinstance(value, str) else text[start:end]
    span = Span(member.name_span.start, end)
    return Field(member.name.lower(), written, span, member.name_span, member.value_span)


def replace_surrogates(value: T) -> T:
    """Return a value with U+FFFD instead of lone surrogates, which JSON allows but no encoding supports."""
    cleaned: object = value
    if isinstance(value, str):
        cleaned = _SURROGATE.sub("\ufffd", value)
    elif isinstance(value, list):
        cleaned = [replace_surrogates(part) for part in value]
    elif isinstance(value, dict):
        cleaned = {
            replace_surrogates(name): replace_surrogates(part) for name, part in value.items()
        }
    return cast(T, cleaned)  # each branch returns the type of its argument


def skip_space(text: str, position: int) -> int:
    """Return the position after the white space at a position."""
    space = _SPACE.match(text, position)
    return space.end() if space else position
