"""The access date is earlier than the publication date.

One of the two dates is wrong. Articles can be online up to a year before their volume appears, so for printed
types the difference must be more than a year.

Example:

    @article{smith2020,
      year = {2015},
      url = {https://example.org/tides},
      urldate = {2008-02-09},
    }

Use instead:

    @article{smith2020,
      year = {2015},
      url = {https://example.org/tides},
      urldate = {2016-01-05},
    }

Fix: none, because either date may be the wrong one.
Source: biblatex manual, 2.2.2, `urldate`: the access date of the address in `url`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.access_dates import VARIABLES, access_place, accesses
from refkit.lint.facts import ordinal, shown
from refkit.lint.item_facts import date_text, field_name, shown_date
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest, latest
from refkit.model.item import Item

YEAR = 372  # as `ordinal` counts days
# Works of these types are published only on the page that is accessed.
ONLINE = frozenset({"webpage", "post", "post-weblog"})


@rule("DAT201", "access-before-publication", verdict=Verdict.INCONSISTENT,
      variables=VARIABLES, needs=("issued",))  # fmt: skip
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report access dates that end before the publication date begins."""
    date = item.issued
    published = ordinal(earliest(date))
    if published is None:
        return
    grace = 0 if item.type in ONLINE else YEAR
    for access in accesses(item):
        accessed = ordinal(latest(access.date))
        if accessed is not None and accessed + grace < published:
            yield Finding(
                access_place(item, access),
                f"accessed {shown(access.text or date_text(access.date))}, but published in {shown_date(date)} "
                f"according to `{field_name(item, 'issued')}`; check both dates",
            )
