"""Writer for PubMed's format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.data.nbib import OTHER_ITEM_TYPE, PUBLICATION_TYPES, TAGS, WRITTEN_TYPES
from refkit.data.words.months import english_month, english_season
from refkit.formats._remainder import date_text
from refkit.formats._tag_writer import TagWriter
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name

_TAGS = {variable: tag for tag, variable in reversed(TAGS.items())} | {
    "container-title": "JT",
    "keyword": "OT",
}
_ORDER = {
    tag: rank
    for rank, tags in enumerate(
        "PMID OWN PMC IS ISBN VI IP DP TI BTI PG LID AB FAU/CN FED LA PT DEP TA JT".split()
    )
    for tag in tags.split("/")
}


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the record of each item, with an empty line after it."""
    for item in items:
        writer = _Writer(item)
        yield writer.record()
        losses += writer.rest.losses


class _Writer(TagWriter):
    __slots__ = ()

    def __init__(self, item: Item) -> None:
        type_name = WRITTEN_TYPES.get(item.type, WRITTEN_TYPES[OTHER_ITEM_TYPE])
        is_book = item.type == "book"
        tags = _TAGS
        if is_book:  # the title of the book would be read as that of a chapter beside another one
            tags = {v: tag for v, tag in _TAGS.items() if v != "container-title"} | {"title": "BTI"}
        if item.type == "chapter":
            tags = tags | {"container-title": "BTI"}
        super().__init__(item, ("nbib",), type_name, tags, "GN")

    def record(self) -> str:
        """Return the record with an empty line after it."""
        self.put("PT", self.type_name)
        self.put_all(PUBLICATION_TYPES.get(self.type_name.lower(), OTHER_ITEM_TYPE))
        if not any(tag == "PMID" for tag, _ in self.lines):
            self.lines.append(("OWN", "refkit"))
        ordered = sorted(self.lines, key=lambda line: _ORDER.get(line[0], len(_ORDER)))
        return "".join(f"{tag:<4}- {value}\n" for tag, value in ordered) + "\n"

    def put_names(self, variable: str, names: tuple[Name, ...]) -> None:
        """Write persons with their full names, and groups as such."""
        if variable not in ("author", "editor") or (
            variable == "editor" and any(n.literal for n in names)
        ):
            super().put_names(variable, names)
            return
        for name in names:
            self.put("CN" if name.literal else self.tags[variable], self.person(name))

    def is_misread(self, variable: str) -> bool:
        """Whether the tag of a variable is read as another one: a book's title as its own, a place as a country."""
        text = self.item.text
        if self.item.type == "chapter" and variable.startswith("container-title"):
            return "title" not in text or super().is_misread(variable)
        if variable == "publisher-place":
            return "publisher" not in text
        return super().is_misread(variable)

    def date(self, date: Date) -> str:
        """Return a date as year, month and day: 2019 Mar 7."""
        point = date.start
        if point is None or point.year is None:
            return date_text(date)
        month = english_month(point.month)[:3] if point.month else ""
        season = date.season or (english_season(point.season) if point.season else "")
        return " ".join(filter(None, (str(point.year), month or season, str(point.day or ""))))

    def put_text(self, variable: str, value: str) -> None:
        """Write a text variable; a title with the full stop of PubMed, a DOI with its kind."""
        if variable == "DOI":
            self.put("LID", f"{value} [doi]")
        elif variable == "title" and value[-1:] not in ".?!":
            self.put(self.tags["title"], f"{value}.")
        else:
            super().put_text(variable, value)
