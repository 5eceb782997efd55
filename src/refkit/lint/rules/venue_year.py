"""The year in the name of the venue differs from the year of the entry.

Proceedings of a 2014 meeting cannot have appeared in 2011 and are unlikely to appear in 2019. A year later is common
(a meeting in December, a volume in spring), and some proceedings take three years. Selected papers and special issues
of journals may take longer. Conferences that are known to publish at once must have the same year.

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

from refkit.data.conference_years import NAMES
from refkit.integers import read_int
from refkit.lint.item_facts import field_name, plain_text, year_of_item
from refkit.lint.places import match_place
from refkit.lint.reading import bare_venue
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<![\d.:/–-])((?:19|20)\d\d)(?![\d:])|['’](\d\d)(?!\d)")
# A year after these words is a goal, a standard or a version ("Vision 2020").
_NOT_OF_MEETING = lazy_pattern(
    r"(?i)\b(?:vision|horizon|agenda|beyond|towards?|until|roadmap|strategy|goals?|europe|fortran|ada|c\+\+|windows|office"
    r"|iso|ieee|standard)[\s-]*(?:19|20)\d\d"
)
# "Proceedings of the 2018 Conference of ... (NAACL 2019)"
_TWO_YEARS = lazy_pattern(
    r"(?i)proceedings of the ((?:19|20)\d\d) [^()]*\((?-i:[A-Z])[\w/&-]*[ -]((?:19|20)\d\d)\)"
)
_DIGITS = lazy_pattern(r"\d\d")
_OF_MEETING = lazy_pattern(r"(?i)\b(?:proceedings|proc\.|conference|workshop|symposium|congress)")
_SPAN_OF_YEARS = lazy_pattern(r"\d{4}\s*(?:[-–—/]|to|and)+\s*\d{2}")
_REPRINT = lazy_pattern(r"(?i)reprint|collected|classic")
_ISSUED_LATER = lazy_pattern(r"(?i)selected|revised|post-?proceedings|special issue")
# `ICSE '08` and `ICSE 2008`; the numbers of book series look alike.
_MEETING = lazy_pattern(
    r"(?![\s{]*(?:LN[A-Z]{2}|CCIS|AICT|Lecture\b))[\s{]*[A-Z][\w/&+ {}-]*(?:['’]\s*\d\d|\s(?:19|20)\d\d)[\s}]*"
)
# Years between a meeting and its proceedings.
LATEST = 3
LATEST_OF_KNOWN_SERIES = 1


@rule(
    "DAT223", "venue-year", verdict=Verdict.INCONSISTENT,
    variables=("container-title", "event-title", "collection-title", "title"), needs=("issued",),
    types=("paper-conference", "book", "article-journal"), prose=False, cues=("19", "20", "'", "’"),
)  # fmt: skip
def venue_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare every year in the name of the venue with the year of the item, and with each other."""
    year = year_of_item(item)
    if year is None:
        return
    for variable in _venues(item):
        venue = plain_text(item, variable)
        if (match := _TWO_YEARS.match(venue)) and match[1] != match[2]:
            years = f"the years {match[1]} and {match[2]}"
            message = f"`{field_name(item, variable)}` contains {years}; check which is right"
            yield Finding(item.place(variable), message)
            return
        named = _other_year(venue, year)
        if named is not None and not (named < year and _may_appear_later(item, venue)):
            yield _finding(item, variable, named, "issued", year)
            return
        meeting = item.event_date.year
        named = _other_year(venue, meeting, latest=1) if meeting is not None else None
        if meeting is not None and named is not None:
            yield _finding(item, variable, named, "event-date", meeting)
            return


def _finding(item: Item, variable: str, named: int, date: str, year: int) -> Finding:
    return Finding(
        match_place(item, variable, _YEAR),
        f"`{field_name(item, variable)}` contains the year {named}, but "
        f"`{field_name(item, date)}` is {year}; check which is right",
    )


def _venues(item: Item) -> Iterator[str]:
    """Yield the variables that name the meeting and contain digits."""
    is_proceedings = item.entry is not None and item.entry.type == "proceedings"
    if item.type == "book" and not is_proceedings:
        return
    names = ("container-title", "event-title", *(["title"] if is_proceedings else ()))
    found = [variable for variable in names if _DIGITS.search(item.text.get(variable, ""))]
    if _MEETING.fullmatch(plain_text(item, "collection-title")):
        found.append("collection-title")
    if found and (item.type != "article-journal" or _OF_MEETING.search(item.container_title)):
        yield from found


def _other_year(venue: str, year: int, latest: int = LATEST) -> int | None:
    """Return the first year in the name of a meeting, unless one of the years can belong to `year`."""
    if str(year) in venue or _SPAN_OF_YEARS.search(venue):
        return None
    if _NOT_OF_MEETING.search(venue) or _REPRINT.search(venue):
        return None
    named = [_full(match, year) for match in _YEAR.finditer(venue)]
    if bare_venue(venue) in NAMES:
        latest = LATEST_OF_KNOWN_SERIES
    if not named or any(-1 <= year - found <= latest for found in named):
        return None
    return named[0]


def _may_appear_later(item: Item, venue: str) -> bool:
    """Whether the volume is known to have appeared some years after the meeting."""
    in_journal = bool(item.custom.get("journal"))
    return in_journal or "event-date" in item.dates or _ISSUED_LATER.search(venue) is not None


def _full(match: re.Match[str], year: int) -> int:
    """Return the four-digit year that is nearest to the year of the entry."""
    if match[1]:
        return read_int(match[1])
    near = year - year % 100 + read_int(match[2])
    return min((near - 100, near, near + 100), key=lambda full: abs(full - year))
