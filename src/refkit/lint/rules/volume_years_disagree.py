"""Two entries give different years for one volume.

A volume of a journal, or the proceedings of a meeting, appears within one or two years. If entries of the
same file differ by more, one of them has the wrong volume or year.

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
from collections.abc import Iterator

from refkit.lint.reading import year_field
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.lint.volumes import Issue, issues_by_journal
from refkit.lint.works import place_of
from refkit.model.library import Library


@rule("DAT225", "volume-years-disagree", verdict=Verdict.INCONSISTENT)
def volume_years_disagree(library: Library, context: Context) -> Iterator[Finding]:
    """Group the articles by journal and volume and compare the years."""
    for issues in issues_by_journal(library).values():
        if len(issues) < 2:
            continue
        volumes: dict[int, list[Issue]] = defaultdict(list)
        for issue in issues:
            volumes[issue.volume].append(issue)
        for group in volumes.values():
            yield from _compare(group)


def _compare(group: list[Issue]) -> Iterator[Finding]:
    years = [issue.year for issue in group]
    if max(years) - min(years) < 2:
        return
    counts = Counter(years)
    usual = max(group, key=lambda issue: counts[issue.year])  # of equal ones the first
    for issue in group:
        written = year_field(issue.entry)
        if abs(issue.year - usual.year) > 1 and written is not None:
            yield Finding(
                written.value_span,
                f"volume {issue.volume} of `{issue.journal}` is from {issue.year} here and from {usual.year} in "
                f"{place_of(usual.entry, issue.entry)}; check which is right",
                source=issue.entry.source,
                key=issue.entry.key,
            )
