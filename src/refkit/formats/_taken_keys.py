"""Keys of records that have none, made one by one while a file is read."""

from __future__ import annotations

from refkit.model.cite_keys import base_key, lettered
from refkit.model.item import Item


class TakenKeys:
    """The keys of the records so far, without case."""

    __slots__ = ("_letters", "_taken")

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._letters: dict[str, int] = {}

    def take(self, key: str) -> None:
        """Add a key of a record."""
        self._taken.add(key.lower())

    def made_for(self, item: Item) -> str:
        """Return author and year of an item, with a letter if this key is taken: smith2020, smith2020a."""
        stem = base_key(item)
        number = self._letters.get(stem, -1)
        key = stem if number < 0 else lettered(stem, number)
        while key.lower() in self._taken:
            number += 1
            key = lettered(stem, number)
        self._letters[stem] = number
        return key
