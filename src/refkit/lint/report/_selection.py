"""The selection and order of the findings in reports for people.

The most severe come first. A habit is one problem, and so are findings that say the same of several entries.
Warnings about the form of fields say the same if only the quoted values differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from refkit.lint.habits import entries_of, is_habit
from refkit.lint.options import SEVERITIES, Severity
from refkit.lint.rule import Finding
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from refkit.lint.report._view import View


# The families about the form of fields: what to do is the same for every value.
_ABOUT_FORM = ("FLD", "PAG", "TEX", "TTL")
_QUOTED = re.compile(r"`[^`]*`")


@dataclass(slots=True)
class Shown:
    """A finding to show in place of `count` findings.

    Those of a habit are in `entries` of the `applicable` entries of the file. The others say the same, in `lines` after
    that of the finding, or nearly the same, if they are `similar`.
    """

    finding: Finding
    count: int = 1
    entries: int = 0
    applicable: int = 0
    lines: Sequence[int] = ()
    similar: bool = False

    @property
    def gravity(self) -> tuple[int, bool]:
        """A sort key: severity, and single problems before habits."""
        return SEVERITIES.index(self.finding.severity), self.applicable > 0


@dataclass(slots=True)
class Selection:
    """The findings to show, by file, and the number of findings that are not shown.

    `problems` are the numbers of problems by severity, shown or not: what is shown as one counts as one.
    """

    shown: Sequence[Shown]
    hidden: int = 0
    problems: Counter[Severity] = field(default_factory=Counter)

    def by_file(self) -> Iterator[tuple[str, list[Shown]]]:
        """Yield the findings of each file, the most severe first."""
        for name, group in groupby(self.shown, key=_file):
            yield name, list(group)


def selection(findings: Iterable[Finding], view: View) -> Selection:
    """Return the findings to show: by file, and in each file by severity, habit and position.

    If there are more than the view shows, the most severe of all files are selected.
    """
    files = groupby(findings, key=lambda finding: finding.file)
    shown = [one for _, group in files for one in _of_file(list(group), view.show_all)]
    problems = Counter(one.finding.severity for one in shown)
    if not view.most or len(shown) <= view.most:
        return Selection(shown, 0, problems)
    order = sorted(range(len(shown)), key=lambda number: shown[number].gravity)
    kept = [shown[number] for number in sorted(order[: view.most])]
    hidden = sum(shown[number].count for number in order[view.most :])
    return Selection(kept, hidden, problems)


def _of_file(findings: list[Finding], show_all: bool) -> list[Shown]:
    singles = list(map(Shown, findings)) if show_all else list(_with_habits(findings))
    return sorted(singles, key=lambda one: (one.gravity, one.finding.span.start))


def _with_habits(findings: Sequence[Finding]) -> Iterator[Shown]:
    """Yield the findings of a file: of each habit, and of those that say the same, only the first."""
    for group in _groups(findings, lambda finding: (finding.code, finding.severity)):
        if is_habit(group):
            yield Shown(group[0], len(group), len(entries_of(group)), group[0].entries)
        else:
            yield from map(_same, _groups(group, _statement))


def _groups(
    findings: Iterable[Finding], key: Callable[[Finding], Hashable]
) -> Iterable[list[Finding]]:
    groups: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key(finding), []).append(finding)
    return groups.values()


def _statement(finding: Finding) -> str:
    """Return the message without the key of its entry; for warnings about form, what is wrong without the values."""
    if finding.severity == "warning" and finding.code[:3] in _ABOUT_FORM:
        return _QUOTED.sub("`", finding.message).partition(";")[0]
    return _message(finding)


def _message(finding: Finding) -> str:
    return finding.message.replace(f"`{finding.key}`", "") if finding.key else finding.message


def _same(group: Sequence[Finding]) -> Shown:
    first, *others = group
    differs = any(_message(finding) != _message(first) for finding in others)
    lines = [finding.line for finding in others]
    return Shown(first, len(group), lines=lines, similar=differs)


def _file(shown: Shown) -> str:
    return shown.finding.file
