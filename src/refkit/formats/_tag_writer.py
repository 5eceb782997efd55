"""The writer of formats with tagged lines: each variable in its tag, and the rest in the notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from refkit.formats._remainder import Remainder, date_text
from refkit.formats._values import is_page_count, without_case_marks
from refkit.model.citing import ALL_TITLES, as_csl
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_WHITE_SPACE = lazy_pattern(r"[\s\x00-\x1f\x7f]+")
_CUSTOM_TAG = lazy_pattern(r"(.+?)(?:-[0-9]+)?\Z")


class TagWriter:
    """State of a writer: the item, its tags so far as (tag, value), and the rest.

    `formats` are those whose fields have the names of these tags, `tags` are the tags of the variables in records of
    the type that is written, `note` is the tag of notes. Subclasses override the methods for values that their format
    writes in its own way.
    """

    __slots__ = ("formats", "item", "lines", "note", "rest", "tags", "type_name")

    def __init__(
        self,
        item: Item,
        formats: Collection[str],
        type_name: str,
        tags: Mapping[str, str],
        note: str,
    ) -> None:
        self.item = as_csl(item, ALL_TITLES)
        self.formats = formats
        self.type_name = type_name
        self.tags = tags
        self.note = note
        self.lines: list[tuple[str, str]] = []
        self.rest = Remainder(self.item, note)

    def put_all(self, read_type: str) -> None:
        """Write all values; `read_type` is the item type that the type of the record is read as."""
        item = self.item
        if read_type != item.type:
            self.rest.put_type(f"the format has no type for it; {self.type_name} is written")
        for variable, names in item.names.items():
            self.put_names(variable, names)
        for variable, date in item.dates.items():
            self.put_date(variable, date)
        for variable, value in item.text.items():
            self.put_text(variable, value)
        for name, value in item.custom.items():
            self.put_custom(name, value)
        for line in self.rest.lines:
            self.put(self.note, line)

    def put(self, tag: str, value: str) -> None:
        """Add a tag with a value in one line, unless the value is empty."""
        value = _WHITE_SPACE.sub(" ", without_case_marks(value)).strip()
        if value:
            self.lines.append((tag, value))

    def put_names(self, variable: str, names: tuple[Name, ...]) -> None:
        """Write each name in a tag of its own."""
        tag = self.tags.get(variable)
        if tag is None or self.is_misread(variable):
            self.rest.put(variable, self.no_tag())
            return
        for name in names:
            self.put(tag, self.person(name))

    def person(self, name: Name) -> str:
        """Return a name as the format writes it."""
        return name.inverted()

    def put_date(self, variable: str, date: Date) -> None:
        """Write a date; a range or uncertain date is also in the notes."""
        tag = self.tags.get(variable)
        if tag is None:
            self.rest.put(variable, self.no_tag())
            return
        self.put(tag, self.date(date))
        self.report_inexact(variable, date)

    def put_year(self, date: Date, year_tag: str, date_tag: str) -> None:
        """Write the date of issue as a year of four digits, and a more precise date in another tag."""
        point = date.start
        if point is None or point.year is None or not 0 < point.year <= 9999:
            self.rest.put("issued", "the date of issue begins with a year of four digits")
            return
        self.put(year_tag, f"{point.year:04}")
        if point.month or point.season or date.season:
            self.put(date_tag, self.date(date))
        self.report_inexact("issued", date)

    def date(self, date: Date) -> str:
        """Return a date as the format writes it."""
        return date_text(date)

    def report_inexact(self, variable: str, date: Date) -> None:
        """Add a date to the notes that the format cannot write completely."""
        if date.end or date.open_end or date.open_start or date.approximate or date.uncertain:
            reason = "the format has no ranges and no uncertain dates; the start is written"
            self.rest.put(variable, reason)

    def put_text(self, variable: str, value: str) -> None:
        """Write a text variable."""
        if variable == "keyword" and "keyword" in self.tags:
            for keyword in value.split(";" if ";" in value else ","):
                self.put(self.tags["keyword"], keyword)
        elif variable == "note":
            for line in value.split("\n"):
                self.put(self.note, line)
        elif variable in self.tags and self.is_misread(variable):
            self.rest.put(variable, "its tag would be read as another variable in this record")
        elif variable in self.tags:
            self.put(self.tags[variable], value)
        else:
            self.rest.put(variable, self.no_tag())

    def is_misread(self, variable: str) -> bool:
        """Whether the tag of a variable is read as another one, because of its value or of what the item lacks."""
        text = self.item.text
        if variable == "container-title-short":
            return "container-title" not in text or "container-title" not in self.tags
        if variable == "collection-editor":
            has_editor = "editor" in self.item.names and "editor" in self.tags
            return "collection-title" not in text and not has_editor
        if variable == "PMCID":
            return not text[variable].upper().startswith("PMC")
        return variable == "number-of-pages" and not is_page_count(text[variable])

    def put_custom(self, name: str, value: str) -> None:
        """Write a tag of a file of this format again; other fields go to the notes."""
        tag = _CUSTOM_TAG.match(name)
        entry = self.item.entry
        if tag and entry is not None and entry.source.format in self.formats:
            self.put(self.own_tag(tag[1]), value)
        else:
            self.rest.put_custom(name, value, "it is a field of another format")

    def own_tag(self, name: str) -> str:
        """Return the tag of a field that was read from this format."""
        return name.upper()

    def no_tag(self) -> str:
        """Return why a variable is not written in a tag."""
        return f"there is no tag for it in records of the type {self.type_name}"
