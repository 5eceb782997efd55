"""Values of XML records: a reader states the variable of each, with the element that it comes from."""

from __future__ import annotations

from collections.abc import Callable

from refkit.formats._draft import Draft
from refkit.formats._tagged_build import put_tag
from refkit.formats._xml_records import element_field, moved
from refkit.model.date import Date
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field
from refkit.xml_reading import XmlElement, read_xml

# Elements for inline markup -> tags of CSL's inline markup.
_INLINE = {
    "b": "b", "bold": "b", "em": "i", "i": "i", "inf": "sub", "italic": "i", "strong": "b", "sub": "sub", "sup": "sup",
}  # fmt: skip
_COPYRIGHT = lazy_pattern(r"\s*[cp©℗]\s?(?=[0-9]{4})")
_NO_MARKUP = lazy_pattern(r"<(b|i|sub|sup)>\s*</\1>")


@dataclass(slots=True)
class XmlValue:
    """The value of a variable and its field. The variable is empty if CSL has none for the value."""

    variable: str
    value: str | Name | Date
    field: Field


@dataclass(slots=True)
class RecordValues:
    """The item type of a record and its values in the order of importance; `text` contains the record."""

    text: str
    type: str
    values: list[XmlValue] = field(default_factory=list)

    def put(
        self, variable: str, element: XmlElement, value: str | Name | Date | None = None
    ) -> None:
        """Add a value, or the text of its element; an empty one is not added."""
        value = plain_text(element) if value is None else value
        if value and str(value):
            # Names have one field each, so that a rule finds them by number; MARC names fields by number.
            name = element.attributes.get("tag") or element.tag.lower()
            name = variable if isinstance(value, Name) else name
            shown = value.inverted() if isinstance(value, Name) else str(value)
            self.values.append(
                XmlValue(variable, value, element_field(name, shown, element, self.text))
            )

    def keep(self, name: str, element: XmlElement, value: str | None = None) -> None:
        """Add a value without a variable under a name."""
        value = plain_text(element) if value is None else value
        if value:
            self.values.append(XmlValue("", value, element_field(name, value, element, self.text)))

    def has(self, variable: str) -> bool:
        """Whether a variable has a value."""
        return any(value.variable == variable for value in self.values)


RecordReader = Callable[[XmlElement, str], RecordValues]  # of a record in a text


def fields_with(read: RecordReader, element: XmlElement, text: str) -> list[Field]:
    """Return the fields of a record in the order of the text."""
    fields = [value.field for value in read(element, text).values]
    return sorted(fields, key=lambda field: field.span)


def build_with(read: RecordReader, entry: Entry) -> Draft:
    """Return the item of a record, whose element is parsed again."""
    part = entry.source.slice(entry.span)
    root, _ = read_xml(part)
    if root is None:
        return Draft(entry, Item("", "document"))
    record = read(root, part)
    draft = Draft(entry, Item("", record.type))
    for value in record.values:
        _put(draft, value, entry.span.start)
    return draft


def _put(draft: Draft, value: XmlValue, offset: int) -> None:
    """Set a variable, with the place of its field in the whole text."""
    field = moved(value.field, offset)
    if isinstance(value.value, Name):
        draft.add_name(value.variable, value.value, field)
    elif isinstance(value.value, Date) and not draft.has(value.variable):
        draft.put_date(value.variable, value.value, field)
    else:
        is_second_date = isinstance(value.value, Date)
        put_tag(draft, field, "" if is_second_date else value.variable, {})


def without_copyright(date: str) -> str:
    """Return a catalog's date without the sign or letter of copyright before it: c1993 is not about 1993."""
    sign = _COPYRIGHT.match(date)
    return date[sign.end() :] if sign else date


def plain_text(element: XmlElement) -> str:
    """Return the text of an element on one line."""
    return " ".join(element.all_text().split())


def marked_text(element: XmlElement) -> str:
    """Return the text of an element on one line with CSL's inline markup."""
    return _NO_MARKUP.sub("", " ".join(_marked(element).split()))


def _marked(element: XmlElement) -> str:
    pieces = [element.text]
    for child in element.children:
        tag, inner = _INLINE.get(child.tag.lower()), _marked(child)
        pieces += [f"<{tag}>{inner}</{tag}>" if tag else inner, child.tail]
    return "".join(pieces)


def child_text(element: XmlElement | None, *path: str) -> str:
    """Return the text of the element reached by a path, or the empty string."""
    found = element.follow(*path) if element else None
    return plain_text(found) if found else ""
