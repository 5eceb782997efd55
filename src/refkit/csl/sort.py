"""Sorting: cites inside a citation, entries in the bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from refkit.csl.layout import SortKey

Sorted = TypeVar("Sorted")


def sort_by(
    things: Sequence[Sorted], keys: Sequence[SortKey], text: Callable[[Sorted, int], str]
) -> list[Sorted]:
    """The things in the order of the keys; equal ones keep theirs.

    `text(thing, at)` is what key `at` sorts a thing by, collated, or "" where it has nothing there. A
    later key is asked only of things that the keys before it leave equal. "Items with an empty sort
    key value are placed at the end of the sort, both for ascending and descending sorts."
    """

    def in_order(group: list[Sorted], at: int) -> list[Sorted]:
        if len(group) < 2 or at == len(keys):
            return group
        alike: dict[str, list[Sorted]] = {}
        for thing in group:
            alike.setdefault(text(thing, at), []).append(thing)
        texts = sorted(filter(None, alike), reverse=keys[at].descending)
        if "" in alike:
            texts.append("")
        return [thing for one in texts for thing in in_order(alike[one], at + 1)]

    return in_order(list(things), 0)
