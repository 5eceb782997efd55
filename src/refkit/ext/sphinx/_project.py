"""What is printed at the places of citations and lists in all documents of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refkit.citing import without_brackets
from refkit.citing.affixes import restore
from refkit.citing.clusters import clusters_of
from refkit.csl import Bibliography, Cluster, Presentation, Processor, Style
from refkit.csl.item_filter import item_filter
from refkit.csl.write._writer import anchor_name
from refkit.errors import RefkitError, nearest
from refkit.formatting import is_set
from refkit.model.citation import Citation
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

_FIRST_LETTER = lazy_pattern(r"((?:<[^>]*>)*)(\w)")
_LINKED_BRACKETS = lazy_pattern(r"(<a [^>]*>)[(\[]([^<>]*)[)\]](</a>)")
_FILTERS = frozenset(("cited", "docname in docnames", "cited and docname in docnames", "False"))


Filter = Callable[[Item], bool]


class Place(NamedTuple):
    """A citation in a document: its number, its note or 0, whether it was moved to that note, and its line."""

    number: int
    citation: Citation
    note: int
    is_foot: bool
    is_moved: bool
    is_capitalized: bool
    line: int


class ListPlace(NamedTuple):
    """A list in a document: its number, and which references it contains."""

    number: int
    files: tuple[str, ...]
    selection: str
    filter: str
    keys: tuple[str, ...]
    style: str
    line: int


class PrintedEntry(NamedTuple):
    """An entry of a list as HTML; links lead to it if it is the `target` of its key."""

    anchor: str
    html: str
    is_target: bool


class PrintedText(NamedTuple):
    """A citation as HTML, and for one in a note the author in the sentence."""

    html: str
    author: str = ""


class Problem(NamedTuple):
    """A warning with its place."""

    message: str
    document: str
    line: int
    kind: str


@dataclass(slots=True)
class Printed:
    """The texts of a document by the numbers of their places, and the documents with the entries that they cite."""

    texts: dict[int, PrintedText] = field(default_factory=dict)
    entries: dict[int, tuple[PrintedEntry, ...]] = field(default_factory=dict)
    hanging: dict[int, bool] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class References:
    """The references of a project by key, and the keys in each of its files."""

    items: Mapping[str, Item]
    keys: Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Project:
    """The documents of a project in their order, with their citations and lists, and its style."""

    references: References
    style: str
    locale: str | None
    places: Mapping[str, Sequence[Place]]
    lists: Mapping[str, Sequence[ListPlace]]
    problems: list[Problem] = field(default_factory=list)
    listed: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    targets: dict[str, tuple[str, int]] = field(default_factory=dict)
    processors: dict[str, Processor] = field(default_factory=dict)
    owned: dict[tuple[str, int], range] = field(default_factory=dict)

    def printed(self) -> dict[str, Printed]:
        """Return what is printed in each document."""
        self.select()
        self.processors[""] = self.processor(self.style)
        authors, citations = self.processors[""].authors, self.processors[""].citations
        found: dict[str, Printed] = {}
        for document in dict.fromkeys([*self.places, *self.lists]):
            printed = found[document] = Printed()
            for place in self.places.get(document, ()):
                owned = self.owned.get((document, place.number), range(0))
                texts = [citations[index] for index in owned]
                noted = [authors[index] for index in owned]
                printed.texts[place.number] = self.text(place, texts, noted)
                for cite in place.citation.cites:
                    if cite.key in self.targets:
                        printed.targets[anchor_name(cite.key)] = self.targets[cite.key][0]
            for one in self.lists.get(document, ()):
                printed.entries[one.number], printed.hanging[one.number] = self.entries(
                    document, one
                )
        self.report_unknown()
        return found

    @property
    def has_notes(self) -> bool:
        """Whether the style has its citations in notes."""
        return Style.load(self.style).style_class == "note"

    # -- lists ---------------------------------------------------------------------------------

    def select(self) -> None:
        """Select the references of each list; the first list with a reference is the target of its links."""
        cited = {document: self.cited_in(document) for document in self.places}
        everywhere = dict.fromkeys(key for keys in cited.values() for key in keys)
        for document, lists in self.lists.items():
            for one in lists:
                keys = tuple(self.selected(document, one, everywhere, cited.get(document, {})))
                self.listed[document, one.number] = keys
                for key in keys:
                    self.targets.setdefault(key, (document, one.number))

    def cited_in(self, document: str) -> dict[str, None]:
        """Return the keys that a document cites, without those of `footcite`, whose notes have the references."""
        places = (one for one in self.places[document] if not one.is_foot or self.has_notes)
        keys = (cite.key for place in places for cite in place.citation.cites)
        return {key: None for key in keys if key in self.references.items}

    def selected(
        self, document: str, one: ListPlace, cited: Mapping[str, None], here: Mapping[str, None]
    ) -> Iterator[str]:
        """Yield the keys of a list."""
        items = self.references.items
        self.report_missing(document, one)
        names = one.files or tuple(self.references.keys)
        candidates = dict.fromkeys(
            key for name in names for key in self.references.keys.get(name, ())
        )
        wanted = here if "docname" in one.filter else cited
        if one.filter == "False":
            wanted = {}
        elif one.selection == "all":
            wanted = {key: None for key in candidates if not is_set(items[key])}
        elif one.selection == "notcited":
            wanted = {
                key: None for key in candidates if key not in cited and not is_set(items[key])
            }
        accepts = self.filter_of(document, one)
        for key in candidates:
            if key in one.keys or (key in wanted and accepts(items[key])):
                yield key

    def filter_of(self, document: str, one: ListPlace) -> Filter:
        """Return the test of a list's filter, which accepts everything if it is malformed."""
        if not one.filter or one.filter in _FILTERS:
            return _accept
        try:
            return item_filter(one.filter)
        except RefkitError as error:
            self.problems.append(Problem(str(error), document, one.line, "filter"))
            return _accept

    def report_missing(self, document: str, one: ListPlace) -> None:
        """Report the files and keys of a list that do not exist."""
        for name in one.files:
            if name not in self.references.keys:
                message = f"`{name}` is not in `refkit_bibliography`; add it there"
                self.problems.append(Problem(message, document, one.line, "file"))
        for key in one.keys:
            if key not in self.references.items:
                self.problems.append(Problem(self.unknown(key), document, one.line, "undefined"))

    def entries(self, document: str, one: ListPlace) -> tuple[tuple[PrintedEntry, ...], bool]:
        """Return the entries of a list, and whether they have a hanging indent."""
        try:
            listed = self.bibliography(document, one)
        except RefkitError as error:
            self.problems.append(Problem(str(error), document, one.line, "style"))
            return (), False
        place = document, one.number
        entries = tuple(
            PrintedEntry(anchor_name(key), html.strip(), self.targets[key] == place)
            for key, html in zip(listed.ids, listed.entries, strict=True)
        )
        return entries, listed.hanging_indent

    def bibliography(self, document: str, one: ListPlace) -> Bibliography:
        """Return the bibliography of a list in its own style or that of the project."""
        if one.style not in self.processors:
            self.processors[one.style] = self.processor(one.style)
        keys = frozenset(self.listed[document, one.number])
        processor = self.processors[one.style]
        empty = processor.bibliography(lambda item: item.id in keys).empty
        return processor.bibliography(lambda item: item.id in keys and item.id not in empty)

    # -- citations -----------------------------------------------------------------------------

    def processor(self, style_name: str) -> Processor:
        """Return a processor with the citations of all documents."""
        style = Style.load(style_name)
        presentation = Presentation(
            link_citations=True, is_listed=lambda item: item.id in self.targets
        )
        items = self.references.items.values()
        processor = Processor(style, items, self.locale, "html", True, presentation)
        processor.update(self.clusters(style.style_class == "note"))
        cited = (
            cite.key
            for places in self.places.values()
            for one in places
            for cite in one.citation.cites
        )
        keys = dict.fromkeys([*self.targets, *cited])
        processor.nocite(key for key in keys if key in self.references.items)
        return processor

    def clusters(self, has_notes: bool) -> list[Cluster]:
        """Return the clusters of all documents; in a note style, each document is cited as if it were alone."""
        found: list[Cluster] = []
        for document, places in self.places.items():
            first = len(found)
            for place in places:
                own = self.clusters_at(place, has_notes)
                self.owned[document, place.number] = range(len(found), len(found) + len(own))
                found += own
            if has_notes and len(found) > first:
                found[first] = replace(found[first], resets_positions=True)
        return found

    def clusters_at(self, place: Place, has_notes: bool) -> list[Cluster]:
        """Return the clusters of one citation; a note with an entry of the list has none."""
        if place.citation.kind == "nocite" or (place.is_foot and not has_notes):
            return []
        return clusters_of(place.citation, place.note if has_notes else 0, is_group=False)

    def text(self, place: Place, texts: Sequence[str], authors: Sequence[str]) -> PrintedText:
        """Return a citation as printed."""
        kind = place.citation.kind
        author = self.listed_texts(authors if self.has_notes else self.author_texts(place))
        if place.is_foot and not self.has_notes:
            return PrintedText(self.parts(place, texts, "full"), _capitalized(author, place))
        if not texts:
            return PrintedText("")
        if kind in ("full", "field", "year-only"):
            return PrintedText(self.parts(place, texts, kind))
        if kind == "narrative" and self.has_notes:
            html = "; ".join([*(text.removesuffix(".") for text in texts[:-1]), *texts[-1:]])
            joined = html if place.is_moved else f"{author}, {html}"
            return PrintedText(_capitalized(joined, place), _capitalized(author, place))
        if kind == "bare":
            return PrintedText(_bare(texts[0]))
        return PrintedText(_capitalized(self.listed_texts(texts), place))

    def author_texts(self, place: Place) -> list[str]:
        """Return the authors before a note in a style without notes."""
        if not (place.is_foot and place.citation.kind == "narrative"):
            return []
        authors = replace(place.citation, kind="author-only")
        return [self.processors[""].preview(one) for one in clusters_of(authors, 0, is_group=False)]

    def listed_texts(self, texts: Iterable[str]) -> str:
        """Return texts as a list in a sentence."""
        written = [restore(text) for text in texts if text]
        if len(written) < 2:
            return "".join(written)
        locale = Style.load(self.style).compiled(self.locale).locale
        return f"{', '.join(written[:-1])} {locale.term('and') or 'and'} {written[-1]}"

    def parts(self, place: Place, texts: Sequence[str], kind: str) -> str:
        """Return the entries, titles or years of the cited works."""
        cites = zip(place.citation.cites, [*texts, *[""] * len(place.citation.cites)], strict=False)
        return "; ".join(self.part(cite.key, text, kind) for cite, text in cites)

    def part(self, key: str, text: str, kind: str) -> str:
        """Return the entry, title or year of a work; unknown keys are as in other citations."""
        processor, item = self.processors[""], self.references.items.get(key)
        if item is None:
            return text or f"<b>{key}?</b>"
        if kind == "full":
            return "".join(processor.bibliography(lambda one: one.id == key).entries).strip()
        if kind == "field":
            return processor.text(item.text.get("title", ""))
        issued = item.dates.get("issued")
        year = str(issued.year) if issued and issued.year else ""
        return _bare(text) if year in text and not self.has_notes else year

    # -- warnings ------------------------------------------------------------------------------

    def report_unknown(self) -> None:
        """Report each cite whose key no file has."""
        for document, places in self.places.items():
            for place in places:
                for cite in place.citation.cites:
                    if cite.key not in self.references.items:
                        message = self.unknown(cite.key)
                        self.problems.append(Problem(message, document, place.line, "undefined"))

    def unknown(self, key: str) -> str:
        """Return the message about a key that no file has."""
        similar = nearest(key, self.references.items)
        advice = f"; did you mean `{similar}`?" if similar else ""
        return f"no reference has the key `{key}`{advice}"


def _accept(item: Item) -> bool:
    return True


def _bare(html: str) -> str:
    """Return a citation without the brackets around it, which can be inside the link."""
    linked = _LINKED_BRACKETS.fullmatch(html)
    return "".join(linked.groups()) if linked else without_brackets(html)


def _capitalized(html: str, place: Place) -> str:
    """Return a text that begins with a capital letter if its place is the beginning of a sentence."""
    if not place.is_capitalized:
        return html
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), html, count=1)
