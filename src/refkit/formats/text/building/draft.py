"""An item while it is built from the segments of a reference."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.formats.text.labelled import Segment
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.names import OTHERS
from refkit.records import dataclass, field

# Variables of which a reference may tell several.
_JOINED = {"publisher-place": "; ", "title": ". ", "status": ", ", "medium": ", "}


@dataclass(slots=True)
class Draft:
    """What is known of a reference so far.

    `parts` is the whole reference, cut; `labels` are theirs. `segments` tells of each variable where it
    stands, `unread` what was not understood; `passed` are words that were, whether they are in a variable or
    not. `cues` are things that the reference says of its kind ("in" for "In: ...", a CSL type that it names).
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
        """The words of a segment."""
        return self.text[segment.start : segment.end]

    def has(self, variable: str) -> bool:
        """Tell whether a variable is known."""
        item = self.item
        return variable in item.text or variable in item.names or variable in item.dates

    def put(self, variable: str, value: str, segment: Segment) -> None:
        """Set a text variable; what contradicts it is not understood."""
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
        """Add names to a variable; "and others" stays the last."""
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
        """Call a variable by another name."""
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
        """Forget a text variable; its words are not understood any more."""
        if self.item.text.pop(variable, None) is not None:
            self.unread.extend(self.segments.pop(variable, []))

    def note_place(self, variable: str, segment: Segment) -> None:
        """Remember where a variable was read."""
        places = self.segments.setdefault(variable, [])
        if segment not in places:
            places.append(segment)
