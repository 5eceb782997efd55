"""The variable citation-label: a label made from names and year ("Ferr78")."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.csl.case import STOP_WORDS
from refkit.csl.context import Call
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

# How many letters each of the first authors gives, by the number of authors.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_FOUR_OR_MORE = (1, 1, 1, 1)
_LETTERS_OF_TITLE = 4
_NO_YEAR = "00"
_ARTICLE = lazy_pattern(r"(?:a|an|the)\s+", 2)  # re.IGNORECASE
_PARTICLES = lazy_pattern(r"(?:[a-z'’]+\s+)+")


def citation_label(call: Call) -> str:
    """Return the item's own label, or one made from letters of names or title, and two digits of the year."""
    item = call.item
    given = item.text.get("citation-label")
    if given:
        return given + call.hints.year_suffix
    year = item.issued.year
    digits = _NO_YEAR if year is None else _digits(year)
    return f"{_of_names(item) or _of_title(item)}{digits}{call.hints.year_suffix}"


def _digits(year: int) -> str:
    """Return the last two digits of a year; 0 is 1 BC."""
    return f"{(year if year > 0 else 1 - year) % 100:02}"


def _of_names(item: Item) -> str:
    people = item.names.get(_first_role(item), ())
    letters = _LETTERS.get(len(people), _FOUR_OR_MORE)
    return "".join(_of_name(name, count) for name, count in zip(people, letters, strict=False))


def _first_role(item: Item) -> str:
    """Return the name variable that makes the label: the author, otherwise the first one by name, as in citeproc-js."""
    return min((role for role, names in item.names.items() if names), default="")


def _of_name(name: Name, count: int) -> str:
    if name.family:
        written = _PARTICLES.sub("", name.family, 1) if name.family[0].islower() else name.family
    else:
        written = _ARTICLE.sub("", name.literal, 1) if name.literal else name.given
    return _capitalized(filter(str.isalpha, written), count)


def _of_title(item: Item) -> str:
    """Return letters of the title without the words that stay small in it."""
    words = [word for word in item.text.get("title", "").split() if word not in STOP_WORDS]
    return _capitalized(filter(str.isalnum, "".join(words)), _LETTERS_OF_TITLE)


def _capitalized(letters: Iterable[str], count: int) -> str:
    return "".join(letters)[:count].capitalize()
