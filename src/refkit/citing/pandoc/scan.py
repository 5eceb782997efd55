"""The citations of a document of Pandoc, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.citing import Placed
from refkit.citing.pandoc import Element, is_element, is_list
from refkit.citing.pandoc.writer import MAX_INLINES, placeholder
from refkit.model.citation import Citation, CitationKind, DocumentCitations, DocumentCite
from refkit.model.locators import read_locator
from refkit.model.source import Span
from refkit.records import dataclass, field

_MODES: dict[str, CitationKind] = {"AuthorInText": "narrative", "SuppressAuthor": "no-author"}


@dataclass(slots=True)
class PandocCitations:
    """The elements that cite, with their citations, and the inlines that are in affixes."""

    elements: list[Element] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    order: list[Placed] = field(default_factory=list)
    own: list[object] = field(default_factory=list)
    notes: int = 0
    is_note_style: bool = False

    def found(self, listed: Sequence[str], lists_all: bool) -> DocumentCitations:
        """Return the citations, and the keys that are only listed."""
        after = len(self.citations)
        extra = [
            Citation(Span(after + n, after + n + 1), "nocite", (_cite(key),))
            for n, key in enumerate(listed)
        ]
        return DocumentCitations((*self.citations, *extra), cites_all=lists_all)

    @property
    def text(self) -> str:
        """The text that the spans of citations are in: one character for each, as in Markdown."""
        return "@" * len(self.citations)

    def walk(self, value: object, note: int = 0) -> None:
        """Add the citations in a part of the tree, which is in a note of this number, or in the text for 0."""
        if is_list(value):
            for inner in value:
                self.walk(inner, note)
        elif is_element(value):
            if value["t"] == "Cite":
                self.cite(value, note)
            elif value["t"] == "Note" and not note:
                self.notes += 1
                self.note(value["c"], self.notes)
            elif value["t"] not in ("Code", "CodeBlock", "RawInline", "RawBlock", "Math", "Str"):
                self.walk(value.get("c"), note)

    def note(self, blocks: object, number: int) -> None:
        """Add the citations in a note."""
        first = len(self.order)
        self.walk(blocks, number)
        if len(self.order) == first + 1 and _is_whole(blocks):
            self.order[first] = self.order[first]._replace(is_whole_note=True)

    def cite(self, cite: Element, note: int) -> None:
        """Add a citation, and then those in its affixes."""
        content = cite["c"]
        cites = content[0] if is_list(content) and content and is_list(content[0]) else []
        records = [one for one in cites if isinstance(one, dict)]
        if not records:
            return
        index = len(self.citations)
        in_note = note > 0
        if not in_note and self.is_note_style:
            self.notes += 1
        span = Span(index, index + 1)
        known = tuple(map(self.document_cite, records))
        kind = _MODES.get(_mode(records[0]), "parenthetical")
        if kind == "no-author" and not all(one.suppresses_author for one in known):
            kind = "parenthetical"
        self.elements.append(cite)
        self.citations.append(Citation(span, kind, known, in_note=in_note))
        self.order.append(Placed(index, note or self.notes))
        for record in records:
            self.walk(record.get("citationPrefix"), note or self.notes or 1)
            self.walk(record.get("citationSuffix"), note or self.notes or 1)

    def document_cite(self, record: dict[str, object]) -> DocumentCite:
        """Return one cite of a citation."""
        label, locator, suffix = read_locator(self.plain(record.get("citationSuffix")))
        prefix = self.plain(record.get("citationPrefix")).strip()
        suppresses = _mode(record) == "SuppressAuthor"
        key = str(record.get("citationId", ""))
        return DocumentCite(key, Span(0, 0), prefix, locator, label, suffix.rstrip(), suppresses)

    def plain(self, inlines: object) -> str:
        """Return inlines as text, with placeholders for all but words and spaces."""
        parts: list[str] = []
        for one in inlines if is_list(inlines) else ():
            if not is_element(one):
                continue
            if one["t"] == "Str":
                parts.append(str(one["c"]))
            elif one["t"] in ("Space", "SoftBreak"):
                parts.append(" ")
            elif len(self.own) < MAX_INLINES:
                parts.append(placeholder(len(self.own)))
                self.own.append(one)
        return "".join(parts)


def _cite(key: str) -> DocumentCite:
    return DocumentCite(key, Span(0, 0))


def _mode(record: dict[str, object]) -> str:
    mode = record.get("citationMode")
    return str(mode["t"]) if is_element(mode) else ""


def _is_whole(blocks: object) -> bool:
    """Whether a note has one citation and nothing else but a period."""
    block = blocks[0] if is_list(blocks) and len(blocks) == 1 else None
    inlines = block.get("c") if is_element(block) and block["t"] in ("Para", "Plain") else None
    if not is_list(inlines) or not inlines or not is_element(inlines[0]):
        return False
    rest = inlines[1:]
    return inlines[0]["t"] == "Cite" and (not rest or rest == [{"t": "Str", "c": "."}])
