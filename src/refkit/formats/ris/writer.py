"""Writer for RIS, in the tags that EndNote and Zotero read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.data.endnote import FORMATS
from refkit.data.ris import ITEM_TYPES, OTHER_RIS_TYPE, RIS_TYPES, ROWS
from refkit.data.words.months import english_season
from refkit.formats._remainder import date_text
from refkit.formats._tag_writer import TagWriter
from refkit.formats.ris.build import meanings
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.patterns import lazy_pattern

_RANGE = lazy_pattern(r"([^\W_]+)\s*(?:-+|–)\s*([^\W_]+)\Z")
_ORDER = {
    tag: rank
    for rank, tag in enumerate("ID AU ED A2 A3 A4 TI ST T2 JF J2 T3 C3 PY DA Y2 VL IS".split())
}


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the record of each item, with an empty line after it."""
    for item in items:
        writer = _Writer(item)
        yield writer.record()
        losses += writer.rest.losses


@lru_cache(maxsize=128)
def tags_of(ris_type: str) -> dict[str, str]:
    """Return the tag of each variable in records of a reference type: the first one that means it there."""
    found: dict[str, str] = {}
    means = meanings(ris_type)
    for row in ROWS:
        if means.get(row.tag.lower()) == row.variable:
            found.setdefault(row.variable, row.tag)
    return found


class _Writer(TagWriter):
    __slots__ = ()

    def __init__(self, item: Item) -> None:
        ris_type = RIS_TYPES.get(item.type, OTHER_RIS_TYPE)
        super().__init__(item, FORMATS, ris_type, tags_of(ris_type), "N1")

    def record(self) -> str:
        """Return the record with its end and an empty line."""
        self.put("ID", self.item.id)
        self.put_all(ITEM_TYPES[self.type_name])
        ordered = sorted(self.lines, key=lambda line: _ORDER.get(line[0], len(_ORDER)))
        lines = [f"{tag}  - {value}" for tag, value in ordered]
        return "\n".join((f"TY  - {self.type_name}", *lines, "ER  - ", "", ""))

    def put_date(self, variable: str, date: Date) -> None:
        """Write a date; that of issue as a year, and the whole date in DA."""
        if variable == "issued":
            self.put_year(date, "PY", "DA")
        else:
            super().put_date(variable, date)

    def date(self, date: Date) -> str:
        """Return a date as year/month/day/words."""
        point = date.start
        if point is None or point.year is None or not 0 < point.year <= 9999:
            return date_text(date)
        season = date.season or (english_season(point.season) if point.season else "")
        month = f"{point.month:02}" if point.month else ""
        day = f"{point.day:02}" if point.day else ""
        return f"{point.year:04}/{month}/{day}/{season}"

    def put_text(self, variable: str, value: str) -> None:
        """Write a text variable; pages in two tags."""
        pages = (
            _RANGE.match(value) if variable == "page" and self.tags.get("page") == "SP" else None
        )
        if pages:
            self.put("SP", pages[1])
            self.put("EP", pages[2])
        else:
            super().put_text(variable, value)
