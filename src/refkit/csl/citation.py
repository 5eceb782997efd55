"""A citation: its cites rendered, sorted, joined and formatted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from refkit.csl.cite import Cite, Cluster
from refkit.csl.collapse import CiteNode, join_cites
from refkit.csl.collation import collation_key
from refkit.csl.context import NO_HINTS, Area, Call, Hints, Position
from refkit.csl.layout import CitationLayout, Compiled
from refkit.csl.markup import strip_tags
from refkit.csl.output import PLAIN, Group, Look, Node, Tag, Text, is_empty
from refkit.csl.position import CitePosition
from refkit.csl.registry import Items, Registry
from refkit.csl.sort import sort_by
from refkit.csl.text import plain
from refkit.csl.tree import (
    first_names,
    first_tagged,
    leaves,
    with_capital,
    without,
    without_displays,
    without_leading_space,
)
from refkit.records import replace

# What the test-suite expects where a style has nothing to say of the first item of a citation.
NOTHING_TO_SHOW = "[CSL STYLE ERROR: reference with no printed form.]"
UNKNOWN = Look(font_weight="bold")
RANGE_DASH = "–"
GROUP_DELIMITER = ", "
BARE = frozenset({Tag.TERM, Tag.YEAR_SUFFIX, Tag.LOCATOR, Tag.LABEL})


class CiteKey(NamedTuple):
    """Everything that a rendered cite depends on; `number` is 0 if the style shows none."""

    cite: Cite
    known: bool
    place: CitePosition
    number: int
    hints: Hints

    def __hash__(self) -> int:
        """Hash what differs between most cites: hashing the rest of each takes longer than it saves."""
        return hash((self.cite.id, self.cite.locator, self.number))


def reading_order(cluster: Cluster, items: Items, compiled: Compiled) -> Sequence[Cite]:
    """Return the cites in the order in which they are read, which determines the numbers of their items.

    If the order depends on the numbers themselves, it is that of the author.
    """
    layout = compiled.citation
    if layout.sorts_by_number or not layout.sort or len(cluster.cites) < 2:
        return cluster.cites

    def call(cite: Cite) -> Call:
        return Call(items[cite.id], Area.SORT, shape=items.shape(cite.id))

    return _sorted_cites(cluster, compiled, items, call)


def sorted_cluster(cluster: Cluster, registry: Registry, compiled: Compiled) -> Cluster:
    """Return the cluster with its cites in the order of the style."""
    if not compiled.citation.sort or len(cluster.cites) < 2:
        return cluster

    def call(cite: Cite) -> Call:
        number = registry.numbers[cite.id]
        hints = replace(registry.hints.get(cite.id, NO_HINTS), year_suffix="")
        item, shape = registry.items[cite.id], registry.items.shape(cite.id).hinted(hints)
        return Call(item, Area.SORT, citation_number=number, hints=hints, shape=shape)

    return replace(cluster, cites=_sorted_cites(cluster, compiled, registry.items, call))


def _sorted_cites(
    cluster: Cluster, compiled: Compiled, items: Items, call: Callable[[Cite], Call]
) -> tuple[Cite, ...]:
    """Return the cites in the order of the style's keys; cites of unknown items come last.

    The first cite of a composite citation, whose author is in the sentence, stays the first.
    """
    keys, collate = compiled.citation.sort, collation_key(compiled.locale.language)
    fixed = 1 if cluster.composite else 0
    known = [cite for cite in cluster.cites[fixed:] if cite.id in items]
    unknown = [cite for cite in cluster.cites[fixed:] if cite.id not in items]
    found = sort_by(known, keys, lambda cite, at: collate(keys[at].value(call(cite)) or ""))
    return (*cluster.cites[:fixed], *found, *unknown)


def cite_keys(
    cluster: Cluster, places: Sequence[CitePosition], registry: Registry
) -> tuple[CiteKey, ...]:
    """Return the data that the cites of a cluster depend on, for comparison."""
    return tuple(
        _cite_key(cite, place, registry) for cite, place in zip(cluster.cites, places, strict=True)
    )


def _cite_key(cite: Cite, place: CitePosition, registry: Registry) -> CiteKey:
    id_ = cite.id
    if not registry.cites(id_):
        return CiteKey(cite, False, place, 0, NO_HINTS)
    hints = registry.hints.get(id_, NO_HINTS)
    return CiteKey(cite, True, place, registry.number(id_), hints)


def with_registry(key: CiteKey, registry: Registry) -> CiteKey:
    """Return the key of a cite with the current number and hints of its item."""
    return _cite_key(key.cite, key.place, registry)


def citation_node(
    keys: Sequence[CiteKey], narrative: str | None, registry: Registry, compiled: Compiled
) -> Node:
    """Return the whole citation; a narrative one names the first author outside it: "Doe (2000)".

    In a note style it is the note alone, without the author, whom the text names (see `author_node`).
    """
    author = author_node(keys, narrative, registry, compiled)
    if author is None:
        return _citation(keys, registry, compiled)
    first, *rest = keys
    inside = first._replace(cite=replace(first.cite, suppress_author=True))
    others = _citation([inside, *rest], registry, compiled)
    if compiled.style_class == "note":
        return _citation(keys, registry, compiled) if is_empty(others) else others
    return Group([author, others], delimiter="" if _is_raised(others) else " ")


def author_node(
    keys: Sequence[CiteKey], narrative: str | None, registry: Registry, compiled: Compiled
) -> Node | None:
    """Return the author in the sentence of a composite citation with the infix, or None for other citations."""
    if narrative is None or not keys or not keys[0].known:
        return None
    cite = replace(keys[0].cite, author_only=True, prefix="", suffix="")
    return with_infix(_citation([keys[0]._replace(cite=cite)], registry, compiled), narrative)


def _is_raised(node: Node) -> bool:
    """Whether a citation begins with a superscript, which follows a word without a space."""
    while isinstance(node, Group) and node.look.vertical_align != "sup" and node.children:
        node = node.children[0]
    return node.look.vertical_align == "sup"


def with_infix(author: Node, infix: str) -> Node:
    """Return an author with the text after it, separated by a space unless that begins with punctuation."""
    if not infix:
        return author
    gap = " " if infix[0].isalnum() or infix[0] in "([" else ""
    return Group([author, Text(gap + infix, rich=True)])


def _citation(keys: Sequence[CiteKey], registry: Registry, compiled: Compiled) -> Node:
    if keys and keys[0].cite.author_only:
        return _cite_node(keys[0], registry, compiled).node
    layout = _layout_of(keys, registry, compiled.citation)
    in_note = compiled.style_class == "note"
    grouped = layout.collapsing.groups_cites and len(keys) > 1
    cites = [
        _cite_node(key, registry, compiled, in_note and begins_sentence(key.cite, at), grouped)
        for at, key in enumerate(keys)
    ]
    cites = [one for at, one in enumerate(cites) if not at or not is_empty(one.node)]
    if not cites:
        return Text("")
    if is_empty(cites[0].node) and not keys[0].cite.suppress_author:
        cites[0] = replace(cites[0], node=Text(NOTHING_TO_SHOW))
    look = layout.look
    if len(cites) == 1:
        return dressed(cites[0].node, look)
    dash = compiled.locale.term("citation-range-delimiter") or RANGE_DASH
    group_delimiter = layout.delimiter if in_note else GROUP_DELIMITER
    return dressed(join_cites(cites, layout, group_delimiter, dash), look)


def _layout_of(
    keys: Sequence[CiteKey], registry: Registry, layout: CitationLayout
) -> CitationLayout:
    """Return the layout with the formatting and the delimiter of the citation as a whole.

    Those of the layout for the language of the first item apply, so that brackets match.
    """
    first = next((key.cite.id for key in keys if key.known), None)
    if layout.layout_for is None or first is None:
        return layout
    own = layout.layout_for(registry.items[first].text.get("language", ""))
    return replace(layout, look=own.look, delimiter=own.delimiter)


_AFTER_SENTENCE = "\"'”’»)] \u00a0\u202f"


def begins_sentence(cite: Cite, at: int) -> bool:
    """Whether the cite at a position of a note begins a sentence."""
    return ends_sentence(cite.prefix) if cite.prefix else at == 0


def ends_sentence(prefix: str) -> bool:
    """Whether the prefix of a cite ends a sentence of several words, so that the cite begins another one."""
    words = strip_tags(prefix).strip()
    return " " in words and words.rstrip(_AFTER_SENTENCE)[-1:] in tuple(".!?")


def dressed(node: Node, look: Look) -> Node:
    """Apply the formatting of a layout to its content; the affixes are inside the formatting."""
    if look.affixes_only:
        return Group([node], look=look) if look.prefix or look.suffix else node
    affixes, formatting = _two_looks(look)
    if affixes is not None:
        node = Group([node], look=affixes)
    return node if formatting is None else Group([node], look=formatting)


@lru_cache(maxsize=256)
def _two_looks(look: Look) -> tuple[Look | None, Look | None]:
    affixes = Look(prefix=look.prefix, suffix=look.suffix)
    formatting = replace(look, prefix="", suffix="")
    return (None if affixes == PLAIN else affixes), (None if formatting == PLAIN else formatting)


def _cite_node(
    key: CiteKey,
    registry: Registry,
    compiled: Compiled,
    capital: bool = False,
    grouped: bool = False,
) -> CiteNode:
    """Return a rendered cite; one that is grouped with others also has the data for that."""
    cite = key.cite
    if not key.known:
        text = Text(f"{cite.id}?", UNKNOWN)
        return CiteNode(cite, text, text)
    whole = _whole(key, registry, compiled)
    names = first_names(whole) if whole is not None else None
    body: Node = _shown(whole, names, key, registry, compiled) or Text("")
    if compiled.citation.has_blocks:
        body = without_displays(body)
    if capital:
        body = with_capital(body)
    node = with_affixes(body, cite)
    if not grouped:
        return CiteNode(cite, node, body, key.number)
    # A cite without its author is still grouped with the cites of that author.
    author = plain(names) if names is not None else ""
    year = first_tagged(body, Tag.YEAR)
    return CiteNode(
        cite,
        node,
        body,
        key.number,
        names=author,
        year=_bare_year(year) if year is not None else "",
        year_suffix=suffix_rank(key.hints.year_suffix),
        is_bare=not (author or compiled.citation.shows_text) and is_bare(body),
        has_title=first_tagged(body, Tag.TITLE) is not None,
    )


def is_empty_cite(key: CiteKey, registry: Registry, compiled: Compiled) -> bool:
    """Whether the style shows nothing of a cite, besides the affixes of the user."""
    return is_empty(_cite_node(key, registry, compiled).body)


def _whole(key: CiteKey, registry: Registry, compiled: Compiled) -> Node | None:
    """Return the cite with its author, as the style renders it."""
    cite, place = key.cite, key.place
    if cite.author_only and compiled.intext is not None:
        call = Call(registry.items[cite.id], citation_number=key.number, hints=key.hints)
        node = compiled.intext.render(call)
        return None if node is None else dressed(node, compiled.intext.look)
    plain_cite = key.hints is NO_HINTS and not cite.locator and not compiled.citation.uses_position
    body = registry.base_node(cite.id) if plain_cite else None
    if body is not None:
        return body
    shape = registry.items.shape(cite.id).variant(
        key.hints, place.position, place.near_note, place.first_note is None, not cite.locator
    )
    return compiled.citation.render(
        Call(
            registry.items[cite.id],
            locator=cite.locator,
            label=cite.label,
            position=place.position,
            near_note=place.near_note,
            first_note=place.first_note,
            citation_number=key.number,
            hints=key.hints,
            shape=shape,
        )
    )


def _shown(
    whole: Node | None, names: Node | None, key: CiteKey, registry: Registry, compiled: Compiled
) -> Node | None:
    """Return the requested part of a cite: all of it, its author alone, or the rest."""
    if whole is None:
        return None
    if key.cite.author_only:
        if compiled.intext is not None:
            return whole
        if names is not None and compiled.style_class == "in-text":
            return names
        return _names_in_sentence(key, registry, compiled) or first_tagged(whole, Tag.TITLE)
    if key.cite.suppress_author:
        rest = without(whole, lambda one: one is names)
        return None if rest is None else without_leading_space(rest)
    return whole


def _names_in_sentence(key: CiteKey, registry: Registry, compiled: Compiled) -> Node | None:
    """Return the family names of those whom a first cite or the entry names first, or otherwise the title there."""
    item = registry.items[key.cite.id]
    call = Call(item, position=Position.FIRST, hints=key.hints)
    first = compiled.citation.render(call) if compiled.style_class == "note" else None
    names = first_names(first) if first is not None else None
    if names is None and compiled.bibliography is not None:
        entry = compiled.bibliography.render(Call(item, Area.BIBLIOGRAPHY, hints=key.hints))
        names = first_names(entry) if entry is not None else None
        if entry is not None and names is None:
            return first_tagged(entry, Tag.TITLE)
    if names is None or not names.lists:
        return names
    return compiled.short_names(names.lists[0].variable)(Call(item, hints=key.hints))


def with_affixes(node: Node, cite: Cite) -> Node:
    """Add the user's affixes to a cite, separated by a space if they are words."""
    if not (cite.prefix or cite.suffix):
        return node
    parts = [node]
    if cite.prefix:
        gap = " " if cite.prefix[-1].isalnum() or cite.prefix[-1] in ".,;:!?)" else ""
        parts.insert(0, Text(cite.prefix + gap, rich=True))
    if cite.suffix:
        gap = " " if cite.suffix[0].isalnum() or cite.suffix[0] in "([" else ""
        parts.append(Text(gap + cite.suffix, rich=True))
    return Group(parts)


def _bare_year(year: Node) -> str:
    return plain(year.children[0]) if isinstance(year, Group) else plain(year)


def is_bare(body: Node) -> bool:
    """Whether a cite shows only a date, terms and a locator."""
    return all(leaf.tag in BARE for leaf in leaves(body, Tag.DATE))


def suffix_rank(suffix: str) -> int:
    """Return the rank of a year suffix: 1 for "a", 27 for "aa", 0 for none."""
    rank = 0
    for letter in suffix:
        rank = rank * 26 + ord(letter) - ord("a") + 1
    return rank
