"""The event took place after the publication.

Proceedings appear at the time of the meeting or after it. A volume dated December may be of a meeting in the
next spring. A larger difference is a typo, or means another meeting.

Example:

    @inproceedings{berg2015,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Workshop on Query Languages},
      date = {2015},
      eventdate = {2018-05-01},
    }

Use instead:

    @inproceedings{berg2015,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Workshop on Query Languages},
      date = {2015},
      eventdate = {2015-05-01},
    }

Fix: none, because either date may be the wrong one.
Source: the biblatex manual, 2.2.2 `eventdate`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_DATE = lazy_pattern(r"\s*(\d{4})(?:-(\d\d))?")


@rule(
    "DAT236",
    "event-after-publication",
    verdict=Verdict.INCONSISTENT,
    fields=("eventdate",),
    needs=("year|date",),
)
def event_after_publication(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of the event with the year of publication."""
    event, written, year = entry.get("eventdate"), year_field(entry), year_of(entry)
    match = _DATE.match(event.value) if event else None
    if event is None or match is None or written is None or year is None:
        return
    held, month = read_int(match[1]), read_int(match[2] or "1")
    if held > year + 1 or (held == year + 1 and month > 6):
        yield Finding(
            event.value_span,
            f"`eventdate` is {event.value}, but `{written.name}` is {year}; check which is right",
        )
