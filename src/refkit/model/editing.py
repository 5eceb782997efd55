"""What an item needs from the library that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from refkit.model.item import Item


class Owner(Protocol):
    """A library that writes the changes of its items to their source."""

    is_stale: bool

    def refresh(self) -> None:
        """Read the changed sources again, so that spans are those in their current texts."""

    def field_value(self, item: Item, name: str) -> str | None:
        """Return the value of a field as written, or None if the name means a variable or there is no such field."""

    def change_item(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables and fields of an item, and remove those with the value None."""

    def retype_item(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""
