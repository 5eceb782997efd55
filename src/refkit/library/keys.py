"""New keys of references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count

from refkit.model.item import Item

KeyChange = str | Mapping[str, str] | Callable[[Item], str]


def new_keys(change: KeyChange, new: str, items: Iterable[Item]) -> dict[str, str]:
    """Return the new keys by the old ones, without those that do not change."""
    if isinstance(change, str):
        if not new:
            raise TypeError("give the old and the new key, a mapping, or a function of an item")
        return {change: new} if change != new else {}
    if isinstance(change, Mapping):
        return {old: renamed for old, renamed in change.items() if old != renamed}
    return _distinct({item.id: change(item) for item in items})


def _distinct(wanted: Mapping[str, str]) -> dict[str, str]:
    """Return keys that differ: those of several references get the letters a, b, c."""
    often = Counter(key.lower() for key in wanted.values())
    taken = {key.lower() for key in wanted.values() if often[key.lower()] == 1}
    letters: dict[str, Iterator[str]] = {}
    distinct: dict[str, str] = {}
    for old, key in wanted.items():
        if often[key.lower()] > 1:
            lettered = letters.setdefault(key.lower(), _letters())
            key = next(key + word for word in lettered if (key + word).lower() not in taken)
            taken.add(key.lower())
        distinct[old] = key
    return {old: key for old, key in distinct.items() if old != key}


def _letters() -> Iterator[str]:
    """Yield a, b ... z, aa, ab ..."""
    for number in count():
        word, rest = "", number
        while rest >= 0:
            rest, letter = divmod(rest, 26)
            word, rest = chr(ord("a") + letter) + word, rest - 1
        yield word


def new_id(item: Item, is_taken: Callable[[str], bool]) -> str:
    """Return author and year of an item as its key, with a letter if another one has this key."""
    from refkit.model.cite_keys import base_key

    return next(key for key in lettered(base_key(item), "") if not is_taken(key))


def lettered(key: str, *first: str) -> Iterator[str]:
    """Yield a key followed by a, b, c ..., and before that by `first`."""
    yield from (key + letters for letters in chain(first, _letters()))
