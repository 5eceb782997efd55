"""Select the rules for an entry, once for each combination of type and fields."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from refkit.data.csl import VARIABLES
from refkit.lint.cues import NAME_CUES
from refkit.lint.rule import Rule
from refkit.lint.settings import Settings, selected_rules
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.records import dataclass, field


@dataclass(slots=True, eq=False)
class Audience:
    """The rules that declare the same conditions, so that they visit the same fields, entries or items.

    `requirements` are sets of names; the entry or item has at least one name of each. `bit` is its place in the
    integers that stand for sets of audiences. `fields` are the names of the fields that it visits, or none for all.
    """

    first: Rule
    rules: list[Rule]
    requirements: tuple[frozenset[str], ...]
    bit: int
    fields: tuple[str, ...]


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

    def hearing(self, names: Iterable[str]) -> int:
        """Return the bits of the audiences that visit an entry with these fields, or an item with these variables."""
        met = 0
        for name in names:
            met |= self._bits.get(name, 0)
        return sum(
            audience.bit for required, audience in self._required if required & met == required
        )


SHAPES = 4096  # cached combinations of type and fields, and of type and variables


@dataclass(slots=True)
class Plan:
    """The rules of a run, and the objects that each of them checks."""

    rules: tuple[Rule, ...]
    _of_entries: dict[tuple[str, ...], int] = field(default_factory=dict)
    _of_kind: dict[tuple[str, str, bool], Audiences] = field(default_factory=dict)
    _of_items: dict[tuple[str, ...], int] = field(default_factory=dict)
    _on_items: tuple[Audience, ...] | None = None
    _on_entries: tuple[Audience, ...] | None = None
    _searched: frozenset[str] | None = None

    def hearing_entry(self, entry: Entry) -> int:
        """Return the bits of the audiences that visit an entry or fields of it."""
        shape = (entry.source.format, entry.type, *[f.name for f in entry.fields])
        known = self._of_entries.get(shape)
        if known is None:
            if len(self._of_entries) >= SHAPES:
                self._of_entries.clear()
            known = self._of(shape[0], entry.type, False).hearing(shape[2:])
            self._of_entries[shape] = known
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

    @property
    def searched(self) -> frozenset[str]:
        """The variables of the rules with cues."""
        if self._searched is None:
            searched = [
                a.first.cued | a.first.fields for a in self.on_items if a.first.cues - NAME_CUES
            ]
            self._searched = frozenset().union(*searched)
        return self._searched

    def hearing_item(self, item: Item, form: str) -> int:
        """Return the bits of the audiences that visit an item of a source in a format."""
        shape = (form, item.type, *item.text, "", *item.names, *item.dates, "", *item.custom)
        known = self._of_items.get(shape)
        if known is None:
            if len(self._of_items) >= SHAPES:
                self._of_items.clear()
            # A value of the wrong JSON type is in `custom` under the name of its variable.
            others = item.custom.keys() - VARIABLES
            names = (*item.text, *item.names, *item.dates, *others)
            known = self._of_items[shape] = self._of(form, item.type, True).hearing(names)
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
        conditions = (
            rule.visits,
            names,
            rule.types,
            rule.formats,
            rule.prose,
            rule.cues,
            rule.cued,
        )
        if conditions not in groups:
            fields = tuple(sorted(rule.fields))
            groups[conditions] = Audience(rule, [], names, 1 << len(groups), fields)
        groups[conditions].rules.append(rule)
    return tuple(groups.values())


def _is_for(rule: Rule, form: str, kind: str) -> bool:
    """Whether a rule visits a format and a type."""
    return (
        (not rule.formats or form in rule.formats)
        and (rule.prose or form != "text")
        and (not rule.types or kind in rule.types)
    )
