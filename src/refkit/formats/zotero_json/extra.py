"""The field Extra of Zotero: lines with variables, and the note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.formats._draft import Draft
from refkit.formats._json_entries import JsonValue
from refkit.model.entry import Field
from refkit.model.identifiers.patterns import ARXIV_IN_TOKEN
from refkit.model.item import Item
from refkit.model.note import read_note_braces, read_note_line
from refkit.patterns import lazy_pattern

_ARXIV = lazy_pattern(
    rf"\s*arxiv\s*:\s*({ARXIV_IN_TOKEN})(?:\s*\[([a-z][\w.-]*)(?:[\s,][^\]]*)?\])?\s*",
    re.IGNORECASE,
)
_LABEL = lazy_pattern(r"\s*([A-Za-z][A-Za-z ]{2,30}[A-Za-z])(?=\s*:\s*\S)")
_EXTRA_KEY = "citation-key"


def put_extra(draft: Draft, values: Sequence[JsonValue]) -> None:
    """Set the variables in the first lines of Extra ("Citing Fields from Extra"); the rest is the note.

    Here they are read with the item, because Zotero has no other place for them. A line whose variable has a value
    in a field of its own stays in the note.
    """
    lines = [line for value in values for line in value.text.split("\n")]
    kept: list[str] = []
    for number, line in enumerate(lines):
        is_label = _read_line(draft, line, values[0].field)
        if is_label is None:
            kept += lines[number:]
            break
        if not is_label:
            kept.append(line)
    note = "\n".join(kept).strip()
    if note:
        draft.put("note", note, values[0].field)


def _read_line(draft: Draft, line: str, field: Field) -> bool | None:
    """Return whether a line was read, or None if it ends the variables because it is text."""
    if not line.strip():
        return False
    arxiv = _ARXIV.fullmatch(line)
    if arxiv:
        return _put_arxiv(draft, arxiv[1], arxiv[2] or "")
    found = Item("", "")
    if read_note_line(found, _without_gaps_in_label(line)):
        return _adopt(draft, found, field)
    if "{:" in line and not read_note_braces(found, line).strip():
        return _adopt(draft, found, field)
    return False if ":" in line else None


def _without_gaps_in_label(line: str) -> str:
    """Return a line with dashes in its label, which users also write as `Event place`."""
    label = _LABEL.match(line)
    return "-".join(label[1].split()) + line[label.end() :] if label else line


def _put_arxiv(draft: Draft, number: str, subject: str) -> bool:
    """Set the fields that BibLaTeX has for the number of an arXiv paper."""
    if "eprint" in draft.item.custom:
        return False
    draft.item.custom |= {"eprint": number, "eprinttype": "arxiv"}
    draft.keep("eprintclass", subject)
    return True


def _adopt(draft: Draft, found: Item, field: Field) -> bool:
    """Set the type, variable or custom field of a line, unless a field of the item has a value for it."""
    item = draft.item
    if found.type:
        item.type = found.type
    if _EXTRA_KEY in found.text and not item.id:
        item.id = found.text.pop(_EXTRA_KEY)
    taken = [v for v in (*found.text, *found.dates, *found.names) if _is_taken(draft, v, field)]
    if taken or any(item.custom.get(n, v) != v for n, v in found.custom.items()):
        return False
    for variable, value in found.text.items():
        draft.put(variable, value, field)
    for variable, date in found.dates.items():
        draft.put_date(variable, date, field)
    for variable, names in found.names.items():
        for name in names:
            draft.add_name(variable, name, field)
    for field_name, value in found.custom.items():
        draft.keep(field_name, value)
    return True


def _is_taken(draft: Draft, variable: str, field: Field) -> bool:
    """Whether a variable has a value; several lines of Extra can be the names of one."""
    origin = draft.origins.get(variable)
    return origin is not None and not (origin is field and variable in draft.item.names)
