"""Changes of an item as edits of the fields of its entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from refkit.data.bibtex import ENTRY_TYPES
from refkit.data.bibtex_csl import ITEM_TYPES
from refkit.data.csl import VARIABLES
from refkit.errors import RefkitError
from refkit.formats.bibtex.combined_fields import COMBINED_FIELDS
from refkit.formats.bibtex.database import BibEntry
from refkit.formats.bibtex.dialect import BIBLATEX_FIELDS
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_text import EditError
from refkit.formats.bibtex.fields import build_item, variable_of_field
from refkit.formats.bibtex.fields_write import entry_fields, entry_type_of, field_of
from refkit.formats.bibtex.inherit import InheritedField
from refkit.formats.bibtex.reader import resolved_fields
from refkit.formats.bibtex.writer import clean_value
from refkit.model.entry import Entry, Field
from refkit.model.item import Item, origins_in_memory
from refkit.model.misspelt_names import verify_name
from refkit.model.sentence_case import with_protected_titles
from refkit.model.values import known_type, text_from, type_named

# The fields that together are the date of publication.
_DATE_FIELDS = ("date", "year", "month", "day")
# Variables whose fields have other names in other types of entries.
_MOVING_VARIABLES = ("container-title", "publisher", "publisher-place", "genre")


class Draft:
    """An entry while its fields are changed; `build` returns the item of its current text."""

    __slots__ = ("_build", "_read", "document", "node", "unicode")

    def __init__(
        self,
        document: Document,
        node: int,
        build: Callable[[], Item],
        unicode: bool,
        item: Item | None = None,
    ) -> None:
        """Prepare the changes of an entry, of whose text `item` is known to be read."""
        self.document, self.node, self.unicode = document, node, unicode
        self._build = build
        self._read = (self.text, item) if item is not None else None

    def read(self) -> Item:
        """Return the item of the current text."""
        text = self.text
        if self._read is None or self._read[0] != text:
            self._read = (text, self._build())
        return self._read[1]

    def own_names(self) -> list[str]:
        """Return the names of the fields that the entry has itself, in lower case."""
        return [name for name, _ in self.document.own_fields(self.node)]

    def set(self, name: str, value: str) -> None:
        """Set a field to a value in TeX."""
        self.document.set_field_of(self.node, name, value)

    def set_tex(self, name: str, tex: str) -> None:
        """Set a field of the dialect to a value as the writer gives it."""
        own = self.own_names()
        if name not in own:
            entry_type = self.document.entry_type(self.node)
            name = _name_in_dialect(self.document, entry_type, name)
        self.set(name, clean_value(tex))

    def remove(self, name: str) -> None:
        """Remove a field if the entry has it."""
        if name in self.own_names():
            self.document.remove_field_of(self.node, name)

    @property
    def text(self) -> str:
        """The text of the entry."""
        return self.document.entries.entry_text(self.node)

    def restore(self, text: str) -> None:
        """Return to an earlier text."""
        if self.text != text:
            self.document.replace_entry(self.node, text)


def _name_in_dialect(document: Document, entry_type: str, name: str) -> str:
    """Return the name to write a field with: CSL's for one of BibLaTeX with which the file would not be BibTeX."""
    if document.dialect == "biblatex" or name not in BIBLATEX_FIELDS:
        return name
    variable = variable_of_field(entry_type, name)
    if document.dialect_margin < 1 and variable in VARIABLES:
        return variable.lower()
    document.dialect_margin -= 1
    return name


def changed_fields(draft: Draft, values: Mapping[str, object]) -> None:
    """Set variables and fields of an entry, and remove those with the value None."""
    for name, value in values.items():
        variable = _variable_of(draft, name)
        if variable:
            _set_variable(draft, variable, value)
        elif value is None:
            draft.remove(name.lower())
        else:
            if name.lower() not in draft.own_names():
                verify_name(name)
            draft.set(name, text_from(name, value))


def _variable_of(draft: Draft, name: str) -> str:
    """Return the variable that a name means in an entry, or "" if it means a field."""
    if name in ("id", "type"):
        hint = "library.rename(old, new)" if name == "id" else "item.retype(new_type)"
        raise RefkitError(f"`{name}` is not a variable; use `{hint}`")
    variable = name if name in VARIABLES else name.replace("_", "-")
    if variable not in VARIABLES:
        return ""
    entry_type = draft.document.entry_type(draft.node)
    return variable if means_variable(entry_type, variable) else ""


def means_variable(entry_type: str, variable: str) -> bool:
    """Whether the name of a variable is not that of a field with another meaning, as `number` in an article."""
    return variable_of_field(entry_type, variable) in ("", variable)


def _set_variable(draft: Draft, variable: str, value: object) -> None:
    """Set or remove a variable, so that the entry is read as the item with this value."""
    before = draft.read()
    wanted = before.replace()
    wanted.set_variable(variable, value)
    if wanted == before:
        return
    origin = origins_in_memory(before).get(variable)
    _check_removal(before, wanted, variable, origin)
    own = draft.own_names()
    changes = _difference(draft, before, wanted, _dialect_for(draft, variable, own))
    _move_to_origin(changes, origin, own)
    for name, tex in changes.items():
        if tex is None:
            draft.remove(name)
        else:
            draft.set_tex(name, tex)
    _remove_others(draft, variable, wanted, [name for name in own if name not in changes])


def _check_removal(before: Item, wanted: Item, variable: str, origin: Field | None) -> None:
    """Raise EditError for the removal of an inherited variable."""
    if variable not in wanted and isinstance(origin, InheritedField):
        raise EditError(
            f"`{variable}` of `{before.id}` is that of `{origin.parent.key}`; remove it there"
        )


def _dialect_for(draft: Draft, variable: str, own: Sequence[str]) -> str:
    """Return the dialect in whose fields a variable is written: a date as it is written already."""
    if variable == "issued" and "date" in own:
        return "biblatex"
    return "bibtex" if variable == "issued" and "year" in own else draft.document.dialect


def _difference(draft: Draft, before: Item, wanted: Item, dialect: str) -> dict[str, str | None]:
    """Return the fields that have another value for the wanted item, or None."""
    entry_type = draft.document.entry_type(draft.node)
    old, new = (
        dict(entry_fields(item, dialect, entry_type, unicode=draft.unicode)[1])
        for item in (before, wanted)
    )
    return {name: new.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}


def _move_to_origin(
    changes: dict[str, str | None], origin: Field | None, own: Sequence[str]
) -> None:
    """Write a value to the field that contains the old one, if that is not the usual one."""
    if origin is None or isinstance(origin, InheritedField) or origin.name in changes:
        return
    absent = [name for name in changes if name not in own]
    if origin.name in own and len(absent) == 1 and origin.name not in _DATE_FIELDS:
        changes[origin.name] = changes.pop(absent[0])


def _remove_others(draft: Draft, variable: str, wanted: Item, others: Sequence[str]) -> None:
    """Remove fields that are part of the old value, such as a subtitle, if this gives the wanted item."""
    if _is_equal(draft.read(), wanted):
        return
    entry_type = draft.document.entry_type(draft.node)
    parts = [
        name
        for name in others
        if name in COMBINED_FIELDS or variable_of_field(entry_type, name) == variable
    ]
    text = draft.text
    dates = _DATE_FIELDS if draft.document.dialect == "biblatex" else _DATE_FIELDS[1:]
    inherited = [] if variable != "issued" else [n for n in dates if n not in draft.own_names()]
    for names in chain(_attempts(parts), _part_names(draft, variable, parts), [inherited]):
        for name in names:
            draft.remove(name) if name in parts else draft.set(name, "")
        if _is_equal(draft.read(), wanted):
            return
        draft.restore(text)


def _part_names(draft: Draft, variable: str, names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the fields that are part of a variable and of no other, such as `subtitle` of a title."""
    text, before = draft.text, draft.read()
    parts = []
    for name in names:
        draft.remove(name)
        after = draft.read()
        if not _is_equal(after, before) and _is_equal(*_without(variable, after, before)):
            parts.append(name)
        draft.restore(text)
    yield parts


def _without(variable: str, *items: Item) -> list[Item]:
    """Return copies of items without a variable."""
    copies = [item.replace() for item in items]
    for copy in copies:
        copy.set_variable(variable, None)
    return copies


def _attempts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield names to remove: one by one, and all."""
    yield from ([name] for name in names)
    if len(names) > 1:
        yield names


def _is_equal(one: Item, other: Item) -> bool:
    """Whether two items have equal variables."""
    return (one.names, one.dates, one.text) == (other.names, other.dates, other.text)


def written_item(draft: Draft, wanted: Item) -> None:
    """Write an item to an entry, and nothing that is there already."""
    before = draft.read()
    if wanted.type != before.type:
        _retype(draft, _entry_type_for(draft, wanted.type))
        _put_subtype(draft, wanted.type)
    for variable in {
        **before.names,
        **before.dates,
        **before.text,
        **wanted.names,
        **wanted.dates,
        **wanted.text,
    }:
        _set_variable(draft, variable, _value(wanted, variable))
    for name, tex in _difference(draft, draft.read(), wanted, draft.document.dialect).items():
        if name in before.custom or name in wanted.custom:
            draft.remove(name) if tex is None else draft.set_tex(name, tex)


def _value(item: Item, variable: str) -> object:
    values = (item.names.get(variable), item.dates.get(variable), item.text.get(variable))
    return next((value for value in values if value), None)


def retyped_fields(draft: Draft, new_type: str) -> None:
    """Change the type of an entry to one of BibTeX or CSL, and move its fields.

    A type that the dialect does not have becomes the nearest one that it has, with `entrysubtype`. Raises
    UnknownChoice for a type of neither.
    """
    item_type, name = known_type(new_type), new_type.lower()
    is_biblatex = draft.document.dialect == "biblatex"
    is_entry_type = name in ENTRY_TYPES or (is_biblatex and name in ITEM_TYPES)
    if is_entry_type:
        item_type = ITEM_TYPES[name]
    _retype(draft, name if is_entry_type else _entry_type_for(draft, item_type))
    _put_subtype(draft, item_type)


def _put_subtype(draft: Draft, item_type: str) -> None:
    """Write the type of an item to `entrysubtype` if the entry is read as another type."""
    if draft.read().type == item_type:
        return
    draft.remove("entrysubtype")
    wanted = draft.read().replace()
    wanted.type = item_type
    entry_type, dialect = draft.document.entry_type(draft.node), draft.document.dialect
    subtype = dict(entry_fields(wanted, dialect, entry_type)[1]).get("entrysubtype")
    if subtype and draft.read().type != item_type:
        draft.set("entrysubtype", subtype)


def _entry_type_for(draft: Draft, item_type: str) -> str:
    wanted = draft.read().replace()
    wanted.type, wanted.entry = type_named(item_type), None
    return entry_type_of(wanted, draft.document.dialect == "biblatex")


def _retype(draft: Draft, entry_type: str) -> None:
    """Change the type of an entry, and rename the fields that have other names in the new type."""
    before, old = draft.read(), draft.document.entry_type(draft.node)
    dialect = draft.document.dialect
    for variable in _MOVING_VARIABLES:
        origin = origins_in_memory(before).get(variable)
        if origin is None or isinstance(origin, InheritedField):
            continue
        name = field_of(before, variable, dialect, entry_type)
        is_usual = origin.name == field_of(before, variable, dialect, old)
        own = draft.own_names()
        if is_usual and name != origin.name and origin.name in own and name not in own:
            draft.document.rename_field_of(draft.node, origin.name, name)
    draft.document.set_type_of(draft.node, entry_type)


def new_entry(
    item: Item, document: Document, unicode: bool, has_key: Callable[[str], bool]
) -> tuple[str, dict[str, str]]:
    """Return the type and the fields of an entry for an item; one from a .bib file keeps its TeX."""
    entry, dialect = item.entry, document.dialect
    if (
        isinstance(entry, BibEntry)
        and entry.database.dialect == dialect
        and _is_as_read(item, entry)
    ):
        return entry.type, {f.name: f.value for f in _fields_of(entry, has_key) if f.value}
    entry_type, fields = entry_fields(with_protected_titles(item), dialect, unicode=unicode)
    return entry_type, {
        _name_in_dialect(document, entry_type, name): clean_value(value) for name, value in fields
    }


def _is_as_read(item: Item, entry: BibEntry) -> bool:
    read = build_item(entry, resolved_fields(entry), entry.database.dialect)[0]
    return _is_equal(read, item) and (read.type, read.custom) == (item.type, item.custom)


def _fields_of(entry: Entry, has_key: Callable[[str], bool]) -> list[Field]:
    """Return the fields of an entry with macros expanded, and the inherited ones if the parent is not there."""
    links = [entry.get(name) for name in ("crossref", "xdata")]
    keys = [key.strip() for link in links if link for key in link.value.split(",")]
    if keys and not all(map(has_key, keys)):
        fields = resolved_fields(entry).values()
        return [field for field in fields if field.name not in ("crossref", "xdata")]
    return entry.fields
