"""Sorting: cites inside a citation, entries in the bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from refkit.csl.layout import SortKey

Sorted = TypeVar("Sorted")


def sort_by(
    things: Sequence[Sorted], keys: Sequence[SortKey], text: Callable[[Sorted, int], str]
) -> list[Sorted]:
    """Sort things by the keys; equal things keep their order.

    `text(thing, at)` is the collated text by which key `at` sorts a thing, or "" if it has none. A later key is used
    only for things that the keys before it leave equal. "Items with an empty sort key value are placed at the end
    of the sort, both for ascending and descending sorts."
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
