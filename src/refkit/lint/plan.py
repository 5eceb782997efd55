"""Select the rules for an entry, once for each combination of type and fields."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from refkit.data.csl import VARIABLES
from refkit.lint.rule import Rule
from refkit.lint.settings import Settings, selected_rules
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.records import dataclass, field


@dataclass(slots=True, eq=False)
class Audience:
    """The rules that declare the same conditions, so that they visit the same fields, entries or items.

    `requirements` are sets of names; the entry or item has at least one name of each.
    """

    first: Rule
    rules: list[Rule]
    requirements: tuple[frozenset[str], ...]


class Audiences:
    """The audiences for a format and a type, with their requirements as the bits of integers.

    One operation then shows whether an entry meets all requirements of an audience.
    """

    __slots__ = ("_bits", "_required")

    def __init__(self, audiences: Iterable[Audience]) -> None:
        self._bits: dict[str, int] = {}
        self._required: list[tuple[int, Audience]] = []
        bit = 1
        for audience in audiences:
            required = 0
            for names in audience.requirements:
                for name in names:
                    self._bits[name] = self._bits.get(name, 0) | bit
                required |= bit
                bit <<= 1
            self._required.append((required, audience))

    def hearing(self, names: Iterable[str]) -> tuple[Audience, ...]:
        """Return the audiences that visit an entry with these fields, or an item with these variables."""
        met = 0
        for name in names:
            met |= self._bits.get(name, 0)
        return tuple(
            audience for required, audience in self._required if required & met == required
        )


@dataclass(slots=True, frozen=True)
class Calls:
    """The rules for entries of one type with the same fields, in the same order.

    `fields` pairs the index of a field in the entry with the rules for it.
    """

    fields: tuple[tuple[int, Audience], ...]
    entry: tuple[Audience, ...]


SHAPES = 4096  # cached combinations of type and fields, and of type and variables


@dataclass(slots=True)
class Plan:
    """The rules of a run, and the objects that each of them checks."""

    rules: tuple[Rule, ...]
    _calls: dict[tuple[str, ...], Calls] = field(default_factory=dict)
    _of_kind: dict[tuple[str, str, bool], Audiences] = field(default_factory=dict)
    _item_rules: dict[tuple[str, ...], tuple[Audience, ...]] = field(default_factory=dict)
    _on_items: tuple[Audience, ...] | None = None
    _on_entries: tuple[Audience, ...] | None = None

    def calls(self, entry: Entry) -> Calls:
        """Return the rules to call for an entry."""
        names = [f.name for f in entry.fields]
        shape = (entry.source.format, entry.type, *names)
        known = self._calls.get(shape)
        if known is None:
            if len(self._calls) >= SHAPES:
                self._calls.clear()
            known = self._calls[shape] = _calls(self._of(shape[0], entry.type, False), names)
        return known

    @property
    def has_cues(self) -> bool:
        """Whether a rule visits only entries that contain a word."""
        return any(rule.cues for rule in self.rules)

    @property
    def on_entries(self) -> tuple[Audience, ...]:
        """The rules for entries and fields."""
        if self._on_entries is None:
            self._on_entries = _audiences(
                rule for rule in self.rules if rule.visits in (Field, Entry)
            )
        return self._on_entries

    @property
    def on_items(self) -> tuple[Audience, ...]:
        """The rules for items."""
        if self._on_items is None:
            self._on_items = _audiences(rule for rule in self.rules if rule.visits is Item)
        return self._on_items

    def item_rules(self, item: Item, form: str) -> tuple[Audience, ...]:
        """Return the rules to call for an item of a source in a format."""
        shape = (form, item.type, *item.text, "", *item.names, *item.dates, "", *item.custom)
        known = self._item_rules.get(shape)
        if known is None:
            if len(self._item_rules) >= SHAPES:
                self._item_rules.clear()
            # A value of the wrong JSON type is in `custom` under the name of its variable.
            others = item.custom.keys() - VARIABLES
            names = (*item.text, *item.names, *item.dates, *others)
            known = self._item_rules[shape] = self._of(form, item.type, True).hearing(names)
        return known

    def _of(self, form: str, kind: str, on_items: bool) -> Audiences:
        """Return the rules on items, or those on entries and fields, for a format and a type."""
        known = self._of_kind.get((form, kind, on_items))
        if known is None:
            if len(self._of_kind) >= SHAPES:
                self._of_kind.clear()
            audiences = self.on_items if on_items else self.on_entries
            known = Audiences(a for a in audiences if _is_for(a.first, form, kind))
            self._of_kind[form, kind, on_items] = known
        return known

    def on_library(self, across: bool) -> list[Rule]:
        """Return the rules for libraries: those that compare files, or the others."""
        return [r for r in self.rules if r.visits is Library and r.across == across]

    def on_fault(self, kind: str) -> list[Rule]:
        """Return the rules for reading problems of this kind."""
        return [r for r in self.rules if r.visits is Fault and (not r.kinds or kind in r.kinds)]


def plan_for(settings: Settings) -> Plan:
    """Return the plan of the selected rules. Raises UnknownChoice for an unknown selector."""
    names = (tuple(settings.select), tuple(settings.extend_select), tuple(settings.ignore))
    return _plan(Settings(*names, preview=settings.preview))


@lru_cache(4)
def _plan(selection: Settings) -> Plan:
    return Plan(selected_rules(selection))


def _audiences(rules: Iterable[Rule]) -> tuple[Audience, ...]:
    """Group rules by the conditions that they declare."""
    groups: dict[object, Audience] = {}
    for rule in rules:
        names = (rule.fields, *rule.needs) if rule.fields else rule.needs
        conditions = (rule.visits, names, rule.types, rule.formats, rule.prose, rule.cues)
        group = groups.setdefault(conditions, Audience(rule, [], names))
        group.rules.append(rule)
    return tuple(groups.values())


def _calls(audiences: Audiences, names: list[str]) -> Calls:
    heard = audiences.hearing(names)
    places = tuple(enumerate(names))
    return Calls(
        tuple(
            (place, audience)
            for audience in heard
            if audience.first.visits is Field
            for place, name in places
            if not audience.first.fields or name in audience.first.fields
        ),
        tuple(audience for audience in heard if audience.first.visits is Entry),
    )


def _is_for(rule: Rule, form: str, kind: str) -> bool:
    """Whether a rule visits a format and a type."""
    return (
        (not rule.formats or form in rule.formats)
        and (rule.prose or form != "text")
        and (not rule.types or kind in rule.types)
    )
