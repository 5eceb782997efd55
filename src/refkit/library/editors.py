"""Editors of what was read."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.formats import all_formats
from refkit.model.editing import Editor
from refkit.model.library import Library as Reading
from refkit.model.source import Source


def editors_of(parts: Sequence[Reading]) -> list[Editor]:
    """Return an editor of each part of a library."""
    editors = [editor_of_part(part) for part in parts]
    connect(editors)
    return editors


def restart(editors: Sequence[Editor], old: Sequence[Reading], new: Sequence[Reading]) -> None:
    """Let editors continue with what was read from the current texts."""
    for editor, before, part in zip(editors, old, new, strict=True):
        if part is not before:
            editor.restart(part)
    connect(editors)


def connect(editors: Sequence[Editor]) -> None:
    """Let editors of sources that were read together know each other."""
    for editor in editors:
        editor.connect(editors)


def editor_of_part(part: Reading) -> Editor:
    """Return an editor of what was read from a source, or of the objects if it cannot be edited."""
    from refkit.model.editing import ListEditor

    if len(part.sources) != 1 or part.sources[0].derived:
        return ListEditor(part)
    form = all_formats().get(_format_name(part.sources[0]))
    return form.edit(part) if form is not None and form.edit is not None else ListEditor(part)


def _format_name(source: Source) -> str:
    from refkit.formats import by_suffix

    if source.format:
        return source.format
    known = by_suffix(source.name)
    return known.name if known else ""
