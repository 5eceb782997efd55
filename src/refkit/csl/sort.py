"""Sorting: cites inside a citation, entries in the bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from refkit.csl.collation import collation_key
from refkit.csl.context import Call
from refkit.csl.layout import SortKey

Sorted = TypeVar("Sorted")
SortTexts = tuple[str, ...]


def sort_texts(keys: Sequence[SortKey], call: Call, language: str) -> SortTexts:
    """What an item is sorted by: one collated text for each key, "" where it has none."""
    collate = collation_key(language)
    return tuple(collate(key.value(call) or "") for key in keys)


def sort_by(
    things: Sequence[Sorted], keys: Sequence[SortKey], texts: Callable[[Sorted], SortTexts]
) -> list[Sorted]:
    """The things in the order of the keys; equal ones keep theirs.

    "Items with an empty sort key value are placed at the end of the sort, both for ascending and
    descending sorts."
    """
    rows = [texts(thing) for thing in things]
    order = list(range(len(things)))
    for column in reversed(range(len(keys))):
        values = [row[column] for row in rows]
        filled = [at for at in order if values[at]]
        filled.sort(key=values.__getitem__, reverse=keys[column].descending)
        order = filled + [at for at in order if not values[at]]
    return [things[at] for at in order]
