"""Telling cites apart that read alike (CSL 1.0.2, "Disambiguation").

Cites whose plain text is the same form a pool. Only pools are worked on: more names are shown, given
names are added, then `disambiguate="true"` is tried, and what still reads alike takes year suffixes.
Names are compared as the style would write them, so that nothing has to be rendered for it; `render`
is called only where a condition may have changed the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeVar

from refkit.csl.context import NO_HINTS, Hints, NameList
from refkit.csl.layout import Disambiguation
from refkit.model.name import Name

INITIALS, FULL = 1, 2
Member = TypeVar("Member")


@dataclass(slots=True)
class Candidate:
    """An item as a cite of it reads without locator, affixes and hints.

    `rank` is its place in the bibliography, which orders year suffixes.
    """

    id: str
    rank: int
    text: str
    lists: tuple[NameList, ...] = ()


@dataclass(slots=True)
class _Trial:
    """A member of a pool: what is being tried on its names, and what has told it apart so far."""

    candidate: Candidate
    shown: list[int]
    given: list[list[int]]
    kept: tuple[list[int], list[list[int]]] = field(init=False)

    def __post_init__(self) -> None:
        self.keep()

    def keep(self) -> None:
        self.kept = (list(self.shown), [list(levels) for levels in self.given])

    def hints(self) -> Hints:
        shown, given = self.kept
        lists = self.candidate.lists
        names = [(one.variable, n) for one, n in zip(lists, shown, strict=True) if n > one.shown]
        levels = [(one.variable, tuple(g)) for one, g in zip(lists, given, strict=True) if any(g)]
        return Hints(tuple(names), tuple(levels)) if names or levels else NO_HINTS


class _Step(NamedTuple):
    """One thing to try on every member of a pool: show name `at` of a list (level 0), or its level."""

    list_at: int
    at: int
    level: int


NO_STEP = _Step(-1, 0, 0)


Levels = dict[Name, int]
Pool = tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]
Pools = dict[Pool, dict[str, Hints]]
"""What was found out about a document's pools: their text, and members with the levels of their names."""


def disambiguate(
    candidates: Sequence[Candidate],
    how: Disambiguation,
    render: Callable[[str, Hints], str],
    uses_condition: bool = True,
    known: Pools | None = None,
) -> dict[str, Hints]:
    """The hints of all items that need any; pools that are in `known` are not worked on again."""
    known = {} if known is None else known
    levels = global_levels(candidates, how)
    found: dict[str, Hints] = {}
    for members in parted(candidates, lambda one: one.text):
        trials = [_trial(candidate, how, levels) for candidate in members]
        if len(trials) == 1:
            found[members[0].id] = trials[0].hints()
            continue
        levelled = ((one.candidate.id, tuple(chain.from_iterable(one.given))) for one in trials)
        pool = (members[0].text, tuple(levelled))
        if pool not in known:
            known[pool] = dict(_told_apart(trials, how, render, uses_condition))
        found.update(known[pool])
    return {id_: hints for id_, hints in found.items() if hints is not NO_HINTS}


def _told_apart(
    pool: list[_Trial],
    how: Disambiguation,
    render: Callable[[str, Hints], str],
    uses_condition: bool,
) -> Iterator[tuple[str, Hints]]:
    alike = by_names(pool, how)
    yield from ((one.candidate.id, one.hints()) for one in pool)
    for group in alike:
        yield from by_condition_and_suffix(group, how, render, uses_condition)


# -- given names that the whole document asks for ------------------------------------------------


def global_levels(candidates: Sequence[Candidate], how: Disambiguation) -> dict[Name, int]:
    """The level of each name where a rule looks at all names of the document, not at cites.

    CSL 1.0.2, givenname-disambiguation-rule: all but by-cite expand ambiguous names "in both
    ambiguous and unambiguous cites".
    """
    if not how.add_givenname or how.givenname_rule == "by-cite":
        return {}
    highest = INITIALS if how.givenname_rule.endswith("with-initials") else FULL
    families: dict[str, dict[Name, NameList]] = {}
    for candidate in candidates:
        for names, name in _names_of_rule(candidate, how):
            if name.family and name.given:
                person = _person(name, how)
                families.setdefault(f"{person.particle} {name.family}", {})[person] = names
    levels: dict[Name, int] = {}
    for people in families.values():
        if len(people) > 1:
            levels.update(_tell_people_apart(list(people), people, 0, highest))
    return levels


def _person(name: Name, how: Disambiguation) -> Name:
    """The parts of a name that tell people apart; suffixes do not, particles only in a family name."""
    particle = name.particle if how.particle_in_family else ""
    return Name(family=name.family, given=name.given, particle=particle)


def _names_of_rule(candidate: Candidate, how: Disambiguation) -> Iterator[tuple[NameList, Name]]:
    only_first = how.givenname_rule.startswith("primary")
    for names in candidate.lists:
        for name in names.names[: 1 if only_first else known(names)]:
            yield names, name


def _tell_people_apart(
    people: list[Name], lists: dict[Name, NameList], level: int, highest: int
) -> dict[Name, int]:
    """The lowest level at which each name differs from its namesakes; one that parts none is skipped.

    Where a style shows no initials, the first level is the full given name already.
    """
    if level > highest:
        return {}
    parts = parted(people, lambda name: lists[name].written(name, level))
    levels: dict[Name, int] = {}
    if len(parts) > 1 and level:
        levels.update((name, level if level in lists[name].levels else FULL) for name in people)
    for part in parts:
        if len(part) > 1:
            levels.update(_tell_people_apart(part, lists, level + 1, highest))
    return levels


def _trial(candidate: Candidate, how: Disambiguation, levels: dict[Name, int]) -> _Trial:
    given = [[0] * len(one.names) for one in candidate.lists]
    if levels:
        only_first = how.givenname_rule.startswith("primary")
        for row, one in zip(given, candidate.lists, strict=True):
            for at, name in enumerate(one.names[:1] if only_first else one.names):
                row[at] = levels.get(_person(name, how), 0)
    return _Trial(candidate, [one.shown for one in candidate.lists], given)


# -- names and given names inside a pool ---------------------------------------------------------


def by_names(pool: list[_Trial], how: Disambiguation) -> list[list[_Trial]]:
    """Shows more of the names until it helps no more; returns the groups that still read alike.

    "Names that would otherwise be hidden as a result of et-al abbreviation are added one by one",
    and after each its given name is tried; what did not tell any two apart is not kept.
    """
    alike = []
    work = [(part, NO_STEP) for part in parted(pool, _signature) if len(part) > 1]
    while work:
        group, last = work.pop()
        parts, last = _next_split(group, how, last)
        if len(parts) == 1:
            alike.append(group)
        else:
            work += [(part, last) for part in parts if len(part) > 1]
    return alike


def _next_split(
    group: list[_Trial], how: Disambiguation, last: _Step
) -> tuple[list[list[_Trial]], _Step]:
    """Tries the steps after `last`; the parts after the first that helps, and that step."""
    for step in _steps(group, how):
        if step <= last:
            continue
        parts = parted(group, lambda one: _try(one, step))  # noqa: B023
        if len(parts) > 1:
            for one in group:
                one.keep()
            return parts, step
        if step.level:
            for one in group:
                _undo(one, step)
    return [group], last


def _steps(group: list[_Trial], how: Disambiguation) -> Iterator[_Step]:
    by_cite = how.add_givenname and how.givenname_rule == "by-cite"
    lists = [one.candidate.lists for one in group]
    for list_at in range(max(map(len, lists))):
        here = [row[list_at] for row in lists if list_at < len(row)]
        levels = sorted({level for one in here for level in one.levels}) if by_cite else []
        if len(here) == len(lists) and len({one.names for one in here}) == 1:
            continue
        for at in range(max(known(one) for one in here)):
            if how.add_names:
                yield _Step(list_at, at, 0)
            yield from (_Step(list_at, at, level) for level in levels)


def _try(trial: _Trial, step: _Step) -> tuple[str, bool]:
    """Applies a step; returns what it made of the cite, as far as it can differ in the pool."""
    lists = trial.candidate.lists
    if step.list_at >= len(lists):
        return "", False
    names = lists[step.list_at]
    if not step.level:
        trial.shown[step.list_at] = max(
            trial.shown[step.list_at], min(step.at + 1, len(names.names))
        )
    shown = trial.shown[step.list_at]
    given = trial.given[step.list_at]
    if step.level and step.at < shown and step.level in names.levels:
        given[step.at] = step.level
    text = names.written(names.names[step.at], given[step.at]) if step.at < shown else ""
    return text, shown < len(names.names)


def _undo(trial: _Trial, step: _Step) -> None:
    if step.list_at < len(trial.given) and step.at < len(trial.given[step.list_at]):
        trial.given[step.list_at][step.at] = trial.kept[1][step.list_at][step.at]


def _signature(trial: _Trial) -> tuple[object, ...]:
    """What the names of a cite read like; given names of global rules may part a pool already."""
    if not any(map(any, trial.given)):
        return ()
    return tuple(
        tuple(
            one.written(name, level) for name, level in zip(one.names[:shown], given, strict=False)
        )
        for one, shown, given in zip(trial.candidate.lists, trial.shown, trial.given, strict=True)
    )


# -- condition and year suffix -------------------------------------------------------------------


def by_condition_and_suffix(
    group: list[_Trial],
    how: Disambiguation,
    render: Callable[[str, Hints], str],
    uses_condition: bool,
) -> Iterator[tuple[str, Hints]]:
    """The last two ways, for cites that read alike whatever is done to their names."""
    parts = list(by_condition(group, render)) if uses_condition else [(group, 0)]
    if how.add_year_suffix and any(len(part) > 1 for part, _ in parts):
        parts = [(group, 0)]  # suffixes tell all of them apart, so the conditions are not needed
    for part, condition in parts:
        for at, one in enumerate(sorted(part, key=lambda trial: trial.candidate.rank)):
            suffix = year_suffix(at) if how.add_year_suffix and len(part) > 1 else ""
            base = one.hints()
            if condition or suffix:
                base = Hints(base.names, base.given, condition, suffix)
            yield one.candidate.id, base


def by_condition(
    group: list[_Trial], render: Callable[[str, Hints], str]
) -> Iterator[tuple[list[_Trial], int]]:
    """Lets more conditions hold while that changes the cites; yields who reads alike with how many."""

    def read(one: _Trial, condition: int) -> str:
        hints = one.hints()
        return render(one.candidate.id, Hints(hints.names, hints.given, condition))

    work = [(group, 0)]
    while work:
        part, holding = work.pop()
        if len(part) == 1 or all(read(one, holding) == read(one, holding + 1) for one in part):
            yield part, holding
        else:
            split = parted(part, lambda one: read(one, holding + 1))  # noqa: B023
            work += [(one, holding + 1) for one in split]


def year_suffix(at: int) -> str:
    """The suffix of the item at 0, 1 ...: a to z, then aa."""
    letters = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def known(names: NameList) -> int:
    """How many people a list names; "and others" is none."""
    return len(names.names) - names.names[-1].others


def parted(members: Sequence[Member], key: Callable[[Member], object]) -> list[list[Member]]:
    """The members in parts of one key each, in the order of their first."""
    parts: dict[object, list[Member]] = {}
    for one in members:
        parts.setdefault(key(one), []).append(one)
    return list(parts.values())
