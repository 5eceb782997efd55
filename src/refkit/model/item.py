"""A reference as understood: an item with CSL's types and variables."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Self, overload

from refkit.model.date import NO_DATE, Date
from refkit.model.name import Name
from refkit.model.source import Span
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from refkit.model.entry import Entry, Field


class _NameVariable:
    """Descriptor for a name variable of an item; an absent one is the empty tuple."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.variable = name.replace("_", "-")

    @overload
    def __get__(self, item: None, owner: type) -> Self: ...
    @overload
    def __get__(self, item: Item, owner: type) -> tuple[Name, ...]: ...
    def __get__(self, item: Item | None, owner: type) -> Self | tuple[Name, ...]:
        return self if item is None else item.names.get(self.variable, ())


class _DateVariable:
    """Descriptor for a date variable of an item; an absent one is an empty date."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.variable = name.replace("_", "-")

    @overload
    def __get__(self, item: None, owner: type) -> Self: ...
    @overload
    def __get__(self, item: Item, owner: type) -> Date: ...
    def __get__(self, item: Item | None, owner: type) -> Self | Date:
        return self if item is None else item.dates.get(self.variable, NO_DATE)


class _TextVariable:
    """Descriptor for a string or number variable of an item; an absent one is the empty string."""

    def __init__(self, variable: str = "") -> None:
        self.variable = variable

    def __set_name__(self, owner: type, name: str) -> None:
        self.variable = self.variable or name.replace("_", "-")

    @overload
    def __get__(self, item: None, owner: type) -> Self: ...
    @overload
    def __get__(self, item: Item, owner: type) -> str: ...
    def __get__(self, item: Item | None, owner: type) -> Self | str:
        return self if item is None else item.text.get(self.variable, "")


@dataclass(slots=True)
class Item:
    """A reference with CSL 1.0.2's item types and variables.

    `names`, `dates` and `text` map CSL's variables ("container-title") to their values; text is Unicode with
    CSL-JSON's inline markup (`<i>`, `<b>`, `<sup>`, `<sub>`, `<span class="nocase">`,
    `<span style="font-variant:small-caps;">`). `custom` contains fields that CSL has no variable for, under
    their names in the file. `origins` maps a variable to the entry field that it was read from.
    Every variable is also an attribute, with `_` for `-`: `item.author`, `item.container_title`, `item.DOI`.
    """

    id: str
    type: str = "document"
    names: MutableMapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    entry: Entry | None = field(default=None, compare=False, repr=False)
    origins: Mapping[str, Field] = field(default_factory=dict, compare=False, repr=False)

    def source_field(self, variable: str) -> Field | None:
        """Return the field that a variable was read from, or None if it is unknown."""
        source_field = self.origins.get(variable)
        if source_field is None and self.entry is not None:
            return self.entry.get(variable.lower())
        return source_field

    def place(self, variable: str) -> Span:
        """Return the span of a variable's value in the source, `item.entry.source`.

        A variable that no field states has the place of the cite key, or of the start of the entry if there is no
        key. An item that was not read from a source has the empty span at 0.
        """
        source_field = self.source_field(variable)
        if source_field is not None:
            return source_field.value_span
        if self.entry is None:
            return Span(0, 0)
        key = self.entry.key_span
        return key if key.end > key.start else Span(*self.entry.span)

    author = _NameVariable()
    chair = _NameVariable()
    collection_editor = _NameVariable()
    compiler = _NameVariable()
    composer = _NameVariable()
    container_author = _NameVariable()
    contributor = _NameVariable()
    curator = _NameVariable()
    director = _NameVariable()
    editor = _NameVariable()
    editor_translator = _NameVariable()
    editorial_director = _NameVariable()
    executive_producer = _NameVariable()
    guest = _NameVariable()
    host = _NameVariable()
    illustrator = _NameVariable()
    interviewer = _NameVariable()
    narrator = _NameVariable()
    organizer = _NameVariable()
    original_author = _NameVariable()
    performer = _NameVariable()
    producer = _NameVariable()
    recipient = _NameVariable()
    reviewed_author = _NameVariable()
    script_writer = _NameVariable()
    series_creator = _NameVariable()
    translator = _NameVariable()

    accessed = _DateVariable()
    available_date = _DateVariable()
    event_date = _DateVariable()
    issued = _DateVariable()
    original_date = _DateVariable()
    submitted = _DateVariable()

    abstract = _TextVariable()
    annote = _TextVariable()
    archive = _TextVariable()
    archive_collection = _TextVariable("archive_collection")
    archive_location = _TextVariable("archive_location")
    archive_place = _TextVariable()
    authority = _TextVariable()
    call_number = _TextVariable()
    chapter_number = _TextVariable()
    citation_key = _TextVariable()
    citation_label = _TextVariable()
    collection_number = _TextVariable()
    collection_title = _TextVariable()
    container_title = _TextVariable()
    container_title_short = _TextVariable()
    dimensions = _TextVariable()
    division = _TextVariable()
    DOI = _TextVariable()
    edition = _TextVariable()
    event = _TextVariable()
    event_place = _TextVariable()
    event_title = _TextVariable()
    genre = _TextVariable()
    ISBN = _TextVariable()
    ISSN = _TextVariable()
    issue = _TextVariable()
    jurisdiction = _TextVariable()
    keyword = _TextVariable()
    language = _TextVariable()
    license = _TextVariable()
    medium = _TextVariable()
    note = _TextVariable()
    number = _TextVariable()
    number_of_pages = _TextVariable()
    number_of_volumes = _TextVariable()
    original_publisher = _TextVariable()
    original_publisher_place = _TextVariable()
    original_title = _TextVariable()
    page = _TextVariable()
    page_first = _TextVariable()
    part_number = _TextVariable()
    part_title = _TextVariable()
    PMCID = _TextVariable()
    PMID = _TextVariable()
    printing_number = _TextVariable()
    publisher = _TextVariable()
    publisher_place = _TextVariable()
    references = _TextVariable()
    reviewed_genre = _TextVariable()
    reviewed_title = _TextVariable()
    scale = _TextVariable()
    section = _TextVariable()
    source = _TextVariable()
    status = _TextVariable()
    supplement_number = _TextVariable()
    title = _TextVariable()
    title_short = _TextVariable()
    URL = _TextVariable()
    version = _TextVariable()
    volume = _TextVariable()
    volume_title = _TextVariable()
    year_suffix = _TextVariable()
