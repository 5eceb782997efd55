"""The default position of the year suffix: after the first year of a cite or entry."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Group, Look, Node, Tag, Text
from refkit.csl.tree import with_changed_year
from refkit.records import replace


def with_year_suffix(nodes: Sequence[Node], suffix: str) -> list[Node]:
    """Return the nodes with `suffix` after the first year, or unchanged without a year."""
    return with_changed_year(nodes, lambda year: _suffixed(year, suffix), last=False) or list(nodes)


def _suffixed(year: Text, suffix: str) -> Group:
    bare = replace(year, look=replace(year.look, prefix="", suffix=""))
    affixes = Look(prefix=year.look.prefix, suffix=year.look.suffix)
    return Group([bare, Text(suffix, tag=Tag.YEAR_SUFFIX)], "", affixes, Tag.YEAR)
