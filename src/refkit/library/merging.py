"""Sums of libraries."""

from __future__ import annotations

from refkit import formats
from refkit.library import Library
from refkit.library.keys import lettered
from refkit.model.editing import Editor
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.records import replace


def together(first: Reading, second: Reading) -> Library:
    """Return a library with the sources of both, in which keys differ."""
    parts = _copied(first)
    library = Library.of([*parts, *_copied(second)])
    older, newer = library.editors[: len(parts)], library.editors[len(parts) :]
    for editor in newer:
        _resolve_clashes(library, older, editor)
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
    source = part.sources[0] if len(part.sources) == 1 else None
    form = formats.all_formats().get(source.format) if source else None
    if source is None or source.derived or form is None or form.edit is None:
        items = [item.replace() for item in part.items]
        return Reading(items, part.entries, part.faults, part.sources)
    return formats.read(replace(source), source.format)
