"""A reference typed as prose as an entry: its parts under CSL's names, each at its own place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.model.entry import Entry, Field
from refkit.model.excerpt import Excerpt
from refkit.model.item import Item
from refkit.model.source import Source, Span

if TYPE_CHECKING:
    from refkit.formats.text.labelled import Segment
    from refkit.formats.text.listing import Reference


class ReadField(Field):
    """A part of a reference that was told from the words around it, with how sure that is (0 to 1)."""

    __slots__ = ("confidence",)

    def __init__(self, name: str, value: str, place: Span, confidence: float) -> None:
        super().__init__(name, value, place, Span(place.start, place.start), place)
        self.confidence = confidence

    def __repr__(self) -> str:
        return (
            f"ReadField({self.name!r}, {self.value!r}, {self.value_span!r}, {self.confidence:.2f})"
        )


class ReadEntry(Entry):
    """A reference with how sure it is that all of it was read right (0 to 1).

    `has_own_key` says that the document gives its key (`\\bibitem`), else it was made of author and year.
    """

    __slots__ = ("confidence", "has_own_key")

    confidence: float
    has_own_key: bool


# No words say these: they are concluded from others.
_CONCLUDED = frozenset({"language"})
Segments = Mapping[str, Sequence["Segment"]]


def put_entry(
    item: Item, reference: Reference, segments: Segments, source: Source, confidence: float
) -> ReadEntry:
    """Give an item its entry and its origins, and return the entry."""
    fields = _fields(reference.excerpt, segments)
    whole = reference.excerpt.span(0, len(reference.excerpt.text))
    start = Span(whole.start, whole.start)
    entry = ReadEntry(source, item.type, item.id, whole, start, start, _given(fields))
    entry.confidence, entry.has_own_key = confidence, bool(reference.key)
    item.entry = entry
    item.origins = {field.name: field for field in fields}
    return entry


def _given(fields: list[Field]) -> Callable[[Entry], list[Field]]:
    return lambda entry: fields


def _fields(excerpt: Excerpt, segments: Segments) -> list[Field]:
    """Return the parts of a reference in the order in which they stand."""
    read = [name for name, parts in segments.items() if parts and name not in _CONCLUDED]
    found = [_field(name, excerpt, segments[name]) for name in read]
    return sorted(found, key=lambda field: field.span)


def _field(variable: str, excerpt: Excerpt, parts: Sequence[Segment]) -> Field:
    """Return one variable as a field, at the place of its first part; as sure as its least sure part."""
    words = " ".join(excerpt.text[part.start : part.end] for part in parts)
    place = excerpt.span(parts[0].start, parts[0].end)
    return ReadField(variable, words, place, min(part.confidence for part in parts))
