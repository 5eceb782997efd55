"""Records of formats in JSON as entries, whose fields are the members of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from refkit.formats._draft import Draft
from refkit.formats._json_records import (
    JsonError,
    JsonMember,
    JsonRecord,
    elements,
    field_of,
    members,
    replace_surrogates,
    skip_space,
    wrapped_records,
)
from refkit.model.csl_text import text_from
from refkit.model.entry import Entry, Fault, Field
from refkit.model.source import Source, Span
from refkit.records import dataclass

MakeEntry = Callable[[JsonRecord, Source], Entry | Fault | None]


@dataclass(slots=True)
class JsonValue:
    """A value of a record, and its field; each element of an array has one of its own."""

    field: Field
    value: object

    @property
    def text(self) -> str:
        """The text of a string or number; other values have none."""
        is_scalar = isinstance(self.value, (str, int, float)) and not isinstance(self.value, bool)
        return text_from(self.value).strip() if is_scalar else ""

    def member(self, name: str) -> object:
        """Return a member of the value, or None if it is not an object or does not have it."""
        return self.value.get(name) if isinstance(self.value, dict) else None

    def member_text(self, name: str) -> str:
        """Return a member of the value that is a string or number, or the empty string."""
        return JsonValue(self.field, self.member(name)).text


def json_entries(
    source: Source, wrappers: Iterable[str], make: MakeEntry
) -> Iterator[Entry | Fault]:
    """Yield the records of a source as entries, and the faults of the others."""
    for record in wrapped_records(source.readable_text(), frozenset(wrappers)):
        if isinstance(record, JsonError):
            yield Fault(record.message, record.span, source)
            continue
        entry = make(record, source)
        if entry is not None:
            yield entry


def json_entry(
    record: JsonRecord,
    source: Source,
    members_at: tuple[tuple[str, object], tuple[str, object]],
    read_fields: Callable[[Entry], list[Field]],
) -> Entry:
    """Return a record as an entry; `members_at` are the names and values of the members with the type and the key."""
    start = record.span.start
    opening = Span(start, start + 1)
    type_span, key_span = (
        _member_span(record, source, name, value) or opening for name, value in members_at
    )
    kind = members_at[0][1]
    name = kind.lower() if isinstance(kind, str) else ""
    return Entry(source, name, "", record.span, type_span, key_span, read_fields)


def _member_span(record: JsonRecord, source: Source, name: str, value: object) -> Span | None:
    """Return the span of a member with a text, which is the first one with this name and text in the record."""
    if not isinstance(value, str) or not value:
        return None
    text, label = source.readable_text(), f'"{name}"'
    at = text.find(label, record.span.start, record.span.end)
    while at >= 0:
        start = at + len(label)
        start = skip_space(text, skip_space(text, start) + 1)
        end = start + len(value) + 2
        if text[start:end] == f'"{value}"':
            return Span(start, end)
        at = text.find(label, at + 1, record.span.end)
    return None


def record_or_fault(entry: Entry, is_record: bool, expected: str) -> Entry | Fault:
    """Return an entry, or a fault if its record is not of the expected kind."""
    if is_record:
        return entry
    start = entry.span.start
    return Fault(
        f"record skipped: it is not {expected}", Span(start, start + 1), entry.source, "value"
    )


def json_values(entry: Entry, inside: str = "", nested: Iterable[str] = ()) -> list[JsonValue]:
    """Return the values of a record, or of the object in its member `inside` if there is one.

    The members of the objects `nested` have names with a dot (`event.name`).
    """
    text = entry.source.readable_text()
    values = list(_values(text, entry.span.start, inside, frozenset(nested)))
    if text.find("\\u", *entry.span) < 0:
        return values
    return [JsonValue(_cleaned(v.field), replace_surrogates(v.value)) for v in values]


def _cleaned(field: Field) -> Field:
    """Return a field without lone surrogates, which escapes can state."""
    value = replace_surrogates(field.value)
    return Field(field.name, value, field.span, field.name_span, field.value_span)


def _values(
    text: str, start: int, inside: str, nested: frozenset[str], prefix: str = ""
) -> Iterator[JsonValue]:
    found = list(members(text, start))
    for member in found:
        if member.name == inside and isinstance(member.value, dict):
            yield from _values(text, member.value_span.start, "", nested)
            return
    for member in found:
        value = member.value
        name = prefix + member.name.lower()
        if isinstance(value, list):
            yield from _elements(text, member, name)
        elif isinstance(value, dict) and name in nested:
            yield from _values(text, member.value_span.start, "", nested, f"{name}.")
        elif value not in (None, "", {}):
            field = field_of(text, member)
            yield JsonValue(
                Field(name, field.value, field.span, field.name_span, field.value_span), value
            )


def _elements(text: str, member: JsonMember, name: str) -> Iterator[JsonValue]:
    """Yield the elements of an array, each with a field of its own."""
    for value, span in elements(text, member.value_span.start):
        written = value if isinstance(value, str) else text[span.start : span.end]
        yield JsonValue(Field(name, written, span, member.name_span, span), value)


def put_text(draft: Draft, variable: str, value: JsonValue) -> None:
    """Set a text variable; an object or list is reported."""
    if isinstance(value.value, (dict, list)):
        kind = "an object" if isinstance(value.value, dict) else "a list"
        draft.report(f"`{value.field.name}` must be a text, not {kind}", value.field)
    else:
        draft.put(variable, value.text, value.field)
