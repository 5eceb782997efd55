"""Cite grouping and collapsing inside one citation (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from refkit.csl.cite import Cite
from refkit.csl.layout import CitationLayout
from refkit.csl.output import Group, Node, Tag, Text
from refkit.csl.tree import chain, contains, first_names, first_tagged, walk, without

SHORTEST_RANGE = 3
GROUP_DELIMITER = ", "


@dataclass(slots=True)
class CiteNode:
    """A cite with what it was rendered to: `node` has the cite's affixes around, `body` has not.

    `names` is the plain text of its first names, `year_suffix` counts from 1 for "a"; 0 is none.
    """

    cite: Cite
    node: Node
    body: Node
    number: int = 0
    names: str = ""
    year: str = ""
    year_suffix: int = 0


def join_cites(cites: Sequence[CiteNode], layout: CitationLayout, dash: str = "–") -> Node:
    """The cites of one citation as one node, grouped and collapsed as the style asks."""
    if len(cites) == 1:
        return cites[0].node
    if layout.collapsing.collapse == "citation-number":
        return collapse_numbers(cites, layout.delimiter, dash)
    if layout.collapsing.groups_cites:
        return join_groups(cites, layout, dash)
    return chain(cites[0].node, [(layout.delimiter, one.node) for one in cites[1:]])


# -- citation-number ---------------------------------------------------------------------------


def collapse_numbers(cites: Sequence[CiteNode], delimiter: str, dash: str) -> Node:
    """Runs of three and more numbers become ranges: 1, 3–5."""
    nodes = []
    for run in number_runs(cites):
        if len(run) < SHORTEST_RANGE:
            nodes += [one.node for one in run]
        else:
            nodes.append(Group([run[0].node, Text(dash), run[-1].node]))
    return chain(nodes[0], [(delimiter, node) for node in nodes[1:]])


def number_runs(cites: Sequence[CiteNode]) -> Iterator[list[CiteNode]]:
    """Cites in runs of rising numbers; what is more than a number stands alone."""
    run: list[CiteNode] = []
    for one in cites:
        joins = run and one.number == run[-1].number + 1 and not one.cite.prefix
        if run and not (joins and is_bare_number(run[-1]) and is_bare_number(one)):
            yield run
            run = []
        run.append(one)
    yield run


def is_bare_number(one: CiteNode) -> bool:
    """Whether a cite is nothing but its number, which a range may swallow."""
    node = one.body
    while isinstance(node, Group) and len(node.children) == 1:
        node = node.children[0]
    return node.tag is Tag.CITATION_NUMBER and not one.cite.suffix


# -- groups of one author ----------------------------------------------------------------------


def join_groups(cites: Sequence[CiteNode], layout: CitationLayout, dash: str) -> Node:
    """Cites with the same names are brought together, later ones shortened."""
    rest: list[tuple[str, Node]] = []
    first: Node | None = None
    after = layout.delimiter
    for group in cite_groups(cites):
        joined = [(after, group[0].node), *shortened(group, layout, dash)]
        if first is None:
            first = joined.pop(0)[1]
        rest += joined
        after = delimiter_after(group, layout)
    assert first is not None
    return chain(first, rest)


def cite_groups(cites: Sequence[CiteNode]) -> list[list[CiteNode]]:
    """ "Grouped cites maintain their relative order, and are moved to the original location of the
    first cite of the group." """
    groups: dict[str, list[CiteNode]] = {}
    for at, one in enumerate(cites):
        groups.setdefault(one.names or f"\0{at}", []).append(one)
    return list(groups.values())


def delimiter_after(group: Sequence[CiteNode], layout: CitationLayout) -> str:
    """What stands after a group: with collapse="year" always the after-collapse-delimiter."""
    collapsing = layout.collapsing
    if collapsing.after_collapse_delimiter is None:
        return layout.delimiter
    if collapsing.collapse == "year" or len(group) > 1:
        return collapsing.after_collapse_delimiter
    return layout.delimiter


def shortened(
    group: Sequence[CiteNode], layout: CitationLayout, dash: str
) -> Iterator[tuple[str, Node]]:
    """The cites of a group after its first, each with the delimiter before it."""
    collapse = layout.collapsing.collapse
    if not collapse:
        yield from ((group_delimiter(before, layout), one.node) for before, one in pairwise(group))
        return
    if collapse == "year":
        for before, one in pairwise(group):
            kept = without_names(one.node)
            if kept is not None:
                yield group_delimiter(before, layout), kept
        return
    yield from collapse_suffixes(group, layout, dash)


def group_delimiter(before: CiteNode, layout: CitationLayout) -> str:
    """What stands between the cites of a group; after a locator a group reads as ended."""
    collapsing = layout.collapsing
    if before.cite.locator and collapsing.after_collapse_delimiter is not None:
        return collapsing.after_collapse_delimiter
    if collapsing.cite_group_delimiter is not None:
        return collapsing.cite_group_delimiter
    return GROUP_DELIMITER if collapsing.after_collapse_delimiter is None else layout.delimiter


def collapse_suffixes(
    group: Sequence[CiteNode], layout: CitationLayout, dash: str
) -> Iterator[tuple[str, Node]]:
    """Repeated years are left out too: 2000a, b; with year-suffix-ranged 2000a–c."""
    ranged = layout.collapsing.collapse == "year-suffix-ranged"
    at = 1
    while at < len(group):
        before, one = group[at - 1], group[at]
        end = at + 1
        if not same_year(before, one):
            yield from with_delimiter(group_delimiter(before, layout), without_names(one.node))
        else:
            end = range_end(group, at) if ranged else end
            yield from suffix_range(group, at, end, layout, dash)
        at = end


def same_year(before: CiteNode, one: CiteNode) -> bool:
    return bool(before.year_suffix and one.year_suffix) and before.year == one.year


def range_end(group: Sequence[CiteNode], at: int) -> int:
    """Where the run of rising suffixes that began with the cite before `at` ends."""
    end = at
    while end < len(group) and follows(group[end - 1], group[end]):
        end += 1
    return end if end - at + 1 >= SHORTEST_RANGE else at + 1


def follows(before: CiteNode, one: CiteNode) -> bool:
    plain = not any((before.cite.locator, before.cite.suffix, one.cite.locator, one.cite.prefix))
    return plain and same_year(before, one) and one.year_suffix == before.year_suffix + 1


def suffix_range(
    group: Sequence[CiteNode], at: int, end: int, layout: CitationLayout, dash: str
) -> Iterator[tuple[str, Node]]:
    before, last = group[at - 1], group[end - 1]
    if end - at > 1:
        yield from with_delimiter(dash, without_year(last.node))
        return
    delimiter = layout.collapsing.year_suffix_delimiter
    if delimiter is None:
        delimiter = layout.delimiter
    if before.cite.locator or last.cite.locator:
        delimiter = group_delimiter(before, layout)
    yield from with_delimiter(delimiter, without_year(last.node))


def with_delimiter(delimiter: str, node: Node | None) -> Iterator[tuple[str, Node]]:
    if node is not None:
        yield delimiter, node


# -- leaving out -------------------------------------------------------------------------------


def without_names(node: Node) -> Node | None:
    """A cite of a group without the names that its first cite has shown."""
    names = first_names(node)
    kept = without(node, lambda one: one is names)
    return None if kept is None else without_leading_space(kept)


def without_year(node: Node) -> Node | None:
    """Of a date nothing is kept but the year suffix."""
    suffix = first_tagged(node, Tag.YEAR_SUFFIX)
    date = first_tagged(node, Tag.DATE)
    dropped = {id(first_names(node))}
    if date is not None and suffix is not None:
        dropped |= {id(one) for one in walk(date) if not contains(one, suffix)}
    kept = without(node, lambda one: id(one) in dropped)
    return None if kept is None else without_leading_space(kept)


def without_leading_space(node: Node) -> Node:
    """The space that set the year off from the names would double the delimiter's."""
    one = node
    while True:
        if one.look.prefix.startswith(" "):
            one.look = replace(one.look, prefix=one.look.prefix.lstrip(" "))
        if one.look.prefix or not isinstance(one, Group):
            return node
        one = one.children[0]
