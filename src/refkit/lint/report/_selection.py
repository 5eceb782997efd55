"""The selection and order of the findings in reports for people: the most severe first, and each habit as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from refkit.lint.habits import entries_of, is_habit
from refkit.lint.options import SEVERITIES
from refkit.lint.rule import Finding
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.lint.report._view import View


@dataclass(slots=True)
class Shown:
    """A finding to show in place of the `count` findings of a habit.

    These are in `entries` of the `applicable` entries of the file.
    """

    finding: Finding
    count: int = 1
    entries: int = 0
    applicable: int = 0

    @property
    def gravity(self) -> tuple[int, bool]:
        """A sort key: severity, and single problems before habits."""
        return SEVERITIES.index(self.finding.severity), self.count > 1


@dataclass(slots=True)
class Selection:
    """The findings to show, by file, and the number of findings that are not shown."""

    shown: Sequence[Shown]
    hidden: int = 0

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
    if not view.most or len(shown) <= view.most:
        return Selection(shown)
    order = sorted(range(len(shown)), key=lambda number: shown[number].gravity)
    kept = [shown[number] for number in sorted(order[: view.most])]
    hidden = sum(shown[number].count for number in order[view.most :])
    return Selection(kept, hidden)


def _of_file(findings: list[Finding], show_all: bool) -> list[Shown]:
    singles = list(map(Shown, findings)) if show_all else list(_with_habits(findings))
    return sorted(singles, key=lambda one: one.gravity)


def _with_habits(findings: Sequence[Finding]) -> Iterator[Shown]:
    """Yield the findings of a file, and in place of each habit its first finding."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.code, finding.severity), []).append(finding)
    habits = {rule for rule, found in by_rule.items() if is_habit(found)}
    for finding in findings:
        rule = finding.code, finding.severity
        if rule not in habits:
            yield Shown(finding)
        elif finding is by_rule[rule][0]:
            found = by_rule[rule]
            yield Shown(finding, len(found), len(entries_of(found)), finding.entries)


def _file(shown: Shown) -> str:
    return shown.finding.file
