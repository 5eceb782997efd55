"""Writer for Word's sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from refkit.data.word import (
    AUTHORS,
    LANGUAGES,
    NUMBERS,
    TYPES,
    WRITTEN_FIELDS,
    WRITTEN_ROLES,
    WRITTEN_TYPES,
    WRITTEN_WITH_TYPE,
)
from refkit.data.words.months import english_month, english_season
from refkit.formats._tag_writer import TagWriter
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<b:Sources SelectedStyle="" xmlns:b="{_SPACE}" xmlns="{_SPACE}">\n'
)
_END = "</b:Sources>\n"
# XML 1.0, 2.2: characters that no document can contain
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = lazy_pattern(r"[^\s:;,]+\Z")
_LABELS = {variable: label.upper() for label, variable in NUMBERS.items() if variable != "DOI"}
_NUMBERS_OF_LANGUAGES = {tag: number for number, tag in reversed(LANGUAGES.items())}


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield an XML document source by source."""
    yield _START
    for item in items:
        writer = _Writer(item)
        yield writer.record()
        losses += writer.rest.losses
    yield _END


class _Writer(TagWriter):
    __slots__ = ("numbers", "roles")

    def __init__(self, item: Item) -> None:
        name = WRITTEN_TYPES.get(item.type, "Misc")
        tags = WRITTEN_FIELDS | WRITTEN_WITH_TYPE.get(name, {})
        if item.type == "thesis":
            tags["genre"] = "ThesisType"
        super().__init__(item, ("word-xml",), name, tags, "Comments")
        self.roles: list[str] = []
        self.numbers: list[str] = []

    def record(self) -> str:
        """Return the item as an element."""
        is_thesis = self.item.type == "thesis"
        if is_thesis and not self.item.text.get("genre"):
            self.put("ThesisType", "Thesis")
        self.put_all("thesis" if is_thesis else TYPES[self.type_name])
        self.put("StandardNumber", "; ".join(self.numbers))
        lines = [("Tag", self.item.id), ("SourceType", self.type_name), *_joined(self.lines)]
        fields = "".join(f"<b:{tag}>{_escaped(value)}</b:{tag}>" for tag, value in lines)
        authors = f"<b:Author>{''.join(self.roles)}</b:Author>" if self.roles else ""
        return f"<b:Source>{fields}{authors}</b:Source>\n"

    def put_names(self, variable: str, names: tuple[Name, ...]) -> None:
        """Write the names of a role; an organization is alone, or has the form of a person's family name."""
        role = AUTHORS.get(self.type_name, "Author") if variable == "author" else ""
        role = role or WRITTEN_ROLES.get(variable, "")
        if not role or any(name.others for name in names):
            self.rest.put(variable, self.no_tag())
            return
        if len(names) == 1 and names[0].literal:
            inner = f"<b:Corporate>{_escaped(' '.join(names[0].literal.split()))}</b:Corporate>"
        else:
            inner = f"<b:NameList>{''.join(map(_person, names))}</b:NameList>"
            for name in names:
                if name.literal:
                    reason = "an organization among others is written as a family name"
                    self.rest.lose(variable, name.literal, reason, role)
        self.roles.append(f"<b:{role}>{inner}</b:{role}>")

    def put_date(self, variable: str, date: Date) -> None:
        """Write the date of issue or access in its parts."""
        point = date.start
        suffix = {"issued": "", "accessed": "Accessed"}.get(variable)
        if suffix is None or point is None or point.year is None or not 0 < point.year <= 9999:
            self.rest.put(variable, self.no_tag())
            return
        self.put(f"Year{suffix}", f"{point.year:04}")
        month = english_month(point.month) if point.month else ""
        season = date.season or (english_season(point.season) if point.season else "")
        self.put(f"Month{suffix}", month or season)
        self.put(f"Day{suffix}", str(point.day or ""))
        self.report_inexact(variable, date)

    def put_text(self, variable: str, value: str) -> None:
        """Write a text variable; numbers with labels share an element."""
        if variable in _LABELS and _NUMBER.match(value):
            self.numbers.append(f"{_LABELS[variable]}: {value}")
        elif variable == "language" and value in _NUMBERS_OF_LANGUAGES:
            self.put("LCID", _NUMBERS_OF_LANGUAGES[value])
        else:
            super().put_text(variable, value)

    def own_tag(self, name: str) -> str:
        """Return the place of a field that was read from this format."""
        return self.note


def _escaped(text: str) -> str:
    return escape(_FORBIDDEN.sub(" ", text))


def _person(name: Name) -> str:
    """Return a name as Word has it: the particle is in the family name, the suffix after the given names."""
    last, comma, first = name.inverted().partition(", ")
    if name.literal:
        last, comma, first = name.literal, "", ""
    given = f"<b:First>{_escaped(' '.join(first.split()))}</b:First>" if comma else ""
    return f"<b:Person><b:Last>{_escaped(' '.join(last.split()))}</b:Last>{given}</b:Person>"


def _joined(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the values with all notes in one element, since each element is there once."""
    notes = [value for tag, value in lines if tag == "Comments"]
    others = [line for line in lines if line[0] != "Comments"]
    return [*others, ("Comments", "\n".join(notes))] if notes else others
