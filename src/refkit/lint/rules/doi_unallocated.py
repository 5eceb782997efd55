"""The DOI has a registrant number that was never assigned.

The number between `10.` and the slash identifies the registrant. Numbers are assigned in ascending blocks,
and a number above the last block has no owner. The DOI is a typo or fabricated.

Example:

    @article{vane2021,
      author = {Vane, Lou},
      title = {Kites and Balloons},
      journal = {Upper Air},
      year = {2021},
      doi = {10.99911/kites.2021.4},
    }

Use instead:

    @article{vane2021,
      author = {Vane, Lou},
      title = {Kites and Balloons},
      journal = {Upper Air},
      year = {2021},
    }

Fix: none, because refkit does not know the right DOI.
Source: https://community.crossref.org/t/13215; the highest number in use, plus a margin, is in
`refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import EXAMPLE_REGISTRANTS, HIGHEST_REGISTRANT
from refkit.integers import read_int
from refkit.lint.reading import doi_in
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule("IDS229", "doi-unallocated", verdict=Verdict.SIGNAL, variables=("DOI",))
def doi_unallocated(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the number of the registrant with the highest number in use."""
    registrant = doi_in(item.DOI).partition("/")[0]
    number = registrant[3:].partition(".")[0]
    if (
        number.isdecimal()
        and read_int(number) > HIGHEST_REGISTRANT
        and registrant not in EXAMPLE_REGISTRANTS
    ):
        yield Finding(
            item.place("DOI"),
            f"no DOI registrant has the number `{registrant}`; verify the DOI",
        )
