"""Writer for EndNote's XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from refkit.data.endnote import FORMATS, NUMBERS, RIS_TYPES, XML_ELEMENTS
from refkit.data.ris import ITEM_TYPES
from refkit.data.ris import RIS_TYPES as TYPES_OF_ITEMS
from refkit.formats._tag_writer import TagWriter
from refkit.formats.ris.writer import tags_of
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.patterns import lazy_pattern

_TYPE_NAMES = {code: name for name, code in RIS_TYPES.items()}
_TYPE_NUMBERS = {name: number for number, name in NUMBERS.items()}
_PATHS = {tag: path for path, tag in reversed(XML_ELEMENTS.items())}
_ORDER = {path: rank for rank, path in enumerate(XML_ELEMENTS)}
_FACES = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript"}
_STYLED = lazy_pattern(r"<(i|b|sup|sub)>(.*?)</\1>", re.DOTALL)
_START = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
_END = "</records></xml>\n"


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield an XML document record by record."""
    yield _START
    for number, item in enumerate(items, 1):
        writer = _Writer(item)
        yield writer.record(number)
        losses += writer.rest.losses
    yield _END


@lru_cache(maxsize=128)
def _tags(ris_type: str) -> dict[str, str]:
    """Return the path of the element of each variable in records of a reference type."""
    tags = tags_of(ris_type)
    found = {variable: _PATHS[tag] for variable, tag in tags.items() if tag in _PATHS}
    if found.get("container-title-short") == _PATHS["J2"]:
        found["container-title-short"] = _PATHS["JA"]
    return found


class _Writer(TagWriter):
    __slots__ = ()

    def __init__(self, item: Item) -> None:
        code = TYPES_OF_ITEMS.get(item.type, "GEN")
        name = _TYPE_NAMES.get(code, _TYPE_NAMES["GEN"])
        super().__init__(item, FORMATS, name, _tags(RIS_TYPES[name]), "notes")

    def record(self, number: int) -> str:
        """Return the record as an element."""
        self.put(self.tags["id"], self.item.id)
        self.put_all(ITEM_TYPES[RIS_TYPES[self.type_name]])
        kind = _TYPE_NUMBERS.get(self.type_name, _TYPE_NUMBERS["Generic"])
        head = f"<rec-number>{number}</rec-number><ref-type name={quoteattr(self.type_name)}>{kind}</ref-type>"
        lines = sorted(self.lines, key=lambda line: _ORDER.get(line[0], len(_ORDER)))
        return f"<record>{head}{_nested(_joined_notes(lines))}</record>\n"

    def put_date(self, variable: str, date: Date) -> None:
        """Write a date; that of issue as a year, and the whole date beside it."""
        if variable == "issued":
            self.put_year(date, "dates/year", "dates/pub-dates/date")
        else:
            super().put_date(variable, date)

    def own_tag(self, name: str) -> str:
        """Return the path of a field that has the name of a tag of RIS, or else the notes."""
        return _PATHS.get(name.upper(), self.note)


def _joined_notes(lines: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the values with all notes in one element, as EndNote has it."""
    others = [line for line in lines if line[0] != "notes"]
    notes = [value for path, value in lines if path == "notes"]
    return [*others, ("notes", "\r".join(notes))] if notes else others


def _nested(lines: Iterable[tuple[str, str]]) -> str:
    """Return values as elements inside those of their paths; the values of one parent follow each other."""
    pieces: list[str] = []
    open_path: list[str] = []
    for path, value in lines:
        *parents, tag = path.split("/")
        common = 0
        while common < min(len(parents), len(open_path)) and parents[common] == open_path[common]:
            common += 1
        pieces += [f"</{name}>" for name in reversed(open_path[common:])]
        pieces += [f"<{name}>" for name in parents[common:]]
        pieces.append(f"<{tag}>{_styled(value)}</{tag}>")
        open_path = parents
    pieces += [f"</{name}>" for name in reversed(open_path)]
    return "".join(pieces)


def _styled(value: str) -> str:
    """Return a text with its markup as styles."""
    if "<" not in value:
        return escape(value)
    pieces, end = [], 0
    for match in _STYLED.finditer(value):
        pieces += [(value[end : match.start()], "normal"), (match[2], _FACES[match[1]])]
        end = match.end()
    pieces.append((value[end:], "normal"))
    return "".join(f'<style face="{face}">{escape(text)}</style>' for text, face in pieces if text)
