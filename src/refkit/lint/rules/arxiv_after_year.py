"""The arXiv identifier is newer than the year of the entry.

An arXiv identifier begins with the year and month of its submission (2211 is November 2022). A preprint of
2022 cannot have been read in 2018: the identifier belongs to another work, or the year is wrong. If the work
was published elsewhere or is a report, the identifier may be one year newer. Authors also submitted articles that
had appeared long before, so nothing is reported if an article has its volume or DOI and the identifier has the form
used until 2007.

Example:

    @misc{stone2018,
      author = {Stone, Ida},
      title = {Tides in Shallow Lagoons},
      year = {2018},
      eprint = {2211.04567},
      archiveprefix = {arXiv},
    }

Use instead:

    @misc{stone2022,
      author = {Stone, Ida},
      title = {Tides in Shallow Lagoons},
      year = {2022},
      eprint = {2211.04567},
      archiveprefix = {arXiv},
    }

Fix: none, because only the record at arXiv can decide.
Source: https://info.arxiv.org/help/arxiv_identifier.html
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import (
    MENTIONS,
    PREPRINT_LINKS,
    arxiv_of_item,
    field_name,
    variable_text,
    year_of_item,
)
from refkit.lint.reading import arxiv_month
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT221",
    "arxiv-after-year",
    verdict=Verdict.INCONSISTENT,
    variables=PREPRINT_LINKS,
    needs=("issued",),
    cues=("xiv",),
    cued=MENTIONS,
)
def arxiv_after_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the year at the start of the identifier."""
    arxiv, year = arxiv_of_item(item), year_of_item(item)
    if arxiv is None or year is None:
        return
    submitted, month = arxiv_month(arxiv.value)
    grace = 1 if _is_published_elsewhere(item) or _is_report(item) else 0
    if submitted <= year + grace or not 1 <= month <= 12:
        return
    if "/" in arxiv.value and _is_published_article(item):
        return
    yield Finding(
        item.place(arxiv.variable),
        f"arXiv `{arxiv.value}` was submitted in {submitted}, but `{field_name(item, 'issued')}` is {year}; "
        "check which is right",
    )


def _is_published_elsewhere(item: Item) -> bool:
    """Whether the item also names a journal or proceedings."""
    venue = item.container_title.lower()
    return bool(venue) and "arxiv" not in venue and not venue.startswith("corr")


def _is_report(item: Item) -> bool:
    """Whether the item is a report or has a report number; the year of a report is often that of writing."""
    return item.type == "report" or bool(variable_text(item, "reportnumber"))


def _is_published_article(item: Item) -> bool:
    """Whether the item has a venue and a volume, pages or DOI of its publisher."""
    has_doi = bool(item.DOI) and "10.48550/" not in item.DOI
    return _is_published_elsewhere(item) and bool(item.volume or item.page or has_doi)
