"""The year in the DOI differs from the year of the entry.

Many publishers put the year of the meeting, issue, acceptance or submission into their DOIs. If that year and
`year` cannot both be right, the DOI belongs to another work or version, or the year is wrong. A DOI of an old
volume that was scanned later may contain the year of digitization; such a DOI is not reported.

Example:

    @inproceedings{silver2024,
      author = {Silver, Ada},
      title = {Planning with Sparse Rewards},
      booktitle = {Proceedings of the AAAI Conference on Artificial Intelligence},
      year = {2018},
      doi = {10.1609/aaai.v36i3.99001},
    }

Use instead:

    @inproceedings{silver2022,
      author = {Silver, Ada},
      title = {Planning with Sparse Rewards},
      booktitle = {Proceedings of the AAAI Conference on Artificial Intelligence},
      year = {2022},
      doi = {10.1609/aaai.v36i3.99001},
    }

Fix: none, because only the publisher's record can decide.
Source: the publishers' practice, row by row in `refkit/data/doi_anatomy.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.doi_anatomy import anatomy, may_be_scanned
from refkit.lint.item_facts import LINKS, doi_of_item, field_name, year_of_item
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT220",
    "doi-year",
    verdict=Verdict.INCONSISTENT,
    needs=("DOI|URL|note|publisher|howpublished", "issued"),
    cues=("10.",),
    cued=("DOI", *LINKS),
)
def doi_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the years that the DOI allows."""
    doi, year = doi_of_item(item), year_of_item(item)
    if doi is None or year is None or doi.value.startswith("10.48550/"):
        return
    parts = anatomy(doi.value)
    if parts is None or parts.year is None or parts.earliest <= year <= parts.latest:
        return
    if year < parts.earliest and may_be_scanned(doi.value, year, item.type.startswith("article")):
        return
    yield Finding(
        item.place(doi.variable),
        f"DOI `{doi.value}` contains the year {parts.year} ({parts.publisher}), but "
        f"`{field_name(item, 'issued')}` is {year}; check which is right",
    )
