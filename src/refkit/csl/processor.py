"""The citation processor: turns the clusters and items of a document into citations and a bibliography."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from refkit.csl.bibliography import Bibliography, Entry, EntryKey, entries_of
from refkit.csl.citation import (
    CiteKey,
    citation_node,
    cite_keys,
    reading_order,
    sorted_cluster,
    with_registry,
)
from refkit.csl.cite import Cite, Cluster
from refkit.csl.document_warnings import Warnings, document_warnings
from refkit.csl.gc_pause import collector_paused
from refkit.csl.item_language import CACHED_LANGUAGES
from refkit.csl.layout import Compiled
from refkit.csl.locale import Locale
from refkit.csl.position import CitePosition, Scan
from refkit.csl.registry import Items, Registry
from refkit.csl.style import Style
from refkit.csl.text import TextOptions, finish
from refkit.csl.write import writer
from refkit.model.item import Item
from refkit.records import dataclass, field, replace

if TYPE_CHECKING:
    from refkit.csl.presentation import Presentation

ClusterKey = tuple[str | None, tuple[CiteKey, ...]]


@dataclass(slots=True, frozen=True)
class Rendered:
    """The citations of a document in order, its bibliography, and warnings."""

    citations: tuple[str, ...]
    bibliography: Bibliography
    warnings: Warnings = field(default=())

    def _repr_html_(self) -> str:
        """Return the citations and the bibliography as a notebook shows them."""
        from refkit.csl.write._notebook import notebook_html

        shown = self.bibliography
        return notebook_html(shown.text, shown.output, self.citations, shown.hanging_indent)


class Processor:
    """Format the citations and the bibliography of one document in one style.

    `items` are refkit items or CSL-JSON objects; `output` is the name of a writer. `presentation` adds links from
    cites to entries, highlighted names, annotations and abbreviations. The processor keeps the document: `render`
    sets it, and `insert`, `move`, `delete`, `cite` and `update` change it and render again only what the change
    affects. `changed` contains the positions of the citations that the last change rendered again, even if their
    text is the same."""

    def __init__(
        self,
        style: Style,
        items: Iterable[Item | Mapping[str, object]],
        locale: str | None = None,
        output: str = "html",
        links: bool = False,
        presentation: Presentation | None = None,
        item_language: bool = False,
    ) -> None:
        self._compiled: Compiled = style.compiled(locale, item_language)
        self._writer = writer(output)
        self._presentation = presentation
        if presentation is not None:
            presentation.check_output(self._writer)
            self._compiled = presentation.compiled(self._compiled)
        self._options = text_options(self._compiled, links)
        self._items = Items(items, presentation.adapt if presentation else None)
        self._registry = Registry(self._items, self._compiled)
        self._clusters: list[Cluster] = []
        self._nocite: list[str] = []
        self._written: dict[ClusterKey, str] = {}
        self._entries: dict[EntryKey, Entry] = {}
        self._citations: list[str] = []
        self._keys: list[ClusterKey] = []
        self._scan = Scan(self._compiled.citation.near_note_distance)
        self._cites_by_item: dict[str, list[int]] | None = None
        self.changed: frozenset[int] = frozenset()

    @property
    def citations(self) -> tuple[str, ...]:
        """The current citations of the document."""
        return tuple(self._citations)

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
        """Unknown items, labels and locales, repeated ids, and data of cited items that could not be read."""
        return document_warnings(self._clusters, self._items, self.ids, self._compiled.locale)

    def render(self, clusters: Iterable[Cluster]) -> Rendered:
        """Format a whole document."""
        with collector_paused():
            self.update(clusters)
            return Rendered(self.citations, self.bibliography(), self.warnings)

    def nocite(self, ids: Iterable[str]) -> None:
        """Add items to the bibliography without a citation."""
        self._nocite += [id_ for id_ in ids if id_ in self._items]
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
        self._register(clusters)
        ordered = [sorted_cluster(one, self._registry, self._compiled) for one in clusters]
        self._scan = Scan(self._compiled.citation.near_note_distance)
        self._scan.expect(ordered)
        keys = [
            (one.narrative, cite_keys(one, self._scan.next(one), self._registry)) for one in ordered
        ]
        self.changed = frozenset(
            at
            for at, (key, was) in enumerate(zip(keys, origin, strict=True))
            if was is None
            or key != self._keys[was]
            or note_of_first_cite_moved(self._keys[was], key)
        )
        self._keys, known = keys, self._written
        self._written, self._cites_by_item = {}, None
        for key in keys:
            if key not in self._written:
                self._written[key] = known[key] if key in known else self._write(key)
        before, self._citations = self._citations, [self._written[key] for key in keys]
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
        for cite in reading_order(cluster, self._items, self._compiled):
            if cite.id in self._items and not self._registry.cites(cite.id):
                found = self._registry.append(cite.id)
                if found is None:
                    return False
                changed |= found
        places = self._citing(changed) if changed else set()
        if self._compiled.citation.sort and any(len(self._keys[at][1]) > 1 for at in places):
            return False
        for at in places:
            self._keys[at] = self._refreshed(self._keys[at])
            self._citations[at] = self._text_of(self._keys[at])
        self._clusters.append(cluster)
        ordered = sorted_cluster(cluster, self._registry, self._compiled)
        self._scan.expect([ordered])
        key = cluster.narrative, cite_keys(ordered, self._scan.next(ordered), self._registry)
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
            self._written[key] = self._write(key)
        return self._written[key]

    def preview(self, cluster: Cluster) -> str:
        """Format a citation by itself without changing the document.

        The `position`, `near_note` and `first_note` of the cites are used.
        """
        registry = self._registry
        new = [
            cite.id
            for cite in cluster.cites
            if cite.id in self._items and not registry.cites(cite.id)
        ]
        if new:
            registry = registry.with_more(new)
        cluster = sorted_cluster(cluster, registry, self._compiled)
        found = list(self._own_places(cluster))
        return self._write((cluster.narrative, cite_keys(cluster, found, registry)), registry)

    def bibliography(
        self,
        include: Callable[[Item], bool] | None = None,
        exclude: Callable[[Item], bool] | None = None,
        repeated: Collection[str] = (),
    ) -> Bibliography:
        """Return the bibliography of the cited items: all of them, or those that a test accepts.

        The ids in `repeated` are those of items in an earlier bibliography of the document, to which cites link.
        """
        layout = self._compiled.bibliography
        if layout is None:
            return Bibliography(output=self._writer.name)
        wanted = (id_ for id_ in self._registry.order if self._wanted(id_, include, exclude))
        found = list(
            entries_of(
                wanted, self._registry, self._compiled, self._options, self._writer, self._entries
            )
        )
        self._entries = dict(found)
        listed = [(key.id, entry) for key, entry in found if entry.is_listed]
        wrapped = [self._presented(id_, entry, id_ not in repeated) for id_, entry in listed]
        return Bibliography(
            tuple(id_ for id_, _ in listed),
            tuple(entry.text for _, entry in listed),
            self._writer.bibliography(wrapped, layout.hanging_indent),
            layout.hanging_indent,
            layout.second_field_align,
            layout.line_spacing,
            layout.entry_spacing,
            tuple(key.id for key, entry in found if entry.is_empty),
            self._writer.name,
        )

    def _presented(self, id_: str, entry: Entry, anchored: bool) -> str:
        """Return an entry in its wrapper, with the annotation and the anchor that are requested."""
        if self._presentation is None:
            return entry.wrapped
        item = self._items[id_]
        presented = self._presentation.entry(entry.wrapped, item, self._writer, self._options)
        return self._presentation.anchored(presented, id_, self._writer) if anchored else presented

    def _register(self, clusters: Sequence[Cluster]) -> None:
        cites = (reading_order(one, self._items, self._compiled) for one in clusters)
        cited = [cite.id for ordered in cites for cite in ordered]
        known = (id_ for id_ in [*cited, *self._nocite] if id_ in self._items)
        self._registry.register(list(dict.fromkeys(known)))

    def _write(self, key: ClusterKey, registry: Registry | None = None) -> str:
        narrative, cites = key
        node = citation_node(cites, narrative, registry or self._registry, self._compiled)
        return self._writer.inline(finish(node, self._options))

    def _wanted(
        self,
        id_: str,
        include: Callable[[Item], bool] | None,
        exclude: Callable[[Item], bool] | None,
    ) -> bool:
        item = self._items[id_]
        return (include is None or include(item)) and (exclude is None or not exclude(item))

    def _own_places(self, cluster: Cluster) -> Iterable[CitePosition]:
        for cite in cluster.cites:
            if cite.position is None:
                yield CitePosition()
            else:
                yield CitePosition(cite.position, cite.near_note, cite.first_note)


def note_of_first_cite_moved(before: ClusterKey, after: ClusterKey) -> bool:
    """Whether the number of a note that others refer to has changed."""
    return any(
        was.place.first_note_of_cited
        and now.place.first_note_of_cited
        and was.place.first_note_of_cited != now.place.first_note_of_cited
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


def text_options(compiled: Compiled, links: bool) -> TextOptions:
    """Return the quotation marks and punctuation of the style's locale, and those of the items' languages."""
    options, languages = _locale_options(compiled.locale, links), compiled.languages
    if languages is None:
        return options

    @lru_cache(maxsize=CACHED_LANGUAGES)
    def by_language(tag: str) -> TextOptions:
        locale = languages.locale(tag)
        return options if locale is compiled.locale else _locale_options(locale, links)

    return replace(options, by_language=by_language)


def _locale_options(locale: Locale, links: bool) -> TextOptions:
    quotes = {
        "open_quote": locale.term("open-quote"),
        "close_quote": locale.term("close-quote"),
        "open_inner_quote": locale.term("open-inner-quote"),
        "close_inner_quote": locale.term("close-inner-quote"),
    }
    given = {name: mark for name, mark in quotes.items() if mark is not None}
    options = TextOptions(
        punctuation_in_quote=locale.punctuation_in_quote, language=locale.language, links=links
    )
    return replace(options, **given)  # type: ignore[arg-type]  # the four are strings
