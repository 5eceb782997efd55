"""Records of XML files as entries: each element with text is a field with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.source import Source, Span
from refkit.xml_reading import XmlElement, XmlError, read_elements, read_xml

FieldMaker = Callable[[XmlElement, str], list[Field]]


def xml_records(
    source: Source,
    tags: tuple[str, ...],
    read_type: Callable[[XmlElement, str], tuple[str, Span]],
    make: FieldMaker,
    key: str = "",
) -> Iterator[Entry | Fault]:
    """Yield the elements with one of these names as entries, and the error after which nothing was read.

    `read_type` returns the type of a record and its place, `make` the fields of a record in a text. `key` is the name
    of the child that contains the key, or of the attribute after `@`.
    """
    text = source.readable_text()
    for element in read_elements(text, *tags):
        if isinstance(element, XmlError):
            place = Span(element.offset, min(element.offset + 1, len(text)))
            yield Fault(
                f"the XML ends here: {element.message}; what follows is not read", place, source
            )
            return
        kind, type_span = read_type(element, text)
        key_place = _key_place(element, key, text)
        entry = Entry if key_place else EntryWithoutKey
        place = key_place or Span(element.start, element.start)
        yield entry(source, kind, "", element.span, type_span, place, _reader(make))


def _key_place(element: XmlElement, key: str, text: str) -> Span | None:
    """Return the place of the key of a record, or None if it has none."""
    if key.startswith("@"):
        value = element.attributes.get(key[1:], "")
        start = text.find(value, element.start) if value.strip() else -1
        return Span(start, start + len(value)) if start >= 0 else None
    named = element.find(key) if key else None
    return named.content_span(text) if named and named.all_text().strip() else None


def _reader(make: FieldMaker) -> Callable[[Entry], list[Field]]:
    return lambda entry: _read_fields(entry, make)


def _read_fields(entry: Entry, make: FieldMaker) -> list[Field]:
    """Parse the element of an entry again, and return its fields with their places in the whole text."""
    part = entry.source.slice(entry.span)
    root, _ = read_xml(part)
    if root is None:
        return []
    return [moved(field, entry.span.start) for field in make(root, part)]


def moved(field: Field, offset: int) -> Field:
    """Return a field of a part of a text with its place in the whole text."""
    spans = (field.span, field.name_span, field.value_span)
    return Field(
        field.name, field.value, *(Span(start + offset, end + offset) for start, end in spans)
    )


def element_field(name: str, value: str, element: XmlElement, text: str) -> Field:
    """Return an element as a field: the value has the place of its content, the name that of its start tag."""
    content = element.content_span(text)
    inner = text[content.start : content.end]
    begin = content.start + len(inner) - len(inner.lstrip())
    value_span = Span(begin, max(begin, content.start + len(inner.rstrip())))
    return Field(name, value, element.span, Span(element.start, content.start), value_span)
