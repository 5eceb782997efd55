"""Warnings about requests that had no effect, or not the whole effect, on a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from refkit.csl.bibliography import Bibliography
from refkit.csl.context import Area, Call
from refkit.csl.highlighting import own_names, with_bold_names
from refkit.csl.layout import Compiled
from refkit.csl.output import Node
from refkit.csl.presentation import ANNOTATION, annotation
from refkit.data.csl import VARIABLES
from refkit.errors import UnknownChoice
from refkit.formatting_options import FormatOptions
from refkit.model.item import Item
from refkit.model.name import Name


def bibliography_warnings(
    bibliography: Bibliography, included: Sequence[str], options: FormatOptions
) -> list[str]:
    """Return a warning if a bibliography is empty or lacks entries."""
    if included and not bibliography.entries:
        if options.include or options.exclude or options.sections:
            return ["the bibliography is empty: no reference passes the filters"]
        return [f"the style `{options.style}` writes citations only, no bibliography"]
    if not bibliography.empty:
        return []
    names = ", ".join(f"`{key}`" for key in bibliography.empty)
    return [f"the style `{options.style}` prints no bibliography entry for {names}"]


def document_warnings(document: str, options: FormatOptions) -> list[str]:
    """Return warnings about a standalone document."""
    if options.output != "latex":
        return []
    from refkit.csl.write._scripts import font_warnings

    return font_warnings(document)


def unused(listed: Iterable[Item], style: Compiled, options: FormatOptions) -> list[str]:
    """Return warnings for names to highlight and variables to print that no listed reference has."""
    found = list(listed)
    warnings = [text for name in options.highlight for text in _hidden(name, found, style)]
    if options.annotate and not any(annotation(item, options.annotate) for item in found):
        _check_variables(options.annotate, found)
        variables = ", ".join(f"`{variable}`" for variable in options.annotate)
        warnings.append(f"no reference in the bibliography has an annotation in {variables}")
    return warnings


def _hidden(wanted: str, items: Sequence[Item], style: Compiled) -> list[str]:
    """Return a warning if no item has a name, or for the items whose entries do not show it, as after et al."""
    is_own = own_names([wanted])
    having = [
        item
        for item in items
        if any(is_own(name) for people in item.names.values() for name in people)
    ]
    if not having:
        return [f"no reference in the bibliography has the name `{wanted}`"]
    if style.bibliography is None:
        return []
    hidden = [item.id for item in having if not _shows(item, is_own, style.bibliography.render)]
    if not hidden:
        return []
    keys = ", ".join(f"`{key}`" for key in hidden[:_SHOWN_KEYS])
    more = f" and {len(hidden) - _SHOWN_KEYS} more" if len(hidden) > _SHOWN_KEYS else ""
    return [
        f"the style does not print the name `{wanted}` in the entries of {keys}{more}, as after et al."
    ]


def _shows(
    item: Item, is_own: Callable[[Name], bool], render: Callable[[Call], Node | None]
) -> bool:
    node = render(Call(item, Area.BIBLIOGRAPHY, citation_number=1))
    return node is None or with_bold_names(node, is_own) != node


def _check_variables(names: Sequence[str], items: Iterable[Item]) -> None:
    """Raise UnknownChoice for a name that is no variable and no field of an item."""
    known = {*VARIABLES, *ANNOTATION}.union(*(item.custom for item in items))
    for name in names:
        if name not in known:
            raise UnknownChoice("variable", name, known)


_SHOWN_KEYS = 5
