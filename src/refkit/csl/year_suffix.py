"""The default position of the year suffix: after the first year of a cite or entry."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Group, Look, Node, Tag, Text
from refkit.records import replace


def with_year_suffix(nodes: Sequence[Node], suffix: str) -> list[Node]:
    """Return the nodes with `suffix` after the first year, or unchanged without a year."""
    changed = list(nodes)
    _append(changed, suffix)
    return changed


def _append(nodes: list[Node], suffix: str) -> bool:
    for at, node in enumerate(nodes):
        if node.tag is Tag.YEAR and isinstance(node, Text):
            nodes[at] = _suffixed(node, suffix)
            return True
        if isinstance(node, Group) and _append_inside(node, suffix):
            return True
    return False


def _append_inside(node: Group, suffix: str) -> bool:
    """Append in the order of a group, but after the last year of a date, which ends a range."""
    if node.tag is not Tag.DATE and node.tag is not Tag.ACCESSED:
        return _append(node.children, suffix)
    return _append_last(node.children, suffix)


def _append_last(nodes: list[Node], suffix: str) -> bool:
    for at in range(len(nodes) - 1, -1, -1):
        node = nodes[at]
        if node.tag is Tag.YEAR and isinstance(node, Text):
            nodes[at] = _suffixed(node, suffix)
            return True
        if isinstance(node, Group) and _append_last(node.children, suffix):
            return True
    return False


def _suffixed(year: Text, suffix: str) -> Group:
    bare = replace(year, look=replace(year.look, prefix="", suffix=""))
    affixes = Look(prefix=year.look.prefix, suffix=year.look.suffix)
    return Group([bare, Text(suffix, tag=Tag.YEAR_SUFFIX)], "", affixes, Tag.YEAR)
