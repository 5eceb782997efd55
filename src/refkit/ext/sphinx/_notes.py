"""Citations as footnotes: those of note styles, and those of the roles `footcite` in all styles."""

from __future__ import annotations

import math

from docutils import nodes
from sphinx.transforms import SphinxTransform

from refkit.ext.sphinx._nodes import CitationNode, NotesNode, note_of
from refkit.ext.sphinx._style import is_note_style

# Kinds that are a part of the sentence, not a citation.
_IN_SENTENCE = frozenset(("author-only", "year-only", "field", "full", "nocite"))


class NotesTransform(SphinxTransform):
    """Moves citations to footnotes, before docutils numbers these."""

    default_priority = 619  # docutils' Footnotes has 620

    def apply(self, **kwargs: object) -> None:
        """Move citations to footnotes, at the places for notes or at the end of the document."""
        has_notes = is_note_style(self.config.refkit_style)
        notes: list[nodes.footnote] = []
        count = 0
        for number, node in enumerate(list(self.document.findall(_is_citation_or_place))):
            if isinstance(node, NotesNode):
                node.replace_self(notes)
                notes = []
                continue
            node["number"], node["is_moved"] = number, False
            is_noted = node["is_foot"] or (has_notes and node["kind"] not in _IN_SENTENCE)
            if is_noted and note_of(node) is None:
                notes.append(self.moved(node))
                count += 1
        if count:
            end = self.end()
            before = _trailing_notes(end)
            end.extend(notes)
            places = _places(self.document)

            def place(note: nodes.Node) -> float:
                return places.get(id(note), math.inf)

            self.document.autofootnotes.sort(key=place)
            end.children[before:] = sorted(end.children[before:], key=place)

    def moved(self, node: CitationNode) -> nodes.footnote:
        """Replace a citation with a reference to a footnote, and return the footnote."""
        node["is_moved"] = True
        name = f"refkit-note-{node['number']}"
        reference = nodes.footnote_reference("", auto=1, refname=name)
        author = [node.deepcopy()] if node["kind"] == "narrative" else []
        if author:
            author[0]["part"] = "author"
        else:
            _strip_space_before(node)
        node.replace_self([*author, reference])
        note = nodes.footnote("", nodes.paragraph("", "", node), auto=1, names=[name])
        note.source, note.line = node.source, node.line
        self.document.note_autofootnote(note)
        self.document.note_explicit_target(note, note)
        self.document.note_footnote_ref(reference)
        self.document.note_autofootnote_ref(reference)
        return note

    def end(self) -> nodes.Element:
        """Return the element at whose end notes without a place are: the first section, or the document."""
        return next(self.document.findall(nodes.section), self.document)


def _is_citation_or_place(node: nodes.Node) -> bool:
    return isinstance(node, CitationNode | NotesNode)


def _trailing_notes(element: nodes.Element) -> int:
    """Return the position of the first of the automatic footnotes at the end of an element."""
    position = len(element.children)
    while position and _is_automatic(element.children[position - 1]):
        position -= 1
    return position


def _is_automatic(node: nodes.Node) -> bool:
    return isinstance(node, nodes.footnote) and node.get("auto") == 1


def _strip_space_before(node: nodes.Node) -> None:
    """Remove the space between a word and the reference to a note."""
    siblings = node.parent
    index = siblings.index(node)
    before = siblings[index - 1] if index else None
    if isinstance(before, nodes.Text):
        siblings[index - 1] = nodes.Text(before.rstrip())


def _places(document: nodes.document) -> dict[int, int]:
    """Return the place of the first reference to each automatic footnote, by the footnote's identity."""
    places: dict[str, int] = {}
    unnamed: list[int] = []
    for place, reference in enumerate(document.findall(nodes.footnote_reference)):
        if reference.get("auto") == 1 and reference.get("refname"):
            places.setdefault(reference["refname"], place)
        elif reference.get("auto") == 1:
            unnamed.append(place)
    # docutils assigns references without a name to footnotes without a name in their order.
    remaining = iter(unnamed)
    found: dict[int, int] = {}
    for note in document.autofootnotes:
        named = [places[name] for name in note["names"] if name in places]
        first = min(named, default=None) if note["names"] else next(remaining, None)
        if first is not None:
            found[id(note)] = first
    return found
