"""Writer for the Citation File Format, version 1.2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from refkit.data.cff import (
    CFF_TYPES,
    FIELDS_OF_WORK,
    ITEM_TYPES,
    OTHER_FIELDS,
    OTHER_TYPE,
    PERSON_FIELDS,
    ROWS,
    WORKS,
)
from refkit.formats._remainder import Remainder
from refkit.formats._values import without_case_marks
from refkit.formats._yaml_text import YamlData, yaml_text
from refkit.formats.cff.reader import variables_of
from refkit.integers import read_int
from refkit.model.citing import ALL_TITLES, as_csl
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import replace

_RANGE = lazy_pattern(r"([^\W_]+)\s*(?:-+|–)\s*([^\W_]+)\Z")
_COMMA = lazy_pattern(r"\s*,\s*")
_DETAIL = lazy_pattern(r"(?P<variable>[a-z-]+)-(?P<number>[1-9][0-9]{0,4})-(?P<field>[A-Za-z-]+)\Z")
_LISTS = frozenset(("keyword", "language"))
_PLACES = ("publisher-place", "event-place", "archive-place")
_ENTITIES = ("publisher", "event-title", "archive")
_ALWAYS = ("type", "date-published", "year", "month")


_DAYS = {"accessed": "date-accessed", "submitted": "date-filed"}


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the work that a file is about, if the first item is a program or data set, and the other items."""
    works = map(_Writer, items)
    first = next(works, None)
    yield 'cff-version: "1.2.0"\nmessage: Please cite the works below.\n'
    if first is not None and first.item.type in WORKS:
        yield _work(first)
        losses += first.rest.losses
        first = None
    else:
        yield "title: References\n"
    before = "references:\n"
    for work in works if first is None else chain((first,), works):
        yield before + yaml_text([work.reference()], 2)
        losses += work.rest.losses
        before = ""


def _work(writer: _Writer) -> str:
    """Return the work itself; if it has other fields, it is the preferred citation, too."""
    fields = writer.reference()
    own = {name: value for name, value in fields.items() if name in FIELDS_OF_WORK}
    if date := fields.get("date-published"):
        own["date-released"] = date
    text = yaml_text({"type": writer.item.type, **own})
    is_dated = "date-published" in fields or "year" not in fields
    if is_dated and fields.keys() <= {*FIELDS_OF_WORK, *_ALWAYS}:
        return text
    return text + yaml_text({"preferred-citation": fields})


@lru_cache(maxsize=64)
def _fields_of(cff_type: str) -> dict[str, str]:
    """Return the field of each variable in works of a type: the first one that means it there."""
    found: dict[str, str] = {}
    means = variables_of(cff_type)
    for row in ROWS:
        if means.get(row.field) == row.variable:
            found.setdefault(row.variable, row.field)
    return found


class _Writer:
    """State of the writer: the item, its fields so far, and what has none."""

    __slots__ = ("fields", "item", "kind", "names", "rest")

    def __init__(self, item: Item) -> None:
        self.item = as_csl(item, ALL_TITLES)
        types = (name for name, csl_type in ITEM_TYPES.items() if csl_type == item.type)
        self.kind = CFF_TYPES.get(item.type) or next(types, OTHER_TYPE)
        self.names = _fields_of(self.kind)
        self.fields: dict[str, YamlData] = {"type": self.kind}
        self.rest = Remainder(self.item, "notes")

    def reference(self) -> dict[str, YamlData]:
        """Return the fields of a reference, in the order of the table."""
        item = self.item
        if ITEM_TYPES[self.kind] != item.type:
            self.rest.put_type(f"the format has no type for it; {self.kind} is written")
        for variable, names in item.names.items():
            self._put_names(variable, names)
        for variable, date in item.dates.items():
            self._put_date(variable, date)
        for variable, value in item.text.items():
            self._put_text(variable, value)
        self._put_entities()
        for name, value in item.custom.items():
            self._put_custom(name, value)
        if self.rest.lines:
            notes = [one for one in (self.fields.get("notes"), *self.rest.lines) if one]
            self.fields["notes"] = "\n".join(map(str, notes))
        ordered = sorted(self.fields, key=lambda name: _RANK.get(name, len(_RANK)))
        return {name: self.fields[name] for name in ordered}

    def _no_field(self) -> str:
        return f"the format has no field for it in works of the type {self.kind}"

    def _put_names(self, variable: str, names: Sequence[Name]) -> None:
        if variable not in self.names:
            self.rest.put(variable, self._no_field())
            return
        written = []
        for number, name in enumerate(names, 1):
            details = {
                field: value
                for field in sorted(PERSON_FIELDS)
                if (value := self.item.custom.get(_detail(variable, number, field)))
            }
            written.append({**_person(name), **details})
        self.fields[self.names[variable]] = written

    def _put_date(self, variable: str, date: Date) -> None:
        """Write a date; except for the year and month of publication, dates have a day."""
        if variable == "issued" and not date.problem:
            self._put_issued(date)
        elif variable in _DAYS and _day(date.start) and _is_exact(date):
            self.fields[_DAYS[variable]] = _day(date.start)
        elif variable == "original-date" and _is_year(date):
            self.fields["year-original"] = date.year or 0
        elif variable != "event-date" or not self._has_conference(date):
            self.rest.put(variable, self._no_field())

    def _put_issued(self, date: Date) -> None:
        point = date.start
        if point is None or point.year is None or not 0 < point.year <= 9999:
            self.rest.put("issued", "a date in the format has a year of four digits")
            return
        self.fields["year"] = point.year
        if point.month:
            self.fields["month"] = point.month
        if _day(point):
            self.fields["date-published"] = _day(point)
        if not _is_exact(date) or point.season:
            self.rest.put("issued", "the format has no ranges and no uncertain dates")

    def _has_conference(self, date: Date) -> bool:
        """Whether the date of an event is written with its name."""
        if not self.item.text.get("event-title") or not _day(date.start) or date.problem:
            return False
        is_range = date.end is not None and bool(_day(date.end))
        return _is_exact(replace(date, end=None) if is_range else date)

    def _put_text(self, variable: str, value: str) -> None:
        value = without_case_marks(value)
        if variable in _PLACES or variable in _ENTITIES:
            return
        if variable == "page":
            pages = _RANGE.match(value)
            self.fields["start"] = pages[1] if pages else value
            if pages:
                self.fields["end"] = pages[2]
        elif variable == "URL":
            self.fields["url"] = value
        elif variable in _LISTS:
            self.fields[self.names[variable]] = [one for one in _COMMA.split(value) if one]
        elif variable in self.names:
            self.fields[self.names[variable]] = value
        else:
            self.rest.put(variable, self._no_field())

    def _put_entities(self) -> None:
        """Write publisher, conference and archive with their places; a place alone has no field."""
        fields = ("institution" if self.kind == "thesis" else "publisher", "conference", "location")
        for field, variable, place in zip(fields, _ENTITIES, _PLACES, strict=True):
            name, where = (self.item.text.get(one, "") for one in (variable, place))
            if not name:
                if where:
                    self.rest.put(place, "only entities with a name have a place in the format")
                continue
            entity: dict[str, YamlData] = {"name": without_case_marks(name)}
            if where:
                entity["location" if field == "conference" else "city"] = where
            if field == "conference":
                entity |= self._event_dates()
            self.fields[field] = entity

    def _event_dates(self) -> Mapping[str, YamlData]:
        date = self.item.dates.get("event-date")
        if date is None or not self._has_conference(date):
            return {}
        return {"date-start": _day(date.start), "date-end": _day(date.end) or _day(date.start)}

    def _put_custom(self, name: str, value: str) -> None:
        """Write a field of the format again; other fields are unknown to it."""
        if name in OTHER_FIELDS:
            self.fields[name] = value
        elif not self._is_detail(name):
            self.rest.put_custom(name, value, "it is a field of another format")

    def _is_detail(self, name: str) -> bool:
        """Whether a field is written with a name."""
        detail = _DETAIL.match(name)
        if detail is None or detail["variable"] not in self.names:
            return False
        names = self.item.names.get(detail["variable"], ())
        is_known = detail["field"] in PERSON_FIELDS or detail["field"] == "ORCID"
        return is_known and read_int(detail["number"]) <= len(names)


_RANK = {name: rank for rank, name in enumerate(("type", *(row.field for row in ROWS)))}


def _detail(variable: str, number: int, field: str) -> str:
    """Return the name of the custom field for a detail of a person."""
    return f"{variable}-{number}-{'ORCID' if field == 'orcid' else field}"


def _person(name: Name) -> dict[str, YamlData]:
    """Return a name as a person or entity."""
    if name.literal or name.others:
        return {"name": without_case_marks(name.literal) or "et al."}
    given = f"{name.given} {name.dropping_particle}".strip()
    parts: dict[str, YamlData] = {
        "family-names": name.family,
        "given-names": given,
        "name-particle": name.particle,
        "name-suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _day(point: DatePoint | None) -> str:
    """Return a date with a day, or the empty string."""
    if point is None or not (point.year and point.month and point.day) or point.year < 1:
        return ""
    return f"{point.year:04}-{point.month:02}-{point.day:02}"


def _is_exact(date: Date) -> bool:
    is_range = date.end or date.open_end or date.open_start
    return not (is_range or date.approximate or date.uncertain or date.literal or date.season)


def _is_year(date: Date) -> bool:
    """Whether a date is a year after Christ."""
    year = date.year or 0
    return _is_exact(date) and date.start == DatePoint(year) and year > 0
