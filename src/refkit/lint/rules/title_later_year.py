"""The title names a year that is later than the entry's.

"Results of the 2019 survey" cannot have appeared in 2015. A forecast can, so the rule is off by
default.

Example:

    @article{gull2015,
      author = {Gull, Amy},
      title = {Results of the 2019 Survey of Seabirds},
      journal = {Coastal Birds},
      year = {2015},
    }

Use instead:

    @article{gull2019,
      author = {Gull, Amy},
      title = {Results of the 2019 Survey of Seabirds},
      journal = {Coastal Birds},
      year = {2019},
    }

Fix: none: only the record of the work tells which year is right.
Source: general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry

_YEAR = re.compile(r"(?<![\d.,$-])(?:19|20)\d\d(?![\d.,-]\d|\d)")
_FORECAST = re.compile(
    r"(?i)\b(?:by|until|till|beyond|towards?|horizon|vision|agenda|scenario|forecast|outlook|projection)"
)


@rule("DAT232", "title-later-year", verdict=Verdict.INCONSISTENT, needs=("title", "year|date"), default=False)
def title_later_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the years in the title with the year of the entry."""
    title, written, year = entry.get("title"), year_field(entry), year_of(entry)
    if title is None or written is None or year is None or _FORECAST.search(title.value):
        return
    later = [int(found) for found in _YEAR.findall(title.value) if year < int(found) <= year + 30]
    if later:
        yield Finding(
            title.value_span,
            f"`title` names the year {later[0]}, but `{written.name}` is {year}; look up which is right",
        )
