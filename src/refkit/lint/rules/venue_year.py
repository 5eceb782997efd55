"""The year in the name of the venue differs from the year of the entry.

Proceedings named after 2014 do not appear in 2019. A difference of one year is common (a meeting in December,
a volume in spring). With a larger difference, the venue or the year belongs to another work.

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

from refkit.integers import read_int
from refkit.lint.places import part_span
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<![\d.:/–-])((?:19|20)\d\d)(?![\d:])|['’](\d\d)(?!\d)")
_DIGITS = lazy_pattern(r"\d\d")
_SPAN_OF_YEARS = lazy_pattern(r"\d{4}\s*(?:[-–—/]|to|and)+\s*\d{2}")


@rule(
    "DAT223", "venue-year", verdict=Verdict.INCONSISTENT,
    fields=("booktitle", "eventtitle"), needs=("year|date",), types=("inproceedings", "conference", "proceedings"),
    prose=False,
)  # fmt: skip
def venue_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare every year in the name of the venue with the year of the entry."""
    venue = entry.get("booktitle") or entry.get("eventtitle")
    if venue is None or not _DIGITS.search(venue.value):
        return
    written, year = year_field(entry), year_of(entry)
    if (
        written is None
        or year is None
        or str(year) in venue.value
        or _SPAN_OF_YEARS.search(venue.value)
    ):
        return
    matches = list(_YEAR.finditer(venue.value))
    named = [_full(match, year) for match in matches]
    if not named or any(abs(found - year) <= 1 for found in named):
        return
    yield Finding(
        part_span(venue, entry, *matches[0].span()),
        f"`{venue.name}` contains the year {named[0]}, but `{written.name}` is {year}; "
        "check which is right",
    )


def _full(match: re.Match[str], year: int) -> int:
    """Return the four-digit year that is nearest to the year of the entry."""
    if match[1]:
        return read_int(match[1])
    near = year - year % 100 + read_int(match[2])
    return min((near - 100, near, near + 100), key=lambda full: abs(full - year))
