"""Cite grouping and collapsing inside one citation (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from refkit.csl.cite import Cite
from refkit.csl.layout import CitationLayout
from refkit.csl.output import Group, Node, Tag, Text
from refkit.csl.tree import chain, contains, first_names, first_tagged, walk, with_children, without
from refkit.records import dataclass, replace

SHORTEST_RANGE = 3
ALWAYS_AFTER = frozenset({"year", "year-suffix-ranged"})
STOPS = frozenset(",;.")


@dataclass(slots=True)
class CiteNode:
    """A rendered cite: `node` includes the affixes of the cite, `body` does not.

    `names` is the plain text of its first names; `year_suffix` is 1 for "a" and 0 for none. `is_bare` marks a cite
    that shows only a year, in a style that shows nothing else for items without names. `has_title` marks a cite
    with a title.
    """

    cite: Cite
    node: Node
    body: Node
    number: int = 0
    names: str = ""
    year: str = ""
    year_suffix: int = 0
    is_bare: bool = False
    has_title: bool = False


class Piece(NamedTuple):
    """A node of the citation with the delimiter before it and the user's affixes at its ends."""

    delimiter: str
    node: Node
    prefix: str
    suffix: str


def join_cites(
    cites: Sequence[CiteNode], layout: CitationLayout, group_delimiter: str, dash: str = "–"
) -> Node:
    """Join the cites of a citation, grouped and collapsed as the style requires.

    `group_delimiter` is used between cites of one author if the style does not set a delimiter.
    """
    if len(cites) == 1:
        return cites[0].node
    collapsing = layout.collapsing
    if collapsing.collapse == "citation-number":
        return chain(seams(collapse_numbers(cites, layout, dash)))
    if not collapsing.groups_cites:
        return chain(seams(piece(layout.delimiter, one) for one in cites))
    if collapsing.cite_group_delimiter is not None:
        group_delimiter = collapsing.cite_group_delimiter
    elif collapsing.after_collapse_delimiter is not None:
        group_delimiter = layout.delimiter
    return chain(seams(join_groups(cites, layout, group_delimiter, dash)))


def piece(delimiter: str, one: CiteNode) -> Piece:
    """Return a cite with the delimiter before it, and its affixes."""
    return Piece(delimiter, one.node, one.cite.prefix, one.cite.suffix)


def seams(pieces: Iterable[Piece]) -> list[tuple[str, Node]]:
    """Join the nodes with their delimiters; a comma, semicolon or full stop of the user replaces one."""
    seamed = []
    before = ""
    for one in pieces:
        delimiter = (
            ""
            if one.prefix[:1] in STOPS
            else " "
            if one.delimiter and before[-1:] in STOPS
            else one.delimiter
        )
        seamed.append((delimiter, one.node))
        before = one.suffix
    return seamed


# -- citation-number ---------------------------------------------------------------------------


def collapse_numbers(
    cites: Sequence[CiteNode], layout: CitationLayout, dash: str
) -> Iterator[Piece]:
    """Turn runs of three and more numbers into ranges: 1, 3–5. A locator ends a run.

    The after-collapse-delimiter follows a cite with a locator, as in citeproc-js.
    """
    after = layout.collapsing.after_collapse_delimiter
    before: CiteNode | None = None
    for run in number_runs(cites):
        ended = before is not None and has_locator(before)
        delimiter = after if ended and after is not None else layout.delimiter
        if len(run) < SHORTEST_RANGE:
            yield piece(delimiter, run[0])
            yield from (piece(layout.delimiter, one) for one in run[1:])
        else:
            node = Group([run[0].node, Text(dash), run[-1].node])
            yield Piece(delimiter, node, run[0].cite.prefix, run[-1].cite.suffix)
        before = run[-1]


def has_locator(one: CiteNode) -> bool:
    """Whether a cite shows its locator."""
    return first_tagged(one.body, Tag.LOCATOR) is not None


def number_runs(cites: Sequence[CiteNode]) -> Iterator[list[CiteNode]]:
    """Split cites into runs of increasing numbers; a cite with other content is a run of its own."""
    run: list[CiteNode] = []
    for one in cites:
        joins = run and one.number == run[-1].number + 1 and not one.cite.prefix
        if run and not (joins and is_bare_number(run[-1]) and is_bare_number(one)):
            yield run
            run = []
        run.append(one)
    yield run


def is_bare_number(one: CiteNode) -> bool:
    """Whether a cite is only a number, so that a range can replace it."""
    node = one.body
    while isinstance(node, Group) and len(node.children) == 1:
        node = node.children[0]
    return node.tag is Tag.CITATION_NUMBER and not one.cite.suffix


# -- groups of one author ----------------------------------------------------------------------


def join_groups(
    cites: Sequence[CiteNode], layout: CitationLayout, group_delimiter: str, dash: str
) -> Iterator[Piece]:
    """Group cites with the same names and shorten all but the first of each group."""
    delimiter = layout.delimiter
    for group in cite_groups(cites, moves=bool(layout.sort)):
        yield piece(delimiter, group[0])
        yield from shortened(group, layout, group_delimiter, dash)
        delimiter = delimiter_after(group, layout)


def cite_groups(cites: Sequence[CiteNode], moves: bool) -> list[list[CiteNode]]:
    """Return the groups of cites with the same names; a cite without names joins the group before it.

    "Grouped cites maintain their relative order, and are moved to the original location of the first cite of the
    group." The test suite moves them only in sorted citations: without sorting, the order is that of the author.
    """
    groups: list[list[CiteNode]] = []
    known: dict[str, list[CiteNode]] = {}
    for one in cites:
        group = known.get(one.names) if one.names else None
        if one.is_bare and groups:
            groups[-1].append(one)
        elif group is not None and (moves or group is groups[-1]):
            group.append(one)
        else:
            groups.append([one])
            known[one.names] = groups[-1]
    return groups


def delimiter_after(group: Sequence[CiteNode], layout: CitationLayout) -> str:
    """Return the delimiter after a group; in two collapsing modes, also after a group that did not collapse."""
    collapsing = layout.collapsing
    if collapsing.after_collapse_delimiter is None:
        return layout.delimiter
    if collapsing.collapse in ALWAYS_AFTER or len(group) > 1 or group[-1].cite.locator:
        return collapsing.after_collapse_delimiter
    return layout.delimiter


def shortened(
    group: Sequence[CiteNode], layout: CitationLayout, group_delimiter: str, dash: str
) -> Iterator[Piece]:
    """Yield the shortened cites of a group after its first."""
    collapse = layout.collapsing.collapse
    at = 1
    while at < len(group):
        before, one = group[at - 1], group[at]
        delimiter = delimiter_inside(before, one, layout, group_delimiter)
        end = at + 1
        node: Node | None = one.node
        if collapse.startswith("year-suffix") and same_year(before, one):
            end = range_end(group, at) if collapse == "year-suffix-ranged" else end
            delimiter = suffix_delimiter(group, at, end, layout, delimiter, dash)
            node = without_year(group[end - 1].node)
        elif collapse:
            node = without_names(one.node)
        if node is not None:
            yield Piece(delimiter, node, one.cite.prefix, group[end - 1].cite.suffix)
        at = end


def delimiter_inside(
    before: CiteNode, one: CiteNode, layout: CitationLayout, group_delimiter: str
) -> str:
    """Return the delimiter between the cites of a group; a locator or a title separates them like other cites."""
    after = layout.collapsing.after_collapse_delimiter
    if before.cite.locator and after is not None:
        return after
    own = layout.collapsing.cite_group_delimiter
    return layout.delimiter if one.has_title and own is None else group_delimiter


def suffix_delimiter(
    group: Sequence[CiteNode],
    at: int,
    end: int,
    layout: CitationLayout,
    delimiter: str,
    dash: str,
) -> str:
    """Return the delimiter before a year suffix, or before the last one of a range."""
    if end - at > 1:
        return dash
    if group[at - 1].cite.locator or group[at].cite.locator:
        return delimiter
    collapsing = layout.collapsing
    if collapsing.year_suffix_delimiter is not None:
        return collapsing.year_suffix_delimiter
    own = collapsing.cite_group_delimiter
    return layout.delimiter if own is None else own


def same_year(before: CiteNode, one: CiteNode) -> bool:
    """Whether two cites have the same year, and each a year suffix."""
    return bool(before.year_suffix and one.year_suffix) and before.year == one.year


def range_end(group: Sequence[CiteNode], at: int) -> int:
    """Return where the run of increasing suffixes ends that began with the cite before `at`."""
    end = at
    while end < len(group) and follows(group[end - 1], group[end]):
        end += 1
    return end if end - at + 1 >= SHORTEST_RANGE else at + 1


def follows(before: CiteNode, one: CiteNode) -> bool:
    """Whether a cite has the next year suffix, with no text of the user between the two."""
    plain = not any((before.cite.locator, before.cite.suffix, one.cite.locator, one.cite.prefix))
    return plain and same_year(before, one) and one.year_suffix == before.year_suffix + 1


# -- omitting parts ----------------------------------------------------------------------------


def without_names(node: Node) -> Node | None:
    """Return a cite of a group without the names that its first cite shows."""
    names = first_names(node)
    kept = without(node, lambda one: one is names)
    return None if kept is None else without_leading_space(kept)


def without_year(node: Node) -> Node | None:
    """Return a date with only the year suffix."""
    suffix = first_tagged(node, Tag.YEAR_SUFFIX)
    date = first_tagged(node, Tag.DATE)
    dropped = {id(first_names(node))}
    if date is not None and suffix is not None:
        dropped |= {id(one) for one in walk(date) if not contains(one, suffix)}
    kept = without(node, lambda one: id(one) in dropped)
    return None if kept is None else without_leading_space(kept)


def without_leading_space(node: Node) -> Node:
    """Return a cite without the space between names and year, which would double that of the delimiter."""
    look = node.look
    if look.prefix.startswith(" "):
        look = replace(look, prefix=look.prefix.lstrip(" "))
        node = replace(node, look=look)
    if look.prefix or not isinstance(node, Group):
        return node
    first, *others = node.children
    return with_children(node, [without_leading_space(first), *others])
