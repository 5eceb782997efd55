"""The eras of early years: 79 AD, 2500 BC (CSL 1.0.2, "AD and BC")."""

from __future__ import annotations

from refkit.csl.output import Group, Node, Tag, Text
from refkit.model.date import Date, DatePoint

# The specification gives AD to years of less than four digits; citeproc-js stops at 500, and so do
# the expectations of styles that cite medieval works.
LAST_YEAR_WITH_ERA = 500


def needs_era(point: DatePoint) -> bool:
    """Whether the year of a date is early enough for an era."""
    return point.year is not None and point.year < LAST_YEAR_WITH_ERA


def add_eras(nodes: list[Node], date: Date, ad: str, bc: str) -> None:
    """Add the eras after the years of a date, outside their formatting; the ends of a range share an era."""
    first = _era(date.start, ad, bc)
    last = _era(date.end, ad, bc)
    if last and last != first:
        _put(nodes, first, last=False)
        first = last
    _put(nodes, first, last=True)


def _era(point: DatePoint | None, ad: str, bc: str) -> str:
    if point is None or point.year is None or not needs_era(point):
        return ""
    return ad if point.year > 0 else bc


def _put(nodes: list[Node], era: str, *, last: bool) -> bool:
    """Add an era after the first or the last year."""
    order = range(len(nodes))
    for at in reversed(order) if last else order:
        node = nodes[at]
        if isinstance(node, Text) and node.tag is Tag.YEAR:
            nodes[at] = Group([node, Text(era)])
            return True
        if isinstance(node, Group) and _put(node.children, era, last=last):
            return True
    return False
