"""The layout in which CSL-JSON is written."""

from __future__ import annotations

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
