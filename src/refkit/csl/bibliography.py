"""The bibliography: entries in order, substitutes for repeated authors, and the layout as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from refkit.csl.addresses import with_title_link
from refkit.csl.citation import NOTHING_TO_SHOW, dressed
from refkit.csl.context import NO_HINTS, Area, Call, Hints, NamesGroup
from refkit.csl.layout import BibliographyLayout, Compiled
from refkit.csl.output import PLAIN, Group, Look, Node, Tag, Text, align_second_field, with_affixes
from refkit.csl.registry import Registry
from refkit.csl.setting import Setting
from refkit.csl.text import finish, plain
from refkit.csl.tree import (
    first_names,
    first_tagged,
    replaced,
    walk,
    with_capital,
    with_children,
    with_look,
)
from refkit.model.name import Name
from refkit.records import dataclass, replace


@dataclass(slots=True, frozen=True)
class Bibliography:
    """A bibliography as text, as a whole and by entry, with the data that a page layout needs.

    `entries` have the order of `ids` and lack the wrapper that `text` has around each. Spacings are counted in
    lines; `second_field_align` is "", "flush" or "margin" (CSL 1.0.2, "Whitespace"). `empty` are the ids of the
    items for which the style renders nothing; if its citations show numbers, such an item has an entry that says so.
    `output` is the name of the writer.
    """

    ids: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    text: str = ""
    hanging_indent: bool = False
    second_field_align: str = ""
    line_spacing: int = 1
    entry_spacing: int = 1
    empty: tuple[str, ...] = ()
    output: str = "html"

    def _repr_html_(self) -> str:
        """Return the bibliography as a notebook shows it."""
        from refkit.csl.write._notebook import notebook_html

        return notebook_html(self.text, self.output, (), self.hanging_indent)

    def __str__(self) -> str:
        return self.text


Signature = tuple[tuple[str, ...], ...]
"""Who an entry is by: for each list of names its whole text and then the people shown."""


class EntryKey(NamedTuple):
    """Everything that a rendered entry depends on; `before` is the author of the previous entry.

    `number` is 0 if the entries of the style have no numbers.
    """

    id: str
    number: int
    hints: Hints
    before: Signature

    def __hash__(self) -> int:
        """Hash the id, which hardly two entries share."""
        return hash(self.id)


@dataclass(slots=True, frozen=True)
class Entry:
    """An entry as written, without and with its wrapper, and the author with which the next entry is compared.

    An entry is empty if the style renders nothing for the item. It is listed only if it has a substitute.
    """

    text: str
    wrapped: str
    author: Signature
    is_empty: bool
    is_listed: bool = True


def entries_of(
    ids: Iterable[str],
    registry: Registry,
    setting: Setting,
    known: Mapping[EntryKey, Entry],
) -> Iterator[tuple[EntryKey, Entry]]:
    """Yield the entries of the ids; entries that are known under their key are not rendered again."""
    layout = setting.compiled.bibliography
    assert layout is not None
    before: Signature = ()
    for id_ in ids:
        number = registry.numbers[id_] if layout.uses_number else 0
        key = EntryKey(id_, number, entry_hints(id_, registry, setting.compiled), before)
        entry = known.get(key)
        if entry is None:
            entry = rendered_entry(key, registry, setting)
        yield key, entry
        if layout.subsequent_author_substitute is not None and entry.is_listed:
            before = entry.author


def rendered_entry(key: EntryKey, registry: Registry, setting: Setting) -> Entry:
    """Return an entry as written. An empty one has text only if citations refer to it by its number."""
    compiled, writer = setting.compiled, setting.writer
    assert compiled.bibliography is not None
    node, author = entry_node(key, registry, compiled.bibliography)
    is_empty = node is None
    if node is None:
        if not compiled.citation.uses_number:
            return Entry("", "", (), is_empty, is_listed=False)
        node = Text(f"{registry.numbers[key.id]}. {NOTHING_TO_SHOW}")
    item = registry.items[key.id]
    if setting.options.links:
        node = with_title_link(node, item)
    text = writer.inline(finish(node, setting.options.of(item.text.get("language", ""))))
    return Entry(text, writer.entry(text), author, is_empty)


def entry_hints(id_: str, registry: Registry, compiled: Compiled) -> Hints:
    """Return the hints for an entry. Disambiguation applies to entries, too, and more names only with given names."""
    hints = registry.hints.get(id_, NO_HINTS)
    if not hints.names or compiled.citation.disambiguation.add_givenname:
        return hints
    return Hints(given=hints.given, condition=hints.condition, year_suffix=hints.year_suffix)


def entry_node(
    key: EntryKey, registry: Registry, layout: BibliographyLayout
) -> tuple[Node | None, Signature]:
    """Return an entry with the formatting of its layout, and its authors."""
    item = registry.items[key.id]
    shape = registry.items.shape(key.id).hinted(key.hints)
    call = Call(item, Area.BIBLIOGRAPHY, citation_number=key.number, hints=key.hints, shape=shape)
    node = layout.render(call)
    if node is None:
        return None, ()
    node = with_capital(node)
    author: Signature = ()
    if layout.subsequent_author_substitute is not None:
        node, author = with_substitute(node, key.before, layout)
    look = layout.look
    if layout.look_for is not None:
        look = layout.look_for(item.text.get("language", ""))
    if not isinstance(node, Group):
        return dressed(node, look), author
    if layout.second_field_align:
        if is_number_alone(node):
            look = with_affixes(look, look.prefix, "")
        node = with_children(node, align_second_field(node.children))
    return dressed_entry(node, look), author


def is_number_alone(entry: Group) -> bool:
    """Whether an entry has only its number; the suffix is that of the second field: "1." instead of "1. ."."""
    if len(entry.children) > 1:
        return False
    return first_tagged(entry, Tag.CITATION_NUMBER) is not None


def dressed_entry(entry: Group, look: Look) -> Node:
    """Apply the formatting of the layout to an entry; with display blocks, the affixes go into the outer ones."""
    first, last = entry.children[0].look, entry.children[-1].look
    if not (first.display or last.display):
        return dressed(entry, look)
    children = list(entry.children)
    if first.display and look.prefix:
        first = with_affixes(first, look.prefix + first.prefix, first.suffix)
        children[0] = with_look(children[0], first)
        look = with_affixes(look, "", look.suffix)
    last = children[-1].look
    if last.display and look.suffix:
        last = with_affixes(last, last.prefix, last.suffix + look.suffix)
        children[-1] = with_look(children[-1], last)
        look = with_affixes(look, look.prefix, "")
    return dressed(with_children(entry, children), look)


# -- subsequent-author-substitute ----------------------------------------------------------------


def with_substitute(
    node: Node, before: Signature, layout: BibliographyLayout
) -> tuple[Node, Signature]:
    """Return an entry, with its first names replaced if the previous entry has the same ones, and its authors."""
    names = first_names(node)
    if names is None:
        return node, ()
    rows = list(name_rows(names))
    author = signature(names, rows)
    text = layout.subsequent_author_substitute or ""
    rule = layout.subsequent_author_substitute_rule
    parts: dict[int, Node] = {}
    if not rows or rule == "complete-all":
        if author == before:
            parts = _all_names(names, rows, text)
    elif rule != "complete-each" or author == before:
        parts = _same_names(rows[0], author, before, text, only_first=rule == "partial-first")
    return (replaced(node, parts) if parts else node), author


MORE = "et al."


def signature(names: NamesGroup, rows: list[Group]) -> Signature:
    """Return the people of rendered names, regardless of their initials, and whether there are more."""
    lists = [one for group in walk(names) if isinstance(group, NamesGroup) for one in group.lists]
    if not rows:
        return ((plain(names),),)
    if len(lists) != len(rows):
        return tuple((plain(row), *map(plain, single_names(row))) for row in rows)
    return tuple(
        (MORE if one.shown < len(one.names) else "", *map(identity, one.names[: one.shown]))
        for one in lists
    )


def identity(name: Name) -> str:
    """Return a string that is equal for equal names."""
    parts = (name.literal, name.particle, name.family, name.given, name.suffix)
    return "|".join(part for part in parts if part)


def name_rows(names: NamesGroup) -> Iterator[Group]:
    """Return the lists of names in a cs:names, without their labels."""
    for node in walk(names):
        if isinstance(node, Group) and any(child.tag is Tag.NAME for child in node.children):
            yield node


def single_names(row: Group) -> list[Node]:
    """Return the nodes of the names in a row, without delimiters and terms."""
    return [child for child in row.children if child.tag is Tag.NAME]


def _all_names(names: NamesGroup, rows: list[Group], text: str) -> dict[int, Node]:
    """Return the whole list as the substitute, including "et al." and "and"; labels are kept."""
    if not rows:
        return {id(names): with_children(names, [Text(text)])}
    first, *others = rows
    empty = {id(row): with_children(row, []) for row in others}
    return {id(first): replace(first, children=[Text(text)], look=PLAIN), **empty}


def _same_names(
    row: Group, author: Signature, before: Signature, text: str, only_first: bool
) -> dict[int, Node]:
    """Return a substitute for each name that the previous entry has at the same position, up to the first other one."""
    names, parts = single_names(row), dict[int, Node]()
    pairs = zip(author[0][1:], before[0][1:], strict=False) if before else ()
    for at, (own, above) in enumerate(pairs):
        if own != above or (at and only_first):
            break
        parts[id(names[at])] = Text(text, tag=Tag.NAME)
    return parts
