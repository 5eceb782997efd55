"""The year suffix at its default place: the first year that a cite or entry renders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from refkit.csl.output import PLAIN, Group, Node, Tag, Text


def with_year_suffix(nodes: Sequence[Node], suffix: str) -> list[Node]:
    """The nodes with `suffix` right after the first year; they stay as they are without one."""
    changed = list(nodes)
    _append(changed, suffix)
    return changed


def _append(nodes: list[Node], suffix: str) -> bool:
    for at, node in enumerate(nodes):
        if node.tag is Tag.YEAR and isinstance(node, Text):
            bare = replace(node, look=replace(node.look, prefix="", suffix=""))
            outer = replace(PLAIN, prefix=node.look.prefix, suffix=node.look.suffix)
            nodes[at] = Group([bare, Text(suffix, tag=Tag.YEAR_SUFFIX)], "", outer, Tag.YEAR)
            return True
        if isinstance(node, Group) and _append(node.children, suffix):
            return True
    return False
