"""Fields that entries inherit from others by crossref, xdata and sets.

BibTeX (bibtex.web, "Add cross-reference information"): one level, every field under its own name. BibLaTeX (manual,
2.4.1 and appendix B): parents inherit first, titles are renamed, all fields of xdata entries are inherited (3.13.6),
and a set inherits from its first member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol

from refkit.data.biblatex import INHERITANCE, NOT_INHERITED, TYPE_ALIASES
from refkit.formats.bibtex.cycles import links_in_cycles
from refkit.formats.bibtex.elsewhere import SEVERAL
from refkit.integers import read_int
from refkit.model.entry import Entry, Fault, Field, ScannedField
from refkit.model.names import split_names
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

INHERITING_FIELDS = frozenset({"crossref", "xdata", "entryset"})
GRANULAR_REFERENCE = lazy_pattern(r"xdata\s*=\s*(\S+?)-([A-Za-z]+)(?:-([0-9]{1,4}))?")
TITLES = frozenset({"title", "subtitle", "titleaddon"})
# Number of inheriting entries whose fields are kept for the next rule.
MAX_KEPT_CHILDREN = 2000


class InheritedField(ScannedField):
    """A field inherited from the entry `parent`, where its name is `parent_field`.

    Its spans are those in the parent, or those of the link to a parent in another file.
    """

    __slots__ = ("parent", "parent_field")

    def __init__(self, name: str, field: Field, parent: Entry, place: Field) -> None:
        super().__init__(name, field.value, place._offsets, place._index)
        self.parent: Entry = field.parent if isinstance(field, InheritedField) else parent
        self.parent_field: str = (
            field.parent_field if isinstance(field, InheritedField) else field.name
        )


Fields = dict[str, Field]


def own_fields(fields: Sequence[Field], dialect: str) -> Fields:
    """Return the fields of an entry by name; of repeated fields, BibTeX uses the first, biber the last."""
    ordered = fields if dialect == "biblatex" else reversed(fields)
    return {field.name: field for field in ordered}


class Entries(Protocol):
    """The numbered entries that inherit from each other: those of one file, or of files that are read as one."""

    dialect: str

    def __len__(self) -> int:
        """Return the number of entries."""

    def linked_entries(self) -> Sequence[int]:
        """Return the numbers of the entries with a field for inheritance, in their order."""

    def type_of(self, number: int) -> str:
        """Return the type of an entry in lower case."""

    def key_of(self, number: int) -> str:
        """Return the key of an entry as written."""

    def named_fields(self, number: int, names: frozenset[str]) -> list[Field]:
        """Return the fields of an entry with these names."""

    def all_fields(self, number: int) -> list[Field]:
        """Return the fields of an entry as written."""

    def entry(self, number: int) -> Entry:
        """Return an entry."""

    def source_of(self, number: int) -> Source:
        """Return the source of an entry."""

    def number_of(self, key: str, child: int) -> int:
        """Return the number of the entry with a key that an entry names, or -1."""

    def is_known_elsewhere(self, key: str, child: int) -> bool:
        """Whether a file that is not read with that of the entry has an entry with this key."""

    def is_in_order(self, child: int, parent: int) -> bool:
        """Whether the parent is after the child, or the order of their files is not known."""


@dataclass(slots=True, frozen=True)
class Link:
    """A key in a field of an entry; `parent` is the number of the entry with this key, or -1."""

    kind: str
    field: Field
    key: str
    parent: int


class Inheritance:
    """The inherited fields of entries."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.biblatex = entries.dialect == "biblatex"
        self._known_links: dict[int, list[Link]] = {}
        self._referring: set[int] = (
            set()
        )  # read entries with values that are fields of xdata entries
        self._resolved: dict[int, Fields] = {}
        self._kept_children: dict[int, Fields] = {}

    def fields(self, number: int) -> Fields:
        """Return the own and inherited fields of an entry by name."""
        fields = self._own_fields(number)
        if not self.biblatex:
            return self._with_crossref(number, fields) if "crossref" in fields else fields
        if not INHERITING_FIELDS.isdisjoint(fields):
            return self._cached_fields(number)
        if any("xdata" in field.value for field in fields.values()):
            self._referring.add(number)
            return {name: self._resolve_granular(f, number) for name, f in fields.items()}
        return fields

    def _cached_fields(self, number: int) -> Fields:
        """Return the fields of an entry that inherits; the cache keeps those of parents indefinitely."""
        fields = self._resolved.get(number) or self._kept_children.get(number)
        if fields is not None:
            return fields
        for ancestor in self._ancestors_first(number):
            self._resolved[ancestor] = self._with_inherited(ancestor)
        if len(self._kept_children) >= MAX_KEPT_CHILDREN:
            self._kept_children.clear()
        self._kept_children[number] = self._resolved.pop(number)
        return self._kept_children[number]

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """The links for inheritance by the number of the inheriting entry."""
        all_links = ((number, self.links_of(number)) for number in self.entries.linked_entries())
        return {number: links for number, links in all_links if links}

    def links_of(self, number: int) -> list[Link]:
        """Return the links for inheritance of an entry, without reading other entries."""
        links = self._known_links.get(number)
        if links is None:
            links = self._known_links[number] = list(self._links(number))
        return links

    def read_children(self) -> set[int]:
        """Return at least those entries whose fields were read and that can inherit."""
        return {*self._known_links, *self._referring}

    @cached_property
    def cyclic_links(self) -> frozenset[tuple[int, int]]:
        """The links that are part of a cycle, which are ignored."""
        return links_in_cycles({n: [k.parent for k in links] for n, links in self.links.items()})

    def _is_cyclic(self, number: int, parent: int) -> bool:
        """Whether a link is part of a cycle; all links are read only if the parent inherits, too."""
        if number == parent or not self.links_of(parent):
            return number == parent
        return (number, parent) in self.cyclic_links

    def _links(self, number: int) -> Iterator[Link]:
        kinds = ("xdata", "crossref", "entryset") if self.biblatex else ("crossref",)
        link_fields = self.entries.named_fields(number, frozenset(kinds))
        first = {field.name: field for field in reversed(link_fields)}
        for kind in kinds:
            field = first.get(kind)
            if field is None or (kind == "entryset" and self.entries.type_of(number) != "set"):
                continue
            keys = [field.value] if kind == "crossref" else field.value.split(",")
            # a set inherits from its first member
            for key in keys[:1] if kind == "entryset" else keys:
                parent = self.entries.number_of(key.strip(), number)
                yield Link(kind, field, key.strip(), parent)

    def _own_fields(self, number: int) -> Fields:
        """Return the own fields of an entry by name."""
        return own_fields(self.entries.all_fields(number), self.entries.dialect)

    def _with_crossref(self, number: int, fields: Fields) -> Fields:
        """Return the own fields of an entry with those that it inherits."""
        for link in self.links_of(number):
            if link.parent < 0:
                continue
            parent = self.entries.entry(link.parent)
            # bibtex replaces the key by the parent's spelling
            fields["crossref"] = ScannedField(
                "crossref", parent.key, link.field._offsets, link.field._index
            )
            for name, field in self._own_fields(link.parent).items():
                if name not in fields:
                    fields[name] = InheritedField(
                        name, field, parent, self._place_of(field, link, number)
                    )
        return fields

    def _ancestors_first(self, number: int) -> Iterator[int]:
        """Yield the entry and its ancestors that are not resolved yet, parents first."""
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
        parents = (link.parent for link in self.links_of(number))
        return [p for p in parents if p >= 0 and not self._is_cyclic(number, p)]

    def _with_inherited(self, number: int) -> Fields:
        fields = self._own_fields(number)
        child = self.entries.type_of(number)
        has_date = not DATES.isdisjoint(fields)
        for link in self.links_of(number):
            if link.parent < 0 or self._is_cyclic(number, link.parent):
                continue
            parent = self.entries.entry(link.parent)
            for name, field in self._resolved[link.parent].items():
                # biber: a child with a date of its own does not inherit parts of a date
                if has_date and name in DATES:
                    continue
                for child_name in inherited_names(link.kind, parent.type, child, name):
                    if child_name not in fields:
                        place = self._place_of(field, link, number)
                        fields[child_name] = InheritedField(child_name, field, parent, place)
        return {name: self._resolve_granular(field, number) for name, field in fields.items()}

    def _resolve_granular(self, field: Field, child: int) -> Field:
        """Return a field whose value is a field of an xdata entry, or is a list with members of one."""
        if "xdata" not in field.value:
            return field
        found = self._granular(field.value, child)
        if found is None:
            return self._with_granular_members(field, child)
        number, source_field, member = found
        place = source_field if self._share_file(child, number) else field
        resolved = InheritedField(field.name, source_field, self.entries.entry(number), place)
        resolved.value = member
        return resolved

    def _granular(self, reference: str, child: int) -> tuple[int, Field, str] | None:
        """granular = "xdata" "=" key "-" field ["-" number]: a field of an xdata entry (BibLaTeX manual 3.13.6)

        Return the number of the entry, the field, and its value or the member of its list with the number.
        """
        match = GRANULAR_REFERENCE.fullmatch(reference)
        number = self.entries.number_of(match[1], child) if match else -1
        if match is None or number < 0 or self.entries.type_of(number) != "xdata":
            return None
        field = self._own_fields(number).get(match[2].lower())
        if field is None:
            return None
        if match[3] is None:
            return number, field, field.value
        members = split_names(field.value)
        index = read_int(match[3]) - 1
        return (number, field, members[index][0]) if 0 <= index < len(members) else None

    def _with_granular_members(self, field: Field, child: int) -> Field:
        """Return a field with the members of its list that are references as the names or texts they refer to."""
        members = [text for text, _ in split_names(field.value)]
        found = [
            self._granular(text, child) if text.startswith("xdata") else None for text in members
        ]
        if not any(found):
            return field
        texts = [one[2] if one else text for one, text in zip(found, members, strict=True)]
        return ScannedField(field.name, " and ".join(texts), field._offsets, field._index)

    def _place_of(self, field: Field, link: Link, child: int) -> Field:
        return field if self._share_file(child, link.parent) else link.field

    def _share_file(self, child: int, parent: int) -> bool:
        return self.entries.source_of(child) is self.entries.source_of(parent)

    def faults(self, numbers: range) -> Iterator[Fault]:
        """Yield the faults of the links of entries: a missing entry, a cycle, or the wrong order for BibTeX."""
        links = list(self._links_of(numbers))
        missing = [
            (number, link)
            for number, link in links
            if link.parent < 0 and not self.entries.is_known_elsewhere(link.key, number)
        ]
        if len({link.key for _, link in missing}) >= SEVERAL and not self._any_found(links):
            yield self._without_file(missing)
            return
        for number, link in links:
            message = self._link_problem(number, link)
            if message:
                yield self._fault(message, number, link)

    def _fault(self, message: str, number: int, link: Link) -> Fault:
        return Fault(message, link.field.value_span, self.entries.source_of(number), "crossref")

    def _any_found(self, links: list[tuple[int, Link]]) -> bool:
        return any(link.parent >= 0 for _, link in links)

    def _without_file(self, missing: list[tuple[int, Link]]) -> Fault:
        """Return one fault for all parents of a file, which probably are in another file."""
        number, link = missing[0]
        message = (
            f"`{link.kind}` of {len(missing)} entries names parents such as `{link.key}`, which are not entries of "
            f"{self._where()}; name the file that contains them after this one"
        )
        return self._fault(message, number, link)

    def missing_parents(self, numbers: range) -> Iterator[str]:
        """Yield the keys in the links of entries that no entry has."""
        yield from (link.key for _, link in self._links_of(numbers) if link.parent < 0)

    def lacks_parent(self, number: int) -> bool:
        """Whether an entry inherits from an entry that does not exist."""
        return any(link.parent < 0 for link in self.links.get(number, ()))

    def _links_of(self, numbers: range) -> Iterator[tuple[int, Link]]:
        for number, links in self.links.items():
            if number in numbers:
                yield from ((number, link) for link in links)

    def _link_problem(self, number: int, link: Link) -> str:
        subject = f"`{link.kind}` of entry `{self.entries.key_of(number)}` names `{link.key}`"
        if link.parent < 0:
            if self.entries.is_known_elsewhere(link.key, number):
                return ""
            return f"{subject}, which is not an entry of {self._where()}; check the key"
        if (number, link.parent) in self.cyclic_links:
            if number == link.parent:
                return f"{subject}, which is the entry itself; correct the key or remove the link"
            loss = (
                ", so nothing is inherited" if self.biblatex else ""
            )  # bibtex inherits only one level
            return (
                f"{subject}, which inherits from this entry in turn{loss}; remove one of the links"
            )
        if not self.biblatex and not self.entries.is_in_order(number, link.parent):
            return f"{subject}, which is {self._above(number, link.parent)}"
        if not self.biblatex and link.parent in self.links:
            return f"{subject}, which has a `crossref` itself; BibTeX inherits only one level, so copy the fields"
        return ""

    def _where(self) -> str:
        shares_file = self._share_file(0, len(self.entries) - 1)
        return "this file" if shares_file else "this bibliography"

    def _above(self, number: int, parent: int) -> str:
        source = self.entries.source_of(parent)
        if self._share_file(number, parent):
            return "above it; in BibTeX the parent must be below, so move it"
        return (
            f"in `{source.name}`, which is read before this file; "
            "in BibTeX the parent must come later, so change the order of the files"
        )


DATES = frozenset({"date", "year", "month", "day", "endyear"})


@lru_cache(256)
def inherited_names(kind: str, parent: str, child: str, name: str) -> tuple[str, ...]:
    """Return the names under which a child inherits its parent's field."""
    if kind == "xdata":
        return () if name in ("ids", "xdata") else (name,)
    if name in NOT_INHERITED:
        return ()
    if kind == "entryset":
        return (name,)
    parent, child = TYPE_ALIASES.get(parent, parent), TYPE_ALIASES.get(child, child)
    rows = [
        mapping
        for parents, children, mapping in INHERITANCE
        if parent in parents and child in children
    ]
    child_names = next((mapping[name] for mapping in rows if name in mapping), None)
    if child_names is not None:
        return child_names
    return () if name in TITLES and rows else (name,)
