"""Variables that a reference manager stores in the note."""

from __future__ import annotations

import re

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from refkit.model.csl_dates import date_from
from refkit.model.csl_json import ALIASES, name_from
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

_LINE = lazy_pattern(r"\s*([A-Za-z][\w-]*)\s*:\s*(\S.*?)\s*")
_BRACES = lazy_pattern(r"\{:([A-Za-z][\w-]*)\s*+:\s*+([^{}]*?)\s*+\}")


def with_note_variables(item: Item) -> Item:
    """Return an item with the variables in its note, and the rest of the note.

    The syntax is Zotero's ("Citing Fields from Extra"): lines `variable: value` at the start of the note, names
    as `Family || Given`; an older form is `{:variable: value}` anywhere in the note. The note is interpreted when
    an item is cited, not when it is read, so that conversions do not change notes.
    """
    note = item.text.get("note", "")
    if ":" not in note:
        return item
    changed = replace(item, names={**item.names}, dates={**item.dates}, text={**item.text})
    lines = note.split("\n")
    while lines and (not lines[0].strip() or _set_variable(changed, _LINE.fullmatch(lines[0]))):
        lines.pop(0)
    remaining_note = _BRACES.sub(
        lambda match: "" if _set_variable(changed, match) else match[0], "\n".join(lines)
    )
    if remaining_note.strip():
        changed.text["note"] = remaining_note
    else:
        del changed.text["note"]
    return changed


def _set_variable(item: Item, match: re.Match[str] | None) -> bool:
    """Set a variable from the note and return whether it is one of CSL's."""
    if match is None:
        return False
    name, value = match[1], match[2]
    variable = ALIASES.get(name, name)
    if variable not in VARIABLES:
        variable = variable.lower().replace("_", "-")
    if variable in NAME_VARIABLES:
        return _add_name(item, variable, value)
    if variable in DATE_VARIABLES:
        date = date_from(value)
        if date is None:
            return False
        item.dates[variable] = date
        return True
    if variable in ("note", "title") or variable.removesuffix("-short") not in VARIABLES:
        return False
    item.text.setdefault(variable, value)
    return True


def _add_name(item: Item, variable: str, value: str) -> bool:
    family, _, given = (part.strip() for part in value.partition("||"))
    name = name_from({"family": family, "given": given} if given else family)
    if name is None:
        return False
    item.names[variable] = (*item.names.get(variable, ()), name)
    return True
