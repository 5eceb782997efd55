"""Warnings about requests that had no effect, or not the whole effect, on a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from refkit.csl.context import Area, Call
from refkit.csl.highlighting import own_names, with_bold_names
from refkit.csl.layout import Compiled
from refkit.csl.output import Node
from refkit.csl.presentation import ANNOTATION, annotation
from refkit.csl.sections import sections_from, split_section
from refkit.data.csl import VARIABLES
from refkit.errors import UnknownChoice
from refkit.formatting_options import FormatOptions
from refkit.model.item import Item
from refkit.model.name import Name


def unused(listed: Iterable[Item], style: Compiled, options: FormatOptions) -> list[str]:
    """Return warnings for names, variables and sections that no listed reference has."""
    found = list(listed)
    warnings = [text for name in options.highlight for text in _hidden(name, found, style)]
    if options.annotate and not any(annotation(item, options.annotate) for item in found):
        _check_variables(options.annotate, found)
        variables = ", ".join(f"`{variable}`" for variable in options.annotate)
        warnings.append(f"no reference in the bibliography has an annotation in {variables}")
    return warnings + (_empty_sections(found, options.sections) if found else [])


def _empty_sections(items: Sequence[Item], texts: Sequence[str]) -> list[str]:
    """Return warnings for sections whose filters no reference passes."""
    sections = zip(texts, sections_from(items, texts), strict=True)
    return [
        f"the section `{section.heading}` is omitted: no reference passes its filter"
        for text, section in sections
        if not section.ids and split_section(text)[1]
    ]


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


def empty_chapters(chapters: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """Return warnings for chapters without citations, which have no bibliography."""
    return [
        f"the chapter `{title}` has no citations; put `--citation` options after its heading"
        for title, cited in chapters
        if not cited
    ]
