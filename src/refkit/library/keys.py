"""New keys of references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count
from typing import TYPE_CHECKING

from refkit.errors import RefkitError
from refkit.model.item import Item

if TYPE_CHECKING:
    from refkit.library import Library

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


def verify_new_keys(wanted: Mapping[str, str], library: Library) -> None:
    """Raise KeyError for a key that does not exist, and RefkitError for a new key that is taken or used twice."""
    renamed = {key.lower() for key in wanted}
    by_new: dict[str, str] = {}
    for old, new in wanted.items():
        if not any(one.has_key(old) for one in library.editors):
            library[old]  # raises KeyError, with the nearest key
        if new.lower() not in renamed and library.is_taken(new):
            raise RefkitError(f"there is an entry `{new}` already; choose another key")
        if by_new.setdefault(new, old) != old:
            raise RefkitError(
                f"`{by_new[new]}` and `{old}` would both be renamed to `{new}`; choose another key"
            )


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


def styled_keys(library: Library, style: Callable[[Item], str]) -> dict[str, str]:
    """Return the new keys by the old ones in a style, which gives "" for an item that keeps its key.

    Keys that follow the style already are kept, also with a letter; the others get the first free letters. The key of
    references that would get different ones is kept, and so is that of a malformed entry.
    """
    stems: dict[str, str] = {}
    for item in library:
        stem = style(item)
        stems[item.id] = stem if stems.get(item.id, stem) == stem else ""
    wanted = {
        key: stem
        for key, stem in stems.items()
        if stem and not _follows(key, stem) and _can_be_renamed(key, library)
    }
    often = Counter(stem.lower() for stem in stems.values())
    taken = {key.lower() for key in stems if key not in wanted}
    renamed = {key.lower() for key in wanted}
    letters: dict[str, Iterator[str]] = {}
    changes = {}
    for key, stem in wanted.items():
        first = ("",) if often[stem.lower()] == 1 else ()
        choices = letters.setdefault(stem.lower(), chain(first, _letters()))
        changes[key] = next(
            new
            for word in choices
            if (new := stem + word).lower() not in taken
            and (new.lower() in renamed or not library.is_taken(new))
        )
    return changes


def unstyled(
    library: Library, style: Callable[[Item], str], changes: Mapping[str, str]
) -> list[str]:
    """Return the keys that `changes` does not contain although they do not follow a style."""
    others = [item for item in library if item.id not in changes]
    return [item.id for item in others if not _follows(item.id, style(item))]


def _can_be_renamed(key: str, library: Library) -> bool:
    return all(one.can_rename(key) for one in library.editors if one.has_key(key)) and any(
        one.has_key(key) for one in library.editors
    )


def _follows(key: str, stem: str) -> bool:
    """Whether a key is a stem, or a stem followed by a letter or two."""
    if not stem:
        return False
    rest = key.removeprefix(stem) if key.startswith(stem) else "-"
    return len(rest) < 3 and (not rest or (rest.isascii() and rest.isalpha() and rest.islower()))


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
