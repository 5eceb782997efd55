"""The arXiv identifier has an impossible month.

Since April 2007, identifiers have the form YYMM.number. The number has four digits until December 2014 and
five since January 2015. The month is between 01 and 12 and not in the future. Any other identifier is a typo
or fabricated.

Example:

    @misc{stone2026,
      author = {Stone, Ida},
      title = {Tides in Shallow Lagoons},
      year = {2026},
      eprint = {2615.01234},
      archiveprefix = {arXiv},
    }

Use instead:

    @misc{stone2026,
      author = {Stone, Ida},
      title = {Tides in Shallow Lagoons},
      year = {2026},
      eprint = {2605.01234},
      archiveprefix = {arXiv},
    }

Fix: none, because refkit does not know the right identifier.
Source: https://info.arxiv.org/help/arxiv_identifier.html
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from refkit.lint.item_facts import MENTIONS, PREPRINT_LINKS, arxiv_of_item
from refkit.lint.reading import arxiv_month
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item


@rule("DAT222", "arxiv-id-date", variables=PREPRINT_LINKS, cues=("xiv",), cued=MENTIONS)
def arxiv_id_date(item: Item, context: Context) -> Iterator[Finding]:
    """Report identifiers that arXiv cannot have assigned."""
    arxiv = arxiv_of_item(item)
    problem = _problem(arxiv.value, context.today) if arxiv is not None else ""
    if arxiv is not None and problem:
        yield Finding(
            item.place(arxiv.variable), f"arXiv `{arxiv.value}` {problem}; check the identifier"
        )


def _problem(identifier: str, today: datetime.date) -> str:
    year, month = arxiv_month(identifier)
    if not 1 <= month <= 12:
        return f"has the month {month:02}"
    # In some time zones it is already tomorrow, and identifiers are assigned from the first day of a month.
    if (year, month) > ((tomorrow := today + datetime.timedelta(days=1)).year, tomorrow.month):
        return f"is from {year}-{month:02}, which is in the future"
    if "/" in identifier:
        return (
            "is older than arXiv, which began in August 1991" if (year, month) < (1991, 7) else ""
        )
    if (year, month) < (2007, 4):
        return f"is from {year}-{month:02}, but identifiers of this form begin in April 2007"
    digits = len(identifier) - 5
    if digits == 5 and year < 2015:
        return "has five digits after the dot, but identifiers had four before 2015"
    if digits == 4 and year >= 2015:
        return "has four digits after the dot, but identifiers have had five since 2015"
    return ""
