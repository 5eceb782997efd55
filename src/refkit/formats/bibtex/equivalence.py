"""Equivalence of a .bib file before and after a change of its layout."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.reader import read
from refkit.model.item import Item
from refkit.records import replace


def is_equivalent(database: Database, text: str) -> bool:
    """Whether a text has the same items and syntax errors, except for the order of items with different keys."""
    before, after = (
        read(source, database.dialect)
        for source in (database.source, replace(database.source, text=text))
    )
    messages = [
        sorted(fault.message for fault in library.faults if fault.kind == "syntax")
        for library in (before, after)
    ]
    return messages[0] == messages[1] and _by_key(before.items) == _by_key(after.items)


def _by_key(items: Sequence[Item]) -> dict[str, list[Item]]:
    """Return items by key; those with the same key keep their order."""
    by_key: dict[str, list[Item]] = {}
    for item in items:
        by_key.setdefault(item.id, []).append(item)
    return by_key
