"""The title names a year later than the year of the entry.

"Lessons from the 2021 floods" cannot have appeared in 2018. Titles about the future can name a later year, so
the rule requires words of a report before the year.

Example:

    @article{gull2018,
      author = {Gull, Amy},
      title = {Lessons from the 2021 Floods of the Delta},
      journal = {Coastal Birds},
      year = {2018},
    }

Use instead:

    @article{gull2021,
      author = {Gull, Amy},
      title = {Lessons from the 2021 Floods of the Delta},
      journal = {Coastal Birds},
      year = {2021},
    }

Fix: none, because only the publisher's record can decide.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.places import part_span
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_THING = (
    r"(?:surveys?|census|elections?|season|earthquakes?|floods?|pandemic|epidemic|outbreak|shared task|challenge"
    r"|campaign|evaluation)"
)
_REPORT = lazy_pattern(
    r"(?i)\b(?:results?|findings|report|lessons|evidence|data|analysis|review|overview|summary|proceedings)"
    r" (?:of|from|on) (?:the )?(?P<after>(?:19|20)\d\d)(?!\d|[-–/.,]\d)"
    rf"|\bthe (?P<before>(?:19|20)\d\d) (?:\S+ ){{0,2}}?{_THING}\b"
)


@rule("DAT232", "title-later-year", verdict=Verdict.INCONSISTENT, needs=("title", "year|date"))
def title_later_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the years in the title with the year of the entry."""
    title, written, year = entry.get("title"), year_field(entry), year_of(entry)
    if title is None or written is None or year is None:
        return
    match = _REPORT.search(title.value) if "19" in title.value or "20" in title.value else None
    if match is None:
        return
    named = read_int(match["after"] or match["before"])
    if named > year:
        yield Finding(
            part_span(title, entry, *match.span("after" if match["after"] else "before")),
            f"`title` contains the year {named}, but `{written.name}` is {year}; check which is right",
        )
