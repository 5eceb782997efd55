"""Additions to the output of a style: links from cites to entries, highlighted names, annotations, abbreviations."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl.context import Area, Call
from refkit.csl.layout import Compiled
from refkit.csl.output import Group, Look, Node, Text
from refkit.csl.text import finish
from refkit.csl.text_state import TextOptions
from refkit.csl.write import Writer
from refkit.errors import RefkitError
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

Render = Callable[[Call], Node | None]

ANNOTATION = ("annote", "annotation", "abstract")


@dataclass(slots=True, frozen=True)
class Presentation:
    """Additions to what a style prints.

    `link_citations` links every cite to its entry, and `anchors` only gives the entries names to link to. `is_listed`
    accepts the items that the bibliography will contain, if not all; cites of others have no link. `is_own`
    recognizes the names to set in bold in the bibliography (see `own_names`). `annotate` names the variables of which
    the first that an item has is printed below its entry. `adapt` changes the items before they are used, for
    example `Abbreviations.applied`.
    """

    link_citations: bool = False
    anchors: bool = False
    is_listed: Callable[[Item], bool] | None = None
    is_own: Callable[[Name], bool] | None = None
    annotate: tuple[str, ...] = ()
    adapt: Callable[[Item], Item] | None = None

    def compiled(self, style: Compiled) -> Compiled:
        """Return a compiled style that links cites and highlights names."""
        if self.link_citations and style.bibliography is not None:
            has_entry = self._has_entry(style.bibliography.render)
            linked = _linking(style.citation.render, has_entry)
            style = replace(
                style, citation=replace(style.citation, render=linked, shows_only_number=False)
            )
        if self.is_own is not None and style.bibliography is not None:
            layout = style.bibliography
            highlighted = replace(layout, render=_highlighting(layout.render, self.is_own))
            style = replace(style, bibliography=highlighted)
        return style

    def _has_entry(self, render: Render) -> Callable[[Item], bool]:
        """Return the test whether the bibliography contains an item; styles omit some types."""
        known: dict[str, bool] = {}

        def has_entry(item: Item) -> bool:
            if item.id not in known:
                known[item.id] = (self.is_listed is None or self.is_listed(item)) and (
                    render(Call(item, Area.BIBLIOGRAPHY, citation_number=1)) is not None
                )
            return known[item.id]

        return has_entry

    def entry(self, wrapped: str, item: Item, writer: Writer, options: TextOptions) -> str:
        """Return an entry in its wrapper with its annotation."""
        if self.annotate:
            paragraphs = [
                writer.inline(finish(Text(paragraph, rich=True), options))
                for paragraph in annotation(item, self.annotate)
            ]
            wrapped = writer.annotate(wrapped, paragraphs) if paragraphs else wrapped
        return wrapped

    def anchored(self, wrapped: str, id_: str, writer: Writer) -> str:
        """Return an entry in its wrapper with its anchor, if the output has anchors."""
        if (self.anchors or self.link_citations) and writer.anchor is not None:
            return writer.anchor(wrapped, id_)
        return wrapped

    def check_output(self, writer: Writer) -> None:
        """Raise RefkitError if the output has no links inside a document."""
        if self.link_citations and writer.anchor is None:
            raise RefkitError(
                f"the output `{writer.name}` has no links from citations to entries; "
                "choose html, latex, markdown, rst, rtf or typst"
            )


NO_ADDITIONS = Presentation()


# -- links -------------------------------------------------------------------------------------


def _linking(render: Render, has_entry: Callable[[Item], bool]) -> Render:
    def linked(call: Call) -> Node | None:
        node = render(call)
        if node is None or not has_entry(call.item):
            return node
        return Group([_without_links(node)], look=Look(target=call.item.id))

    return linked


def _without_links(node: Node) -> Node:
    """Return a cite without links of its own, because links cannot be nested."""
    if isinstance(node, Text):
        return replace(node, href="") if node.href else node
    return replace(node, children=[_without_links(child) for child in node.children])


# -- names -------------------------------------------------------------------------------------


def _highlighting(render: Render, is_own: Callable[[Name], bool]) -> Render:
    def highlighted(call: Call) -> Node | None:
        from refkit.csl.highlighting import with_bold_names

        node = render(call)
        # The author of a composite citation is rendered like an entry, but without a number.
        if node is None or call.citation_number is None:
            return node
        return with_bold_names(node, is_own)

    return highlighted


# -- annotations -------------------------------------------------------------------------------

_PARAGRAPH_END = lazy_pattern(r"\s*\n\s*\n\s*|\s*</(?:jats:)?(?:p|title|sec)>\s*")
_OTHER_TAG = lazy_pattern(r"</?(?:jats:|p\b|sec\b|title\b)[^<>]*+>")


def annotation(item: Item, variables: tuple[str, ...]) -> list[str]:
    """Return the paragraphs of the first of the variables that an item has.

    Crossref marks the paragraphs of abstracts with the tags of JATS.
    """
    texts = (item.text.get(name) or item.custom.get(name, "") for name in variables)
    text = next(filter(None, texts), "")
    paragraphs = (_OTHER_TAG.sub("", one) for one in _PARAGRAPH_END.split(text.strip()))
    return [joined for joined in (" ".join(one.split()) for one in paragraphs) if joined]
