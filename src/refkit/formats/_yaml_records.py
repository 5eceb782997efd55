"""Records of formats in YAML as entries, whose fields are the members of a mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.source import Source, Span
from refkit.yaml_reading import (
    YamlList,
    YamlMap,
    YamlMember,
    YamlScalar,
    YamlText,
    YamlValue,
    scalar_text,
    span_of,
)


class YamlEntry(Entry):
    """A mapping as an entry."""

    __slots__ = ("value",)
    value: YamlMap


class YamlEntryWithoutKey(EntryWithoutKey):
    """A mapping without a key as an entry."""

    __slots__ = ("value",)
    value: YamlMap


def yaml_entry(
    source: Source,
    value: YamlMap,
    kind: str,
    key: str,
    places: tuple[Span | None, Span | None],
    read_fields: Callable[[Entry], list[Field]],
) -> Entry:
    """Return a mapping as an entry; `places` are those of its type and key, or None if it has none."""
    opening = Span(value.start, min(value.start + 1, max(value.end, value.start)))
    type_span, key_span = (place or opening for place in places)
    entry_class = YamlEntry if key else YamlEntryWithoutKey
    entry = entry_class(source, kind, key, span_of(value), type_span, key_span, read_fields)
    entry.value = value
    return entry


def value_of(entry: Entry) -> YamlMap:
    """Return the mapping of an entry."""
    if isinstance(entry, (YamlEntry, YamlEntryWithoutKey)):
        return entry.value
    return YamlMap(*entry.span)


def place_of(value: YamlMap, *names: str) -> Span | None:
    """Return the span of the value of the first of some members that the mapping has."""
    return next(
        (span_of(value.members[name].value) for name in names if name in value.members), None
    )


def fields_of_members(entry: Entry) -> list[Field]:
    """Return the members of an entry's mapping as fields with lower-case names."""
    value = value_of(entry)
    return [member_field(entry.source, member) for member in value.members.values()]


def member_field(source: Source, member: YamlMember, name: str = "") -> Field:
    """Return a member as a field; the value of a list or mapping is its text in the file."""
    return value_field(source, name or member.name, member, member.value)


def value_field(source: Source, name: str, member: YamlMember, value: YamlValue) -> Field:
    """Return a value in a member as a field."""
    span = span_of(value)
    text = scalar_text(value) if isinstance(value, YamlScalar) else source.slice(span)
    name_span = Span(member.start, member.end)
    whole = Span(min(member.start, span.start), max(member.end, span.end))
    return Field(name.lower(), text, whole, name_span, span)


def elements(value: YamlValue | None) -> list[YamlValue]:
    """Return the elements of a list, or a single value as the only one; null has none."""
    if isinstance(value, YamlList):
        return [one for one in value.items if not (isinstance(one, YamlScalar) and one.is_null)]
    if value is None or (isinstance(value, YamlScalar) and value.is_null):
        return []
    return [value]


def in_order(
    source: Source, read: YamlText, entries: Iterable[Entry | Fault]
) -> Iterator[Entry | Fault]:
    """Yield the entries and the faults of a text, in the order of their positions."""
    faults = [
        Fault(error.message, Span(error.offset, min(error.offset + 1, len(source.text))), source)
        for error in read.errors
    ]
    yield from sorted([*faults, *entries], key=lambda record: record.span.start)
