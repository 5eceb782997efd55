"""The values that a conversion loses, collected while its items are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.formats import Format
from refkit.model.item import Item
from refkit.model.loss import Loss


def noting_losses(items: Iterable[Item], target: Format, losses: list[Loss]) -> Iterator[Item]:
    """Yield the items, and add the values of each that the target format has no place for."""
    if target.losses is None:
        yield from items
        return
    for item in items:
        losses += target.losses(item)
        yield item
