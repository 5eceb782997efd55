"""Citations in the documents of Pandoc, which are trees in JSON (the package pandoc-types, versions 1.22 and 1.23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

Json = Mapping[str, object] | Sequence[object] | str | int | float | bool | None
Element = dict[str, object]
"""An element of the tree: its name is in `t`, its content in `c`."""


def is_element(value: object) -> TypeGuard[Element]:
    """Whether a value is an element."""
    return isinstance(value, dict) and isinstance(value.get("t"), str)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def element(name: str, *content: object) -> Element:
    """Return an element with one content or several, or without content."""
    if not content:
        return {"t": name}
    return {"t": name, "c": content[0] if len(content) == 1 else list(content)}


def attributes(
    id_: str = "", classes: Sequence[str] = (), pairs: Sequence[tuple[str, str]] = ()
) -> list[object]:
    """Return the attributes of an element."""
    return [id_, list(classes), [list(pair) for pair in pairs]]
