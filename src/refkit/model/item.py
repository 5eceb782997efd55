"""A reference as understood: an item with CSL's types and variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Protocol, Self, TypeVar, cast, overload

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.model.date import NO_DATE, Date
from refkit.model.name import Name
from refkit.model.source import Span
from refkit.records import dataclass, field

V = TypeVar("V", str, Date, tuple[Name, ...])

if TYPE_CHECKING:
    from refkit.model.entry import Entry, Field
    from refkit.model.values import Names, Settable, When
    from refkit.model.variable_types import DateVariable, NameVariable


class Owner(Protocol):
    """A library that writes the changes of its items to their source."""

    is_stale: bool

    def refresh(self) -> None:
        """Read the changed sources again, so that spans are those in their current texts."""

    def field_value(self, item: Item, name: str) -> str | None:
        """Return the value of a field as written, or None if the name means a variable or there is no such field."""

    def change_item(self, item: Item, values: Mapping[str, object]) -> None:
        """Set variables and fields of an item, and remove those with the value None."""

    def retype_item(self, item: Item, new_type: str) -> None:
        """Change the type of an item."""


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

    def __set__(self, item: Item, value: Names) -> None:
        item.update({self.variable: value})


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

    def __set__(self, item: Item, value: When) -> None:
        item.update({self.variable: value})


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

    def __set__(self, item: Item, value: str | int) -> None:
        item.update({self.variable: value})


@dataclass(slots=True)
class Item:
    """A reference with CSL 1.0.2's item types and variables.

    `names`, `dates` and `text` map CSL's variables ("container-title") to their values; text is Unicode with
    CSL-JSON's inline markup (`<i>`, `<b>`, `<sup>`, `<sub>`, `<span class="nocase">`,
    `<span style="font-variant:small-caps;">`). `custom` contains fields that CSL has no variable for, under
    their names in the file. `origins` maps a variable to the entry field that it was read from.
    Every variable is also an attribute, with `_` for `-`: `item.author`, `item.container_title`, `item.DOI`.

    `item["title"]` is a variable, or else a field of the entry as it is written. If the item belongs to a library that
    was loaded, setting one changes the text of the library, which `library.save()` writes to the file.
    """

    id: str
    type: str = "document"
    names: MutableMapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    entry: Entry | None = field(default=None, compare=False, repr=False)
    origins: Mapping[str, Field] = field(default_factory=dict, compare=False, repr=False)
    _owner: Owner | None = field(default=None, init=False, compare=False, repr=False)

    @classmethod
    def new(cls, type: str, id: str = "", **variables: Settable) -> Item:  # noqa: A002
        """Return an item with a type of CSL or BibTeX and variables, whose names have `_` for `-`.

        Texts are Unicode. Names are a text ("Doe, Jane and Roe, R.") or a list, dates a year, a text or a date.
        BibTeX's names of variables are known, too (`journal`, `year`, `pages`).
        """
        from refkit.model.values import known_type

        item = cls(id, known_type(type, variables))
        item.update(variables)
        return item

    def replace(self, **variables: Settable) -> Item:
        """Return a copy with other values in some variables, `id` or `type`, which does not belong to a library."""
        copy = Item(
            self.id, self.type, dict(self.names), dict(self.dates), dict(self.text),
            dict(self.custom), entry_in_memory(self), origins_in_memory(self),
        )  # fmt: skip
        copy.update(variables)
        return copy

    @overload
    def __getitem__(self, name: NameVariable) -> tuple[Name, ...]: ...  # type: ignore[overload-overlap]
    @overload
    def __getitem__(self, name: DateVariable) -> Date: ...  # type: ignore[overload-overlap]
    @overload
    def __getitem__(self, name: str) -> str: ...
    def __getitem__(self, name: str) -> str | tuple[Name, ...] | Date:
        """Return a variable, or else a field as it is written. Raises KeyError if there is neither."""
        value = self._value(name)
        if value is None:
            from refkit.errors import nearest

            near = nearest(name, self)
            hint = f"; did you mean `{near}`?" if near else ""
            raise KeyError(f"`{self.id}` has no `{name}`{hint}")
        return value

    def _value(self, name: str) -> str | tuple[Name, ...] | Date | None:
        if name in ("id", "type"):
            return self.id if name == "id" else self.type
        written = self._owner.field_value(self, name) if self._owner else None
        if written is not None:
            return written
        if name in NAME_VARIABLES:
            return self.names.get(name)
        if name in DATE_VARIABLES:
            return self.dates.get(name)
        if name in self.text:
            return self.text[name]
        return self._field_value(name)

    def _field_value(self, name: str) -> str | tuple[Name, ...] | Date | None:
        """Return a field as it is written, unless its variable was changed since; or a custom field."""
        from refkit.model.values import variable_named

        entry = entry_in_memory(self)
        field = entry.get(name.lower()) if entry is not None else None
        variable = variable_named(name, self.type)
        if field is not None and (
            not variable or origins_in_memory(self).get(variable) is not None
        ):
            return field.value
        return self._value(variable) if variable != name and variable else self.custom.get(name)

    def __setitem__(self, name: str, value: Settable) -> None:
        """Set a variable to a value as `Item.new` accepts it, or a field to a value as it is written (TeX)."""
        self.update({name: value})

    def __delitem__(self, name: str) -> None:
        """Remove a variable or field. Raises KeyError if there is neither."""
        self[name]
        self.update({name: None})

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._value(name) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the variables, and of the other fields."""
        yield from (*self.names, *self.dates, *self.text, *self.custom)

    def get(self, name: str, default: str = "") -> str | tuple[Name, ...] | Date:
        """Return a variable, or else a field as it is written, or else `default`."""
        value = self._value(name)
        return default if value is None else value

    def update(self, values: Mapping[str, object]) -> None:
        """Set several variables and fields at once; the value None removes one."""
        if self._owner is not None:
            self._owner.change_item(self, values)
        else:
            self.set_values(values)

    def set_values(self, values: Mapping[str, object]) -> None:
        """Set several variables of this object alone, by the names that `Item.new` accepts."""
        if not values:
            return
        from refkit.model.misspelt_names import verify_name
        from refkit.model.values import text_from, variable_named, with_whole_date

        if "type" in values:
            self.set_type(text_from("type", values["type"]))
        self.id = text_from("id", values.get("id", self.id))
        for name, value in with_whole_date(values, self.issued).items():
            if name in ("id", "type"):
                continue
            variable = variable_named(name, self.type)
            if not variable and name not in self.custom:
                verify_name(name)
            self.set_variable(variable or name, value)

    def set_variable(self, variable: str, value: object) -> None:
        """Set a variable or custom field of this object alone; None and empty values remove it."""
        from refkit.data.csl import VARIABLES
        from refkit.model.values import value_for

        converted = None if value is None else value_for(variable, value)
        is_variable = variable in VARIABLES or variable.removesuffix("-short") in VARIABLES
        if type(converted) is str and converted and is_variable and variable not in self.custom:
            self.text[variable] = converted
        else:
            self._put(variable, converted, is_variable)
        origins = origins_in_memory(self)
        if origins and variable in origins:
            self.origins = {v: field for v, field in origins.items() if v != variable}

    def _put(
        self, variable: str, value: str | tuple[Name, ...] | Date | None, is_variable: bool
    ) -> None:
        """Set a variable or custom field in the dictionary for its values, and remove it from the others."""
        text = value if isinstance(value, str) else ""
        _put(self.names, variable, value if isinstance(value, tuple) else ())
        _put(self.dates, variable, value if isinstance(value, Date) else NO_DATE)
        _put(self.text, variable, text if is_variable else "")
        _put(self.custom, variable, "" if is_variable else text)

    def retype(self, new_type: str) -> None:
        """Change the type to one of BibTeX or CSL; in a .bib entry, fields move to those of the new type."""
        if self._owner is not None:
            self._owner.retype_item(self, new_type)
        else:
            self.set_type(new_type)

    def set_type(self, new_type: str) -> None:
        """Set the type of this object alone to one of CSL or BibTeX."""
        from refkit.model.values import known_type

        self.type = known_type(new_type)

    def plain(self, variable: str) -> str:
        """Return a variable as text without markup: names as spoken, dates as in ISO 8601; "" if it is absent."""
        from refkit.model.values import without_markup

        value = self._value(variable)
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        return "" if value is None else without_markup(str(value))

    def to_csl_json(self) -> dict[str, object]:
        """Return the item as an object of CSL-JSON, with titles from BibTeX in sentence case."""
        from refkit.model.citing import as_csl
        from refkit.model.csl_json import record_from_item

        return record_from_item(as_csl(self))

    def _repr_html_(self) -> str:
        """Return the item as a notebook shows it."""
        from refkit.model.library_html import item_html

        return item_html(self)

    def __getstate__(self) -> tuple[None, dict[str, object]]:
        """Return the state for copies, which do not belong to the library."""
        names = (name for name in Item.__slots__ if name != "_owner")
        return None, {"_owner": None} | {name: getattr(self, name) for name in names}

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


def _put(values: MutableMapping[str, V], variable: str, value: V) -> None:
    """Set a variable, or remove it if its value is empty."""
    if value:
        values[variable] = value
    else:
        values.pop(variable, None)


# The attributes that depend on positions, as they are in memory.
_ENTRY, _ORIGINS = Item.__dict__["entry"], Item.__dict__["origins"]


def entry_in_memory(item: Item) -> Entry | None:
    """Return the entry from which an item was read, although its text may have changed elsewhere since."""
    return cast("Entry | None", _ENTRY.__get__(item))  # the slot of this type


def origins_in_memory(item: Item) -> Mapping[str, Field]:
    """Return the origins of the variables in this entry."""
    return cast("Mapping[str, Field]", _ORIGINS.__get__(item))  # the slot of this type


def _current(name: str, get: Callable[[Item], object]) -> None:
    """Make an attribute that depends on positions current: if the library was changed, it is read again first."""

    def current(item: Item) -> object:
        owner = item._owner
        if owner is not None and owner.is_stale:
            owner.refresh()
        return get(item)

    setattr(Item, name, property(current, Item.__dict__[name].__set__))


_current("entry", _ENTRY.__get__)
_current("origins", _ORIGINS.__get__)
