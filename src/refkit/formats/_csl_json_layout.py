"""The layout in which CSL-JSON is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from refkit.patterns import lazy_pattern

# Strings in JSON do not contain line ends, so that this matches only arrays.
_NUMBERS = lazy_pattern(r"\[(?:\n[\s\[\],\d-]*)\]")
_FIRST_MEMBERS = (
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


def order_members(record: dict[str, object]) -> dict[str, object]:
    """Return a record with the most important members first."""
    head = {name: record[name] for name in _FIRST_MEMBERS if name in record}
    return head | record


def join_numbers(text: str) -> str:
    """Return a JSON text with arrays of numbers on one line."""
    return _NUMBERS.sub(lambda match: _join_lines(match[0]), text)


def _join_lines(array: str) -> str:
    return "".join(array.split()).replace(",", ", ")


_DECODER = json.JSONDecoder(strict=False)
_SPACE = lazy_pattern(r"[ \t\r\n]*")


def with_members(text: str, values: Mapping[str, object]) -> str:
    """Return the text of an object with other values; members that are equal keep their text."""
    members = list(_members(text))
    is_ascii = "\\u" in text and text.isascii()
    parts: list[str] = []
    end = 0
    for number, (name, start, value_start, value_end) in enumerate(members):
        if name not in values:
            continue
        # the text before the first member that is kept, and the own separators of the others
        parts.append(text[members[number - 1][3] : start] if end else text[: members[0][1]])
        value, old = values[name], _DECODER.raw_decode(text, value_start)[0]
        written = text[value_start:value_end] if value == old else _dump(value, is_ascii)
        parts += (text[start:value_start], written)
        end = value_end
    separator = text[members[0][3] : members[1][1]] if len(members) > 1 else ", "
    colon = ": " if '": ' in text else ":"
    known = {name for name, *_ in members}
    for name, value in values.items():
        if name not in known:
            parts.append(f"{separator}{_dump(name, is_ascii)}{colon}{_dump(value, is_ascii)}")
    return "".join(parts) + text[members[-1][3] :] if end else text


def _dump(value: object, is_ascii: bool) -> str:
    return json.dumps(value, ensure_ascii=is_ascii)


def _members(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield the members of an object: name, start, start of the value and end."""
    position = _skip(text, 1)
    while text[position : position + 1] == '"':
        name, name_end = _DECODER.raw_decode(text, position)
        start = _skip(text, _skip(text, name_end) + 1)
        _, end = _DECODER.raw_decode(text, start)
        yield str(name), position, start, end
        position = _skip(text, end)
        position = _skip(text, position + 1) if text[position : position + 1] == "," else position


def _skip(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position
