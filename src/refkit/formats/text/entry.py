"""A plain-text reference as an entry: its fields have the names of CSL variables, and positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.model.entry import Entry, Field
from refkit.model.excerpt import Excerpt
from refkit.model.item import Item
from refkit.model.source import Source, Span
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.formats.text.labelled import Segment
    from refkit.formats.text.listing import Mention, Reference


class ReadField(Field):
    """A field of a plain-text reference, with its confidence (0 to 1)."""

    __slots__ = ("confidence",)

    def __init__(self, name: str, value: str, place: Span, confidence: float) -> None:
        super().__init__(name, value, place, Span(place.start, place.start), place)
        self.confidence = confidence

    def __repr__(self) -> str:
        return (
            f"ReadField({self.name!r}, {self.value!r}, {self.value_span!r}, {self.confidence:.2f})"
        )


class ReadEntry(Entry):
    r"""A plain-text reference with the confidence that all of it is right (0 to 1).

    `has_own_key` means that the document contains its key (`\bibitem`); otherwise it is author and year. `mentions`
    are the places in footnotes that refer to it, such as "Ebd., S. 14".
    """

    __slots__ = ("confidence", "has_own_key", "mentions")

    confidence: float
    has_own_key: bool
    mentions: tuple[Mention, ...]


# No words say these: they are concluded from others.
_CONCLUDED = frozenset({"language"})
Segments = Mapping[str, Sequence["Segment"]]


def put_entry(
    item: Item, reference: Reference, segments: Segments, source: Source, confidence: float
) -> ReadEntry:
    """Set the entry and the origins of an item, and return the entry."""
    fields = _fields(reference.excerpt, segments)
    whole = reference.excerpt.span(0, len(reference.excerpt.text))
    start = Span(whole.start, whole.start)
    entry = ReadEntry(source, item.type, item.id, whole, start, start, _Given(fields))
    entry.confidence, entry.has_own_key, entry.mentions = confidence, bool(reference.key), ()
    item.entry = entry
    item.origins = {field.name: field for field in fields}
    return entry


@dataclass(slots=True)
class _Given:
    """A reader of an entry's fields that are read already; it can be pickled, as a local function cannot."""

    fields: list[Field]

    def __call__(self, entry: Entry) -> list[Field]:
        return self.fields


def _fields(excerpt: Excerpt, segments: Segments) -> list[Field]:
    """Return the fields of a reference in the order of the text."""
    read = [name for name, parts in segments.items() if parts and name not in _CONCLUDED]
    found = [_field(name, excerpt, segments[name]) for name in read]
    return sorted(found, key=lambda field: field.span)


def _field(variable: str, excerpt: Excerpt, parts: Sequence[Segment]) -> Field:
    """Return a variable as a field: the position of its first part, the confidence of its least certain part."""
    words = " ".join(excerpt.text[part.start : part.end] for part in parts)
    place = excerpt.span(parts[0].start, parts[0].end)
    return ReadField(variable, words, place, min(part.confidence for part in parts))
