"""The entries of a .bib text by their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

# Number of keys that are searched for in the list of keys before a dictionary is made, which costs more.
SEARCHES = 3


class KeyIndex:
    """The nodes of entries by key in comparable form; the node of the first entry is 1."""

    __slots__ = ("_first", "_keys", "_others", "_searches")

    def __init__(self, keys: Sequence[str]) -> None:
        """Read the keys of the nodes from 1."""
        self._keys = keys
        self._searches = 0
        self._first: dict[str, int] | None = None
        self._others: dict[str, list[int]] = {}

    def __contains__(self, key: str) -> bool:
        return bool(self.first(key))

    def first(self, key: str) -> int:
        """Return the first node with a key, or 0."""
        if self._first is None and self._searches < SEARCHES:
            self._searches += 1
            return next(self._search(key), 0)
        return self._by_key().get(key, 0)

    def of(self, key: str) -> list[int]:
        """Return the nodes with a key."""
        if self._first is None and self._searches < SEARCHES:
            self._searches += 1
            return list(self._search(key))
        first = self._by_key().get(key)
        return [] if first is None else [first, *self._others.get(key, ())]

    def _search(self, key: str) -> Iterator[int]:
        """Yield the nodes with a key as it was read."""
        node = 0
        for _ in range(self._keys.count(key)):
            node = self._keys.index(key, node) + 1
            yield node

    def _by_key(self) -> dict[str, int]:
        if self._first is None:
            keys, count = self._keys, len(self._keys)
            self._first = dict(zip(reversed(keys), range(count, 0, -1), strict=True))
            if len(self._first) < count:
                for node, key in enumerate(keys, 1):
                    if self._first[key] != node:
                        self._others.setdefault(key, []).append(node)
        return self._first

    def copy(self) -> KeyIndex:
        """Return an index that can be changed alone."""
        copy = KeyIndex(self._keys)
        if self._first is not None:
            copy._first = dict(self._first)
            copy._others = {key: list(nodes) for key, nodes in self._others.items()}
        return copy

    def add(self, key: str, node: int) -> None:
        """Add a node after those with the same key."""
        if self._by_key().setdefault(key, node) != node:
            self._others.setdefault(key, []).append(node)

    def remove(self, key: str, node: int) -> None:
        """Remove a node."""
        by_key = self._by_key()
        rest = [other for other in self.of(key) if other != node]
        del by_key[key]
        self._others.pop(key, None)
        for other in rest:
            self.add(key, other)
