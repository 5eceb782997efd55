"""Sorting: cites inside a citation, entries in the bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from refkit.csl.collation import collation_key
from refkit.csl.context import Call
from refkit.csl.layout import SortKey

Sorted = TypeVar("Sorted")


def sort_by(
    things: Sequence[Sorted],
    keys: Sequence[SortKey],
    call: Callable[[Sorted], Call],
    language: str,
) -> list[Sorted]:
    """The things in the order of the keys; equal ones keep theirs.

    `call` gives the rendering (area SORT) that a key is to evaluate for a thing. "Items with an empty
    sort key value are placed at the end of the sort, both for ascending and descending sorts."
    """
    collate = collation_key(language)
    calls = [call(thing) for thing in things]
    order = list(range(len(things)))
    for key in reversed(keys):
        value = key.value
        values = [value(one) for one in calls]
        filled = [at for at in order if values[at]]
        texts = {at: collate(values[at] or "") for at in filled}
        filled.sort(key=texts.__getitem__, reverse=key.descending)
        order = filled + [at for at in order if not values[at]]
    return [things[at] for at in order]
