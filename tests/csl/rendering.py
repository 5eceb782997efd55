"""One element of a style rendered for one item, as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.csl.context import Area, Call, Hints, Position
from refkit.csl.style import Style
from refkit.csl.text import plain
from refkit.model.csl_json import item_from_record

PEOPLE = [
    {"family": "Doe", "given": "John Paul"},
    {"family": "Roe", "given": "Jane"},
    {"family": "Smith", "given": "Ann"},
    {"family": "Brown", "given": "Bob"},
    {"family": "Lee", "given": "Kim"},
]


def style_of(body: str, macros: str = "", attributes: str = "", citation: str = "") -> Style:
    """Return a style whose citation contains `body`; `attributes` go on cs:style, `citation` on cs:citation."""
    return Style.parse(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {attributes}>'
        f"<info><id>t</id><title>T</title></info>{macros}"
        f"<citation {citation}><layout>{body}</layout></citation></style>"
    )


def rendered(
    body: str,
    variables: Mapping[str, object] = {},
    *,
    macros: str = "",
    attributes: str = "",
    citation: str = "",
    language: str | None = None,
    locator: str = "",
    label: str = "",
    position: Position | None = Position.FIRST,
    hints: Hints = Hints(),  # noqa: B008 - frozen
) -> str:
    """Return `body` rendered for a book with `variables`; the empty string if there is no output."""
    item, _ = item_from_record({"id": "x", "type": "book", **variables})
    compiled = style_of(body, macros, attributes, citation).compiled(language)
    call = Call(item, Area.CITATION, locator, label, position, citation_number=1, hints=hints)
    node = compiled.citation.render(call)
    return "" if node is None else plain(node)


def names(name: str, count: int, *, attributes: str = "", citation: str = "") -> str:
    """Return the first `count` of PEOPLE, rendered by a cs:name with the attributes `name`."""
    body = f'<names variable="author"><name {name}/></names>'
    author = {"author": PEOPLE[:count]}
    return rendered(body, author, attributes=attributes, citation=citation)


def one_name(name: str, parts: Mapping[str, object], *, attributes: str = "") -> str:
    """Return one name, rendered by a cs:name with the attributes `name`."""
    body = f'<names variable="author"><name {name}/></names>'
    return rendered(body, {"author": [dict(parts)]}, attributes=attributes)
