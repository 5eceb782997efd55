"""New keys of references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from refkit.errors import RefkitError
from refkit.model.item import Item

if TYPE_CHECKING:
    from refkit.library import Library

KeyChange = str | Item | Mapping[str, str] | Callable[[Item], str]
LETTERS = 26
_USAGE = (
    "give the old and the new key, an item and its new key, a mapping, or a function of an item"
)


def rename(library: Library, change: KeyChange, new: str = "") -> int:
    """Rename keys, also where they are mentioned; return the number of replacements."""
    wanted, items = _renamings(change, new, library)
    verify_new_keys(wanted, library)
    count = 0
    for editor in library.editors:
        own = {old: renamed for old, renamed in wanted.items() if editor.has_key(old)}
        others = {old: renamed for old, renamed in wanted.items() if old not in own}
        count += editor.rename(own) if own else 0
        count += editor.rename_mentions(others) if others and len(library.editors) > 1 else 0
    for item, key in items:
        count += _rename_item(library, item, key)
    library.is_stale = library.is_stale or bool(wanted) or bool(items)
    for editor in library.editors:
        library.join_again(editor)
    return count


def _rename_item(library: Library, item: Item, key: str) -> int:
    editor = library.editor_of(item)
    if not isinstance(key, str) or not key:
        raise TypeError(_no_key(item.id))
    if key != item.id and library.is_taken(key):
        raise RefkitError(f"there is an entry `{key}` already; choose another key")
    return editor.rename_item(item, key)


def _renamings(
    change: KeyChange, new: str, library: Library
) -> tuple[dict[str, str], list[tuple[Item, str]]]:
    """Return new keys by the old ones, and items with new keys: those whose keys do not identify them."""
    if isinstance(change, Item) and new:
        return {}, [(change, new)]
    if isinstance(change, (str, Mapping)):
        wanted = new_keys(change, new)
        made = [old for old in wanted if not _has_key(old, library) and old in library]
        return wanted, [(library[old], wanted.pop(old)) for old in made]
    if isinstance(change, Item) or not callable(change):
        raise TypeError(_USAGE)
    changes = _distinct(library, change)
    alone = [pair for pair in changes if is_alone(pair[0], library)]
    return {i.id: key for i, key in changes if not is_alone(i, library)}, alone


def new_keys(change: str | Mapping[str, str], new: str = "") -> dict[str, str]:
    """Return the new keys by the old ones, without those that do not change."""
    if isinstance(change, Mapping):
        return {old: renamed for old, renamed in change.items() if old != renamed}
    if not new or not change:
        raise TypeError(_USAGE)
    return {change: new} if change != new else {}


def is_alone(item: Item, library: Library) -> bool:
    """Whether the key of an item does not identify its record: it was generated, or several have it."""
    counts = [editor.count(item.id) for editor in library.editors]
    return max(counts, default=0) != 1 or not _has_key(item.id, library)


def _has_key(key: str, library: Library) -> bool:
    return any(one.has_key(key) for one in library.editors)


def verify_new_keys(wanted: Mapping[str, str], library: Library) -> None:
    """Raise KeyError for a key that does not exist, and RefkitError for one that several entries have or would have."""
    renamed = {key.lower() for key in wanted}
    by_new: dict[str, str] = {}
    for old, new in wanted.items():
        verify_old(old, library)
        if not isinstance(new, str) or not new:
            raise TypeError(f"the new key of `{old}` is not a text" if new else _no_key(old))
        if new.lower() not in renamed and library.is_taken(new):
            raise RefkitError(f"there is an entry `{new}` already; choose another key")
        if by_new.setdefault(new.lower(), old) != old:
            other = by_new[new.lower()]
            raise RefkitError(
                f"`{other}` and `{old}` would both be renamed to `{new}`; choose another key"
            )


def _no_key(old: str) -> str:
    return f"the new key of `{old}` is empty; give one, or use `library.remove` to remove the entry"


def verify_old(old: str, library: Library) -> None:
    """Raise KeyError for a key that does not exist, and RefkitError for one that entries have in several cases."""
    if not _has_key(old, library):
        library[old]  # raises KeyError, with the nearest key
    for editor in library.editors:
        count = editor.count(old)
        if count > 1 and not editor.can_rename(old):
            raise RefkitError(
                f"{count} entries have the key `{old}` in upper or lower case; change one of them in the file, or in "
                "Python by its position: `library.rename(library[0], new)`"
            )


def _distinct(library: Library, change: Callable[[Item], str]) -> list[tuple[Item, str]]:
    """Return items with new keys that differ: those of several references get the letters a, b, c."""
    wanted = [(item, change(item)) for item in library]
    for item, key in wanted:
        if not isinstance(key, str) or not key:
            raise TypeError(
                f"the function returns {key!r} for `{item.id}`; return a key, or `item.id` to keep it"
            )
    often = Counter(key.lower() for _, key in wanted)
    taken = {key.lower() for _, key in wanted if often[key.lower()] == 1}
    endings: dict[str, Iterator[str]] = {}
    distinct = []
    for item, key in wanted:
        if often[key.lower()] > 1:
            lettered = endings.setdefault(key.lower(), letters())
            key = next(key + word for word in lettered if (key + word).lower() not in taken)
            taken.add(key.lower())
        if key != item.id or not item.id:
            distinct.append((item, key))
    return distinct


def styled_keys(
    library: Library, style: Callable[[Item], str], reserved: Collection[str] = ()
) -> dict[str, str]:
    """Return the new keys by the old ones in a style, which gives "" for an item that keeps its key.

    `reserved` are further keys that are not free, such as those that a document uses for something else.
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
    taken.update(key.lower() for key in reserved if key not in wanted)
    renamed = {key.lower() for key in wanted}
    endings: dict[str, Iterator[str]] = {}
    changes = {}
    for key, stem in wanted.items():
        first = ("",) if often[stem.lower()] == 1 else ()
        choices = endings.setdefault(stem.lower(), chain(first, letters()))
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


def letters() -> Iterator[str]:
    """Yield a, b ... z, aa, ab ..."""
    return map(_letters_at, count())


def _letters_at(number: int) -> str:
    """Return the letters with a number from 0."""
    word, rest = "", number
    while rest >= 0:
        rest, letter = divmod(rest, LETTERS)
        word, rest = chr(ord("a") + letter) + word, rest - 1
    return word


def new_id(item: Item, is_taken: Callable[[str], bool]) -> str:
    """Return author and year of an item as its key, with a letter if another one has this key."""
    from refkit.model.cite_keys import base_key

    stem = base_key(item)
    first = islice(lettered(stem, ""), LETTERS + 1)
    key = next((key for key in first if not is_taken(key)), "")
    return key or stem + _letters_at(_first_free(stem, is_taken))


def _first_free(stem: str, is_taken: Callable[[str], bool]) -> int:
    """Return the number of letters that make a free key after taken ones, without trying each."""
    low, high = LETTERS - 1, LETTERS
    while is_taken(stem + _letters_at(high)):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if is_taken(stem + _letters_at(middle)):
            low = middle
        else:
            high = middle
    return high


def lettered(key: str, *first: str) -> Iterator[str]:
    """Yield a key followed by a, b, c ..., and before that by `first`."""
    yield from (key + ending for ending in chain(first, letters()))
