"""An item that is put together from the fields of a record, in the formats that are not BibTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.formats._taken_keys import TakenKeys
from refkit.model.date import Date
from refkit.model.entry import Entry, Fault, Field, no_references
from refkit.model.item import Item
from refkit.model.library import LazyRecords, Library, ReadRecord
from refkit.model.name import Name
from refkit.model.note import take_marked_variables
from refkit.model.source import Source
from refkit.records import dataclass, field


@dataclass(slots=True)
class Draft:
    """An item in the making: the first value of a variable counts, further ones are kept under the field's name."""

    entry: Entry
    item: Item
    origins: dict[str, Field] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)

    def has(self, variable: str) -> bool:
        """Whether a variable has a value."""
        return variable in self.origins

    def put(self, variable: str, value: str, origin: Field) -> None:
        """Set a text variable, or keep a second value that differs."""
        if not value:
            return
        if self.item.text.setdefault(variable, value) is value:
            self.origins.setdefault(variable, origin)
        elif self.item.text[variable] != value:
            self.keep(origin.name, value)

    def append(self, variable: str, value: str, origin: Field, separator: str) -> None:
        """Add a value to a text variable that contains several."""
        if not value:
            return
        before = self.item.text.get(variable)
        self.item.text[variable] = f"{before}{separator}{value}" if before else value
        self.origins.setdefault(variable, origin)

    def add_name(self, variable: str, name: Name, origin: Field) -> None:
        """Add a name to a variable."""
        self.item.names[variable] = (*self.item.names.get(variable, ()), name)
        self.origins.setdefault(variable, origin)

    def put_date(self, variable: str, date: Date, origin: Field) -> None:
        """Set a date variable; an impossible date is a fault."""
        if not date:
            return
        self.item.dates[variable] = date
        self.origins[variable] = origin
        if date.problem:
            self.report(f"`{origin.name}`: {date.problem}", origin, "date")

    def keep(self, name: str, value: str) -> None:
        """Keep a value without a variable under a name, with a number if there are several."""
        if not value:
            return
        number = self.kept.get(name, 0) + 1
        self.kept[name] = number
        self.item.custom[name if number == 1 else f"{name}-{number}"] = value

    def move(self, old: str, new: str) -> None:
        """Give the value of a variable to another one of the same kind."""
        for values in (self.item.text, self.item.names, self.item.dates):
            if old in values:
                values[new] = values.pop(old)  # type: ignore[assignment]  # both have one kind
        if old in self.origins:
            self.origins[new] = self.origins.pop(old)

    def report(self, message: str, origin: Field, kind: str = "value") -> None:
        """Add a fault at the value of a field."""
        self.faults.append(Fault(message, origin.value_span, self.entry.source, kind))


def kind_of(variable: str) -> str:
    """Return the kind of a variable: names, date or text."""
    if variable in NAME_VARIABLES:
        return "names"
    return "date" if variable in DATE_VARIABLES else "text"


class Builder(Protocol):
    """Builds the item of an entry; the id is empty if the record has none."""

    def __call__(self, entry: Entry) -> Draft: ...


class RebuiltOrigins(Mapping[str, Field]):
    """The fields that variables were read from; they are found again when they are needed."""

    __slots__ = ("_build", "_entry", "_found")

    def __init__(self, entry: Entry, build: Builder) -> None:
        self._entry = entry
        self._build = build
        self._found: Mapping[str, Field] | None = None

    def _origins(self) -> Mapping[str, Field]:
        if self._found is None:
            self._found = self._build(self._entry).origins
        return self._found

    def __getitem__(self, variable: str) -> Field:
        return self._origins()[variable]

    def __iter__(self) -> Iterator[str]:
        return iter(self._origins())

    def __len__(self) -> int:
        return len(self._origins())


def read_records(
    source: Source, find: Callable[[Source], Iterator[Entry | Fault]], build: Builder
) -> Library:
    """Return the library of a source whose records are found one by one; what is read stays lazy."""
    items = LazyRecords(lambda: _read(source, find, build))
    return Library(items, items.entries, items.faults, [source])


def _read(
    source: Source, find: Callable[[Source], Iterator[Entry | Fault]], build: Builder
) -> Iterator[ReadRecord]:
    keys, is_empty = TakenKeys(), True
    if source.encoding_problem:
        from refkit.formats._encoding import encoding_fault

        yield ReadRecord(None, [encoding_fault(source)])
    for record in find(source):
        is_empty = False
        if isinstance(record, Fault):
            yield ReadRecord(None, [record])
            continue
        draft = build(record)
        item = draft.item
        take_marked_variables(item)
        item.id = record.key = item.id or keys.made_for(item)
        keys.take(item.id)
        item.entry, item.origins = record, RebuiltOrigins(record, build)
        record.forget_fields()
        yield ReadRecord(item, draft.faults)
    if is_empty:
        yield ReadRecord(None, [no_references(source)])
