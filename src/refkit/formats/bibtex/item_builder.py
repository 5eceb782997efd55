"""Builder for the item of an entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from refkit.model.date import Date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.records import replace
from refkit.tex.decode import decode, find_special


class FieldStep(NamedTuple):
    """A step for a field: the function that reads it, the variable, and the field's rank for it."""

    read: Callable[[EntryItemBuilder, Field, str], None]
    variable: str
    rank: int


class ReadingPlan(NamedTuple):
    """The item type of an entry type, and the step for each field."""

    item_type: str
    steps: dict[str, FieldStep]


class EntryItemBuilder:
    """State of an item that is built from an entry."""

    __slots__ = (
        "custom",
        "entry",
        "faults",
        "is_genre_unstated",
        "item",
        "origins",
        "pending",
        "plan",
        "text",
    )

    def __init__(self, entry: Entry, plan: ReadingPlan) -> None:
        self.entry = entry
        self.plan = plan
        self.item = Item(entry.key, plan.item_type, entry=entry)
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
        return value.strip()

    def date_text(self, field: Field) -> str:
        """Return the text of a date, in which a tilde is EDTF's and not a tie."""
        return self.decode(field) if "\\" in field.value else field.value

    def set_date(self, variable: str, date: Date, field: Field) -> None:
        """Set a date variable; add a fault for an impossible date, and decode words."""
        if date.problem:
            self.add_fault(date.problem, field, "date")
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
