"""Keys in a style for the references that have none of their own, in any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from refkit.library.keys import letters
from refkit.model.cite_keys import has_own_key
from refkit.model.item import Item, entry_in_memory
from refkit.model.library import each_once

if TYPE_CHECKING:
    from refkit.model.entry import Fault

# The kinds of faults with which readers report a missing key.
_KINDS = frozenset({"key", "no-key"})


class MadeKeys:
    """The references of a library, with keys in a style for those without one; no style leaves all as they are.

    Keys of several references with the same author and year get letters, and so does one that another reference has.
    A reference for which the style gives no key keeps its generated one.
    """

    __slots__ = ("_items", "_keys", "_starts")

    def __init__(self, items: Sequence[Item], key_style: str | None) -> None:
        self._items = items
        self._keys: dict[int, str] = {}
        self._starts: set[tuple[int, int]] = set()
        if key_style is not None:
            self._make(key_style)

    def _make(self, key_style: str) -> None:
        from refkit.model.key_style import KeyStyle

        style = KeyStyle(key_style)
        stems: dict[int, str] = {}
        taken: set[str] = set()
        for position, item in enumerate(each_once(self._items)):
            stem = "" if has_own_key(item) else style(item)
            if not stem:
                taken.add(item.id.lower())
                continue
            stems[position] = stem
            entry = entry_in_memory(item)
            if entry is not None:
                self._starts.add((id(entry.source), entry.span.start))
        self._keys = _distinct(stems, taken)

    def items(self) -> Iterator[Item]:
        """Yield the references, those with new keys as copies."""
        for position, item in enumerate(each_once(self._items)):
            if position in self._keys:
                item = item.replace()
                item.id = self._keys[position]
            yield item

    def other_faults(self, faults: Sequence[Fault]) -> Sequence[Fault]:
        """Return the faults without those of missing keys that are there now."""
        if not self._keys:
            return faults
        return [fault for fault in faults if fault.kind not in _KINDS or not self._is_made(fault)]

    def _is_made(self, fault: Fault) -> bool:
        """Whether a fault is at the start of a record that has a new key, or after the `@` of an entry."""
        start = fault.span.start
        return any((id(fault.source), place) in self._starts for place in (start, start - 1))


def _distinct(stems: dict[int, str], taken: set[str]) -> dict[int, str]:
    often = Counter(stem.lower() for stem in stems.values())
    choices: dict[str, Iterator[str]] = {}
    keys = {}
    for position, stem in stems.items():
        first = ("",) if often[stem.lower()] == 1 else ()
        endings = choices.setdefault(stem.lower(), chain(first, letters()))
        key = next(stem + ending for ending in endings if (stem + ending).lower() not in taken)
        taken.add(key.lower())
        keys[position] = key
    return keys
