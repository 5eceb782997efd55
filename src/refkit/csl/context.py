"""The context of rendering: the item, its position in the document, and disambiguation hints."""

from __future__ import annotations

from collections.abc import Callable
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
class Call:
    """The rendering of one item.

    `label` is the term of the locator ("page", "chapter" ...). `position` is None outside citations. `used`
    collects what cs:substitute has rendered so far, the only information that passes from earlier elements to later
    ones (CSL 1.0.2, "Substitute": such a variable is suppressed in the rest of the output). `rendered_by_substitute`
    collects what the current substitute renders. A layout clears both when it starts.
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


# What an element knows of the variables in it (CSL 1.0.2, "Group"): a group that called variables
# and found none of them is omitted.
UNCALLED, MISSED, FOUND = 0, 1, 2

Result = tuple[Node | list[Node] | None, int]
Element = Callable[[Call], Result]

NOTHING: Result = (None, UNCALLED)
MISSING: Result = (None, MISSED)
