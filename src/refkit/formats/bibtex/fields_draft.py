"""An item while it is built from an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from refkit.model.date import Date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.tex.decode import decode, find_special


class Step(NamedTuple):
    """What to do with a field: how to read it, the variable, and how early it counts for that."""

    read: Callable[[Draft, Field, str], None]
    variable: str
    rank: int


class Plan(NamedTuple):
    """What to do with each field of one entry type."""

    item_type: str
    steps: dict[str, Step]


class Draft:
    """An item while it is built."""

    __slots__ = (
        "custom",
        "entry",
        "faults",
        "item",
        "late",
        "origins",
        "plan",
        "text",
        "untold_genre",
    )

    def __init__(self, entry: Entry, plan: Plan) -> None:
        self.entry = entry
        self.plan = plan
        self.item = Item(entry.key, plan.item_type, entry=entry)
        self.text = self.item.text
        self.custom = self.item.custom
        self.origins: dict[str, Field] = {}
        self.item.origins = self.origins
        self.faults: list[Fault] = []
        self.late: dict[str, Field] = {}
        self.untold_genre = False

    def put(self, variable: str, value: str, field: Field) -> None:
        """Set a text variable, unless a field that counts more has set it."""
        if not value:
            return
        if variable in self.text:
            other = self.origins[variable]
            if self.rank(other) <= self.rank(field):
                self.custom[field.name] = value
                return
            self.custom[other.name] = self.text[variable]
        self.text[variable] = value
        self.origins[variable] = field

    def rank(self, field: Field) -> int:
        step = self.plan.steps.get(field.name)
        return step.rank if step else 9

    def decoded(self, field: Field, protect: bool = False) -> str:
        """The field's value in Unicode; commands that nobody knows are faults."""
        value = field.value
        if find_special(value) is None:
            return value
        value, unknown = decode(value, protect)
        for command in unknown:
            self.fault(f"unknown TeX command `{command}` in `{field.name}`", field, "tex")
        return value.strip()

    def date_text(self, field: Field) -> str:
        """A date as it is written: its tilde is EDTF's and no tie."""
        return self.decoded(field) if "\\" in field.value else field.value

    def put_date(self, variable: str, date: Date, field: Field) -> None:
        """Set a date variable; what is wrong with the date is a fault, words are decoded."""
        if date.problem:
            self.fault(date.problem, field, "date")
        if date.literal and find_special(date.literal) is not None:
            date = replace(date, literal=self.decoded(field))
        self.item.dates[variable] = date
        self.origins[variable] = field

    def fault(self, message: str, field: Field, kind: str) -> None:
        self.faults.append(Fault(message, field.value_span, self.entry.source, kind))

    def take(self, name: str, protect: bool = False) -> str:
        """A late field's text, which is thereby dealt with."""
        field = self.late.pop(name, None)
        return "" if field is None else self.decoded(field, protect)
