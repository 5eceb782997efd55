"""Split the names in a field like BibTeX does, without parsing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from refkit.lint.rule import TEX_FORMATS, TEXT
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.names import split_names
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_AND = lazy_pattern(r"(?i)\s+and(?=\s)\s+|[{}]")


@lru_cache(16384)
def written_names(value: str) -> tuple[str, ...]:
    """Return the names as written: names = name (" and " name)*, at brace depth 0."""
    if "{" not in value:
        # A folded value has single spaces, and "AND" is rare.
        rare = " AND " in value or " And " in value or "\n" in value
        return tuple(_PLAIN_AND.split(value.strip()) if rare else value.split(" and "))
    names, depth, start = [], 0, 0
    for match in _AND.finditer(value):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif depth == 0:
            names.append(value[start : match.start()].strip())
            start = match.end()
    names.append(value[start:].strip())
    return tuple(names)


_PLAIN_AND = lazy_pattern(r"(?i)\s+and\s+")


@dataclass(slots=True, eq=False)
class NameList:
    """The authors or editors of an entry as `name` calls them, with each name as written: "Roe, Ann" or "Ann Roe".

    Of formats other than BibTeX, `item` has them as the variable `name`.
    """

    name: str
    names: Sequence[str]
    entry: Entry
    field: Field | None = None
    item: Item | None = None

    @property
    def is_ascii(self) -> bool:
        """Whether no name has an accent."""
        if self.field is None:
            return all(map(str.isascii, self.names))
        return self.field.value.isascii() and "\\" not in self.field.value

    def place(self, number: int) -> Span:
        """Return the span of one of the names."""
        from refkit.lint.places import name_place, name_span

        if self.item is not None:
            return name_place(self.item, self.name, number)
        return name_span(self.field, self.entry, number) if self.field else self.entry.key_span


VARIABLES = ("author", "editor")


def name_lists(library: Library) -> Iterator[NameList]:
    """Yield the lists of authors and editors in a library; plain-text references are not reliable enough."""
    for entry in library.entries:
        if entry.source.format in TEX_FORMATS:
            fields = entry.by_name()
            for name in VARIABLES:
                if name in fields:
                    field = fields[name]
                    yield NameList(name, written_names(field.value), entry, field)
    if all(source.format in (*TEX_FORMATS, TEXT) for source in library.sources):
        return
    for item in library.items:
        if item.entry is not None and item.entry.source.format not in (*TEX_FORMATS, TEXT):
            yield from _of_item(item, item.entry)


def _of_item(item: Item, entry: Entry) -> Iterator[NameList]:
    for variable in VARIABLES:
        people = item.names.get(variable)
        if people:
            names = [f"{name.family}, {name.given}" if name.given else str(name) for name in people]
            yield NameList(variable, names, entry, item=item)


def family_and_given(name: str) -> tuple[str, str]:
    """Return the family and the given name of a plain name, "Family, Given" or "Given Family"."""
    family, comma, given = name.partition(", ")
    if not comma:
        given, _, family = name.rpartition(" ")
    return family, given


def place_of_name(value: str, number: int) -> tuple[int, int]:
    """Return the start and end of one of the `written_names` of a value, or of the whole value if unclear."""
    names, found = written_names(value), _located_names(value)
    if len(names) != len(found) or found[number][0] != names[number].strip():
        return 0, len(value)
    name, start = found[number]
    return start, start + len(name)


@lru_cache(1)  # rules ask for the places of the names of one value one by one
def _located_names(value: str) -> list[tuple[str, int]]:
    return split_names(value)


def masked(value: str, opening: str = "{", closing: str = "}") -> str:
    """Return the value with the text in braces replaced by underscores of the same length.

    `opening` and `closing` are all brackets that count as braces.
    """
    if not any(bracket in value for bracket in opening):
        return value
    depth, characters = 0, []
    for char in value:
        if char in opening:
            depth += 1
        elif char in closing:
            depth = max(0, depth - 1)
        elif depth == 0:
            characters.append(char)
            continue
        characters.append("_")
    return "".join(characters)
