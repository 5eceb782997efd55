"""Given-name disambiguation in a whole document (CSL 1.0.2, "givenname-disambiguation-rule").

All rules but by-cite expand ambiguous names "in both ambiguous and unambiguous cites".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from refkit.csl.context import NameList
from refkit.csl.layout import Disambiguation
from refkit.model.name import Name

INITIALS, FULL = 1, 2
Bearer = TypeVar("Bearer")
Member = TypeVar("Member")

Person = tuple[str, str, str]
"""The family and given name and the particle, where they distinguish people; cheaper as a key than a Name."""


class Namesakes(Generic[Bearer]):
    """The people in cites by family name, and the level at which each differs from the others.

    A bearer is the cite with the names.
    """

    def __init__(self, how: Disambiguation) -> None:
        self._particle_in_family = how.particle_in_family
        self._asked = how.add_givenname and how.givenname_rule != "by-cite"
        self._only_first = how.givenname_rule.startswith("primary")
        self._highest = INITIALS if how.givenname_rule.endswith("with-initials") else FULL
        self._families: dict[str, dict[Person, NameList]] = {}
        self._bearers: dict[Person, list[Bearer]] = {}
        self._levels: dict[Person, int] = {}

    def enter(self, bearer: Bearer, lists: Sequence[NameList]) -> set[str]:
        """Add the names of a cite; return the family names with new people."""
        grown = set()
        if self._asked:
            for names, name in self._names_of_rule(lists):
                person = self._person(name)
                family = f"{person[2]} {name.family}"
                people = self._families.setdefault(family, {})
                if person not in people:
                    people[person] = names
                    grown.add(family)
                self._bearers.setdefault(person, []).append(bearer)
        return grown

    def settle(self, families: Iterable[str]) -> Iterator[Bearer]:
        """Determine the levels for family names with new people; yield the bearers of names whose level changed."""
        for family in families:
            people = self._families[family]
            if len(people) < 2:
                continue
            names = {Name(*person): lists for person, lists in people.items()}
            found = tell_apart(list(names), names, 0, self._highest)
            for person, name in zip(people, names, strict=True):
                if found.get(name, 0) != self._levels.get(person, 0):
                    self._levels[person] = found.get(name, 0)
                    yield from self._bearers[person]

    def levels(self, lists: Sequence[NameList]) -> list[list[int]]:
        """Return the level of each name in the lists of a cite."""
        given = [[0] * len(one.names) for one in lists]
        if self._levels:
            for row, one in zip(given, lists, strict=True):
                for at, name in enumerate(one.names[:1] if self._only_first else one.names):
                    row[at] = self._levels.get(self._person(name), 0)
        return given

    def _names_of_rule(self, lists: Sequence[NameList]) -> Iterator[tuple[NameList, Name]]:
        for names in lists:
            for name in names.names[: 1 if self._only_first else known(names)]:
                if name.family and name.given:
                    yield names, name

    def _person(self, name: Name) -> Person:
        """Return the parts that distinguish people: not the suffix, and particles only as part of the family name."""
        return name.family, name.given, name.particle if self._particle_in_family else ""


def tell_apart(
    people: list[Name], lists: dict[Name, NameList], level: int, highest: int
) -> dict[Name, int]:
    """Return the lowest level at which each name differs from the others; levels that distinguish none are skipped.

    If a style shows no initials, the first level is the full given name, except in rules "with-initials": "No
    disambiguation attempt is made when initialize-with is not set or when initialize is set to false" (CSL 1.0.2).
    """
    if level > highest:
        return {}
    parts = group_by_key(people, lambda name: lists[name].written(name, level))
    levels: dict[Name, int] = {}
    if len(parts) > 1 and level:
        full = FULL if highest == FULL else 0  # a rule with initials does not add given names
        levels.update((name, level if level in lists[name].levels else full) for name in people)
    for part in parts:
        if len(part) > 1:
            levels.update(tell_apart(part, lists, level + 1, highest))
    return levels


def known(names: NameList) -> int:
    """Return the number of people in a list, without "and others"."""
    return len(names.names) - names.names[-1].others


def group_by_key(members: Sequence[Member], key: Callable[[Member], object]) -> list[list[Member]]:
    """Return the members grouped by key, in the order of the first member."""
    parts: dict[object, list[Member]] = {}
    for one in members:
        parts.setdefault(key(one), []).append(one)
    return list(parts.values())
