"""The cited items of a document: their order, numbers and hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from refkit.csl.collation import collation_key
from refkit.csl.context import (
    NO_HINTS,
    Area,
    Call,
    Hints,
    NameList,
    NamesGroup,
    Position,
    Shape,
    shape_of,
)
from refkit.csl.disambiguate import Ambiguities, Candidate
from refkit.csl.layout import CitationLayout, Compiled, SortKey
from refkit.csl.output import Group, Node, Tag
from refkit.csl.sort import sort_by
from refkit.csl.text import plain
from refkit.csl.tree import leaves
from refkit.model.citing import as_cited
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item
from refkit.records import dataclass

Record = Mapping[str, object]


class Items:
    """The items by id, prepared for citing when first used.

    `problems` are the errors in items given as CSL-JSON, and `without_id` are the positions of those without an id,
    from 1. `repeated` are the ids of several items, of which the first is used. `adapt` can change an item that is
    prepared by `cited`.
    """

    LARGEST = 1024  # shapes that are kept

    def __init__(
        self,
        items: Iterable[Item | Record],
        adapt: Callable[[Item], Item] | None = None,
        cited: Callable[[Item], Item] = as_cited,
    ) -> None:
        self._adapt = adapt
        self._cited = cited
        self._given: dict[str, Item | Record] = {}
        self.problems: dict[str, list[str]] = {}
        self.repeated: dict[str, None] = {}
        self._ready: dict[str, Item] = {}
        self._shapes: dict[str, Shape] = {}
        self._known_shapes: dict[tuple[str | None, ...], Shape] = {}
        self.without_id: list[int] = []
        for number, one in enumerate(items, 1):
            id_ = one.id if isinstance(one, Item) else _id_of(one)
            first = self._given.setdefault(id_, one)
            if not id_ and not isinstance(one, Item):
                self.without_id.append(number)
            elif first is not one:
                self.repeated[id_] = None

    def __contains__(self, id_: object) -> bool:
        return id_ in self._given

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __getitem__(self, id_: str) -> Item:
        ready = self._ready.get(id_)
        if ready is None:
            one = self._given[id_]
            if not isinstance(one, Item):
                from refkit.csl.record_problems import record_problems

                record = one
                one, problems = item_from_record(record)
                self.problems[id_] = [*problems, *record_problems(record)]
            ready = self._cited(one)
            if self._adapt is not None:
                ready = self._adapt(ready)
            self._ready[id_] = ready
        return ready

    def shape(self, id_: str) -> Shape:
        """Return the shape of an item, which is shared with similar items."""
        shape = self._shapes.get(id_)
        if shape is None:
            key, known = shape_of(self[id_]), self._known_shapes
            shape = self._shapes[id_] = known.get(key) or Shape()
            if len(known) < self.LARGEST:
                known[key] = shape
        return shape


def _id_of(record: object) -> str:
    """Return the id of a CSL-JSON object, which may be a number, or "" if it has none."""
    if not isinstance(record, Mapping):
        raise TypeError(f"an item is an Item or an object of CSL-JSON, not {type(record).__name__}")
    value = record.get("id")
    return "" if value is None else str(value)


@dataclass(slots=True)
class _Base:
    """A cite of an item without locator and hints, for comparing the cites of a document.

    `number` is the citation number, if the cite shows it.
    """

    text: str
    lists: tuple[NameList, ...]
    number: int
    node: Node | None


class Registry:
    """The cited items of a document in the order of the bibliography.

    Its results change only with `register` and `append`. Results for an item are kept until the document changes.
    """

    def __init__(self, items: Items, compiled: Compiled) -> None:
        self.items = items
        self.order: list[str] = []
        self._compiled = compiled
        listed = compiled.bibliography
        self._numbers_fall = listed is not None and listed.numbers_fall
        self._collate = collation_key(compiled.locale.language)
        self._in_citations: set[str] = set()
        self._cited: dict[str, int] = {}  # when an item was first cited, counting from 1
        self._notes: dict[str, int] = {}  # the first notes, if conditions depend on them
        self._numbers: dict[str, int] = {}
        self._ranks: dict[str, float] = {}  # rise along `order`
        self._bases: dict[str, _Base] = {}
        self._texts: dict[tuple[str, int, int, Hints], str] = {}
        # a dictionary for each sort key, by id if the text depends on nothing else
        self._sort_texts: list[dict[object, str]] = [{} for _ in listed.sort] if listed else []
        self._adds_given = compiled.citation.disambiguation.add_givenname
        self._compares_notes = notes_distinguish(compiled.citation)
        self._ambiguities = self._no_ambiguities()

    @property
    def hints(self) -> dict[str, Hints]:
        """The hints of items with hints."""
        return self._ambiguities.hints

    @property
    def numbers(self) -> dict[str, int]:
        """The citation numbers of the items."""
        if len(self._numbers) != len(self.order):
            order = reversed(self.order) if self._numbers_fall else self.order
            self._numbers = {id_: at for at, id_ in enumerate(order, 1)}
        return self._numbers

    def _no_ambiguities(self) -> Ambiguities:
        layout = self._compiled.citation
        return Ambiguities(layout.disambiguation, self._text, layout.conditions)

    def register(self, first_notes: Mapping[str, int], in_citations: Iterable[str] = ()) -> None:
        """Set the ids that a document cites, in the order of their first cites, and the notes of these.

        Citations show those in `in_citations`: their cites are kept. Others are only in the bibliography.
        """
        self._in_citations = set(in_citations)
        cited = list(first_notes)
        notes = dict(first_notes) if self._compares_notes else {}
        if cited == list(self._cited) and notes == self._notes:
            return
        if notes != self._notes:
            self._notes, self._ambiguities = notes, self._no_ambiguities()
        self._cited = {id_: at for at, id_ in enumerate(cited, 1)}
        self._set_order(self._sorted(cited))
        if self._ambiguities.sought:
            self._ambiguities.start([self._candidate(id_) for id_ in self.order])
            self._sort_again(cited)

    def _sorted(self, ids: Sequence[str]) -> list[str]:
        layout = self._compiled.bibliography
        if layout is None or not layout.sort:
            return list(ids)
        return sort_by(ids, layout.sort, self._sort_text)

    def _set_order(self, order: list[str]) -> None:
        self.order, self._numbers = order, {}
        self._ranks = {id_: float(at) for at, id_ in enumerate(order)}

    def _sort_again(self, cited: Sequence[str]) -> None:
        """Sort by the given names that disambiguation has added; year suffixes follow the new order."""
        if not any(self._sorts_by_given(id_) for id_ in cited):
            return
        order = self._sorted(cited)
        if order != self.order:
            self._set_order(order)
            self._ambiguities.start([self._candidate(id_) for id_ in order])

    def _keeps_its_place(self, id_: str) -> bool:
        """Whether an item is still in order if disambiguation has added given names to it."""
        layout = self._compiled.bibliography
        if layout is None or not layout.sort or not self._sorts_by_given(id_):
            return True
        at = self.order.index(id_)
        around = self.order[max(at - 1, 0) : at + 2]
        return not any(self._stands_before(b, a, layout.sort) for a, b in pairwise(around))

    def _sorts_by_given(self, id_: str) -> bool:
        return self._adds_given and bool(self.hints.get(id_, NO_HINTS).given)

    def append(self, id_: str, note: int) -> set[str] | None:
        """Add an item that is cited after all others; return the ids whose cites changed.

        None means that the whole document must be registered again.
        """
        self._in_citations.add(id_)
        self._cited[id_] = len(self._cited) + 1
        if self._compares_notes:
            self._notes[id_] = note
        at = self._place_of(id_)
        end = 0 if self._numbers_fall else len(self.order)
        shifts = self._compiled.citation.uses_number and at != end
        if not self._rank(id_, at) or (shifts and self._ambiguities.sought):
            self._cited.clear()
            return None
        self.order.insert(at, id_)
        if at == end == len(self._numbers):
            self._numbers[id_] = at + 1
        else:
            self._numbers = {}
        shifted = set(self.order) if shifts else set()
        if self._ambiguities.sought:
            changed = self._ambiguities.add(self._candidate(id_))
            if not all(map(self._keeps_its_place, (id_, *changed))):
                self._cited.clear()
                return None
            shifted |= changed
        return shifted

    def with_more(self, first_notes: Mapping[str, int]) -> Registry:
        """Return a registry with additional items; this one does not change."""
        other = Registry(self.items, self._compiled)
        known = {id_: self._notes.get(id_, 0) for id_ in self._cited}
        other.register({**known, **first_notes}, first_notes)
        return other

    def cites(self, id_: str) -> bool:
        """Whether the document cites an item."""
        return id_ in self._cited

    def number(self, id_: str) -> int:
        """Return the citation number in cites of an item, or 0 if the style shows none."""
        return self.numbers[id_] if self._compiled.citation.uses_number else 0

    def base_node(self, id_: str) -> Node | None:
        """Return the cite of an item without hints, if it is available."""
        base = self._bases.get(id_)
        return base.node if base and base.number == self.number(id_) else None

    def _place_of(self, id_: str) -> int:
        """Return the position in the order of an item that is cited last."""
        layout = self._compiled.bibliography
        low, high = 0, len(self.order)
        if layout is None or not layout.sort:
            return high
        while low < high:
            middle = (low + high) // 2
            if self._stands_before(id_, self.order[middle], layout.sort):
                high = middle
            else:
                low = middle + 1
        return low

    def _stands_before(self, id_: str, other: str, keys: Sequence[SortKey]) -> bool:
        for at, key in enumerate(keys):
            own, others = self._sort_text(id_, at), self._sort_text(other, at)
            if own != others:
                smaller = own > others if key.descending else own < others
                return bool(own) and (not others or smaller)
        return False

    def _rank(self, id_: str, at: int) -> bool:
        """Rank an item between its neighbors; return whether there was space."""
        before = self._ranks[self.order[at - 1]] if at else -1.0
        after = self._ranks[self.order[at]] if at < len(self.order) else before + 2
        before = min(before, after - 2) if not at else before
        self._ranks[id_] = (before + after) / 2
        return before < self._ranks[id_] < after

    def _sort_text(self, id_: str, at: int) -> str:
        """Return the text by which key `at` of the bibliography sorts an item."""
        layout = self._compiled.bibliography
        assert layout is not None
        shows_hints = layout.sort[at].has_names and self._sorts_by_given(id_)
        hints = self.hints[id_] if shows_hints else NO_HINTS
        key: object = (id_, self._cited[id_]) if layout.sorts_by_number else id_
        if hints is not NO_HINTS:  # hashing hints takes time
            key = key, hints
        known = self._sort_texts[at]
        if key not in known:
            number = self._cited[id_]
            item, shape = self.items[id_], self.items.shape(id_).hinted(hints)
            call = Call(item, Area.SORT, citation_number=number, hints=hints, shape=shape)
            known[key] = self._collate(layout.sort[at].value(call) or "")
        return known[key]

    def _candidate(self, id_: str) -> Candidate:
        base = self._base(id_, self._compiled.citation)
        return Candidate(id_, self._ranks[id_], base.text, base.lists)

    def _base(self, id_: str, layout: CitationLayout) -> _Base:
        base = self._bases.get(id_)
        number = self.number(id_)
        if base is not None and base.number == number:
            return base
        node = layout.render(self._call(id_, NO_HINTS))
        base = _Base("", (), number, node)
        if node is not None:
            base.text, base.lists = read_base(node)
        if layout.uses_position or id_ not in self._in_citations:
            base.node = None  # nobody asks for it
        self._bases[id_] = base
        return base

    def _text(self, id_: str, hints: Hints) -> str:
        """Return the text of a cite with hints; cached, because a pool needs it several times."""
        key = id_, self.number(id_), self._notes.get(id_, 0), hints
        if key not in self._texts:
            self._texts[key] = self._hinted_text(id_, hints)
        return self._texts[key]

    def _hinted_text(self, id_: str, hints: Hints) -> str:
        node = self._compiled.citation.render(self._call(id_, hints, self._notes.get(id_) or None))
        return read_base(node)[0] if node is not None else ""

    def _call(self, id_: str, hints: Hints, note: int | None = None) -> Call:
        # Subsequent cites are compared, because they are shorter than first cites. The number of the note with the
        # first cite does not replace names: readers would have to look it up.
        shape = self.items.shape(id_).variant(hints, Position.SUBSEQUENT, note is None)
        return Call(
            self.items[id_],
            position=Position.SUBSEQUENT,
            first_note=note,
            citation_number=self.number(id_) or None,
            hints=hints,
            shape=shape,
        )


def notes_distinguish(layout: CitationLayout) -> bool:
    """Whether cites that show different first notes need no condition: as in citeproc-js, if by-cite is the rule."""
    shown = layout.uses_first_note and layout.conditions > 0
    return shown and layout.disambiguation.givenname_rule == "by-cite"


def read_base(node: Node) -> tuple[str, tuple[NameList, ...]]:
    """Return the text of a cite for comparison, and its lists of names, the first list first."""
    lists: list[NameList] = []
    accessed = _collect_lists(node, lists)
    return (compared_text(node) if accessed else plain(node)), tuple(lists)


def _collect_lists(node: Node, lists: list[NameList]) -> bool:
    """Add the lists of names in a tree to `lists`; return whether it has a date of access."""
    if not isinstance(node, Group):
        return False
    accessed = node.tag is Tag.ACCESSED
    if isinstance(node, NamesGroup):
        lists += node.lists
    for child in node.children:
        if isinstance(child, Group):
            accessed = _collect_lists(child, lists) or accessed
    return accessed


def compared_text(node: Node) -> str:
    """Return the text of a cite for comparison, without the date of access, which does not distinguish works."""
    return "\0".join(leaf.text for leaf in leaves(node, Tag.ACCESSED))
