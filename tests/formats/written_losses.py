"""The losses that a writer finds in one item."""

from __future__ import annotations

from refkit.formats import by_name
from refkit.model.item import Item
from refkit.model.loss import Loss


def losses_in(name: str, item: Item) -> list[Loss]:
    """Return the values of an item that the format called `name` has no place for."""
    write, losses = by_name(name, writing=True).write, list[Loss]()
    assert write is not None
    for _ in write([item], losses):
        pass
    return losses
