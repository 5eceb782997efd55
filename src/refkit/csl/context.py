"""The context of rendering: the item, its position in the document, and disambiguation hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from refkit.csl.output import Group, Node
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.records import dataclass, field


class Area(Enum):
    """The part of the style that is rendered."""

    CITATION = "citation"
    BIBLIOGRAPHY = "bibliography"
    SORT = "sort"


class Position(Enum):
    """The position of a cite relative to earlier cites of its item (CSL 1.0.2, choose, `position`)."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"


@dataclass(slots=True, frozen=True)
class Hints:
    """The disambiguation of a cite; hashable, so that (item, hints) can be a key.

    `names` contains for a name variable the minimum number of names to show. `given` contains for a name variable
    the level of each of its names: 0 as the style says, 1 initials, 2 the full given name (names beyond the tuple
    have level 0). `condition` is the number of tests `disambiguate="true"` that are true, in the order of the style.
    """

    names: tuple[tuple[str, int], ...] = ()
    given: tuple[tuple[str, tuple[int, ...]], ...] = ()
    condition: int = 0
    year_suffix: str = ""

    def names_of(self, variable: str) -> int:
        """Return the minimum number of names of `variable` to show; 0 leaves it to the style."""
        return next((count for name, count in self.names if name == variable), 0)

    def given_of(self, variable: str) -> tuple[int, ...]:
        """Return the levels of the given names of `variable`."""
        return next((levels for name, levels in self.given if name == variable), ())


NO_HINTS = Hints()


@dataclass(slots=True)
class Shape:
    """What elements know about the items of one type that have the same variables (see `shape_of`).

    `rows` contains for a row of elements those that may render something, and the state of the others; `substitutes`
    is the same for a cs:names. `branches` contains the branches of cs:choose that are chosen whatever the values of the
    variables are. `variants` are the shapes of cites of the items.
    """

    rows: dict[Element, tuple[int, list[Element]]] = field(default_factory=dict)
    substitutes: dict[Element, tuple[int, list[Element]]] = field(default_factory=dict)
    branches: dict[Element, Element] = field(default_factory=dict)
    variants: dict[tuple[object, ...], Shape] = field(default_factory=dict)

    def hinted(self, hints: Hints) -> Shape:
        """Return the shape of an item with hints."""
        return self if hints is NO_HINTS else self.variant(hints)

    def variant(self, hints: Hints, *place: object) -> Shape:
        """Return the shape of a cite or an entry; `place` is what elements can test of its position and locator."""
        key = (hints.condition, not hints.year_suffix, *place)
        if key not in self.variants:
            self.variants[key] = Shape()
        return self.variants[key]


def shape_of(item: Item) -> tuple[str | None, ...]:
    """Return the type of an item, the variables that it has, and its uncertain dates."""
    text, names = item.text, item.names
    texts: Iterable[str] = text
    if "" in text.values():
        texts = (name for name, value in text.items() if value)
    people: Iterable[str] = names
    if () in names.values():
        people = (name for name, value in names.items() if value)
    uncertain = [name for name, date in item.dates.items() if date.approximate or date.uncertain]
    return (item.type, *texts, None, *people, None, *item.dates, None, *uncertain)


@dataclass(slots=True)
class Call:
    """The rendering of one item.

    `label` is the term of the locator ("page", "chapter" ...). `position` is None outside citations. `used`
    collects what cs:substitute has rendered so far, the only information that passes from earlier elements to later
    ones (CSL 1.0.2, "Substitute": such a variable is suppressed in the rest of the output). `rendered_by_substitute`
    collects what the current substitute renders. A layout clears both when it starts. `shape` is shared by the items
    of a document that have the same shape.
    """

    item: Item
    area: Area = Area.CITATION
    locator: str = ""
    label: str = ""
    position: Position | None = None
    near_note: bool = False
    first_note: int | None = None
    citation_number: int | None = None
    hints: Hints = NO_HINTS
    used: set[str] = field(default_factory=set)
    rendered_by_substitute: list[str] = field(default_factory=list)
    shape: Shape = field(default_factory=Shape)


@dataclass(slots=True, frozen=True)
class NameList:
    """The names of one variable as rendered by a cs:names.

    `shown` is the number of names before et al. `written(name, level)` is the plain text of a name at a level of
    given-name disambiguation. `levels` are the levels above 0 that can change it (empty if the style shows full
    given names already).
    """

    variable: str
    names: tuple[Name, ...]
    shown: int
    levels: tuple[int, ...]
    written: Callable[[Name, int], str]


@dataclass(slots=True)
class NamesGroup(Group):
    """The output of a cs:names (tag NAMES), with its lists of names, the first list first.

    A cs:substitute that renders through another element puts the node of that element into a NamesGroup without
    lists.
    """

    lists: tuple[NameList, ...] = ()


MADE = frozenset({"citation-label", "citation-number"})
"""Variables of which the shape of an item says nothing."""

# What an element knows of the variables in it (CSL 1.0.2, "Group"), as bits: a group that called variables and found
# none of them is omitted. VARIES means that this, or an empty result, may be different for another item of the shape.
UNCALLED, MISSED, FOUND, VARIES = 0, 1, 2, 4
CALLED = MISSED | FOUND

Result = tuple[Node | list[Node] | None, int]
Element = Callable[[Call], Result]

NOTHING: Result = (None, UNCALLED)
MISSING: Result = (None, MISSED)
"""The result of an element that renders nothing for all items of a shape."""

NOT_NOW: Result = (None, MISSED | VARIES)
"""The result of an element that would find its variables in another item of the shape, or in another cite."""
