"""Builder for the item of an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import NamedTuple

from refkit.model.date import Date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.names import parse_names
from refkit.records import replace
from refkit.tex.decode import END_SPAN, decode, find_special


class FieldStep(NamedTuple):
    """A step for a field: the function that reads it, the variable, and the field's rank for it."""

    read: Callable[[EntryItemBuilder, Field, str], None]
    variable: str
    rank: int


class ReadingPlan(NamedTuple):
    """The item type of an entry type, and the step for each field."""

    item_type: str
    steps: dict[str, FieldStep]


class NamesOnDemand(MutableMapping[str, tuple[Name, ...]]):
    """Name variables whose lists are parsed when they are first used.

    Rules need the names of few items, and parsing them is a third of the time of building an item. A list is a field's
    value until then.
    """

    __slots__ = ("_lists",)

    def __init__(self) -> None:
        self._lists: dict[str, str | tuple[Name, ...]] = {}

    def add_value(self, variable: str, value: str) -> None:
        """Set a variable to the names in a field's value, which contains at least one."""
        self._lists[variable] = value

    def __getitem__(self, variable: str) -> tuple[Name, ...]:
        names = self._lists[variable]
        if isinstance(names, str):
            names = self._lists[variable] = tuple(parse_names(names))
        return names

    def __setitem__(self, variable: str, names: tuple[Name, ...]) -> None:
        self._lists[variable] = names

    def __delitem__(self, variable: str) -> None:
        del self._lists[variable]

    def __contains__(self, variable: object) -> bool:
        return variable in self._lists

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def __repr__(self) -> str:
        return repr(dict(self))


class EntryItemBuilder:
    """State of an item that is built from an entry.

    `names_on_demand` are the item's names if they need not be parsed yet, and otherwise None.
    """

    __slots__ = (
        "custom",
        "entry",
        "faults",
        "is_genre_unstated",
        "item",
        "names_on_demand",
        "origins",
        "pending",
        "plan",
        "text",
    )

    def __init__(
        self, entry: Entry, plan: ReadingPlan, names_on_demand: NamesOnDemand | None = None
    ) -> None:
        self.entry = entry
        self.plan = plan
        self.item = Item(entry.key, plan.item_type, entry=entry)
        self.names_on_demand = names_on_demand
        if names_on_demand is not None:
            self.item.names = names_on_demand
        self.text = self.item.text
        self.custom = self.item.custom
        self.origins: dict[str, Field] = {}
        self.item.origins = self.origins
        self.faults: list[Fault] = []
        self.pending: dict[str, Field] = {}
        self.is_genre_unstated = False

    def set_text(self, variable: str, value: str, field: Field) -> None:
        """Set a text variable, unless it was set by a field with precedence."""
        if not value:
            return
        if variable in self.text:
            other_field = self.origins[variable]
            if self.rank(other_field) <= self.rank(field):
                self.custom[field.name] = value
                return
            self.custom[other_field.name] = self.text[variable]
        self.text[variable] = value
        self.origins[variable] = field

    def rank(self, field: Field) -> int:
        """Return the rank of a field for its variable; the lowest takes precedence."""
        step = self.plan.steps.get(field.name)
        return step.rank if step else 9

    def decode(self, field: Field, protect: bool = False) -> str:
        """Return the field's value in Unicode, and add a fault for each unknown command."""
        value = field.value
        if find_special(value) is None:
            return value
        value, unknown = decode(value, protect)
        for command in unknown:
            self.add_fault(f"unknown TeX command `{command}` in `{field.name}`", field, "tex")
        if protect and END_SPAN in value:
            from refkit.tex.protection import protect_words

            value = protect_words(value)
        return value.strip()

    def date_text(self, field: Field) -> str:
        """Return the text of a date, in which a tilde is EDTF's and not a tie."""
        return self.decode(field) if "\\" in field.value else field.value

    def set_date(
        self, variable: str, date: Date, field: Field, culprit: Field | None = None
    ) -> None:
        """Set a date variable; add a fault for an impossible date, at its `culprit` if known, and decode words."""
        if date.problem:
            self.add_fault(date.problem, culprit or field, "date")
        if date.literal and find_special(date.literal) is not None:
            date = replace(date, literal=self.decode(field))
        self.item.dates[variable] = date
        self.origins[variable] = field

    def add_fault(self, message: str, field: Field, kind: str) -> None:
        """Add a fault at the value of a field."""
        self.faults.append(Fault(message, field.value_span, self.entry.source, kind))

    def take_pending(self, name: str, protect: bool = False) -> str:
        """Remove a pending field and return its text, or "" if it is absent."""
        field = self.pending.pop(name, None)
        return "" if field is None else self.decode(field, protect)
