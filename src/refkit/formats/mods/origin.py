"""The origin of a work in MODS: publisher, place, edition and dates."""

from __future__ import annotations

from refkit.data.mods import ISSUED
from refkit.formats._xml_values import RecordValues, plain_text, without_copyright
from refkit.model.bibtex_words import edition_number
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.xml_reading import XmlElement

_MARC_DATE = lazy_pattern(r"([0-9]{4})([0-9]{2})?([0-9]{2})?\Z")


def put_origin(values: RecordValues, record: XmlElement) -> None:
    """Put what the record says about its publication and no other record said before."""
    origins = [*record.find_all("originInfo")]
    missing = {v for v in ("publisher", "publisher-place", "edition") if not values.has(v)}
    for origin in origins:
        for tag in ("publisher", "edition"):
            for element in origin.find_all(tag) if tag in missing else ():
                text = plain_text(element)
                values.put(tag, element, (tag == "edition" and edition_number(text)) or text)
        if "publisher-place" in missing:
            _put_places(values, origin)
    if not values.has("issued"):
        _put_issued(values, origins)
    for origin in origins:
        for element in origin.find_all("dateCaptured"):
            values.put("accessed", element, _date([element]))


def _put_places(values: RecordValues, origin: XmlElement) -> None:
    """Put the places that are written as text."""
    for place in origin.find_all("place"):
        for term in place.find_all("placeTerm"):
            if term.attributes.get("type") != "code":
                values.put("publisher-place", term, plain_text(term).strip("[]"))


def _put_issued(values: RecordValues, origins: list[XmlElement]) -> None:
    """Put the date of issue, or else that of the copyright or the creation."""
    found = {tag: [e for o in origins for e in o.find_all(tag)] for tag in ISSUED}
    first = next((tag for tag in ISSUED if found[tag]), "")
    if not first:
        return
    dates = _preferred(found[first])
    values.put("issued", dates[0], _date(dates))
    if first != "dateCreated" and found["dateCreated"]:
        created = _preferred(found["dateCreated"])
        date = _date(created)
        if date.year != _date(dates).year:
            values.put("original-date", created[0], date)


def _preferred(dates: list[XmlElement]) -> list[XmlElement]:
    """Return the start and end of a range, or the date that is encoded or the key to the record."""
    points = [date for date in dates if date.attributes.get("point") in ("start", "end")]
    if points:
        return sorted(points, key=lambda date: date.attributes["point"] == "end")[:2]
    encoded = [
        date for date in dates if date.attributes.get("encoding") in ("w3cdtf", "iso8601", "edtf")
    ]
    key = [date for date in dates if date.attributes.get("keyDate") == "yes"]
    return (encoded or key or dates)[:1]


def _date(elements: list[XmlElement]) -> Date:
    """Return a date, or the range of two."""
    date = _point(elements[0])
    if len(elements) == 2 and date.start:
        end = _point(elements[1])
        date = replace(date, end=end.start, open_end=end.start is None)
    return date


def _point(element: XmlElement) -> Date:
    """Return the date in an element, whose encoding may be that of MARC (yyyymmdd)."""
    text = plain_text(element)
    digits = _MARC_DATE.match(text)
    if digits and digits[2]:
        text = "-".join(filter(None, digits.groups()))
    date = parse_date(without_copyright(text))
    qualifier = element.attributes.get("qualifier")
    if qualifier in ("approximate", "questionable") and date.start:
        is_approximate = qualifier == "approximate"
        date = replace(date, approximate=is_approximate, uncertain=not is_approximate)
    return date
