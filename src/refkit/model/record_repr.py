"""Short representations of records: only the fields that are set."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def record_repr(record: DataclassInstance) -> str:
    """Return a record's constructor call with the fields that differ from their defaults."""
    arguments = []
    for field in fields(record):
        value = getattr(record, field.name)
        if field.default is MISSING or value != field.default:
            arguments.append(f"{field.name}={value!r}")
    return f"{type(record).__name__}({', '.join(arguments)})"
