"""References for tests with their labels in the text: `<author|Smith, J.> (<date|2019>)`."""

import re

from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.read.build import Built, build_item
from refkit.model.excerpt import Excerpt
from refkit.model.item import Item
from refkit.model.name import Name

_MARKED = re.compile(r"<([\w-]+)\|([^<>]*)>")


def built(marked: str) -> Built:
    """Return the item of a reference with labels in its text, and further results."""
    text, segments, at = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        segments.append(Segment(found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return build_item(
        Reference(Excerpt.from_text(text + marked[at:])), Labelled(tuple(segments)), "it"
    )


def item(marked: str) -> Item:
    """Return only the item."""
    return built(marked).item


def shown(names: tuple[Name, ...] | list[Name]) -> list[str]:
    """Return names in short form: `von|Neumann|J.|Jr.` without empty parts at the end, `{World Bank}`, `others`."""
    return [_one(name) for name in names]


def _one(name: Name) -> str:
    if name.others:
        return "others"
    if name.literal:
        return "{" + name.literal + "}"
    parts = [name.particle or name.dropping_particle, name.family, name.given, name.suffix]
    return "|".join(parts).rstrip("|")
