"""Sums of libraries."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from refkit import formats
from refkit.library import Join, Library
from refkit.library.adding import item_from
from refkit.library.keys import lettered, new_id
from refkit.model.editing import Editor
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.source import Source
from refkit.records import replace

More = Reading | Item | Mapping[str, object] | Iterable[Item | Mapping[str, object]]


def together(first: Reading, second: More) -> Library:
    """Return a library with the sources of both, in which keys differ."""
    parts = _copied(first)
    second = second if isinstance(second, Reading) else _of_items(second, first)
    library = Library.of([*parts, *_copied(second)])
    older, newer = library.editors[: len(parts)], library.editors[len(parts) :]
    for editor in newer:
        _resolve_clashes(library, older, editor)
    return library


def _of_items(
    more: Item | Mapping[str, object] | Iterable[Item | Mapping[str, object]], first: Reading
) -> Reading:
    """Return a library of items, in which those without a key get author and year."""
    if isinstance(more, (str, bytes, os.PathLike)) or not isinstance(more, (Item, Iterable)):
        raise TypeError(
            f"a library, items or objects of CSL-JSON can be added, not {type(more).__name__}; "
            "read a text with `refkit.loads`, a file with `refkit.load`"
        )
    several = [more] if isinstance(more, (Item, Mapping)) else more
    items = [_own_item(item) for item in several]
    taken = {*first.keys(), *(item.id for item in items)}
    for item in items:
        if not item.id:
            item.id = new_id(item, taken.__contains__)
            taken.add(item.id)
    return Reading(items)


def _own_item(item: object) -> Item:
    if not isinstance(item, (Item, Mapping)):
        kind = type(item).__name__
        raise TypeError(f"a reference is an Item or an object of CSL-JSON, not {kind}")
    return item_from(item, {}).replace()


def saved_parts(library: Library) -> list[Reading | Source]:
    """Return the sources with their current texts, or what was read from those that have no editor."""
    return [_copied_source(part) or _copy(part) for part in library.parts()]


def _copied_source(part: Reading) -> Source | None:
    source = part.sources[0] if len(part.sources) == 1 else None
    form = formats.all_formats().get(source.format) if source else None
    is_edited = source is not None and not source.derived and form is not None and form.edit
    return replace(source) if source is not None and is_edited else None


def restored(
    parts: Sequence[Reading | Source], join: Join | None, are_changed: Sequence[bool]
) -> Library:
    """Return the library of copied or pickled sources; what was not saved is not saved in it, either."""
    read = [formats.read(part, part.format) if isinstance(part, Source) else part for part in parts]
    library = Library.of(join(read) if join else read, join)
    for editor, is_changed in zip(library.editors, are_changed, strict=True):
        editor.is_changed = is_changed
    return library


def _resolve_clashes(library: Library, older: list[Editor], editor: Editor) -> None:
    """Remove items that the first library has, too, and rename others with its keys."""
    known = {
        item.id: next(filter(None, (one.find(item.id) for one in older)), None)
        for item in editor.read_again().items
    }
    items = list(editor.read_again().items)
    equal = [item for item in items if known[item.id] == item]
    kept = {id(item) for item in items} - {id(item) for item in equal}
    removed = [
        item for item in equal if not any(id(child) in kept for child in editor.children(item))
    ]
    gone = {id(item) for item in removed}
    new_keys: dict[str, str] = {}
    for item in items:
        if id(item) not in gone and any(one.is_taken(item.id) for one in older):
            new_keys[item.id] = _free_key(item, library, new_keys)
    for item in removed:
        library.remove(item)
    if new_keys:
        editor.rename(new_keys)
        library.is_stale = True


def _free_key(item: Item, library: Library, new_keys: dict[str, str]) -> str:
    taken = {key.lower() for key in new_keys.values()}
    return next(
        key
        for key in lettered(item.id)
        if key.lower() not in taken and not any(one.is_taken(key) for one in library.editors)
    )


def _copied(library: Reading) -> list[Reading]:
    """Return what is read from the sources of a library, independent of it."""
    parts = library.parts() if isinstance(library, Library) else [library]
    return [_copy(part) for part in parts]


def _copy(part: Reading) -> Reading:
    source = _copied_source(part)
    if source is None:
        items = [item.replace() for item in part.items]
        return Reading(items, part.entries, part.faults, part.sources)
    return formats.read(source, source.format)
