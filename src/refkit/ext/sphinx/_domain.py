"""The citations and lists of documents, which Sphinx keeps between builds and joins after parallel reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from refkit.ext.sphinx._nodes import CitationNode, ListNode, note_of
from refkit.ext.sphinx._project import ListPlace, Place, Printed
from refkit.ext.sphinx._roles import FOOT_ROLES, ROLES, BibliographyDirective, CiteRole
from refkit.integers import read_int
from refkit.model.citation import Citation
from refkit.model.source import Span


class CiteDomain(Domain):
    """The roles `cite:p` and the like, and what the documents cite.

    The data are by document: `places` of citations in reading order, `lists` of references, and what is `printed` at
    these places.
    """

    name = "cite"
    label = "citations"
    roles: ClassVar[dict[str, CiteRole]] = {name: CiteRole(name) for name in ROLES}
    directives: ClassVar[dict[str, type[BibliographyDirective]]] = {"list": BibliographyDirective}
    initial_data: ClassVar[dict[str, object]] = {"places": {}, "lists": {}, "printed": {}}
    data_version = 1

    @property
    def places(self) -> dict[str, list[Place]]:
        """The citations of each document in reading order."""
        found: dict[str, list[Place]] = self.data["places"]
        return found

    @property
    def lists(self) -> dict[str, list[ListPlace]]:
        """The lists of each document."""
        found: dict[str, list[ListPlace]] = self.data["lists"]
        return found

    @property
    def printed(self) -> dict[str, Printed]:
        """The texts at the places of each document."""
        found: dict[str, Printed] = self.data["printed"]
        return found

    def clear_doc(self, docname: str) -> None:
        """Forget a document, which is read again or was removed."""
        for kept in (self.places, self.lists, self.printed):
            kept.pop(docname, None)

    def merge_domaindata(
        self, docnames: Collection[str], otherdata: dict[str, dict[str, object]]
    ) -> None:
        """Add the documents that another process has read."""
        for name in ("places", "lists"):
            for docname in docnames:
                if docname in otherdata[name]:
                    self.data[name][docname] = otherdata[name][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Record the citations and lists of a document that was read."""
        places = list(_places(document))
        if places:
            self.places[docname] = places
        lists = list(_lists(document))
        if lists:
            self.lists[docname] = lists

    def resolve_any_xref(self, *args: object) -> list[tuple[str, nodes.Element]]:
        """Return nothing: cite keys are not targets of other references."""
        return []


class FootciteDomain(Domain):
    """The roles `footcite:p` and the like."""

    name = "footcite"
    label = "citations in footnotes"
    roles: ClassVar[dict[str, CiteRole]] = {
        name: CiteRole(name, is_foot=True) for name in FOOT_ROLES
    }
    data_version = 1

    def merge_domaindata(self, docnames: Collection[str], otherdata: dict[str, object]) -> None:
        """Do nothing: the other domain has the data."""

    def resolve_any_xref(self, *args: object) -> list[tuple[str, nodes.Element]]:
        """Return nothing: cite keys are not targets of other references."""
        return []


def _places(document: nodes.document) -> Iterator[Place]:
    """Yield the citations of a document in the order in which they are read: notes at their references."""
    references: dict[str, int] = {}
    cited: list[tuple[int, CitationNode]] = []
    for position, node in enumerate(document.findall()):
        if isinstance(node, nodes.footnote_reference) and node.get("refid"):
            references.setdefault(node["refid"], position)
        elif isinstance(node, CitationNode) and node["part"] == "all":
            cited.append((position, node))
    found: list[tuple[int, Place]] = []
    for position, node in cited:
        note = note_of(node)
        place = position if note is None else _position_of(note, references, position)
        found.append((place, _place(node, note)))
    yield from (place for _, place in sorted(found, key=lambda pair: pair[0]))


def _place(node: CitationNode, note: nodes.footnote | None) -> Place:
    label = note[0].astext() if note is not None else ""
    citation = Citation(Span(0, 0), node["kind"], tuple(node["cites"]), in_note=note is not None)
    number = read_int(label) if label.isdecimal() and label.isascii() else 0
    return Place(
        node["number"], citation, number, node["is_foot"], node["is_moved"], node["is_capitalized"], node.line or 0
    )  # fmt: skip


def _position_of(note: nodes.footnote, references: dict[str, int], default: int) -> int:
    ids: Iterable[str] = note["ids"]
    return min((references[one] for one in ids if one in references), default=default)


def _lists(document: nodes.document) -> Iterator[ListPlace]:
    """Yield the lists of a document, and number them."""
    for number, node in enumerate(document.findall(ListNode)):
        node["number"] = number
        yield ListPlace(
            number, node["files"], node["selection"], node["filter"], node["keys"], node["style"], node.line or 0
        )  # fmt: skip
