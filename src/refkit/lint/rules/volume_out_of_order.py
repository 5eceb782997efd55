"""The volume contradicts the journal's volumes in other years of the file.

Volumes increase with the years. If several entries of one journal agree and one differs widely, its volume or
year is wrong.

Example:

    @article{a2001, author = {Ash, Al}, title = {On Oaks}, journal = {Trees}, volume = {11}, year = {2001}}
    @article{b2004, author = {Ash, Bo}, title = {On Elms}, journal = {Trees}, volume = {14}, year = {2004}}
    @article{c2008, author = {Ash, Cy}, title = {On Firs}, journal = {Trees}, volume = {18}, year = {2008}}
    @article{d2010, author = {Ash, Di}, title = {On Yews}, journal = {Trees}, volume = {20}, year = {2010}}
    @article{e2015, author = {Ash, Ed}, title = {On Figs}, journal = {Trees}, volume = {3}, year = {2015}}

Use instead:

    @article{a2001, author = {Ash, Al}, title = {On Oaks}, journal = {Trees}, volume = {11}, year = {2001}}
    @article{b2004, author = {Ash, Bo}, title = {On Elms}, journal = {Trees}, volume = {14}, year = {2004}}
    @article{c2008, author = {Ash, Cy}, title = {On Firs}, journal = {Trees}, volume = {18}, year = {2008}}
    @article{d2010, author = {Ash, Di}, title = {On Yews}, journal = {Trees}, volume = {20}, year = {2010}}
    @article{e2015, author = {Ash, Ed}, title = {On Figs}, journal = {Trees}, volume = {25}, year = {2015}}

Fix: none, because only the publisher's record can decide.
Source: common practice; learned from at least four other entries of the same file that agree with one another.
Journals that restart their volumes in a new series look the same, so check before you change anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from refkit.lint.items import place_finder
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.lint.volumes import Issue, issues_by_journal
from refkit.lint.works import place_of
from refkit.model.library import Library

ENOUGH = 4


@rule("DAT230", "volume-out-of-order", verdict=Verdict.INCONSISTENT)
def volume_out_of_order(library: Library, context: Context) -> Iterator[Finding]:
    """Report the entry of each journal that all others contradict."""
    place = place_finder(library)
    for issues in issues_by_journal(library).values():
        if not ENOUGH < len(issues) < 2000:
            continue
        odd = _odd_one(issues)
        if odd is None:
            continue
        issue, near = odd
        yield Finding(
            place(issue.entry, "volume"),
            f"volume {issue.volume} of `{issue.journal}` in {issue.year} does not fit volume {near.volume} of "
            f"{near.year} in {place_of(near.entry, issue.entry)} and {len(issues) - 2} more; "
            "check which is right",
            source=issue.entry.source,
            key=issue.entry.key,
        )


def _odd_one(issues: Sequence[Issue]) -> tuple[Issue, Issue] | None:
    """Return the entry without which volumes increase with the years, and one that it contradicts."""
    wrong = list(islice(_contradicted(issues, 2), 2))
    if len(wrong) != 1:  # of two, each contradicts a third entry
        return None
    odd = issues[wrong[0]]
    rest = [issue for issue in issues if issue is not odd]
    if (
        len(rest) < ENOUGH
        or any(True for _ in _contradicted(rest, 1))
        or len({i.year for i in rest}) < 3
    ):
        return None
    return odd, min(_against(odd, issues), key=lambda issue: abs(issue.year - odd.year))


def _contradicted(issues: Sequence[Issue], times: int) -> Iterator[int]:
    """Give the places of the entries that at least so many others contradict, once or twice.

    The two highest volumes up to each year and the two lowest from it on are enough to know that, so
    the time grows with the number of entries.
    """
    volumes: dict[int, list[int]] = defaultdict(list)
    for issue in issues:
        volumes[issue.year].append(issue.volume)
    years = sorted(volumes)
    highest: list[list[int]] = [[]]
    lowest: list[list[int]] = [[]]
    for year in years:
        highest.append(sorted([*highest[-1], *volumes[year]])[-2:])
    for year in reversed(years):
        lowest.append(sorted([*lowest[-1], *volumes[year]])[:2])
    for at, issue in enumerate(issues):
        earlier = highest[bisect_left(years, issue.year - 1)]
        later = lowest[len(years) - bisect_right(years, issue.year + 1)]
        against = [v for v in earlier if v >= issue.volume] + [
            v for v in later if v <= issue.volume
        ]
        if len(against) >= times:
            yield at


def _against(issue: Issue, issues: Sequence[Issue]) -> list[Issue]:
    """Return the entries with a higher volume in an earlier year, or a lower volume in a later one."""
    return [
        other
        for other in issues
        if (other.year < issue.year - 1 and other.volume >= issue.volume)
        or (other.year > issue.year + 1 and other.volume <= issue.volume)
    ]
