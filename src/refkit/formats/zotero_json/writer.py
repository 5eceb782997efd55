"""Writer for Zotero's items, in the JSON that Better BibTeX imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.data.words.months import english_season
from refkit.data.zotero import (
    CREATOR_VARIABLES,
    CREATORS_OF,
    FIELDS_OF,
    FIELDS_OF_ALL,
    ITEM_TYPES,
    NEAREST_TYPES,
    OTHER_FIELDS,
)
from refkit.formats._remainder import Remainder, date_text
from refkit.formats._values import two_part_name, without_case_marks
from refkit.formats.zotero_json.build import variables_of
from refkit.model.citing import as_csl, is_from_bibtex
from refkit.model.csl_json import name_from
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.json_text import json_text
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import replace

# Better BibTeX reads files with the identifier of its own translator only.
_CONFIG = {
    "id": "36a3b0b5-bad0-4a04-b79b-441c7cef77db",
    "label": "BetterBibTeX JSON",
    "options": {},
}
_COMMA = lazy_pattern(r"\s*[,;]\s*")
_EXTRA = "extra"
_INDENT = "\n    "


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the items as one JSON text, item by item."""
    yield f'{{\n  "config": {json_text(_CONFIG)},\n  "items": ['
    before, end = _INDENT, "]\n}\n"
    for item in items:
        writer = _Writer(item)
        text = json_text(writer.record(), indent=2)
        losses += writer.rest.losses
        yield before + text.replace("\n", _INDENT)
        before, end = f",{_INDENT}", "\n  ]\n}\n"
    yield end


def _item_type(item: Item) -> str:
    """Return the item type of Zotero: the one that the item had there, or else the first one that fits."""
    if item.entry is not None and item.entry.source.format == "zotero-json":
        for name, csl_type in ITEM_TYPES.items():
            if name.lower() == item.entry.type and csl_type == item.type:
                return name
    written = (name for name, csl_type in ITEM_TYPES.items() if csl_type == item.type)
    return next(written, NEAREST_TYPES.get(item.type, "document"))


@lru_cache(maxsize=64)
def _fields(item_type: str) -> dict[str, str]:
    """Return the field of each variable in items of a type; own names come before those of all types."""
    found: dict[str, str] = {}
    variables = variables_of(item_type)
    for name in (*FIELDS_OF[item_type].split(), *FIELDS_OF_ALL):
        found.setdefault(variables.get(name.lower(), ""), name)
    return found


@lru_cache(maxsize=64)
def _creators(item_type: str) -> dict[str, str]:
    """Return the kind of creator of each variable in items of a type."""
    found: dict[str, str] = {}
    for name in CREATORS_OF[item_type].split():
        if name in CREATOR_VARIABLES:
            found.setdefault(CREATOR_VARIABLES[name], name)
    return found


class _Writer:
    """State of the writer: the item, its record so far, and what has no field."""

    __slots__ = ("creators", "fields", "item", "item_type", "rest", "values")

    def __init__(self, item: Item) -> None:
        self.item = _without_case_marks(as_csl(item)) if is_from_bibtex(item) else item
        self.item_type = _item_type(self.item)
        self.fields = _fields(self.item_type)
        self.creators: list[dict[str, str]] = []
        self.values: dict[str, str] = {}
        self.rest = Remainder(self.item, _EXTRA, is_braced=False)

    def record(self) -> dict[str, object]:
        """Return the item as an object of Zotero."""
        item = self.item
        if ITEM_TYPES[self.item_type] != item.type:
            self.rest.put_type(f"Zotero has no item type for it; {self.item_type} is written")
        for variable, names in item.names.items():
            self._put_names(variable, names)
        for variable, date in item.dates.items():
            self._put_date(variable, date)
        for variable, value in item.text.items():
            self._put_text(variable, value)
        self._put_custom()
        return self._in_order()

    def _in_order(self) -> dict[str, object]:
        names = ("title", *FIELDS_OF[self.item_type].split(), *FIELDS_OF_ALL)
        record: dict[str, object] = {"itemType": self.item_type, "citationKey": self.item.id}
        title = self.fields["title"]
        if title in self.values:
            record[title] = self.values.pop(title)
        if self.creators:
            record["creators"] = self.creators
        record |= {name: self.values[name] for name in names if name in self.values} | self.values
        keywords = _COMMA.split(self.item.text.get("keyword", ""))
        tags = [{"tag": keyword} for keyword in keywords if keyword]
        if tags:
            record["tags"] = tags
        note = self.item.text.get("note", "")
        extra = "\n".join((*self.rest.lines, *([note] if note else ())))
        return record | {_EXTRA: extra} if extra else record

    def _put_names(self, variable: str, names: tuple[Name, ...]) -> None:
        role = _creators(self.item_type).get(variable)
        if role is None:
            self.rest.put(variable, self._no_field())
        for name in names:
            creator = _creator(name)
            if role is not None:
                self.creators.append({"creatorType": role} | creator)
            if not name.others and _read_again(creator) != name:
                reason = "a name in Zotero has two parts, or one"
                self.rest.lose(variable, str(name), reason, "creators" if role else _EXTRA)

    def _put_date(self, variable: str, date: Date) -> None:
        field = self.fields.get(variable)
        text = _date_in_words(date) if variable == "issued" else date_text(date)
        if field is None or (variable == "accessed" and date.start is None):
            self.rest.put(variable, self._no_field())
        else:
            self.values[field] = text
        if date.season:
            self.rest.lose(variable, date.season, "Zotero has no field for a season")

    def _put_text(self, variable: str, value: str) -> None:
        field = self.fields.get(variable)
        if variable in ("keyword", "note") or not value:
            return
        if field is None:
            self.rest.put(variable, self._no_field())
        else:
            self.values[field] = value

    def _put_custom(self) -> None:
        """Write fields without a variable: the owner of a patent, the number of an arXiv paper, or lines of Extra."""
        custom = dict(self.item.custom)
        if custom.get("eprint") and custom.get("eprinttype", "").lower() == "arxiv":
            subject = custom.pop("eprintclass", "")
            line = f"arXiv: {custom.pop('eprint')}" + f" [{subject}]" * bool(subject)
            self.rest.lines.append(line)
            del custom["eprinttype"]
        own = {written: name for name, written in OTHER_FIELDS.items()}
        for name, value in custom.items():
            if self.item_type == "patent" and name in own:
                self.values[own[name]] = value
            else:
                self.rest.put_custom(name, value, "it is a field of another format")

    def _no_field(self) -> str:
        return f"Zotero has no field for it in items of the type {self.item_type}"


def _without_case_marks(item: Item) -> Item:
    """Return an item without the marks of braces in .bib files; titles in Zotero are in sentence case."""
    return replace(item, text={v: without_case_marks(text) for v, text in item.text.items()})


def _creator(name: Name) -> dict[str, str]:
    if name.literal or name.others:
        return {"name": str(name)}
    family, given = two_part_name(name)
    return {"lastName": family, "firstName": given}


def _read_again(creator: dict[str, str]) -> Name | None:
    """Return the name that the reader gets from a creator."""
    if "name" in creator:
        return name_from(creator["name"])
    return name_from({"family": creator["lastName"], "given": creator["firstName"]})


def _date_in_words(date: Date) -> str:
    """Return a date; a season in words, because Zotero does not know the codes of EDTF."""
    point = date.start
    is_simple = not (date.end or date.open_end or date.open_start or date.approximate or date.uncertain)  # fmt: skip
    if point is not None and point.season and is_simple:
        return f"{english_season(point.season)} {point.year}"
    return date_text(date)
