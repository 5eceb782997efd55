"""Citations of a document in a citation style: the text of each, and the bibliography.

>>> found = find_citations(source)
>>> cited = cite_document(source.text, found, items, CitingOptions("apa", "markdown"))
>>> [printed.text for printed in cited.citations]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from refkit.citing.affixes import restore
from refkit.citing.clusters import clusters_of, nested_in, with_placeholders
from refkit.csl import Bibliography, Processor, Style
from refkit.csl.catalogue import known_locale
from refkit.csl.cite import Cluster
from refkit.csl.presentation import Presentation
from refkit.csl.write import Writer, writer
from refkit.model.citation import Citation, DocumentCitations, DocumentCite
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

__all__ = ["CitedDocument", "CitingOptions", "Placed", "PrintedCitation", "cite_document"]

_BRACKETS = lazy_pattern(r"\\?[(\[](.*?)\\?[)\]]", 16)
_FIRST_LETTER = lazy_pattern(r"\A[*_]{0,3}[^\W\d_]")
_FIELDS = (("url", "URL"), ("doi", "DOI"), ("journal", "container-title"), ("title", "title"))


@dataclass(slots=True, frozen=True)
class CitingOptions:
    """The style of a document: its name or a .csl file, the output (see `csl.WRITERS`), and the language of terms.

    `links` turns DOIs and URLs into hyperlinks, and `link_citations` links citations to their entries.
    """

    style: str = "apa"
    output: str | Writer = "text"
    locale: str | None = None
    links: bool = False
    link_citations: bool = False
    item_language: bool = False


class Placed(NamedTuple):
    """The position of a citation in `DocumentCitations.citations`, and the number of its note.

    A sequence of these is the reading order. In a note style, citations in the text are in a note of their own.
    `is_whole_note` is true if a note of the document contains nothing else.
    """

    citation: int
    note: int
    is_whole_note: bool = False


@dataclass(slots=True, frozen=True)
class PrintedCitation:
    """The text that replaces a citation, and that of the note after it, or None if there is no note.

    `is_nested` is true in the affix of another citation, whose text contains it.
    """

    citation: Citation
    text: str
    note: str | None = None
    is_nested: bool = False


@dataclass(slots=True, frozen=True)
class CitedDocument:
    """The citations of a document in the order in which they were found, and its bibliography.

    `undefined` are the cites whose key no reference has; their text shows the key. `style_class` is "in-text" or
    "note".
    """

    citations: tuple[PrintedCitation, ...]
    bibliography: Bibliography
    undefined: tuple[DocumentCite, ...] = ()
    warnings: tuple[str, ...] = ()
    style_class: str = "in-text"
    language: str = "en-US"


def cite_document(
    text: str,
    found: DocumentCitations,
    items: Iterable[Item],
    options: CitingOptions,
    order: Sequence[Placed] | None = None,
) -> CitedDocument:
    """Return the citations of a document, whose spans are those of `text`, and its bibliography.

    `order` is the reading order, which differs from that of the spans if the text of notes is elsewhere. By default,
    each citation is in a note of its own in a note style, also those that are in a note of the document.
    """
    return _Citing(text, found, {item.id: item for item in reversed(list(items))}, options).cited(
        order
    )


@dataclass(slots=True)
class _Citing:
    """State of the citing of one document."""

    text: str
    found: DocumentCitations
    items: Mapping[str, Item]
    options: CitingOptions
    clusters: list[Cluster] = field(default_factory=list)
    owned: dict[int, tuple[int, int]] = field(default_factory=dict)  # clusters of citations
    whole_notes: set[int] = field(default_factory=set)
    nested: set[int] = field(default_factory=set)
    style: Style = field(init=False)
    processor: Processor = field(init=False)
    writer: Writer = field(init=False)
    locale: str | None = field(init=False)

    def __post_init__(self) -> None:
        output = self.options.output
        self.style = Style.load(self.options.style)
        self.locale = known_locale(self.options.locale) if self.options.locale else None
        self.writer = writer(output) if isinstance(output, str) else output
        presentation = Presentation(link_citations=self.options.link_citations)
        self.processor = Processor(
            self.style,
            self.items.values(),
            self.locale,
            output,
            self.options.links,
            presentation if self.options.link_citations else None,
            self.options.item_language,
        )

    def cited(self, order: Sequence[Placed] | None) -> CitedDocument:
        """Return the citations and the bibliography."""
        nested = nested_in(self.found.citations)
        self.nested = {index for indexes in nested.values() for index in indexes}
        for placed in default_order(self.found) if order is None else order:
            self.add(placed.citation, placed.note, nested.get(placed.citation, []))
            if placed.is_whole_note:
                self.whole_notes.add(placed.citation)
        listed = self.nocite()
        if listed:  # before the citations, which would be rendered twice otherwise
            self.processor.nocite(listed)
        self.processor.update(self.clusters)
        printed = self.printed()
        bibliography = self.processor.bibliography()
        cites = (cite for citation in self.found.citations for cite in citation.cites)
        return CitedDocument(
            tuple(printed),
            bibliography,
            tuple(cite for cite in cites if cite.key not in self.items),
            tuple(f"{fault.line}: {fault.message}" for fault in self.style.faults),
            self.style.style_class,
            self.style.compiled(self.locale).locale.language,
        )

    def add(self, index: int, note: int, nested: Sequence[int]) -> None:
        """Add the clusters of a citation."""
        citation = self.found.citations[index]
        first = len(self.clusters)
        if citation.kind != "nocite" and citation.cites:
            inner = [(n, self.text[slice(*self.found.citations[n].span)]) for n in nested]
            citation = with_placeholders(citation, inner)
            if self.is_in_note(index) and citation.kind == "narrative":
                citation = replace(citation, kind="bare")
            is_group = self.text[citation.span.start : citation.span.start + 1] in "@-["
            number = note if self.style.style_class == "note" else 0
            self.clusters += clusters_of(citation, number, is_group)
        self.owned[index] = first, len(self.clusters)

    def nocite(self) -> list[str]:
        """Return the keys that are only listed."""
        if self.found.cites_all:
            return [key for key, item in self.items.items() if not _is_set(item)]
        listed = (one for one in self.found.citations if one.kind == "nocite")
        keys = dict.fromkeys(cite.key for citation in listed for cite in citation.cites)
        return [key for key in keys if key in self.items]

    def is_in_note(self, index: int) -> bool:
        """Whether a note style prints a citation in a note of the document, or in the affix of another citation."""
        is_inside = self.found.citations[index].in_note or index in self.nested
        return is_inside and self.style.style_class == "note"

    def printed(self) -> list[PrintedCitation]:
        """Return the citations as printed, with nested ones in their affixes."""
        authors = self.processor.authors
        found = [
            self.print_one(index, citation, authors, index in self.nested)
            for index, citation in enumerate(self.found.citations)
        ]
        texts = [printed.text for printed in found]
        return [
            PrintedCitation(
                printed.citation,
                restore(printed.text, texts),
                None if printed.note is None else restore(printed.note, texts),
                printed.is_nested,
            )
            for printed in found
        ]

    def print_one(
        self, index: int, citation: Citation, authors: Sequence[str], is_nested: bool
    ) -> PrintedCitation:
        """Return one citation as printed; that of a note of the document is in its text."""
        first, after = self.owned.get(index, (0, 0))
        texts = list(self.processor.citations[first:after])
        in_note = citation.in_note or is_nested
        is_note_style = self.style.style_class == "note"
        if citation.kind == "narrative" and is_note_style and not in_note:
            text, note = self.noted(authors[first:after], texts)
        elif not texts:
            text, note = "", None
        elif citation.kind == "author-only" or (citation.kind == "narrative" and not is_note_style):
            text, note = self.listed(texts), None
        elif citation.kind in ("field", "full", "year-only"):
            text, note = self.part(citation, texts), None
        elif is_note_style:
            text, note = "", texts[0]
        elif citation.kind == "note":
            text, note = "", without_brackets(texts[0])
        else:
            text, note = (without_brackets(texts[0]) if citation.kind == "bare" else texts[0]), None
        if note is not None and citation.cites[0].prefix and not in_note:
            note = _capitalized(note)
        if in_note and note is not None:
            text, note = self.in_note(index, note), None
        return PrintedCitation(citation, text, note, is_nested)

    def in_note(self, index: int, note: str) -> str:
        """Return what a note style prints in a note of the document: in brackets, unless it is the whole note."""
        if index in self.whole_notes:
            return _capitalized(note)
        inner = _without_period(note)
        if self.found.citations[index].kind == "narrative":
            return inner
        return f"{self.writer.inline(['('])}{inner}{self.writer.inline([')'])}"

    def noted(self, authors: Sequence[str], notes: Sequence[str]) -> tuple[str, str | None]:
        """Return the authors in the sentence, and the note with the rest."""
        if not notes:
            return "", None
        return self.listed([author for author in authors if author]), "; ".join(notes)

    def listed(self, texts: Sequence[str]) -> str:
        """Return texts as a list in a sentence."""
        if len(texts) < 2:
            return "".join(texts)
        word = self.style.compiled(self.locale).locale.term("and") or "and"
        comma = "," if len(texts) > 2 and word == "and" else ""
        return f"{', '.join(texts[:-1])}{comma} {self.writer.inline([word])} {texts[-1]}"

    def part(self, citation: Citation, texts: Sequence[str]) -> str:
        """Return a part of the references or their entries; unknown keys are as in other citations."""
        parts = [
            self.part_of(citation, cite.key, text)
            for cite, text in zip(citation.cites, texts, strict=False)
        ]
        return "; ".join(part for part in parts if part) or texts[0]

    def part_of(self, citation: Citation, key: str, text: str) -> str:
        """Return the part of one reference; `text` is its citation without the author."""
        item = self.items.get(key)
        if item is None:
            return ""
        if citation.kind == "full":
            listed = self.processor.bibliography(lambda one: one.id == key)
            return "".join(listed.entries).strip()
        if citation.kind == "year-only":
            return self.year(item, text)
        command = self.text[slice(*citation.span)].partition(key)[0].lower()
        variable = next((name for word, name in _FIELDS if word in command), "title")
        return self.processor.text(item.text.get(variable, ""))

    def year(self, item: Item, text: str) -> str:
        """Return the year of a reference: with the letter of author-date styles if `text` contains it."""
        issued = item.dates.get("issued")
        year = str(issued.year) if issued and issued.year else ""
        is_dated = self.style.style_class != "note" and (year in text or not year)
        return without_brackets(text) if is_dated else year


def default_order(found: DocumentCitations) -> list[Placed]:
    """Return the order of the spans, each citation in a note of its own."""
    return [Placed(index, index + 1) for index in range(len(found.citations))]


def without_brackets(text: str) -> str:
    """Return a citation without the brackets around it."""
    match = _BRACKETS.fullmatch(text)
    return match[1].removesuffix("\\") if match else text


def _without_period(note: str) -> str:
    """Return a note without the period at its end, which can be inside of quotation marks."""
    if note[-2:-1] == "." and note[-1] in "”’»\"'":
        return note[:-2] + note[-1]
    return note.removesuffix(".")


def _capitalized(note: str) -> str:
    """Return a note with a capital letter at its start."""
    return _FIRST_LETTER.sub(lambda match: match[0].upper(), note, count=1)


def _is_set(item: Item) -> bool:
    """Whether an item only groups others under one key (biblatex manual, "Entry Sets")."""
    return item.entry is not None and item.entry.type == "set"
