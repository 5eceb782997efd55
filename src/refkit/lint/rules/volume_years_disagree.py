"""Two entries give different years for one volume.

A volume of a journal, or the proceedings of a meeting, appears within one or two years. If entries of the
same file differ by more, one of them has the wrong volume or year. Journals whose volumes are months, or start
again each year or in each series, are not compared.

Example:

    @article{ford2015,
      author = {Ford, Ann},
      title = {Tides of the Estuary},
      journal = {Coastal Waters},
      volume = {12},
      year = {2015},
    }

    @article{ford2020,
      author = {Ford, Ann},
      title = {Tides of the Fjord},
      journal = {Coastal Waters},
      volume = {12},
      year = {2020},
    }

Use instead:

    @article{ford2015,
      author = {Ford, Ann},
      title = {Tides of the Estuary},
      journal = {Coastal Waters},
      volume = {12},
      year = {2015},
    }

    @article{ford2020,
      author = {Ford, Ann},
      title = {Tides of the Fjord},
      journal = {Coastal Waters},
      volume = {17},
      year = {2020},
    }

Fix: none, because the file does not say which of the entries is right.
Source: common practice; a volume of a journal may continue into the next year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from refkit.lint.items import place_finder
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.lint.volumes import Issue, issues_by_journal
from refkit.lint.works import place_of
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Span


@rule("DAT225", "volume-years-disagree", verdict=Verdict.INCONSISTENT)
def volume_years_disagree(library: Library, context: Context) -> Iterator[Finding]:
    """Group the articles by journal and volume and compare the years."""
    place = place_finder(library)
    for issues in issues_by_journal(library).values():
        if len(issues) < 2:
            continue
        volumes: dict[int, list[Issue]] = defaultdict(list)
        for issue in issues:
            volumes[issue.volume].append(issue)
        disagreeing = [group for group in volumes.values() if _disagree(group)]
        if not _restarts(volumes.values(), disagreeing):
            for group in disagreeing:
                yield from _compare(group, place)


def _disagree(group: Sequence[Issue]) -> bool:
    years = [issue.year for issue in group]
    return max(years) - min(years) > 1


def _restarts(volumes: Iterable[Sequence[Issue]], disagreeing: Sequence[Sequence[Issue]]) -> bool:
    """Whether the volumes of a journal are months, or are counted again each year or in each series."""
    shared = sum(1 for group in volumes if len(group) > 1)
    return len(disagreeing) > 1 and 2 * len(disagreeing) > shared


def _compare(group: Sequence[Issue], place: Callable[[Entry, str], Span]) -> Iterator[Finding]:
    counts = Counter(issue.year for issue in group)
    usual = max(group, key=lambda issue: counts[issue.year])  # of equal ones the first
    for issue in group:
        if abs(issue.year - usual.year) > 1:
            yield Finding(
                place(issue.entry, "issued"),
                f"volume {issue.volume} of `{issue.journal}` is from {issue.year} here and from {usual.year} in "
                f"{place_of(usual.entry, issue.entry)}; check which is right",
                source=issue.entry.source,
                key=issue.entry.key,
            )
