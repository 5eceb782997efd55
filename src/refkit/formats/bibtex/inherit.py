"""Fields that an entry has from others: crossref, xdata and sets, each with where it came from.

BibTeX: bibtex.web, "Add cross-reference information": one level, each field under its own name.
BibLaTeX: manual 2.4.1 and appendix B: parents inherit first, titles change their names, xdata
entries lend all they have (3.13.6), a set reads as its first member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from refkit.data.biblatex import INHERITANCE, NOT_INHERITED, TYPE_ALIASES
from refkit.formats.bibtex.cycles import links_in_cycles
from refkit.model.entry import Entry, Fault, Field, ScannedField
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.formats.bibtex.database import Database

INHERITING = lazy_pattern(r"crossref|xdata|entryset", re.IGNORECASE)
GRANULAR = lazy_pattern(r"xdata *= *(.+)-([A-Za-z]+)")
TITLES = frozenset({"title", "subtitle", "titleaddon"})
HEIRS = (
    2000  # so many entries that inherit have their fields kept, for the next rule that looks at one
)


class InheritedField(ScannedField):
    """A field that an entry has from another: `parent` is that entry, `parent_field` its name there."""

    __slots__ = ("parent", "parent_field")

    def __init__(self, name: str, field: Field, parent: Entry) -> None:
        super().__init__(name, field.value, field._offsets, field._index)
        self.parent: Entry = field.parent if isinstance(field, InheritedField) else parent
        self.parent_field: str = (
            field.parent_field if isinstance(field, InheritedField) else field.name
        )


Fields = dict[str, Field]


@dataclass(slots=True, frozen=True)
class Link:
    """One key that a field of an entry names; `parent` is the number of that entry, -1 if it has none."""

    kind: str
    field: Field
    key: str
    parent: int


class Inheritance:
    """Finds out what each entry of a database has from others."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.biblatex = database.dialect == "biblatex"
        self.used = INHERITING.search(database.source.text) is not None
        self._resolved: dict[int, Fields] = {}
        self._heirs: dict[int, Fields] = {}

    def fields(self, number: int) -> Fields:
        """Return the fields of an entry by name, its own and inherited ones."""
        if not self.used:
            return self._own(number)
        if not self.biblatex:
            return self._crossref_once(number) if number in self.links else self._own(number)
        if number not in self.links:
            return {name: self._granular(field) for name, field in self._own(number).items()}
        return self._inherited(number)

    def _inherited(self, number: int) -> Fields:
        """Return the fields of an entry that inherits; those of an heir that lends nothing are soon dropped."""
        known = self._resolved.get(number) or self._heirs.get(number)
        if known is not None:
            return known
        for ancestor in self._ancestors_first(number):
            self._resolved[ancestor] = self._inherit(ancestor)
        if number in self.lenders:
            return self._resolved[number]
        if len(self._heirs) >= HEIRS:
            self._heirs.clear()
        self._heirs[number] = self._resolved.pop(number)
        return self._heirs[number]

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """The links that lend fields, by the number of the entry that has them."""
        kinds = ("xdata", "crossref", "entryset") if self.biblatex else ("crossref",)
        found: dict[int, list[Link]] = {}
        for number in range(len(self.database.scan)):
            links = list(self._links(number, kinds))
            if links:
                found[number] = links
        return found

    @cached_property
    def lenders(self) -> frozenset[int]:
        """The numbers of the entries that others inherit from."""
        return frozenset(link.parent for links in self.links.values() for link in links)

    @cached_property
    def cut(self) -> frozenset[tuple[int, int]]:
        """The links that stand in a cycle; nothing is inherited along them."""
        return links_in_cycles({n: [k.parent for k in links] for n, links in self.links.items()})

    def _links(self, number: int, kinds: tuple[str, ...]) -> Iterator[Link]:
        named = self.database.named_fields(number, frozenset(kinds))
        first = {field.name: field for field in reversed(named)}
        for kind in kinds:
            field = first.get(kind)
            if field is None or (kind == "entryset" and self.database.type_of(number) != "set"):
                continue
            keys = [field.value] if kind == "crossref" else field.value.split(",")
            # a set reads as its first member
            for key in keys[:1] if kind == "entryset" else keys:
                same = self.database.same_key(key.strip())
                yield Link(kind, field, key.strip(), self.database.index.get(same, -1))

    def _own(self, number: int) -> Fields:
        """BibTeX keeps the first of a repeated field, biber the last."""
        fields = self.database.entry(number).read_fields()
        return {field.name: field for field in (fields if self.biblatex else reversed(fields))}

    def _crossref_once(self, number: int) -> Fields:
        fields = self._own(number)
        for link in self.links[number]:
            if link.parent < 0:
                continue
            parent = self.database.entry(link.parent)
            # bibtex spells the key as the parent does
            fields["crossref"] = ScannedField(
                "crossref", parent.key, link.field._offsets, link.field._index
            )
            for name, field in self._own(link.parent).items():
                if name not in fields:
                    fields[name] = InheritedField(name, field, parent)
        return fields

    def _ancestors_first(self, number: int) -> Iterator[int]:
        """Return the entry and those it inherits from that are not resolved yet, parents first."""
        stack = [(number, False)]
        while stack:
            entry, parents_done = stack.pop()
            if entry in self._resolved:
                continue
            if parents_done:
                yield entry
                continue
            stack.append((entry, True))
            stack.extend((parent, False) for parent in self._parents(entry))

    def _parents(self, number: int) -> list[int]:
        parents = (link.parent for link in self.links.get(number, ()))
        return [p for p in parents if p >= 0 and (number, p) not in self.cut]

    def _inherit(self, number: int) -> Fields:
        fields = self._own(number)
        child = self.database.type_of(number)
        dated = not DATES.isdisjoint(fields)
        for link in self.links.get(number, ()):
            if link.parent < 0 or (number, link.parent) in self.cut:
                continue
            parent = self.database.entry(link.parent)
            for name, field in self._resolved[link.parent].items():
                # biber: a child with a date of its own takes no part of the parent's
                if dated and name in DATES:
                    continue
                for heir in inherited_names(link.kind, parent.type, child, name):
                    if heir not in fields:
                        fields[heir] = InheritedField(heir, field, parent)
        return {name: self._granular(field) for name, field in fields.items()}

    def _granular(self, field: Field) -> Field:
        """granular = "xdata=" key "-" field: one field of an xdata entry (BibLaTeX manual 3.13.6)"""
        reference = GRANULAR.fullmatch(field.value) if field.value.startswith("xdata") else None
        number = self.database.index.get(reference[1], -1) if reference else -1
        if reference is None or number < 0 or self.database.type_of(number) != "xdata":
            return field
        lent = self._own(number).get(reference[2].lower())
        return InheritedField(field.name, lent, self.database.entry(number)) if lent else field

    def faults(self) -> Iterator[Fault]:
        """Return what is wrong with the links: no such entry, a cycle, BibTeX's order broken."""
        for number, links in self.links.items() if self.used else ():
            for link in links:
                message = self._wrong(number, link)
                if message:
                    yield Fault(message, link.field.value_span, self.database.source, "crossref")

    def _wrong(self, number: int, link: Link) -> str:
        what = f"`{link.kind}` of entry `{self.database.key_of(number)}` names `{link.key}`"
        if link.parent < 0:
            return f"{what}, which is no entry of this file; check the key"
        if (number, link.parent) in self.cut:
            loss = (
                ", so nothing is inherited" if self.biblatex else ""
            )  # bibtex looks one level up and no further
            return f"{what}, which inherits from this entry in turn{loss}; cut the circle"
        if not self.biblatex and link.parent < number:
            return (
                f"{what}, which stands above it; BibTeX needs the entry that lends below, move it"
            )
        if not self.biblatex and link.parent in self.links:
            return f"{what}, which has a `crossref` itself; BibTeX inherits one level only, copy the fields"
        return ""


DATES = frozenset({"date", "year", "month", "day", "endyear"})


@lru_cache(256)
def inherited_names(kind: str, parent: str, child: str, name: str) -> tuple[str, ...]:
    """Return the names under which a child gets its parent's field."""
    if kind == "xdata":
        return () if name in ("ids", "xdata") else (name,)
    if name in NOT_INHERITED:
        return ()
    if kind == "entryset":
        return (name,)
    parent, child = TYPE_ALIASES.get(parent, parent), TYPE_ALIASES.get(child, child)
    rows = [
        heirs for parents, children, heirs in INHERITANCE if parent in parents and child in children
    ]
    named = next((heirs[name] for heirs in rows if name in heirs), None)
    if named is not None:
        return named
    return () if name in TITLES and rows else (name,)
