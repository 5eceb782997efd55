"""The eras of early years: 79 AD, 2500 BC (CSL 1.0.2, "AD and BC")."""

from __future__ import annotations

from refkit.csl.output import Group, Node, Text
from refkit.csl.tree import with_changed_year
from refkit.model.date import Date, DatePoint

# The specification gives AD to years of less than four digits; citeproc-js stops at 500, and so do
# the expectations of styles that cite medieval works.
LAST_YEAR_WITH_ERA = 500


def needs_era(point: DatePoint) -> bool:
    """Whether the year of a date is early enough for an era."""
    return point.year is not None and point.year < LAST_YEAR_WITH_ERA


def with_eras(nodes: list[Node], date: Date, ad: str, bc: str) -> list[Node]:
    """Return the nodes of a date with eras after its years, outside their formatting.

    The ends of a range share an era.
    """
    first = _era(date.start, ad, bc)
    last = _era(date.end, ad, bc)
    if last and last != first:
        nodes = _put(nodes, first, last=False)
        first = last
    return _put(nodes, first, last=True)


def _era(point: DatePoint | None, ad: str, bc: str) -> str:
    if point is None or point.year is None or not needs_era(point):
        return ""
    return ad if point.year > 0 else bc


def _put(nodes: list[Node], era: str, *, last: bool) -> list[Node]:
    """Return the nodes with an era after the first or the last year."""
    return with_changed_year(nodes, lambda year: Group([year, Text(era)]), last=last) or nodes
