"""Nodes of docutils for citations and lists, and the processor's HTML as nodes."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from docutils import nodes

from refkit.records import dataclass, field

Link = Callable[[str], tuple[str, str]]
"""From the anchor of an entry to the names of the attribute and the target of a reference to it."""


class CitationNode(nodes.Inline, nodes.TextElement):
    """The place of a citation.

    Attributes: `document`, the name of its document; `number`, which is that of the citation in the document; `kind`
    and `cites`; `is_foot` for a citation that is a note in every style; and `part`, which is "author" for the text
    before a note, or "all".
    """


class ListNode(nodes.General, nodes.Element):
    """The place of a list of references, with the attributes `document` and `number`."""


class NotesNode(nodes.General, nodes.Element):
    """The place of the notes with the citations before it."""


def note_of(node: nodes.Node) -> nodes.footnote | None:
    """Return the footnote that contains a node, or None."""
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.footnote):
        parent = parent.parent
    return parent


_STYLES = {
    "font-variant:small-caps": "csl-small-caps",
    "text-decoration:underline": "csl-underline",
}
_NODES = {"i": nodes.emphasis, "b": nodes.strong, "sup": nodes.superscript, "sub": nodes.subscript}


@dataclass(slots=True)
class _Open:
    """An open element: its tag and its node, or None for an element without a node."""

    tag: str
    node: nodes.Element | None = field(default=None)


class _Reader(HTMLParser):
    """Turns the HTML of a citation or an entry into nodes."""

    def __init__(self, link: Link | None, has_margin: bool) -> None:
        super().__init__()
        self.root = nodes.inline()
        self.link = link
        self.has_margin = has_margin
        self.open: list[_Open] = [_Open("", self.root)]
        self.skipped = 0

    def parent(self) -> nodes.Element:
        """Return the innermost open node."""
        return next(one.node for one in reversed(self.open) if one.node is not None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open the node of an element."""
        values = {name: value or "" for name, value in attrs}
        node = self.node(tag, values)
        if "csl-left-margin" in values.get("class", "") and not self.has_margin:
            self.skipped += 1
        elif node is not None and not self.skipped:
            if "csl-right-inline" in node["classes"]:
                self.parent().append(nodes.Text(" "))
            self.parent().append(node)
        self.open.append(_Open(tag, node))

    def node(self, tag: str, values: dict[str, str]) -> nodes.Element | None:
        """Return the node of an element, or None."""
        if tag in _NODES:
            return _NODES[tag]()
        if tag == "a":
            return self.reference(values.get("href", ""))
        if tag not in ("div", "span"):
            return None
        classes = values.get("class", "") or _STYLES.get(values.get("style", "").rstrip(";"), "")
        return nodes.inline(classes=[classes or "csl-normal"])

    def reference(self, target: str) -> nodes.Element | None:
        """Return a link to an entry or to an address."""
        if not target.startswith("#"):
            return nodes.reference(refuri=target, internal=False)
        name, value = self.link(target[1:]) if self.link else ("", "")
        return nodes.reference(internal=True, **{name: value}) if name else None

    def handle_endtag(self, tag: str) -> None:
        """Close the node of an element."""
        if len(self.open) > 1 and self.open[-1].tag == tag:
            closed = self.open.pop()
            is_margin = closed.node is not None and "csl-left-margin" in closed.node["classes"]
            self.skipped -= is_margin and not self.has_margin

    def handle_data(self, data: str) -> None:
        """Add text; line ends only separate blocks."""
        text = data.replace("\n", "") if data.isspace() else data
        if text and not self.skipped and not (data.isspace() and "\n" in data):
            self.parent().append(nodes.Text(text))


def nodes_of(html: str, link: Link | None = None, has_margin: bool = True) -> list[nodes.Node]:
    """Return the nodes of a citation or an entry; without its margin, an entry lacks its number."""
    reader = _Reader(link, has_margin)
    reader.feed(html)
    reader.close()
    return list(reader.root.children)
