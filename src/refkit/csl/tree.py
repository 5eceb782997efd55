"""Find, remove and replace nodes of an output tree. A tree is never changed: every function returns a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import is_

from refkit.csl.case import case_text
from refkit.csl.context import NamesGroup
from refkit.csl.output import Group, Look, Node, Tag, Text
from refkit.records import replace


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and all its descendants, in the order of the text."""
    yield node
    if isinstance(node, Group):
        for child in node.children:
            yield from walk(child)


def first_tagged(node: Node, tag: Tag) -> Node | None:
    """Return the first node with a tag, if any."""
    if node.tag is tag:
        return node
    if isinstance(node, Group):
        for child in node.children:
            found = first_tagged(child, tag)
            if found is not None:
                return found
    return None


def first_names(node: Node) -> NamesGroup | None:
    """Return the first names, the outermost ones if a substitute wraps others."""
    if isinstance(node, NamesGroup):
        return node
    if isinstance(node, Group):
        for child in node.children:
            found = first_names(child)
            if found is not None:
                return found
    return None


def without(node: Node, unwanted: Callable[[Node], bool]) -> Node | None:
    """Return the tree without the nodes that `unwanted` names, and without groups that become empty."""
    if unwanted(node):
        return None
    if isinstance(node, Text):
        return node
    kept = [child for child in (without(c, unwanted) for c in node.children) if child is not None]
    return with_children(node, kept) if kept else None


def with_children(group: Group, children: list[Node]) -> Group:
    """Return the group with other children, or the group itself if they are the same."""
    same = len(children) == len(group.children) and all(map(is_, children, group.children))
    if same:
        return group
    if type(group) is Group:
        return Group(children, group.delimiter, group.look, group.tag, group.language)
    return replace(group, children=children)


def with_look(node: Node, look: Look) -> Node:
    """Return the node with other formatting."""
    if type(node) is Group:
        return Group(node.children, node.delimiter, look, node.tag, node.language)
    return replace(node, look=look)


def replaced(node: Node, parts: Mapping[int, Node]) -> Node:
    """Return the tree with other nodes at the place of some; `parts` are the new nodes by the id() of the old ones."""
    if id(node) in parts:
        return parts[id(node)]
    if isinstance(node, Text):
        return node
    return with_children(node, [replaced(child, parts) for child in node.children])


def without_displays(node: Node) -> Node:
    """Return the tree without display blocks."""
    if isinstance(node, Group):
        node = with_children(node, [without_displays(child) for child in node.children])
    return replace(node, look=replace(node.look, display="")) if node.look.display else node


def without_leading_space(node: Node) -> Node:
    """Return the tree without the space that a prefix sets before its first text, as after an omitted author."""
    prefix = node.look.prefix
    if prefix:
        stripped = prefix.lstrip()
        return node if stripped == prefix else with_look(node, replace(node.look, prefix=stripped))
    if isinstance(node, Group) and node.children:
        first, *others = node.children
        return with_children(node, [without_leading_space(first), *others])
    return node


def with_changed_year(
    nodes: Sequence[Node], change: Callable[[Text], Node], *, last: bool
) -> list[Node] | None:
    """Return the nodes with the first or last year changed, or None without a year.

    In a date it is always the last year, which ends a range.
    """
    for at in reversed(range(len(nodes))) if last else range(len(nodes)):
        changed = _with_changed_year(nodes[at], change, last)
        if changed is not None:
            return [*nodes[:at], changed, *nodes[at + 1 :]]
    return None


def _with_changed_year(node: Node, change: Callable[[Text], Node], last: bool) -> Node | None:
    if isinstance(node, Text):
        return change(node) if node.tag is Tag.YEAR else None
    last = last or node.tag is Tag.DATE or node.tag is Tag.ACCESSED
    children = with_changed_year(node.children, change, last=last)
    return None if children is None else with_children(node, children)


def contains(node: Node, part: Node) -> bool:
    """Whether the tree contains `part` itself, not only an equal node."""
    return any(one is part for one in walk(node))


def chain(nodes: Sequence[tuple[str, Node]]) -> Node:
    """Join nodes, each with the delimiter before it; that of the first node is ignored."""
    joined, delimiter = [nodes[0][1]], ""
    for before, node in nodes[1:]:
        if len(joined) > 1 and before != delimiter:
            joined = [Group(joined, delimiter, tag=Tag.CLUSTER)]
        joined.append(node)
        delimiter = before
    return Group(joined, delimiter, tag=Tag.CLUSTER) if len(joined) > 1 else joined[0]


def leaves(node: Node, skipped: Tag | None = None) -> Iterator[Text]:
    """Yield the texts of a tree in order, without those below a tag."""
    if skipped is not None and node.tag is skipped:
        return
    if isinstance(node, Group):
        for child in node.children:
            yield from leaves(child, skipped)
    elif node.text:
        yield node


def with_capital(node: Node) -> Node:
    """Return a note or an entry with a capital if it begins with a term, unless the style sets its case.

    citeproc-js and the test suite do this ("Ibid."); a citation number before the term is ignored.
    """
    return _with_capital(node) or node


def _with_capital(node: Node) -> Node | None:
    """Return the tree from the first text on, or None if it has no text."""
    if node.tag is Tag.CITATION_NUMBER:
        return None
    if isinstance(node, Group):
        for at, child in enumerate(node.children):
            found = _with_capital(child)
            if found is child:
                return node
            if found is not None:
                return with_children(node, [*node.children[:at], found, *node.children[at + 1 :]])
        return None
    if node.text and node.tag is Tag.TERM and not node.look.text_case:
        return replace(node, text=case_text("capitalize-first", node.text))
    return node if node.text else None
