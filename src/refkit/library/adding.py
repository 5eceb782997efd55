"""References to add, as people give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from refkit.errors import RefkitError
from refkit.model.item import Item
from refkit.model.values import Settable, text_from, variable_named
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.library import Library

_TYPE = lazy_pattern(r"[A-Za-z_-]+")


def item_from(item: Item | Mapping[str, object] | str, variables: Mapping[str, Settable]) -> Item:
    """Return the item of an item, an object, a text with one reference, or a type with variables."""
    if isinstance(item, Item):
        return item.replace(**variables) if variables else item
    if isinstance(item, Mapping) and "ENTRYTYPE" in item and "ID" in item:
        return _item_of_entry(item).replace(**variables)
    if isinstance(item, Mapping):
        return _item_of_object({**item, **variables})
    if not isinstance(item, str):
        kind = type(item).__name__
        raise TypeError(
            f"a reference is an Item, an object of CSL-JSON, a text or a type, not {kind}"
        )
    if variables or _TYPE.fullmatch(item):
        return _new(item or "document", variables)
    return _parsed(item)


def put(library: Library, key: str, value: Item | Mapping[str, object] | str) -> None:
    """Add a reference under a key, or give the one with this key its type and values."""
    if not isinstance(key, str):
        raise TypeError(f"a key is a text, not {type(key).__name__}")
    own = library.get(key)
    if own is None:
        library.add(value, key=key)
        return
    new = item_from(value, {})
    is_typed = not isinstance(value, Mapping) or any(name in value for name in _TYPE_NAMES)
    own.type = new.type if is_typed else own.type
    own.names, own.dates = dict(new.names), dict(new.dates)
    own.text, own.custom = dict(new.text), dict(new.custom)
    editor = library.editor_of(own)
    editor.write(own)
    library.note_change(editor)


def _new(type_name: str, values: Mapping[str, object]) -> Item:
    names = {name: value for name, value in values.items() if name not in _ID_NAMES}
    key = next((str(values[name]) for name in _ID_NAMES if name in values), "")
    from refkit.model.values import known_type

    item = Item(key, known_type(type_name, names))
    item.update(names)
    return item


def _item_of_entry(values: Mapping[str, object]) -> Item:
    """Return the item of an entry as bibtexparser 1 gives it: its type, its key, and fields in TeX."""
    from refkit.formats import read
    from refkit.formats.bibtex.edit import check_key
    from refkit.formats.bibtex.scan import is_balanced
    from refkit.model.source import Source

    key = str(values["ID"])
    check_key(key)
    lines = [f"@{values['ENTRYTYPE']}{{{key},"]
    for name, value in values.items():
        if name in ("ENTRYTYPE", "ID") or value is None:
            continue
        tex = text_from(name, value)
        if not is_balanced(tex):
            raise RefkitError(f"the value of `{name}` has an unmatched brace; balance its braces")
        lines.append(f"{name} = {{{tex}}},")
    library = read(Source("\n".join([*lines, "}\n"])))
    if len(library) != 1 or library.faults:
        raise RefkitError(
            f"`{key}` is not a valid entry; check its type and the names of its fields"
        )
    return library.items[0]


_ID_NAMES = ("id", "key", "ID", "citekey")
_TYPE_NAMES = ("type", "ENTRYTYPE", "entrytype")


def _item_of_object(values: Mapping[str, object]) -> Item:
    """Return the item of an object of CSL-JSON, or of one with texts as names and the fields of BibTeX."""
    from refkit.model.csl_json import item_from_record

    is_record = "type" in values and all(
        name in ("id", "type", "custom") or not _is_field(name, value)
        for name, value in values.items()
    )
    if is_record:
        return item_from_record(values)[0]
    type_name = next((str(values[name]) for name in _TYPE_NAMES if name in values), "document")
    return _new(type_name, {n: v for n, v in values.items() if n not in _TYPE_NAMES})


def _is_field(name: str, value: object) -> bool:
    """Whether a member of an object is not as in CSL-JSON: a field of BibTeX, or names or a date as text."""
    if name in NAME_VARIABLES | DATE_VARIABLES:
        return isinstance(value, (str, int))
    return name not in VARIABLES and variable_named(name) != ""


def _parsed(text: str) -> Item:
    from refkit import formats
    from refkit.model.source import Source

    is_marked = text.lstrip()[:1] in ("@", "[", "{")
    if not text.strip():
        raise RefkitError(
            "there is no reference to add; give an item, a text, or a type with variables"
        )
    read = formats.read(Source(text), None if is_marked else "text")
    if len(read) != 1:
        raise RefkitError(
            f"the text contains {len(read)} references; add them one by one, or use `library + loads(text)`"
        )
    return read.items[0]
