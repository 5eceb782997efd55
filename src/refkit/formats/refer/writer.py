"""Writer for Refer, with EndNote's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.data.endnote import FORMATS, REFER_TAGS, RIS_TYPES
from refkit.data.ris import ITEM_TYPES
from refkit.data.ris import RIS_TYPES as TYPES_OF_ITEMS
from refkit.formats._tag_writer import TagWriter
from refkit.formats.ris.writer import tags_of
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss

_TYPE_NAMES = {code: name for name, code in RIS_TYPES.items()}
_TAGS = {ris: tag for tag, ris in reversed(REFER_TAGS.items())}
_OTHER_TYPE = "GEN"
_ORDER = "ATEYJBSDVNPIC"


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the record of each item, with an empty line after it."""
    for item in items:
        writer = _Writer(item)
        yield writer.record()
        losses += writer.rest.losses


@lru_cache(maxsize=128)
def _tags(ris_type: str) -> dict[str, str]:
    """Return the tag of each variable in records of a reference type."""
    found = {variable: _TAGS[tag] for variable, tag in tags_of(ris_type).items() if tag in _TAGS}
    if ITEM_TYPES[ris_type].startswith("article-"):
        found["container-title"] = "J"
    return found


class _Writer(TagWriter):
    __slots__ = ()

    def __init__(self, item: Item) -> None:
        ris_type = TYPES_OF_ITEMS.get(item.type, _OTHER_TYPE)
        if ris_type not in _TYPE_NAMES:
            ris_type = _OTHER_TYPE
        super().__init__(item, FORMATS, _TYPE_NAMES[ris_type], _tags(ris_type), "Z")

    def record(self) -> str:
        """Return the record with an empty line after it."""
        self.put_all(ITEM_TYPES[RIS_TYPES[self.type_name]])
        self.put("F", self.item.id)
        ordered = sorted(self.lines, key=lambda line: (_ORDER.find(line[0]) % 99, line[0] == "F"))
        lines = [f"%{tag} {value}" for tag, value in ordered]
        return "\n".join((f"%0 {self.type_name}", *lines, "", ""))

    def put_date(self, variable: str, date: Date) -> None:
        """Write a date; that of issue as a year, and the whole date in `%8`."""
        if variable == "issued":
            self.put_year(date, "D", "8")
        else:
            super().put_date(variable, date)

    def own_tag(self, name: str) -> str:
        """Return the tag of a field that has the name of a tag of RIS."""
        return name[1:].upper() if name.startswith("%") else _TAGS.get(name.upper(), "Z")
