"""An item as lines for people: each variable with its confidence and its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refkit.formats.text.doubt import confidences
from refkit.formats.text.entry import ReadEntry
from refkit.model.dates import format_edtf
from refkit.model.item import Item
from refkit.model.name import Name


class Row(NamedTuple):
    """One line of the table."""

    variable: str
    confidence: str
    value: str


def table(item: Item, least: float = 0.0) -> str:
    """Return an item as lines: name of the variable, confidence, value; `?` marks confidence below `least`.

    The confidence of the whole reference is next to the key. The variables have the order of the reference, followed
    by inferred ones.
    """
    sure = confidences(item)
    values = _values(item)
    whole = item.entry.confidence if isinstance(item.entry, ReadEntry) else None
    rows = [Row("key", _shown(whole, least), item.id), Row("type", "", item.type)]
    for variable in sorted(values, key=lambda name: name not in sure):
        first, *more = values[variable]
        rows.append(Row(variable, _shown(sure.get(variable), least), first))
        rows.extend(Row("", "", value) for value in more)
    width = max(len(row.variable) for row in rows)
    return "".join(f"{row.variable:<{width}}  {row.confidence:<5}  {row.value}\n" for row in rows)


def _shown(confidence: float | None, least: float) -> str:
    return "" if confidence is None else f"{confidence:.2f}{'?' if confidence < least else ''}"


def _values(item: Item) -> dict[str, list[str]]:
    """Return the value of each variable, with one name per line, in the order of the reference."""
    found = {variable: [_name(name) for name in names] for variable, names in item.names.items()}
    found |= {
        variable: [format_edtf(date) or date.literal or date.raw]
        for variable, date in item.dates.items()
    }
    found |= {variable: [value] for variable, value in (item.text | item.custom).items()}
    return {variable: lines for variable, lines in found.items() if lines}


def _name(name: Name) -> str:
    """Return a name with its parts: `family: Beethoven, particle: van, given: Ludwig`."""
    return "and others" if name.others else ", ".join(_parts(name))


def _parts(name: Name) -> Iterator[str]:
    for part in ("family", "particle", "dropping_particle", "given", "suffix", "literal"):
        words: str = getattr(name, part)
        if words:
            yield f"{part.replace('_', ' ')}: {words}"
