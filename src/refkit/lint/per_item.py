"""Facts about an item that several rules need, computed once while these rules visit the same few items in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from refkit.model.item import Item

MOST = 128  # items whose facts are kept: as many as the rules visit one after the other
T = TypeVar("T")
_FORGETTING: list[Callable[[], None]] = []  # one function for each decorated function


def forget_items() -> None:
    """Forget all facts, because items may have been changed since an earlier check."""
    for forget in _FORGETTING:
        forget()


def per_item(function: Callable[[Item], T]) -> Callable[[Item], T]:
    """Decorate a function of an item, so that it keeps its results for the items of its last calls."""
    recent: dict[int, tuple[Item, T]] = {}
    _FORGETTING.append(recent.clear)

    def result(item: Item) -> T:
        known = recent.get(id(item))
        if known is not None and known[0] is item:
            return known[1]
        if len(recent) >= MOST:
            recent.clear()
        found = function(item)
        recent[id(item)] = item, found
        return found

    result.__doc__ = function.__doc__
    return result
