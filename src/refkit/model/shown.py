"""How records show themselves at a prompt: only what is set."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def shown(record: DataclassInstance) -> str:
    """Return a record's call with the fields that differ from their defaults."""
    written = []
    for field in fields(record):
        value = getattr(record, field.name)
        if field.default is MISSING or value != field.default:
            written.append(f"{field.name}={value!r}")
    return f"{type(record).__name__}({', '.join(written)})"
