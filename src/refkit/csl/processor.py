"""The citation processor: the passes that turn the clusters of a document into citations and a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from refkit.csl.bibliography import Bibliography, Entry, EntryKey, entries_of
from refkit.csl.citation import (
    CiteKey,
    author_node,
    citation_node,
    cite_keys,
    reading_order,
    sorted_cluster,
)
from refkit.csl.cite import Cite, Cluster
from refkit.csl.context import NO_HINTS
from refkit.csl.position import CitePosition, Scan
from refkit.csl.registry import Registry
from refkit.csl.setting import Setting
from refkit.csl.text import finish
from refkit.records import dataclass

ClusterKey = tuple[str | None, tuple[CiteKey, ...]]
"""Everything that a rendered citation depends on."""


STAND_IN = 9_000_000_017
"""A number that no item has."""


@dataclass(slots=True)
class Citations:
    """The citations of a document as keys, with the text of each key, and the scan for further ones."""

    keys: list[ClusterKey]
    texts: dict[ClusterKey, str]
    scan: Scan


def render_citations(
    clusters: Sequence[Cluster],
    uncited: Iterable[str],
    registry: Registry,
    setting: Setting,
    known: Mapping[ClusterKey, str],
) -> Citations:
    """Render the citations of a document. These are the passes, in their order.

    `uncited` are the ids of further items for the bibliography. A citation that is known under its key is not
    rendered again. `render_bibliography` follows with the order, the numbers and the hints of the registry.
    """
    in_citations = {cite.id for cluster in clusters for cite in cluster.cites}
    notes = first_notes(clusters, uncited, setting)
    registry.register(notes, in_citations)  # sort, number, disambiguate
    ordered = [sorted_cluster(one, registry, setting.compiled) for one in clusters]
    layout = setting.compiled.citation
    scan = Scan(layout.near_note_distance, layout.uses_position)
    scan.expect(ordered)
    keys = [cluster_key(one, scan.next(one), registry) for one in ordered]
    texts: dict[ClusterKey, str] = {}
    for key in keys:
        if key not in texts:
            texts[key] = known[key] if key in known else citation_text(key, registry, setting)
    return Citations(keys, texts, scan)


def citation_text(key: ClusterKey, registry: Registry, setting: Setting) -> str:
    """Return a citation as written. One that shows only a number differs from others by its digits."""
    narrative, cites = key
    if setting.compiled.citation.shows_only_number and len(cites) == 1 and narrative is None:
        frame = number_frame(cites[0], registry, setting)
        if frame is not None:
            return f"{frame[0]}{cites[0].number}{frame[1]}"
    return rendered_citation(key, registry, setting)


def number_frame(key: CiteKey, registry: Registry, setting: Setting) -> tuple[str, str] | None:
    """Return the text before and after the number of a cite that shows nothing else, or None for other cites."""
    cite = key.cite
    if not key.known or key.hints is not NO_HINTS or not is_whole(cite):
        return None
    item = setting.items[cite.id]
    kind = item.type, item.text.get("language", "")
    if kind not in setting.frames:
        model = rendered_citation((None, (key._replace(number=STAND_IN),)), registry, setting)
        before, number, after = model.partition(str(STAND_IN))
        shown_once = number and str(STAND_IN) not in after
        setting.frames[kind] = (before, after) if shown_once else None
    return setting.frames[kind]


def is_whole(cite: Cite) -> bool:
    """Whether a cite refers to a whole item, with its author, and has no affixes."""
    partial = cite.locator or cite.label or cite.suppress_author or cite.author_only
    return not (partial or cite.prefix or cite.suffix)


def rendered_citation(key: ClusterKey, registry: Registry, setting: Setting) -> str:
    """Return a citation: render its cites, group and collapse them, settle their text, and write it."""
    narrative, cites = key
    node = citation_node(cites, narrative, registry, setting.compiled)
    return setting.writer.inline(finish(node, setting.options))


def author_text(key: ClusterKey, registry: Registry, setting: Setting) -> str:
    """Return the author whom a composite citation of a note style names in the sentence, otherwise nothing."""
    narrative, cites = key
    if setting.compiled.style_class != "note":
        return ""
    author = author_node(cites, narrative, registry, setting.compiled)
    return setting.writer.inline(finish(author, setting.options)) if author is not None else ""


def render_bibliography(
    ids: Iterable[str],
    registry: Registry,
    setting: Setting,
    known: Mapping[EntryKey, Entry],
    present: Callable[[str, Entry], str] | None = None,
) -> tuple[Bibliography, dict[EntryKey, Entry]]:
    """Return the bibliography of the ids, which are in its order, and its entries by key.

    `present` can add something to the entry of an id, in its wrapper.
    """
    layout = setting.compiled.bibliography
    if layout is None:
        return Bibliography(output=setting.writer.name), {}
    found = list(entries_of(ids, registry, setting, known))
    listed = [(key.id, entry) for key, entry in found if entry.is_listed]
    wrapped = [present(id_, entry) if present else entry.wrapped for id_, entry in listed]
    bibliography = Bibliography(
        tuple(id_ for id_, _ in listed),
        tuple(entry.text for _, entry in listed),
        setting.writer.bibliography(wrapped, layout.hanging_indent),
        layout.hanging_indent,
        layout.second_field_align,
        layout.line_spacing,
        layout.entry_spacing,
        tuple(key.id for key, entry in found if entry.is_empty),
        setting.writer.name,
    )
    return bibliography, dict(found)


def first_notes(
    clusters: Sequence[Cluster], uncited: Iterable[str], setting: Setting
) -> dict[str, int]:
    """Return the notes of the first cites of the known items, in their order; 0 is the text."""
    notes: dict[str, int] = {}
    for cluster in clusters:
        for cite in reading_order(cluster, setting.items, setting.compiled):
            notes.setdefault(cite.id, cluster.note)
    for id_ in uncited:
        notes.setdefault(id_, 0)
    return {id_: note for id_, note in notes.items() if id_ in setting.items}


def cluster_key(cluster: Cluster, places: Sequence[CitePosition], registry: Registry) -> ClusterKey:
    """Return the key of a sorted cluster, whose cites have these positions."""
    return cluster.narrative, cite_keys(cluster, places, registry)
