"""The year in the URL differs from the year of the entry.

Proceedings and journals put the year or the volume into their addresses. If that year and `year` cannot both
be right, the link leads to another work, or the year is wrong.

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
from refkit.lint.places import part_span
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_ROWS = [
    (part, lazy_pattern(pattern), TOLERANCE[kind], base) for part, pattern, kind, base in PATTERNS
]


@rule("DAT234", "url-year", verdict=Verdict.INCONSISTENT, fields=("url",), needs=("year|date",))
def url_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the years that the address allows."""
    url, written, year = entry.get("url"), year_field(entry), year_of(entry)
    if url is None or written is None or year is None:
        return
    address = url.value.lower()
    for part, pattern, (least, most), base in _ROWS:
        match = pattern.search(address) if part in address else None
        if match is None:
            continue
        inside = _year(match, base)
        if not least <= year - inside <= most:
            # a few capitals have two characters in lower case
            same = len(address) == len(url.value)
            yield Finding(
                part_span(url, entry, *match.span()) if same else url.value_span,
                f"`url` contains the year {inside} (`{match[0]}`), but `{written.name}` is {year}; "
                "check which is right",
            )
        return


def _year(match: re.Match[str], base: int) -> int:
    part = match.groupdict()
    if year := part.get("year"):
        return read_int(year)
    if volume := part.get("volume"):
        return base + read_int(volume)
    return century(read_int(match["yy"]))
