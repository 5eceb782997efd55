"""The variable citation-label: a label made from names and year ("Ferr78")."""

from __future__ import annotations

from refkit.csl.context import Call
from refkit.model.name import Name

# How many letters each of the first authors gives, by the number of authors.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_FOUR_OR_MORE = (1, 1, 1, 1)


def citation_label(call: Call) -> str:
    """Return the item's own label, or one made from letters of the first names and two digits of the year."""
    item = call.item
    given = item.text.get("citation-label")
    if given:
        return given + call.hints.year_suffix
    people = next((names for names in item.names.values() if names), ())
    letters = _LETTERS.get(len(people), _FOUR_OR_MORE)
    start = "".join(_letters(name, count) for name, count in zip(people, letters, strict=False))
    year = item.issued.year
    digits = "" if year is None else f"{abs(year) % 100:02}"
    return f"{start or 'Xyz'}{digits}{call.hints.year_suffix}"


def _letters(name: Name, count: int) -> str:
    written = name.family or name.literal or name.given
    return "".join(char for char in written if char.isalpha())[:count]
