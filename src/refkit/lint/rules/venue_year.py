"""The year in the name of the venue differs from the year of the entry.

Proceedings named after 2014 do not appear in 2019 and cannot have appeared in 2011. A year later is common (a meeting
in December, a volume in spring), and some proceedings take three years. Selected papers and special issues of journals
may take longer. Conferences that are known to publish at once have one year.

Example:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the 2014 Workshop on Query Languages},
      year = {2019},
    }

Use instead:

    @inproceedings{berg2014,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the 2014 Workshop on Query Languages},
      year = {2014},
    }

Fix: none, because only the publisher's record can decide.
Source: common practice; JabRef and bibcop report any year in a booktitle, right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from refkit.data.conference_years import NAMES
from refkit.integers import read_int
from refkit.lint.places import part_span
from refkit.lint.reading import bare_venue, year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<![\d.:/–-])((?:19|20)\d\d)(?![\d:])|['’](\d\d)(?!\d)")
_DIGITS = lazy_pattern(r"\d\d")
_SPAN_OF_YEARS = lazy_pattern(r"\d{4}\s*(?:[-–—/]|to|and)+\s*\d{2}")
_ISSUED_LATER = lazy_pattern(
    r"(?i)selected|revised|post-?proceedings|special issue|reprint|collected"
)
# `ICSE '08` and `ICSE 2008`; the numbers of book series look alike.
_MEETING = lazy_pattern(
    r"(?![\s{]*(?:LN[A-Z]{2}|CCIS|AICT|Lecture\b))[\s{]*[A-Z][\w/&+ {}-]*(?:['’]\s*\d\d|\s(?:19|20)\d\d)[\s}]*"
)
# Years between a meeting and its proceedings.
LATEST = 3
LATEST_OF_KNOWN_SERIES = 1


@rule(
    "DAT223", "venue-year", verdict=Verdict.INCONSISTENT,
    fields=("booktitle", "eventtitle", "series", "title"), needs=("year|date",),
    types=("inproceedings", "conference", "proceedings"), prose=False,
)  # fmt: skip
def venue_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare every year in the name of the venue with the year of the entry."""
    written, year = year_field(entry), year_of(entry)
    if written is None or year is None:
        return
    for venue in _venues(entry):
        named = _other_year(venue.value, year)
        if named is None or (named.year < year and _may_appear_later(entry, venue.value)):
            continue
        yield Finding(
            part_span(venue, entry, *named.place),
            f"`{venue.name}` contains the year {named.year}, but `{written.name}` is {year}; "
            "check which is right",
        )
        return


def _venues(entry: Entry) -> Iterator[Field]:
    """Yield the fields that name the meeting and contain digits."""
    own = entry.by_name()
    names = ("booktitle", "eventtitle", *(["title"] if entry.type == "proceedings" else ()))
    for name in names:
        if name in own and _DIGITS.search(own[name].value):
            yield own[name]
    if "series" in own and _MEETING.fullmatch(own["series"].value):
        yield own["series"]


class _Named(NamedTuple):
    year: int
    place: tuple[int, int]


def _other_year(venue: str, year: int) -> _Named | None:
    """Return the first year in the name of a meeting if the proceedings cannot be from `year`."""
    if str(year) in venue or _SPAN_OF_YEARS.search(venue):
        return None
    named = [_Named(_full(match, year), match.span()) for match in _YEAR.finditer(venue)]
    latest = LATEST_OF_KNOWN_SERIES if bare_venue(venue) in NAMES else LATEST
    if not named or any(-1 <= year - found.year <= latest for found in named):
        return None
    return named[0]


def _may_appear_later(entry: Entry, venue: str) -> bool:
    """Whether the volume is known to have appeared some years after the meeting."""
    own = entry.by_name()
    return "journal" in own or "eventdate" in own or _ISSUED_LATER.search(venue) is not None


def _full(match: re.Match[str], year: int) -> int:
    """Return the four-digit year that is nearest to the year of the entry."""
    if match[1]:
        return read_int(match[1])
    near = year - year % 100 + read_int(match[2])
    return min((near - 100, near, near + 100), key=lambda full: abs(full - year))
