"""Whole documents with formatted citations: everything else is kept as it is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from refkit.citing import CitedDocument, CitingOptions, Placed, PrintedCitation, cite_document
from refkit.citing.clusters import nested_in
from refkit.citing.edits import Edit, line_break
from refkit.citing.syntaxes import DocumentNote, Syntax, preferred_place
from refkit.model.citation import Citation, DocumentCitations
from refkit.model.item import Item
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

_PUNCTUATION = lazy_pattern(r"[.,;:!?。，；：！？]")
_SPACE_BEFORE = lazy_pattern(r"[ \t]*+(?>(?:(?:\r\n?|\n)[ \t]*+)?)\Z")


@dataclass(slots=True, frozen=True)
class CitedText:
    """The edits of a document, and its citations and list as they are printed."""

    edits: tuple[Edit, ...]
    cited: CitedDocument
    skipped: tuple[Citation, ...] = ()  # in the metadata


def cite_text(
    text: str,
    found: DocumentCitations,
    items: Iterable[Item],
    options: CitingOptions,
    syntax: Syntax,
    metadata: Sequence[Span] = (),
) -> CitedText:
    """Return the edits that print the citations of a document and its list of references."""
    items = tuple(items)
    found = _without_own_keys(found, {item.id for item in items})
    skipped = tuple(
        citation
        for citation in found.citations
        if citation.kind != "nocite" and _is_in(citation.span, metadata)
    )
    order = reading_order(text, found, syntax.notes(text))
    cited = cite_document(text, found, items, replace(options, output=syntax.output), order)
    placer = _Placer(text, syntax, cited, frozenset(one.span for one in skipped), metadata)
    return CitedText(tuple(placer.edits(found)), cited, skipped)


def _without_own_keys(found: DocumentCitations, keys: Collection[str]) -> DocumentCitations:
    """Return the citations without references to the document's own labels and entries, which stay as they are."""
    own = {*found.labels, *(place.key for place in found.defined)}.difference(keys)
    citations = tuple(
        citation
        for citation in found.citations
        if not own or not all(cite.key in own for cite in citation.cites)
    )
    return replace(found, citations=citations)


def _is_in(span: Span, spans: Sequence[Span]) -> bool:
    return any(other.start <= span.start < other.end for other in spans)


def reading_order(
    text: str, found: DocumentCitations, notes: Sequence[DocumentNote]
) -> list[Placed]:
    """Return the order in which citations are read, with the numbers of notes of a note style."""
    places: list[tuple[int, int, int]] = []  # of the mark, and of the citation in the note or -1
    starts = sorted((note.content.start, note.content.end, note.place) for note in notes)
    offsets = [start for start, _, _ in starts]
    wholes: set[int] = set()
    nested = {index for inner in nested_in(found.citations).values() for index in inner}
    for index, citation in enumerate(found.citations):
        start = citation.span.start
        at = bisect_right(offsets, start) - 1
        if at >= 0 and start < starts[at][1]:
            places.append((starts[at][2], start, index))
            content = text[starts[at][0] : starts[at][1]].strip()
            if content.rstrip(".") == text[slice(*citation.span)] and index not in nested:
                wholes.add(index)
        else:
            places.append((start, -1, index))
    marks = {note.place for note in notes}
    marks |= {place for place, _, index in places if _has_note(found.citations[index])}
    numbers = {place: number for number, place in enumerate(sorted(marks), 1)}
    return [
        Placed(index, numbers.get(place, 0), index in wholes) for place, _, index in sorted(places)
    ]


def _has_note(citation: Citation) -> bool:
    return citation.kind not in ("nocite", "author-only", "year-only", "field", "full")


@dataclass(slots=True)
class _Placer:
    """State of the placing of citations and the list in a text."""

    text: str
    syntax: Syntax
    cited: CitedDocument
    skipped: frozenset[Span]
    metadata: Sequence[Span]
    definitions: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    number: int = 0

    def edits(self, found: DocumentCitations) -> list[Edit]:
        """Return all edits, with the line breaks of the document."""
        if not found.citations and not found.cites_all:
            return []
        self.labels = self.syntax.labels(self.text)
        lists = list(self.lists(found.list_places))
        own = [span for span, text in lists if span.end > span.start]
        edits = [*self.citations(own), *lists, *self.syntax.tidy(self.text)]
        edits = _with_end(self.text, edits, self.definitions)
        lines = line_break(self.text)
        return [Edit(edit.span, edit.text.replace("\n", lines)) for edit in edits]

    def citations(self, lists: Sequence[Span]) -> list[Edit]:
        """Return the edits of the citations in the text."""
        edits: list[Edit] = []
        position = 0
        for printed in sorted(self.cited.citations, key=lambda printed: printed.citation.span):
            span = printed.citation.span
            if printed.is_nested or span in self.skipped or span.start < position:
                continue
            if _is_in(span, lists) or _is_in(span, self.metadata):
                continue
            edits.append(self.citation(printed, position))
            position = edits[-1].span.end
        return edits

    def citation(self, printed: PrintedCitation, position: int) -> Edit:
        """Return the edit of a citation, whose note follows the punctuation after it."""
        span = printed.citation.span
        if printed.note is None:
            return Edit(span, printed.text)
        start, end = span
        sign = _PUNCTUATION.match(self.text, end)
        if not printed.text:
            before = _SPACE_BEFORE.search(self.text, max(position, start - 80), start)
            start = before.start() if before and self.is_in_line(before.start()) else start
        self.number += 1
        while f"cite-{self.number}" in self.labels:
            self.number += 1
        label = f"cite-{self.number}"
        definition = self.syntax.definition(label, printed.note)
        if definition:
            self.definitions.append(definition)
        shown = printed.text + (sign[0] if sign else "")
        before_mark = (self.text[start - 1 : start] + shown)[-1:]
        mark = self.syntax.mark(label, printed.note, before_mark)
        return Edit(Span(start, sign.end() if sign else end), shown + mark)

    def is_in_line(self, position: int) -> bool:
        """Whether there is text before a position in its line."""
        return position > 0 and self.text[position - 1] not in "\r\n"

    def lists(self, places: Sequence[Span]) -> Iterable[Edit]:
        """Yield the edit that inserts the list, and those that remove other directives."""
        place = preferred_place(self.syntax, self.text, places)
        if self.cited.bibliography.entries:
            yield self.syntax.list_edit(self.text, place, self.cited.bibliography.text)


def _with_end(text: str, edits: list[Edit], definitions: Sequence[str]) -> list[Edit]:
    """Return edits with the texts of notes at the end, after those that are there already."""
    end = Span(len(text), len(text))
    last = "".join(edit.text for edit in edits if edit.span == end)
    inner = [edit for edit in edits if edit.span != end]
    added = last + ("\n" + "\n".join(definitions) if definitions else "")
    if added and text and text[-1] not in "\r\n":
        added = "\n" + added
    return [*inner, Edit(end, added)] if added else inner
