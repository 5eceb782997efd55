"""Texts and flags in CSL-JSON, which tools also write as numbers and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard


def text_from(value: object) -> str:
    """Return the text of a string variable: digits for a number, the first nonempty text of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, int):
        from decimal import Decimal

        return f"{Decimal(value):f}"  # `str` refuses more than 4,300 digits
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else str(value)
    if isinstance(value, Sequence):
        return next(filter(None, map(text_from, value)), "")
    return ""


def is_true(value: object) -> bool:
    """Whether a flag is set: tools write it as a boolean, a number or a text."""
    return value not in (None, False, 0, "", "0", "false")


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is an object of JSON. The check of the abstract class takes ten times as long for a dict."""
    return type(value) is dict or isinstance(value, Mapping)
