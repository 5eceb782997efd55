"""Variables that a reference manager could only keep in its note."""

from __future__ import annotations

import re
from dataclasses import replace

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from refkit.model.csl_json import ALIASES, date_from, name_from
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_LINE = lazy_pattern(r"\s*([A-Za-z][\w-]*)\s*:\s*(\S.*?)\s*")
_BRACES = lazy_pattern(r"\{:([A-Za-z][\w-]*)\s*+:\s*+([^{}]*?)\s*+\}")


def with_note_read(item: Item) -> Item:
    """Return an item with the variables that its note holds, and the rest of the note.

    Zotero's documentation ("Citing Fields from Extra"): lines `variable: value` at the start of the
    note, names as `Family || Given`; an older form is `{:variable: value}` anywhere in it. This is done
    when an item is cited, never when it is read, so that a conversion leaves notes as they are.
    """
    note = item.text.get("note", "")
    if ":" not in note:
        return item
    changed = replace(item, names={**item.names}, dates={**item.dates}, text={**item.text})
    lines = note.split("\n")
    while lines and (not lines[0].strip() or _take(changed, _LINE.fullmatch(lines[0]))):
        lines.pop(0)
    rest = _BRACES.sub(lambda found: "" if _take(changed, found) else found[0], "\n".join(lines))
    if rest.strip():
        changed.text["note"] = rest
    else:
        del changed.text["note"]
    return changed


def _take(item: Item, found: re.Match[str] | None) -> bool:
    """Give the item a variable that its note holds; whether it is one of CSL's."""
    if found is None:
        return False
    name, value = found[1], found[2]
    variable = ALIASES.get(name, name)
    if variable not in VARIABLES:
        variable = variable.lower().replace("_", "-")
    if variable in NAME_VARIABLES:
        return _take_name(item, variable, value)
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


def _take_name(item: Item, variable: str, value: str) -> bool:
    family, _, given = (part.strip() for part in value.partition("||"))
    name = name_from({"family": family, "given": given} if given else family)
    if name is None:
        return False
    item.names[variable] = (*item.names.get(variable, ()), name)
    return True
