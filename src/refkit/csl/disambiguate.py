"""Disambiguate cites with the same text (CSL 1.0.2, "Disambiguation").

Cites with the same plain text form a pool. Only pools are processed: more names are shown, given names are
added, then `disambiguate="true"` is tried, and the remaining cites get year suffixes. Names are compared as the
style would write them, without rendering; `render` is called only if a condition may have changed the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from refkit.csl.context import NO_HINTS, Hints, NameList
from refkit.csl.layout import Disambiguation
from refkit.csl.namesakes import Namesakes, group_by_key, known
from refkit.records import dataclass, field


@dataclass(slots=True)
class Candidate:
    """An item with the text of its cite, without locator, affixes and hints.

    `rank` is its position in the bibliography, which determines the order of year suffixes.
    """

    id: str
    rank: float
    text: str
    lists: tuple[NameList, ...]


@dataclass(slots=True)
class _Trial:
    """A member of a pool: the names that are tried, and what has distinguished it so far."""

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
    """A step to try on every member of a pool: show name `at` of a list (level 0), or raise its level."""

    list_at: int
    at: int
    level: int


NO_STEP = _Step(-1, 0, 0)


Pool = tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]
"""The text of a pool, and its members with the levels of their names."""


class Ambiguities:
    """The cites of a document with the same text, and the hints that distinguish them.

    Results for a pool are kept as long as its members stay the same.
    """

    def __init__(
        self,
        how: Disambiguation,
        render: Callable[[str, Hints], str],
        conditions: int = 0,
    ) -> None:
        self.hints: dict[str, Hints] = {}
        self._how, self._render, self._conditions = how, render, conditions
        self._namesakes: Namesakes[Candidate] = Namesakes(how)
        self._pools: dict[str, list[Candidate]] = {}
        self._known: dict[Pool, dict[str, Hints]] = {}

    @property
    def sought(self) -> bool:
        """Whether the style disambiguates at all."""
        how = self._how
        return how.add_names or how.add_givenname or how.add_year_suffix or self._conditions > 0

    def start(self, candidates: Sequence[Candidate]) -> None:
        """Set the cites of a whole document."""
        self._namesakes, self._pools, self.hints = Namesakes(self._how), {}, {}
        families: set[str] = set()
        for candidate in candidates:
            families |= self._enter(candidate)
        list(self._namesakes.settle(families))
        for text in self._pools:
            self._resolve(text)

    def add(self, candidate: Candidate) -> set[str]:
        """Add a cite; return the ids of those that changed."""
        families = self._enter(candidate)
        texts = {candidate.text, *(one.text for one in self._namesakes.settle(families))}
        return {id_ for text in texts for id_ in self._resolve(text)}

    def _enter(self, candidate: Candidate) -> set[str]:
        self._pools.setdefault(candidate.text, []).append(candidate)
        return self._namesakes.enter(candidate, candidate.lists)

    def _resolve(self, text: str) -> list[str]:
        """Determine the hints of a pool; return the members whose hints have changed."""
        members = sorted(self._pools[text], key=lambda one: one.rank)
        trials = [_trial(one, self._namesakes.levels(one.lists)) for one in members]
        if len(trials) == 1:
            found = {members[0].id: trials[0].hints()}
        else:
            levelled = ((one.candidate.id, tuple(chain.from_iterable(one.given))) for one in trials)
            pool = (text, tuple(levelled))
            if pool not in self._known:
                hints_by_id = _disambiguated(trials, self._how, self._render, self._conditions)
                self._known[pool] = dict(hints_by_id)
            found = self._known[pool]
        changed = [id_ for id_, hints in found.items() if self.hints.get(id_, NO_HINTS) != hints]
        for id_ in changed:
            self.hints[id_] = found[id_]
        return changed


def _disambiguated(
    pool: list[_Trial],
    how: Disambiguation,
    render: Callable[[str, Hints], str],
    conditions: int,
) -> Iterator[tuple[str, Hints]]:
    alike = by_names(pool, how)
    yield from ((one.candidate.id, one.hints()) for one in pool)
    for group in alike:
        yield from by_condition_and_suffix(group, how, render, conditions)


def _trial(candidate: Candidate, given: list[list[int]]) -> _Trial:
    return _Trial(candidate, [one.shown for one in candidate.lists], given)


# -- names and given names inside a pool ---------------------------------------------------------


def by_names(pool: list[_Trial], how: Disambiguation) -> list[list[_Trial]]:
    """Show more of the names while this helps; return the groups that still have the same text.

    "Names that would otherwise be hidden as a result of et-al abbreviation are added one by one", and after each its
    given name is tried. Steps that do not distinguish any two cites are dropped.
    """
    alike = []
    work = [(part, NO_STEP) for part in group_by_key(pool, _signature) if len(part) > 1]
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
    """Try the steps after `last`; return the parts after the first step that helps, and that step."""
    for step in _steps(group, how):
        if step <= last:
            continue
        parts = group_by_key(group, lambda one: _try(one, step))  # noqa: B023
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
    """Apply a step; return the parts of the cite that can differ in the pool."""
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
    """Return the text of the names of a cite; given names of global rules may split a pool already."""
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
    conditions: int,
) -> Iterator[tuple[str, Hints]]:
    """Apply the last two methods to cites that names cannot distinguish."""
    parts = list(by_condition(group, render, conditions))
    if how.add_year_suffix and any(len(part) > 1 for part, _ in parts):
        parts = [(group, 0)]  # suffixes distinguish all of them without conditions
    for part, condition in parts:
        for at, one in enumerate(sorted(part, key=lambda trial: trial.candidate.rank)):
            suffix = year_suffix(at) if how.add_year_suffix and len(part) > 1 else ""
            base = one.hints()
            if condition or suffix:
                base = Hints(base.names, base.given, condition, suffix)
            yield one.candidate.id, base


def by_condition(
    group: list[_Trial], render: Callable[[str, Hints], str], conditions: int
) -> Iterator[tuple[list[_Trial], int]]:
    """Make more conditions true while this changes the cites; yield groups with the same text.

    A condition that changes no cite is followed by the next one: it may concern a variable that the items lack.
    """

    def read(one: _Trial, condition: int) -> str:
        hints = one.hints()
        return render(one.candidate.id, Hints(hints.names, hints.given, condition))

    if not conditions:
        yield group, 0
        return
    # the first notes of items are not part of the text of a pool
    work = [(part, 0) for part in group_by_key(group, lambda one: read(one, 0))]
    while work:
        part, holding = work.pop()
        more = range(holding + 1, conditions + 1) if len(part) > 1 else ()
        change = next((c for c in more if any(read(x, c) != read(x, holding) for x in part)), 0)
        if not change:
            yield part, holding
        else:
            work += [(one, change) for one in group_by_key(part, lambda one: read(one, change))]  # noqa: B023


def year_suffix(at: int) -> str:
    """Return the suffix of the item at position 0, 1 ...: a to z, then aa."""
    letters = ""
    at += 1
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
