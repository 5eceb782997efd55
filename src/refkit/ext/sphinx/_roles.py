"""The roles and directives, with the names of sphinxcontrib-bibtex: `:cite:p:`, `:footcite:t:`, `bibliography`."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from refkit.documents.citations._roles import role_cites, role_kind
from refkit.ext.sphinx._nodes import CitationNode, ListNode, NotesNode

ROLES = (
    "p", "ps", "t", "ts", "ct", "cts", "alp", "alps", "label", "labelpar", "author", "authors", "cauthor", "cauthors",
    "authorpar", "year", "yearpar", "title", "empty", "full",
)  # fmt: skip
FOOT_ROLES = ("p", "ps", "t", "ts", "ct", "cts")


class CiteRole(SphinxRole):
    """A role with keys: `:cite:p:`a,b``, with texts around them: `:cite:p:`{see}a{p. 3}``."""

    def __init__(self, name: str, is_foot: bool = False) -> None:
        super().__init__()
        self.kind = "full" if name == "full" else role_kind(f"cite:{name}" if name else "cite")
        self.is_foot = is_foot
        self.is_capitalized = name.startswith("c") and name != "cite"

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the place of the citation."""
        cites = role_cites(self.text, 0, len(self.text))
        if not cites:
            message = f"`{self.rawtext}` has no key; write it like :cite:p:`doe2020`"
            error = self.inliner.reporter.error(message, line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, error)], [error]
        node = CitationNode(
            self.rawtext, document=self.env.docname, kind=self.kind, cites=cites, part="all",
            is_foot=self.is_foot, is_capitalized=self.is_capitalized,
        )  # fmt: skip
        self.set_source_info(node)
        return [node], []


def _list_type(argument: str) -> str:
    return str(directives.choice(argument, ("citation", "bullet", "enumerated")))


class BibliographyDirective(SphinxDirective):
    """The list of references: of some files, of all entries, of a filter, of its own keys, or of the cited works."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "all": directives.flag, "cited": directives.flag, "notcited": directives.flag, "filter": directives.unchanged,
        "list": _list_type, "style": directives.unchanged,
    }  # fmt: skip

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        selection = next((one for one in ("all", "notcited") if one in self.options), "cited")
        node = ListNode(
            document=self.env.docname,
            files=tuple(self.arguments[0].split()) if self.arguments else (),
            selection=selection,
            filter=self.options.get("filter", "").strip(),
            keys=tuple(line.strip() for line in self.content if line.strip()),
            style=self.options.get("style", "").strip(),
            list_type=self.options.get("list", "citation"),
        )
        self.set_source_info(node)
        return [node]


class NotesDirective(SphinxDirective):
    """The place of the notes with the citations before it."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the notes."""
        node = NotesNode()
        self.set_source_info(node)
        return [node]
