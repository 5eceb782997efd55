"""Writer for RIS, in the tags that EndNote and Zotero read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.data.ris import ITEM_TYPES, OTHER_RIS_TYPE, RIS_TYPES, ROWS
from refkit.data.words.months import english_season
from refkit.formats._remainder import Remainder, date_text
from refkit.formats._values import without_case_marks
from refkit.formats.ris.build import meanings
from refkit.model.citing import ALL_TITLES, as_csl
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(r"([a-z][a-z0-9])(?:-[0-9]+)?\Z")
_WHITE_SPACE = lazy_pattern(r"[\s\x00-\x1f\x7f]+")
_RANGE = lazy_pattern(r"([^\W_]+)\s*(?:-+|–)\s*([^\W_]+)\Z")
_COMMA = lazy_pattern(r"\s*[,;]\s*")
_ORDER = {
    tag: rank
    for rank, tag in enumerate("ID AU ED A2 A3 A4 TI ST T2 JF J2 T3 C3 PY DA Y2 VL IS".split())
}
_LINES_OF_NOTE = "N1"


def write_pieces(items: Iterable[Item]) -> Iterator[str]:
    """Yield the record of each item, with an empty line after it."""
    for item in items:
        yield _Writer(item).record()


def losses(item: Item) -> list[Loss]:
    """Return the values of an item that are not written in a tag of their own."""
    writer = _Writer(item)
    writer.record()
    return writer.rest.losses


@lru_cache(maxsize=128)
def _tags(ris_type: str) -> dict[str, str]:
    """Return the tag of each variable in records of a reference type: the first one that means it there."""
    found: dict[str, str] = {}
    means = meanings(ris_type)
    for row in ROWS:
        if means.get(row.tag.lower()) == row.variable:
            found.setdefault(row.variable, row.tag)
    return found


class _Writer:
    """State of the writer: the item, its tags so far, and what has none."""

    __slots__ = ("item", "lines", "rest", "ris_type", "tags")

    def __init__(self, item: Item) -> None:
        self.item = as_csl(item, ALL_TITLES)
        self.ris_type = RIS_TYPES.get(item.type, OTHER_RIS_TYPE)
        self.tags = _tags(self.ris_type)
        self.lines: list[tuple[str, str]] = []
        self.rest = Remainder(self.item, _LINES_OF_NOTE)

    def record(self) -> str:
        """Return the record with its end and an empty line."""
        self._put_all()
        ordered = sorted(self.lines, key=lambda line: _ORDER.get(line[0], len(_ORDER)))
        lines = [f"{tag}  - {value}" for tag, value in ordered]
        return "\n".join((f"TY  - {self.ris_type}", *lines, "ER  - ", "", ""))

    def _put_all(self) -> None:
        item = self.item
        self._put("ID", item.id)
        if ITEM_TYPES[self.ris_type] != item.type:
            self.rest.put_type(f"RIS has no reference type for it; {self.ris_type} is written")
        for variable, names in item.names.items():
            self._put_names(variable, names)
        for variable, date in item.dates.items():
            self._put_date(variable, date)
        for variable, value in item.text.items():
            self._put_text(variable, value)
        for name, value in item.custom.items():
            self._put_custom(name, value)
        for line in self.rest.lines:
            self._put("N1", line)

    def _put(self, tag: str, value: str) -> None:
        value = _WHITE_SPACE.sub(" ", without_case_marks(value)).strip()
        if value:
            self.lines.append((tag, value))

    def _put_names(self, variable: str, names: tuple[Name, ...]) -> None:
        tag = self.tags.get(variable)
        if tag is None:
            self.rest.put(variable, self._no_tag())
            return
        for name in names:
            self._put(tag, name.inverted())

    def _put_date(self, variable: str, date: Date) -> None:
        """Write a date; RIS has neither ranges nor uncertain dates, whose words follow the last slash."""
        tag = self.tags.get(variable)
        if tag is None:
            self.rest.put(variable, self._no_tag())
        elif variable == "issued":
            self._put_issued(date)
        else:
            self._put(tag, _slashed(date))
            self._report_inexact(variable, date)

    def _put_issued(self, date: Date) -> None:
        point = date.start
        if point is None or point.year is None or not 0 < point.year <= 9999:
            self.rest.put("issued", "a date in RIS begins with a year of four digits")
            return
        self._put("PY", f"{point.year:04}")
        if point.month or point.season or date.season:
            self._put("DA", _slashed(date))
        self._report_inexact("issued", date)

    def _report_inexact(self, variable: str, date: Date) -> None:
        if date.end or date.open_end or date.open_start or date.approximate or date.uncertain:
            self.rest.put(
                variable, "RIS has no ranges and no uncertain dates; the start is written"
            )

    def _put_text(self, variable: str, value: str) -> None:
        if variable == "page" and self.tags.get("page") == "SP":
            pages = _RANGE.match(value)
            self._put("SP", pages[1] if pages else value)
            self._put("EP", pages[2] if pages else "")
        elif variable == "keyword":
            for keyword in _COMMA.split(value):
                self._put("KW", keyword)
        elif variable == "note":
            for line in value.split("\n"):
                self._put("N1", line)
        elif variable in self.tags:
            self._put(self.tags[variable], value)
        else:
            self.rest.put(variable, self._no_tag())

    def _put_custom(self, name: str, value: str) -> None:
        """Write a tag of a RIS file again; other fields are unknown to RIS."""
        tag = _TAG.match(name)
        if tag and self.item.entry is not None and self.item.entry.source.format == "ris":
            self._put(tag[1].upper(), value)
        else:
            self.rest.put_custom(name, value, "it is a field of another format")

    def _no_tag(self) -> str:
        return f"RIS has no tag for it in records of the type {self.ris_type}"


def _slashed(date: Date) -> str:
    """Return a date as year/month/day/words."""
    point = date.start
    if point is None or point.year is None:
        return date_text(date)
    season = date.season or (english_season(point.season) if point.season else "")
    month = f"{point.month:02}" if point.month else ""
    day = f"{point.day:02}" if point.day else ""
    return f"{point.year:04}/{month}/{day}/{season}"
