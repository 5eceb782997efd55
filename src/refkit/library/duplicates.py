"""Groups of references to the same work."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rules.duplicate_identifier import shared_identifiers
from refkit.lint.rules.duplicate_work import same_works
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library


def duplicates(library: Library) -> list[list[Item]]:
    """Return groups of references with the same key, identifier, or title and author."""
    items = [item for item in library.items if item.entry is not None]
    number_of = {id(item.entry): number for number, item in enumerate(items)}
    group = list(range(len(items)))
    for one, two in _pairs(library):
        first, second = (_root(group, number_of.get(id(entry), -1)) for entry in (one, two))
        if min(first, second) >= 0:
            group[max(first, second)] = min(first, second)
    members: dict[int, list[Item]] = {}
    for number, item in enumerate(items):
        members.setdefault(_root(group, number), []).append(item)
    return [found for found in members.values() if len(found) > 1]


def _root(group: list[int], number: int) -> int:
    while number >= 0 and group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _pairs(library: Library) -> Iterator[tuple[Entry, Entry]]:
    """Yield pairs of entries that are the same work."""
    first: dict[str, Entry] = {}
    for entry in library.entries:
        other = first.setdefault(entry.key, entry) if entry.key else entry
        if other is not entry:
            yield other, entry
    yield from ((one, two) for one, two, _ in shared_identifiers(library))
    yield from ((one.entry, two.entry) for one, two in same_works(library))
