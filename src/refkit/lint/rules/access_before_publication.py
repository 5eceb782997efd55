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

from refkit.lint.facts import date_in, issued, issued_field, ordinal, shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.dates import earliest, latest
from refkit.model.entry import Entry

YEAR = 372  # as `ordinal` counts days
# These types are published only on the page that is accessed.
ONLINE = frozenset({"online", "electronic", "www"})


@rule("DAT201", "access-before-publication", verdict=Verdict.INCONSISTENT,
      fields=("urldate",), needs=("urldate", "year|date"))  # fmt: skip
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report access dates that end before the publication date begins."""
    date = issued(entry)
    accessed, published = ordinal(latest(date_in(entry, "urldate"))), ordinal(earliest(date))
    field, access = issued_field(entry), entry.get("urldate")
    if accessed is None or published is None or field is None or access is None:
        return
    if accessed + (0 if entry.type in ONLINE else YEAR) < published:
        yield Finding(
            access.value_span,
            f"accessed {shown(access.value)}, but published in {shown(date.raw)} by `{field.name}`; "
            "check both dates",
        )
