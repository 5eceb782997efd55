"""Find and remove nodes in an output tree by their tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from refkit.csl.context import NamesGroup
from refkit.csl.output import Group, Node, Tag, Text


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
    if not kept:
        return None
    node.children = kept
    return node


def contains(node: Node, part: Node) -> bool:
    """Whether the tree contains `part` itself, not only an equal node."""
    return any(one is part for one in walk(node))


def chain(nodes: Sequence[tuple[str, Node]]) -> Node:
    """Join nodes, each with the delimiter before it; that of the first node is ignored."""
    whole = nodes[0][1]
    last = None
    for delimiter, node in nodes[1:]:
        if isinstance(whole, Group) and delimiter == last:
            whole.children.append(node)
        else:
            whole = Group([whole, node], delimiter, tag=Tag.CLUSTER)
            last = delimiter
    return whole


def leaves(node: Node, skipped: Tag | None = None) -> Iterator[Text]:
    """Yield the texts of a tree in order, without those below a tag."""
    if skipped is not None and node.tag is skipped:
        return
    if isinstance(node, Group):
        for child in node.children:
            yield from leaves(child, skipped)
    elif node.text:
        yield node


def capitalize_first_term(node: Node) -> None:
    """Capitalize a term at the start of a note or an entry, unless the style sets its case.

    citeproc-js and the test suite do this ("Ibid."); a citation number before the term is ignored.
    """
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.tag is Tag.CITATION_NUMBER:
            continue
        if isinstance(one, Group):
            waiting += one.children[::-1]
        elif one.text:
            if one.tag is Tag.TERM and not one.look.text_case:
                one.text = one.text[:1].upper() + one.text[1:]
            return
