"""Records of formats in JSON as entries, whose fields are the members of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from refkit.formats._draft import Draft
from refkit.formats._json_records import (
    JsonError,
    JsonRecord,
    elements,
    field_of,
    members,
    replace_surrogates,
    wrapped_records,
)
from refkit.model.csl_text import text_from
from refkit.model.entry import Entry, Fault, Field
from refkit.model.source import Source, Span
from refkit.records import dataclass

_LONGEST_NUMBER = 40  # digits

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
    kind: str,
    names: tuple[str, str],
    read_fields: Callable[[Entry], list[Field]],
) -> Entry:
    """Return a record as an entry; `names` are those of the members with the type and the key."""
    start = record.span.start
    opening = Span(start, start + 1)
    type_span, key_span = (_member_span(record, source, name) or opening for name in names)
    return Entry(source, kind.lower(), "", record.span, type_span, key_span, read_fields)


def _member_span(record: JsonRecord, source: Source, name: str) -> Span | None:
    """Return the span of the first string with this name in the text of a record, at any depth."""
    text, label = source.readable_text(), f'"{name}"'
    at = text.find(label, record.span.start, record.span.end)
    start = text.find('"', at + len(label), record.span.end) if at >= 0 else -1
    if start < 0 or text[at + len(label) : start].strip() != ":":
        return None
    end = text.find('"', start + 1, record.span.end)
    return Span(start, end + 1)


def json_values(entry: Entry, inside: str = "") -> list[JsonValue]:
    """Return the values of a record, or of the object in its member `inside` if there is one."""
    text = entry.source.readable_text()
    return list(_values(text, entry.span.start, inside))


def _values(text: str, start: int, inside: str) -> Iterator[JsonValue]:
    found = list(members(text, start))
    for member in found:
        if member.name == inside and isinstance(member.value, dict):
            yield from _values(text, member.value_span.start, "")
            return
    for member in found:
        value = replace_surrogates(member.value)
        if not isinstance(value, list):
            if value not in (None, "", {}):
                yield JsonValue(field_of(text, member), value)
            continue
        for element, span in elements(text, member.value_span.start):
            element = replace_surrogates(element)
            written = element if isinstance(element, str) else text[span.start : span.end]
            field = Field(member.name.lower(), written, span, member.name_span, span)
            yield JsonValue(field, element)


def put_text(draft: Draft, variable: str, value: JsonValue) -> None:
    """Set a text variable; an object or list is reported."""
    if isinstance(value.value, (dict, list)):
        kind = "an object" if isinstance(value.value, dict) else "a list"
        draft.report(f"`{value.field.name}` must be a text, not {kind}", value.field)
    else:
        draft.put(variable, value.text, value.field)
