"""The fields of a MARC record, without the punctuation that separates them on catalog cards."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats._xml_values import plain_text
from refkit.patterns import lazy_pattern
from refkit.records import dataclass
from refkit.xml_reading import XmlElement

_NOT_SORTED = str.maketrans("", "", "\x98\x9c¬")  # around an article at the beginning
_FULL_STOP = lazy_pattern(r"(?:[^\W\d_]{5}|[0-9)\]])\.\Z")
_PUNCTUATION = " /:;,="


@dataclass(slots=True)
class MarcField:
    """A data field: its tag, indicators and element."""

    tag: str
    first: str
    second: str
    element: XmlElement

    def elements(self, codes: str) -> Iterator[XmlElement]:
        """Yield the subfields with one of these codes."""
        return (
            subfield
            for subfield in self.element.find_all("subfield")
            if subfield.attributes.get("code", "?") in codes
        )

    def all(self, codes: str) -> list[str]:
        """Return the texts of the subfields with one of these codes, without punctuation at their ends."""
        texts = (without_punctuation(plain_text(element)) for element in self.elements(codes))
        return [text for text in texts if text]

    def place(self, codes: str) -> XmlElement:
        """Return the first subfield with one of these codes, or else the field."""
        return next(self.elements(codes), self.element)

    def first_of(self, codes: str) -> str:
        """Return the text of the first subfield with one of these codes, or the empty string."""
        return next(iter(self.all(codes)), "")


@dataclass(slots=True)
class MarcRecord:
    """A record: its leader, its control fields by tag, and its data fields."""

    leader: str
    control: dict[str, XmlElement]
    fields: list[MarcField]

    def all(self, *tags: str) -> Iterator[MarcField]:
        """Yield the fields with one of these tags."""
        return (field for field in self.fields if field.tag in tags)

    def coded(self, start: int, end: int) -> str:
        """Return characters of the field 008."""
        element = self.control.get("008")
        return element.all_text()[start:end] if element else ""


def marc_record(record: XmlElement) -> MarcRecord:
    """Return the record in an element, which may be that of a protocol around it."""
    inner = (one for one in record.iter("record") if one.find("leader") or one.find("datafield"))
    element = next(inner, record)
    leader = element.find("leader")
    control = {one.attributes.get("tag", ""): one for one in element.find_all("controlfield")}
    fields = []
    for one in element.find_all("datafield"):
        named = one.attributes
        fields.append(
            MarcField(named.get("tag", ""), named.get("ind1", " "), named.get("ind2", " "), one)
        )
    return MarcRecord(leader.all_text() if leader else "", control, fields)


def without_punctuation(text: str) -> str:
    """Return a text without marks of ISBD at its end; the full stop of an abbreviation or initial is kept."""
    text = text.translate(_NOT_SORTED).rstrip(_PUNCTUATION)
    return text[:-1] if _FULL_STOP.search(text[-6:]) else text
