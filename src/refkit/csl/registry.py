"""What a document knows of the items that it cites: their order, their numbers, their hints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from refkit.csl.collation import collation_key
from refkit.csl.context import NO_HINTS, Area, Call, Hints, NameList, NamesGroup, Position
from refkit.csl.disambiguate import Candidate, Pools, disambiguate
from refkit.csl.layout import CitationLayout, Compiled
from refkit.csl.output import Group, Node, Tag
from refkit.csl.sort import sort_by
from refkit.csl.text import plain
from refkit.csl.tree import leaves
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item
from refkit.model.sentence_case import as_cited

Record = Mapping[str, object]


class Items:
    """The items by their ids, as they are cited; each is made ready when it is first asked for.

    `problems` says what could not be read of those that were given as CSL-JSON.
    """

    def __init__(self, items: Iterable[Item | Record]) -> None:
        self._given: dict[str, Item | Record] = {}
        self.problems: dict[str, list[str]] = {}
        self._ready: dict[str, Item] = {}
        for one in items:
            self._given[one.id if isinstance(one, Item) else str(one.get("id", ""))] = one

    def __contains__(self, id_: object) -> bool:
        return id_ in self._given

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __getitem__(self, id_: str) -> Item:
        ready = self._ready.get(id_)
        if ready is None:
            one = self._given[id_]
            if isinstance(one, Item):
                ready = as_cited(one)
            else:
                ready, problems = item_from_record(one)
                self.problems[id_] = problems
            self._ready[id_] = ready
        return ready


@dataclass(slots=True)
class _Base:
    """A cite of an item without locator and hints: what the cites of a document are compared by.

    `numbers` are the citation number and the note of the item's first cite, as far as it shows them.
    """

    text: str
    lists: tuple[NameList, ...]
    numbers: tuple[int, int]
    node: Node | None


class Registry:
    """The cited items of a document in the order of the bibliography.

    Its answers change only with `register`. What was worked out for an item is kept for the next
    change of the document.
    """

    def __init__(self, items: Items, compiled: Compiled) -> None:
        self.items = items
        self.order: list[str] = []
        self.numbers: dict[str, int] = {}
        self.hints: dict[str, Hints] = {}
        self._compiled = compiled
        self._cited: list[str] = []
        self._first_notes: dict[str, int] = {}
        self._bases: dict[str, _Base] = {}
        self._pools: Pools = {}
        self._texts: dict[tuple[str, tuple[int, int], Hints], str] = {}
        self._sort_texts: dict[tuple[str, int, int | None], str] = {}

    def register(self, cited: Mapping[str, int]) -> None:
        """Takes the ids that a document cites, in the order of their first cites, and these' notes."""
        first_notes = dict(cited) if self._compiled.citation.uses_first_note else {}
        if list(cited) == self._cited and first_notes == self._first_notes:
            return
        self._cited, self._first_notes = list(cited), first_notes
        self.order = self._sorted(self._cited)
        self.numbers = {id_: at for at, id_ in enumerate(self.order, 1)}
        self.hints = self._disambiguated()

    def number(self, id_: str) -> int:
        """The citation number that cites of an item show; 0 where the style shows none."""
        return self.numbers[id_] if self._compiled.citation.uses_number else 0

    def _numbers(self, id_: str) -> tuple[int, int]:
        return self.number(id_), self._first_notes.get(id_, 0)

    def base_node(self, id_: str) -> Node | None:
        """The unhinted cite of an item, if it is at hand; it is given away once."""
        base = self._bases.get(id_)
        if base is None or base.numbers != self._numbers(id_):
            return None
        node, base.node = base.node, None
        return node

    def _sorted(self, cited: list[str]) -> list[str]:
        layout = self._compiled.bibliography
        if layout is None or not layout.sort:
            return cited
        keys, collate = layout.sort, collation_key(self._compiled.locale.language)
        calls = {
            id_: Call(self.items[id_], Area.SORT, citation_number=at)
            for at, id_ in enumerate(cited, 1)
        }

        def text(id_: str, at: int) -> str:
            call = calls[id_]
            key = id_, at, call.citation_number if layout.sorts_by_number else 0
            if key not in self._sort_texts:
                self._sort_texts[key] = collate(keys[at].value(call) or "")
            return self._sort_texts[key]

        return sort_by(cited, keys, text)

    def _disambiguated(self) -> dict[str, Hints]:
        layout = self._compiled.citation
        how, uses_condition = layout.disambiguation, layout.uses_condition
        if not (how.add_names or how.add_givenname or how.add_year_suffix or uses_condition):
            return {}
        candidates = []
        for rank, id_ in enumerate(self.order):
            base = self._base(id_, layout)
            candidates.append(Candidate(id_, rank, base.text, base.lists))
        return disambiguate(candidates, how, self._text, uses_condition, self._pools)

    def _base(self, id_: str, layout: CitationLayout) -> _Base:
        base = self._bases.get(id_)
        numbers = self._numbers(id_)
        if base is not None and base.numbers == numbers:
            return base
        node = layout.render(self._call(id_, NO_HINTS))
        base = _Base("", (), numbers, node)
        if node is not None:
            base.text, base.lists = read_base(node)
        if layout.uses_position:
            base.node = None
        self._bases[id_] = base
        return base

    def _text(self, id_: str, hints: Hints) -> str:
        """A cite's text with hints; remembered, for a pool asks for it more than once."""
        key = id_, self._numbers(id_), hints
        if key not in self._texts:
            self._texts[key] = self._hinted_text(id_, hints)
        return self._texts[key]

    def _hinted_text(self, id_: str, hints: Hints) -> str:
        node = self._compiled.citation.render(self._call(id_, hints))
        return read_base(node)[0] if node is not None else ""

    def _call(self, id_: str, hints: Hints) -> Call:
        # Cites are told apart in the form that they take after the first, where there is less to see.
        return Call(
            self.items[id_],
            position=Position.SUBSEQUENT,
            first_note=self._first_notes.get(id_) or None,
            citation_number=self.numbers[id_],
            hints=hints,
        )


def read_base(node: Node) -> tuple[str, tuple[NameList, ...]]:
    """A cite's text as it counts for ambiguity, and its lists of names, first one first."""
    lists: list[NameList] = []
    accessed = False
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Group):
            if isinstance(one, NamesGroup):
                lists += one.lists
            accessed = accessed or one.tag is Tag.ACCESSED
            waiting += reversed(one.children)
    return (compared_text(node) if accessed else plain(node)), tuple(lists)


def compared_text(node: Node) -> str:
    """A cite's text as it counts for ambiguity: when somebody has looked tells no works apart."""
    return "\0".join(leaf.text for leaf in leaves(node, Tag.ACCESSED))
