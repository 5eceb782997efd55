"""Variables that a reference manager stores in the note."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.model.csl_dates import date_from
from refkit.model.csl_json import ALIASES, name_from
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

# A label of several words must begin each one with a capital, as Zotero's labels do; a sentence does not.
_LINE = lazy_pattern(r"\s*([A-Za-z][\w-]*|[A-Z][a-z]*(?: (?:[A-Z]\w*|of|in))+)\s*:\s*(\S.*?)\s*")
_TEX_LINE = lazy_pattern(r"\s*tex\.([\w.-]+)\s*[:=]\s*(\S.*?)\s*")
_FILE_LINK = lazy_pattern(r"(?<!\S)_eprint:\s*(?:https?://)?\S+")
_BRACES = lazy_pattern(r"\{:([A-Za-z][\w-]*)\s*+:\s*+([^{}]*?)\s*+\}")


def without_file_link(item: Item) -> Item:
    """Return an item without the line `_eprint: https://...` in its note.

    Zotero writes this address of the publisher's PDF into the note if the record has it in an unknown field, and
    exports it to BibTeX.
    """
    note = item.text.get("note", "")
    if "_eprint:" not in note:
        return item
    rest = _FILE_LINK.sub("", note).strip()
    text = {name: value for name, value in item.text.items() if name != "note"}
    return replace(item, text={**text, "note": rest} if rest else text)


def with_note_variables(item: Item) -> Item:
    """Return an item with the variables in its note, and the rest of the note.

    The syntax is Zotero's ("Citing Fields from Extra"): lines `variable: value` at the start of the note, names
    as `Family || Given`; an older form is `{:variable: value}` anywhere in the note. The labels of Zotero's fields
    and the line `type: dataset` are read, too. Better BibTeX's lines `tex.field: value` become custom fields. The
    note is interpreted when an item is cited, not when it is read, so that conversions do not change notes.
    """
    note = item.text.get("note", "")
    if ":" not in note and "tex." not in note:
        return item
    changed = replace(
        item,
        names={**item.names},
        dates={**item.dates},
        text={**item.text},
        custom={**item.custom},
    )
    remaining_note = read_note_braces(
        changed, "\n".join(_remaining_lines(changed, note.split("\n")))
    )
    if remaining_note.strip():
        changed.text["note"] = remaining_note
    else:
        del changed.text["note"]
    return changed


def take_marked_variables(item: Item) -> None:
    """Set the variables in the note that are marked as such, and remove them from it.

    `{:variable: value}` is a variable, and a line `tex.field: value` a custom field. Lines without a mark may be a
    person's words, and stay.
    """
    note = item.text.get("note", "")
    if "{:" not in note and "tex." not in note:
        return
    rest = read_note_braces(item, note)
    lines = [line for line in rest.split("\n") if not _set_tex_field(item, line)]
    if "\n".join(lines) == note:
        return
    remaining = "\n".join(filter(str.strip, lines))
    if remaining:
        item.text["note"] = remaining
    else:
        del item.text["note"]


def _remaining_lines(item: Item, lines: list[str]) -> list[str]:
    """Set the variables in the first lines, and return the other lines.

    Lines with a label that is not known stay, and do not end the variables.
    """
    kept: list[str] = []
    for number, line in enumerate(lines):
        if not line.strip() or _set_tex_field(item, line):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return kept + lines[number:]
        if not _set_variable(item, match[1], match[2]):
            kept.append(line)
    return kept


def read_note_line(item: Item, line: str) -> bool:
    """Set the variable, type or custom field in a line of a note, and return whether there is one."""
    if _set_tex_field(item, line):
        return True
    match = _LINE.fullmatch(line)
    return match is not None and _set_variable(item, match[1], match[2])


def read_note_braces(item: Item, line: str) -> str:
    """Set the variables in `{:variable: value}`, and return the rest of the line."""
    return _BRACES.sub(
        lambda match: "" if _set_variable(item, match[1], match[2]) else match[0], line
    )


def _set_tex_field(item: Item, line: str) -> bool:
    match = _TEX_LINE.fullmatch(line)
    if match is not None:
        item.custom.setdefault(match[1], match[2])
    return match is not None


def _set_variable(item: Item, label: str, value: str) -> bool:
    """Set a variable or the type from the note, and return whether the label is one of CSL's or Zotero's."""
    if label.lower() == "type":
        return _set_type(item, value)
    variable = _csl_variable(label) or _zotero_variable(label)
    if variable in NAME_VARIABLES:
        return _add_name(item, variable, value)
    if variable in DATE_VARIABLES:
        return _set_date(item, variable, value)
    if variable in ("", "note", "title"):
        return False
    item.text.setdefault(variable, value)
    return True


def note_problems(note: str) -> Iterator[str]:
    """Yield the problems of the dates in a note."""
    for line in note.split("\n") if ":" in note else ():
        match = _LINE.fullmatch(line)
        variable = match and (_csl_variable(match[1]) or _zotero_variable(match[1]))
        date = date_from(match[2]) if match and variable in DATE_VARIABLES else None
        if date is not None and date.problem:
            yield f"`{variable}` in the note: {date.problem}"


def _csl_variable(label: str) -> str:
    """Return the variable that a label names (`original-date`, `Original Date`), or the empty string."""
    lower = label.lower()
    dashed = lower.replace("_", "-").replace(" ", "-")
    names = (label, ALIASES.get(label), ALIASES.get(lower), dashed)
    return next((name for name in names if name and name.removesuffix("-short") in VARIABLES), "")


def _zotero_variable(label: str) -> str:
    """Return the variable for the label or the internal name of a field or creator of Zotero."""
    from refkit.data.zotero import CREATORS, FIELDS

    name = _without_gaps(label)
    return FIELDS.get(name) or CREATORS.get(name, "")


def _set_type(item: Item, value: str) -> bool:
    """Set the item type, one of CSL or of Zotero."""
    from refkit.data.zotero import TYPES

    name = value.lower().replace(" ", "-")
    type_ = next((one for one in (value, name, name.replace("-", "_")) if one in ITEM_TYPES), None)
    found = type_ or TYPES.get(_without_gaps(value))
    if found is None:
        return False
    item.type = found
    return True


def _without_gaps(label: str) -> str:
    return "".join(filter(str.isalnum, label.lower()))


def _set_date(item: Item, variable: str, value: str) -> bool:
    """Set a date; an impossible one stays in the note."""
    date = date_from(value)
    if date is None or date.problem:
        return False
    item.dates[variable] = date
    return True


def _add_name(item: Item, variable: str, value: str) -> bool:
    family, _, given = (part.strip() for part in value.partition("||"))
    is_person = given or "||" in value  # `Plato ||` has one name only
    name = name_from({"family": family, "given": given} if is_person else family)
    if name is None:
        return False
    item.names[variable] = (*item.names.get(variable, ()), name)
    return True
