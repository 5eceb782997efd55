"""The year in the URL differs from the year of the entry.

Proceedings and journals put the year or the volume into their addresses. If that year and `year` cannot both
be right, the link leads to another work, or the year is wrong. Newspapers and blogs have the day of publication in
their addresses, so that the year cannot be earlier, and addresses of copies in the Internet Archive have the day of the
copy, so that it cannot be later.

Example:

    @inproceedings{lark2019,
      author = {Lark, Ivy},
      title = {Parsing Bird Song},
      booktitle = {Proceedings of the Meeting on Parsing},
      year = {2016},
      url = {https://aclanthology.org/P19-1234},
    }

Use instead:

    @inproceedings{lark2019,
      author = {Lark, Ivy},
      title = {Parsing Bird Song},
      booktitle = {Proceedings of the Meeting on Parsing},
      year = {2019},
      url = {https://aclanthology.org/P19-1234},
    }

Fix: none, because only the linked page can decide.
Source: the sites' addresses, row by row in `refkit/data/url_years.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.doi_anatomy import TOLERANCE
from refkit.data.url_years import PATTERNS
from refkit.integers import read_int
from refkit.lint.doi_anatomy import century
from refkit.lint.item_facts import field_name, year_of_item
from refkit.lint.places import match_place
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ROWS = [
    (part, lazy_pattern(pattern, re.IGNORECASE), TOLERANCE[kind], base)
    for part, pattern, kind, base in PATTERNS
]
# The day of publication in the addresses of newspapers, magazines and blogs, but not of uploaded files.
_DATED_PATH = lazy_pattern(
    r"(?<!uploads)(?<!files)(?<!images)/(?P<year>20[0-2]\d)/(?:0?[1-9]|1[0-2])/(?:[0-3]?\d/)?(?=[a-z])",
    re.IGNORECASE,
)
_FILE = lazy_pattern(r"\.(?:pdf|docx?|pptx?|jpe?g|png|zip)\b", re.IGNORECASE)
_DATED = frozenset({"webpage", "post", "post-weblog", "article-newspaper", "article-magazine"})


# A copy in the Internet Archive, with the day on which it was made.
_COPY = lazy_pattern(r"web\.archive\.org/web/(?P<year>(?:19|20)\d\d)\d{4,10}", re.IGNORECASE)


@rule("DAT234", "url-year", verdict=Verdict.INCONSISTENT, needs=("URL", "issued"))
def url_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the years that the address allows."""
    year = year_of_item(item)
    if year is None:
        return
    address = item.URL.lower()
    for part, pattern, (least, most), base in _ROWS:
        match = pattern.search(address) if part in address else None
        if match is None:
            continue
        inside = _year(match, base)
        if not least <= year - inside <= most:
            yield _finding(item, pattern, match[0], inside, year)
        return
    copied = _COPY.search(address) if "archive.org/" in address else None
    if copied is not None:
        if year > read_int(copied["year"]):
            yield _finding(item, _COPY, copied[0], read_int(copied["year"]), year)
        return
    dated = _DATED_PATH.search(address) if item.type in _DATED else None
    if dated is not None and year < read_int(dated["year"]) and not _FILE.search(address):
        yield _finding(item, _DATED_PATH, dated[0], read_int(dated["year"]), year)


def _finding(item: Item, pattern: re.Pattern[str], part: str, inside: int, year: int) -> Finding:
    return Finding(
        match_place(item, "URL", pattern),
        f"`{field_name(item, 'URL')}` contains the year {inside} (`{part}`), but "
        f"`{field_name(item, 'issued')}` is {year}; check which is right",
    )


def _year(match: re.Match[str], base: int) -> int:
    part = match.groupdict()
    if year := part.get("year"):
        return read_int(year)
    if volume := part.get("volume"):
        return base + read_int(volume)
    return century(read_int(match["yy"]))
