"""An item under construction from the segments of a reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from refkit.formats.text.labelled import Segment
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.names import OTHERS
from refkit.records import dataclass, field

# Variables that a reference may give more than once.
_JOINED = {"publisher-place": "; ", "title": ". ", "status": ", ", "medium": ", "}


@dataclass(slots=True)
class Draft:
    """The data read from a reference so far.

    `parts` contains the segments of the whole reference, and `labels` their labels. `segments` maps each variable
    to its segments; `unread` contains the unparsed text, and `passed` the parsed words, whether or not they are in
    a variable. `cues` are indications of the type of work ("in" for "In: ...", a CSL type that the reference names).
    """

    text: str
    item: Item
    segments: dict[str, list[Segment]] = field(default_factory=dict)
    unread: list[Segment] = field(default_factory=list)
    cues: set[str] = field(default_factory=set)
    passed: list[Segment] = field(default_factory=list)
    parts: list[Segment] = field(default_factory=list)
    labels: frozenset[str] = frozenset()

    def written(self, segment: Segment) -> str:
        """Return the words of a segment."""
        return self.text[segment.start : segment.end]

    def has(self, variable: str) -> bool:
        """Whether a variable is known."""
        item = self.item
        return variable in item.text or variable in item.names or variable in item.dates

    def put(self, variable: str, value: str, segment: Segment) -> None:
        """Set a text variable; a value that contradicts the known one is kept as unparsed text."""
        known, value = self.item.text.get(variable, ""), value.strip()
        if not value:
            return
        if known and variable in _JOINED and value.lower() not in known.lower():
            value = known.rstrip(".") + _JOINED[variable] + value
        elif known:
            if value.lower() not in known.lower():
                self.unread.append(segment)
            return
        self.item.text[variable] = value
        self.note_place(variable, segment)

    def add_names(self, variable: str, names: Iterable[Name], segment: Segment) -> None:
        """Add names to a variable; "and others" stays last."""
        known = [name for name in self.item.names.get(variable, ()) if name != OTHERS]
        more = OTHERS in self.item.names.get(variable, ())
        known += [name for name in names if name not in known]
        if known:
            self.item.names[variable] = (
                (*known, OTHERS) if more and known[-1] != OTHERS else tuple(known)
            )
            self.note_place(variable, segment)

    def put_date(self, variable: str, date: Date, segment: Segment) -> None:
        """Set a date variable."""
        self.item.dates[variable] = date
        self.note_place(variable, segment)

    def move(self, variable: str, to: str) -> None:
        """Rename a variable."""
        item = self.item
        if variable in item.names:
            item.names[to] = (*item.names.get(to, ()), *item.names.pop(variable))
        elif variable in item.text:
            if to in item.text:
                return
            item.text[to] = item.text.pop(variable)
        else:
            return
        self.segments.setdefault(to, []).extend(self.segments.pop(variable, []))

    def drop(self, variable: str) -> None:
        """Delete a text variable; its words become unparsed text."""
        if self.item.text.pop(variable, None) is not None:
            self.unread.extend(self.segments.pop(variable, []))

    def note_place(self, variable: str, segment: Segment) -> None:
        """Record the segment that a variable was read from."""
        places = self.segments.setdefault(variable, [])
        if segment not in places:
            places.append(segment)


# Stores what a pattern matched in a segment, and returns whether it did.
Take = Callable[[Draft, re.Match[str], Segment], bool]
