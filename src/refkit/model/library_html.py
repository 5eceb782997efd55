"""A library as a notebook shows it: a table of its first references."""

from __future__ import annotations

import html
from collections.abc import Sequence

from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

SHOWN = 20
_NAMES_SHOWN = 3
_TAG = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>")
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HEAD = ("key", "type", "author", "year", "title", "in")


def library_html(title: str, first: Sequence[Item], count: int) -> str:
    """Return a table of the first of `count` references, with a title."""
    rows = [_row(item) for item in first]
    head = "".join(f"<th>{name}</th>" for name in _HEAD)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    more = f"; the first {len(first)} are shown" if len(first) < count else ""
    summary = html.escape(f"{title}{more}", quote=False)
    return f"<p>{summary}</p>\n{table if rows else ''}"


def _row(item: Item) -> list[str]:
    names = item.author or item.editor
    year = item.issued.year
    cells = [item.id, item.type, _people(names), str(year or ""), item.title, item.container_title]
    return [html.escape(_TAG.sub("", cell)) for cell in cells]


def _cell(text: str) -> str:
    """Return a cell; one with letters that are written from right to left has the direction of its text."""
    return f'<td dir="auto">{text}</td>' if _RIGHT_TO_LEFT.search(text) else f"<td>{text}</td>"


def _family(name: Name) -> str:
    """Return the family name with its particles, or what else a name has."""
    if name.literal or not name.family:
        return name.literal or name.given
    return " ".join(filter(None, (name.dropping_particle, name.particle, name.family)))


def _people(names: Sequence[Name]) -> str:
    """Return the family names of the first people."""
    shown = [_family(name) for name in names if not name.others]
    more = " et al." if len(names) > _NAMES_SHOWN or any(name.others for name in names) else ""
    return ", ".join(shown[:_NAMES_SHOWN]) + more


def item_html(item: Item) -> str:
    """Return a table of the variables of an item."""
    rows = [("type", item.type), *((name, item.plain(name)) for name in item)]
    body = "".join(
        f"<tr><th>{html.escape(name)}</th>{_cell(html.escape(value))}</tr>\n"
        for name, value in rows
    )
    return f"<p>{html.escape(item.id)}</p>\n<table>\n<tbody>\n{body}</tbody>\n</table>\n"
