"""YAML as it is written: mappings and lists in blocks, short lists of numbers in brackets, and quotes if needed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from refkit.model.json_text import json_text
from refkit.patterns import lazy_pattern

# A text that YAML 1.1 and 1.2 read as this text if it has no quotes.
_PLAIN = lazy_pattern(
    r"(?=[^\W\d_])(?!(?:true|false|yes|no|on|off|null|y|n)\Z)"
    r"(?>(?:[^\W_]|[-_,;(/“–](?!\Z)|[.)’”]|[ ](?=[^\s#])|:(?=[^\s]))+)\Z",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"(?:0|[1-9][0-9]{0,8})\Z")

YamlData = str | int | bool | Sequence["YamlData"] | Mapping[str, "YamlData"]


def yaml_text(value: YamlData, indent: int = 0) -> str:
    """Return a mapping or list as lines with an indentation."""
    margin = " " * indent
    if isinstance(value, Mapping):
        return "".join(
            f"{margin}{scalar(name)}:{_after(one, indent)}" for name, one in value.items()
        )
    if isinstance(value, str) or not isinstance(value, Sequence):
        return f"{margin}{scalar(value)}\n"
    return "".join(f"{margin}- {yaml_text(one, indent + 2)[indent + 2 :]}" for one in value)


def _after(value: YamlData, indent: int) -> str:
    """Return the value of a member, after its colon."""
    if isinstance(value, (str, bool, int)):
        return f" {scalar(value)}\n"
    if not value:
        return " {}\n" if isinstance(value, Mapping) else " []\n"
    if isinstance(value, Sequence) and _are_numbers(value):
        return f" {json_text(value)}\n"
    return "\n" + yaml_text(value, indent + (2 if isinstance(value, Mapping) else 0))


def _are_numbers(value: YamlData) -> bool:
    """Whether a value is a number, or a list of numbers and such lists."""
    if isinstance(value, (str, Mapping)):
        return False
    return isinstance(value, int) or all(map(_are_numbers, value))


def scalar(value: str | bool | int) -> str:
    """Return a value on one line, in quotes unless it is a word, several words or an integer."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if _PLAIN.match(text) or _NUMBER.match(text) else json_text(text)
