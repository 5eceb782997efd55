"""Tests of items that a user writes, such as `type=book; year=2015-`, for parts of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase

from refkit.data.bibtex_csl import ITEM_TYPES as ENTRY_TYPES
from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.errors import RefkitError, UnknownChoice
from refkit.integers import read_int
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

Test = Callable[[Item], bool]

_CONDITION = lazy_pattern(r"\s*([A-Za-z][\w-]*)\s*(!?)=\s*(.*?)\s*", re.DOTALL)
_YEARS = lazy_pattern(r"(\d{1,6})?\s*(?:(\.\.|-|–)\s*(\d{1,6})?)?")
_FIELDS = {
    "doi": "DOI", "issn": "ISSN", "isbn": "ISBN", "journal": "container-title", "keywords": "keyword", "url": "URL",
}  # fmt: skip
_FIELD_HINT = "use type, keyword, year, key or a variable of CSL"
_OWN_FIELDS = frozenset(("id", "key", "keyword", "type", "year"))


def item_filter(text: str) -> Test:
    """filter = condition (";" condition)*; condition = field ("=" | "!=") value

    A field is `type`, `keyword`, `year`, `key`, or a variable of CSL. All conditions must be true. `*` matches
    any text, a comma separates alternatives except in names, and years can be a range (`2015-2020`, `2015-`). Types
    are those of CSL or of BibTeX. Raises RefkitError.
    """
    tests = [_condition(part) for part in text.split(";") if part.strip()]
    if not tests:
        raise RefkitError(f"`{text}` is not a filter; write it like `type=book`")
    return lambda item: all(test(item) for test in tests)


def any_filter(texts: Iterable[str]) -> Test:
    """Return the test whether one of the filters accepts an item."""
    tests = [item_filter(text) for text in texts]
    return lambda item: any(test(item) for test in tests)


def is_filter(text: str) -> bool:
    """Whether a text looks like a filter."""
    return _CONDITION.fullmatch(text.partition(";")[0]) is not None


def _condition(text: str) -> Test:
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise RefkitError(f"`{text.strip()}` is not a filter; write it like `type=book`")
    field, negated, value = match[1], bool(match[2]), match[3]
    if not value:
        raise RefkitError(f"`{text.strip()}` has no value; write it like `type=book`")
    test = _test(field, value)
    return (lambda item: not test(item)) if negated else test


def _test(field: str, value: str) -> Test:
    lower = field.lower()
    variable = next(
        (name for name in (field, _FIELDS.get(lower, lower)) if name in VARIABLES), lower
    )
    if lower == "type":
        return _type_test(value)
    if lower == "year":
        return _year_test("issued", value)
    if lower in ("id", "key"):
        patterns = _alternatives(value, fold=False)
        return lambda item: any(fnmatchcase(item.id, pattern) for pattern in patterns)
    if variable not in VARIABLES:
        raise UnknownChoice("field of references", field, VARIABLES | _OWN_FIELDS, _FIELD_HINT)
    if variable in NAME_VARIABLES:
        return _name_test(variable, value)
    if variable in DATE_VARIABLES:
        return _year_test(variable, value)
    return _text_test(variable, value)


def _alternatives(value: str, *, fold: bool = True) -> list[str]:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    return [part.casefold() for part in parts] if fold else parts


def _type_test(value: str) -> Test:
    types = frozenset(_alternatives(value))
    for type_ in sorted(types):
        if type_ not in ITEM_TYPES and type_ not in ENTRY_TYPES:
            raise UnknownChoice("type of references", type_, ITEM_TYPES | ENTRY_TYPES.keys())

    def test(item: Item) -> bool:
        return item.type in types or (item.entry is not None and item.entry.type.lower() in types)

    return test


def _year_test(variable: str, value: str) -> Test:
    ranges = [_years(part, value) for part in _alternatives(value)]

    def test(item: Item) -> bool:
        date = item.dates.get(variable)
        year = date.year if date else None
        return year is not None and any(first <= year <= last for first, last in ranges)

    return test


def _years(part: str, value: str) -> tuple[int, int]:
    match = _YEARS.fullmatch(part)
    if match is None or not (match[1] or match[3]):
        raise RefkitError(f"`{value}` is not a year or a range of years such as `2015-2020`")
    first = read_int(match[1]) if match[1] else -999_999
    last = read_int(match[3]) if match[3] else (999_999 if match[2] else first)
    if first > last:
        raise RefkitError(f"the range of years `{part}` is reversed; write `{match[3]}-{match[1]}`")
    return first, last


def _name_test(variable: str, value: str) -> Test:
    from refkit.csl.highlighting import own_names

    if value == "*":
        return lambda item: bool(item.names.get(variable))
    is_person = own_names([value])
    return lambda item: any(map(is_person, item.names.get(variable, ())))


def _text_test(variable: str, value: str) -> Test:
    patterns = _alternatives(value)

    def test(item: Item) -> bool:
        text = item.text.get(variable, "")
        values = keywords(item) if variable == "keyword" else [text] if text else []
        return any(
            fnmatchcase(" ".join(one.split()).casefold(), pattern)
            for one in values
            for pattern in patterns
        )

    return test


_KEYWORD_END = lazy_pattern(r"\s*[,;]\s*")


def keywords(item: Item) -> list[str]:
    """Return the keywords of an item, which are separated by commas or semicolons."""
    return [one for one in _KEYWORD_END.split(item.text.get("keyword", "").strip()) if one]
