"""A document that can be edited: only what a change affects is rendered again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.csl.bibliography import Bibliography, Entry, EntryKey
from refkit.csl.citation import reading_order, sorted_cluster, with_registry
from refkit.csl.cite import Cite, Cluster
from refkit.csl.document_warnings import UnknownItem, Warnings, document_warnings, empty_cites
from refkit.csl.gc_pause import collector_paused
from refkit.csl.output import Text
from refkit.csl.position import CitePosition, Scan
from refkit.csl.processor import (
    ClusterKey,
    author_text,
    citation_text,
    cluster_key,
    render_bibliography,
    render_citations,
)
from refkit.csl.registry import Items, Registry
from refkit.csl.setting import Setting, text_options
from refkit.csl.style import Style
from refkit.csl.style_guide import guided
from refkit.csl.text import finish
from refkit.csl.write import Writer, writer
from refkit.model.item import Item
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from refkit.csl.presentation import Presentation


@dataclass(slots=True, frozen=True)
class Rendered:
    """The citations of a document in order, its bibliography, warnings, and the authors in sentences.

    In a note style, `authors` contains for each composite citation the author to name in the text before the note,
    and an empty string for other citations. Other styles have the author in the citation itself.
    """

    citations: tuple[str, ...]
    bibliography: Bibliography
    warnings: Warnings = field(default=())
    authors: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """Return the citations and the bibliography as a notebook shows them."""
        from refkit.csl.write._notebook import notebook_html

        shown = self.bibliography
        return notebook_html(shown.text, shown.output, self.citations, shown.hanging_indent)


class Processor:
    """Format the citations and the bibliography of one document in one style.

    `items` are refkit items or CSL-JSON objects; `output` is a writer or its name. `presentation` adds links from
    cites to entries, highlighted names, annotations and abbreviations. The processor keeps the document: `render`
    sets it, and `insert`, `move`, `delete`, `cite` and `update` change it and render again only what the change
    affects. `changed` contains the positions of the citations that the last change rendered again, even if their
    text is the same. `item_language` renders items in other languages than the style with terms, dates and quotation
    marks in their own language.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item | Mapping[str, object]],
        locale: str | None = None,
        output: str | Writer = "html",
        links: bool = False,
        presentation: Presentation | None = None,
        item_language: bool = False,
    ) -> None:
        given, guide = tuple(items), guided(style)
        follows_items = item_language or guide.follows_items(given)
        compiled, written_by = style.compiled(locale, follows_items), _writer(output)
        if presentation is not None:
            presentation.check_output(written_by)
            compiled = presentation.compiled(compiled)
        adapt = presentation.adapt if presentation else None
        self._items = Items(given, adapt, guide.cited)
        options = text_options(compiled, links)
        self._setting = Setting(compiled, self._items, options, written_by)
        self._presentation = presentation
        self._registry = Registry(self._items, compiled)
        self._clusters: list[Cluster] = []
        self._nocite: list[str] = []
        self._unlisted: dict[str, None] = {}  # ids without an item
        self._written: dict[ClusterKey, str] = {}
        self._entries: dict[EntryKey, Entry] = {}
        self._citations: list[str] = []
        self._keys: list[ClusterKey] = []
        self._scan = Scan(compiled.citation.near_note_distance, compiled.citation.uses_position)
        self._cites_by_item: dict[str, list[int]] | None = None
        self.changed: frozenset[int] = frozenset()

    @property
    def citations(self) -> tuple[str, ...]:
        """The current citations of the document."""
        return tuple(self._citations)

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors to name in the text before the notes of composite citations (see `Rendered`)."""
        return tuple(author_text(key, self._registry, self._setting) for key in self._keys)

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters of the document, in order."""
        return tuple(self._clusters)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the cited items, in the order of the bibliography."""
        return tuple(self._registry.order)

    @property
    def items(self) -> tuple[Item, ...]:
        """The cited items as styles use them, in the order of the bibliography."""
        return tuple(self._items[id_] for id_ in self._registry.order)

    @property
    def warnings(self) -> Warnings:
        """Unknown items, labels and locales, repeated ids, empty cites, and data of items that could not be read."""
        compiled = self._setting.compiled
        return (
            *document_warnings(self._clusters, self._items, self.ids, compiled.locale),
            *(UnknownItem(id_, None) for id_ in self._unlisted),
            *empty_cites(self._keys, self._citations, self._registry, compiled),
        )

    def render(self, clusters: Iterable[Cluster]) -> Rendered:
        """Format a whole document."""
        with collector_paused():
            self.update(clusters)
            return Rendered(self.citations, self.bibliography(), self.warnings, self.authors)

    def nocite(self, ids: Iterable[str | int]) -> None:
        """Add items to the bibliography without a citation."""
        wanted = list(map(str, ids))
        self._nocite += [id_ for id_ in wanted if id_ in self._items]
        self._unlisted.update(dict.fromkeys(id_ for id_ in wanted if id_ not in self._items))
        self.update(self._clusters)

    def cite(self, cluster: Cluster) -> str:
        """Add a citation at the end of the document and return it."""
        if not self._append(cluster):
            self.insert(len(self._clusters), cluster)
        return self._citations[-1]

    def insert(self, at: int, cluster: Cluster) -> dict[int, str]:
        """Insert a citation before position `at`; return the citations that are new or changed."""
        stays = range(len(self._clusters))
        clusters = [*self._clusters[:at], cluster, *self._clusters[at:]]
        return self._set(clusters, [*stays[:at], None, *stays[at:]])

    def delete(self, at: int) -> dict[int, str]:
        """Delete the citation at position `at`; return the citations that changed."""
        stays = list(range(len(self._clusters)))
        del stays[at]
        return self._set([self._clusters[one] for one in stays], stays)

    def move(self, at: int, to: int) -> dict[int, str]:
        """Move the citation at position `at` to position `to`; return the citations that changed."""
        stays = list(range(len(self._clusters)))
        stays.insert(to, stays.pop(at))
        return self._set([self._clusters[one] for one in stays], stays)

    def update(self, clusters: Iterable[Cluster]) -> dict[int, str]:
        """Set the citations of the document; return those that are new or changed.

        A citation counts as an earlier one if it has the same cites in the same order.
        """
        clusters = list(clusters)
        return self._set(clusters, origins(self._clusters, clusters))

    def _set(self, clusters: list[Cluster], origin: Sequence[int | None]) -> dict[int, str]:
        """Render what is not known yet; `origin` is the former position of each citation."""
        self._clusters = clusters
        found = render_citations(
            clusters, self._nocite, self._registry, self._setting, self._written
        )
        compiled = self._setting.compiled
        # In such notes, citeproc-js compares only works that are cited again.
        tests_repeats = compiled.style_class == "note" and compiled.citation.conditions > 0
        self.changed = frozenset(
            at
            for at, (key, was) in enumerate(zip(found.keys, origin, strict=True))
            if was is None
            or key != self._keys[was]
            or note_of_first_cite_moved(self._keys[was], key)
            or (tests_repeats and repeats_changed(self._keys[was], key))
        )
        self._keys, self._written, self._scan = found.keys, found.texts, found.scan
        self._cites_by_item = None
        before, self._citations = self._citations, [self._written[key] for key in self._keys]
        return {
            at: text
            for at, (text, was) in enumerate(zip(self._citations, origin, strict=True))
            if was is None or before[was] != text
        }

    def _append(self, cluster: Cluster) -> bool:
        """Add a citation at the end, if it changes little else; return whether it was added."""
        if self._nocite:
            return False
        changed: set[str] = set()
        for cite in reading_order(cluster, self._items, self._setting.compiled):
            if cite.id in self._items and not self._registry.cites(cite.id):
                found = self._registry.append(cite.id, cluster.note)
                if found is None:
                    return False
                changed |= found
        places = self._citing(changed) if changed else set()
        if self._setting.compiled.citation.sort and any(
            len(self._keys[at][1]) > 1 for at in places
        ):
            return False
        for at in places:
            self._keys[at] = self._refreshed(self._keys[at])
            self._citations[at] = self._text_of(self._keys[at])
        self._clusters.append(cluster)
        ordered = sorted_cluster(cluster, self._registry, self._setting.compiled)
        self._scan.expect([ordered])
        key = cluster_key(ordered, self._scan.next(ordered), self._registry)
        self._keys.append(key)
        self._citations.append(self._text_of(key))
        self.changed = frozenset({*places, len(self._keys) - 1})
        if self._cites_by_item is not None:
            self._note_places(self._cites_by_item, len(self._keys) - 1)
        return True

    def _citing(self, ids: set[str]) -> set[int]:
        """Return the positions of the citations that cite any of the ids."""
        if self._cites_by_item is None:
            self._cites_by_item = {}
            for at in range(len(self._keys)):
                self._note_places(self._cites_by_item, at)
        return {at for id_ in ids for at in self._cites_by_item.get(id_, ())}

    def _note_places(self, where: dict[str, list[int]], at: int) -> None:
        for key in self._keys[at][1]:
            where.setdefault(key.cite.id, []).append(at)

    def _refreshed(self, key: ClusterKey) -> ClusterKey:
        """Return the key of a citation with the current data of the registry."""
        narrative, cites = key
        return narrative, tuple(with_registry(one, self._registry) for one in cites)

    def _text_of(self, key: ClusterKey) -> str:
        if key not in self._written:
            self._written[key] = citation_text(key, self._registry, self._setting)
        return self._written[key]

    def preview(self, cluster: Cluster) -> str:
        """Format a citation by itself without changing the document.

        The `position`, `near_note` and `first_note` of the cites are used.
        """
        registry = self._registry
        new = {
            cite.id: cluster.note
            for cite in cluster.cites
            if cite.id in self._items and not registry.cites(cite.id)
        }
        if new:
            registry = registry.with_more(new)
        cluster = sorted_cluster(cluster, registry, self._setting.compiled)
        places = list(map(own_position, cluster.cites))
        return citation_text(cluster_key(cluster, places, registry), registry, self._setting)

    def text(self, value: str) -> str:
        """Return the value of a variable, with its markup, as text of the output."""
        return self._setting.writer.inline(finish(Text(value, rich=True), self._setting.options))

    def bibliography(
        self,
        include: Callable[[Item], bool] | None = None,
        exclude: Callable[[Item], bool] | None = None,
        repeated: Collection[str] = (),
    ) -> Bibliography:
        """Return the bibliography of the cited items: all of them, or those that a test accepts.

        The ids in `repeated` are those of items in an earlier bibliography of the document, to which cites link.
        """

        def present(id_: str, entry: Entry) -> str:
            return self._presented(id_, entry, id_ not in repeated)

        wanted = (id_ for id_ in self._registry.order if self._wanted(id_, include, exclude))
        bibliography, self._entries = render_bibliography(
            wanted, self._registry, self._setting, self._entries, present
        )
        return bibliography

    def _presented(self, id_: str, entry: Entry, anchored: bool) -> str:
        """Return an entry in its wrapper, with the annotation and the anchor that are requested."""
        presentation, setting = self._presentation, self._setting
        if presentation is None:
            return entry.wrapped
        item = self._items[id_]
        presented = presentation.entry(entry.wrapped, item, setting.writer, setting.options)
        return presentation.anchored(presented, id_, setting.writer) if anchored else presented

    def _wanted(
        self,
        id_: str,
        include: Callable[[Item], bool] | None,
        exclude: Callable[[Item], bool] | None,
    ) -> bool:
        item = self._items[id_]
        return (include is None or include(item)) and (exclude is None or not exclude(item))


def _writer(output: str | Writer) -> Writer:
    return writer(output) if isinstance(output, str) else output


def own_position(cite: Cite) -> CitePosition:
    """Return the position that a cite states itself, for a citation outside the document."""
    if cite.position is None:
        return CitePosition()
    return CitePosition(cite.position, cite.near_note, cite.first_note)


def note_of_first_cite_moved(before: ClusterKey, after: ClusterKey) -> bool:
    """Whether the number of a note that others refer to has changed."""
    return any(
        was.place.first_note_of_cited
        and now.place.first_note_of_cited
        and was.place.first_note_of_cited != now.place.first_note_of_cited
        for was, now in zip(before[1], after[1], strict=True)
    )


def repeats_changed(before: ClusterKey, after: ClusterKey) -> bool:
    """Whether an item is cited again for the first time, or no longer."""
    return any(
        bool(was.place.first_note_of_cited) != bool(now.place.first_note_of_cited)
        for was, now in zip(before[1], after[1], strict=True)
    )


def origins(before: Sequence[Cluster], after: Sequence[Cluster]) -> list[int | None]:
    """Return for each citation the position of the earlier one with the same cites."""
    places: dict[tuple[Cite, ...], deque[int]] = {}
    for at, cluster in enumerate(before):
        places.setdefault(tuple(cluster.cites), deque()).append(at)
    empty: deque[int] = deque()
    left = [places.get(tuple(cluster.cites), empty) for cluster in after]
    return [one.popleft() if one else None for one in left]
