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

from refkit.lint.reading import (
    PREPRINT_PLACES,
    arxiv_month,
    arxiv_of,
    venue_of,
    year_field,
    year_of,
)
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry


@rule(
    "DAT221",
    "arxiv-after-year",
    verdict=Verdict.INCONSISTENT,
    fields=PREPRINT_PLACES,
    needs=("year|date",),
)
def arxiv_after_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the year at the start of the identifier."""
    arxiv = arxiv_of(entry)
    if arxiv is None:
        return
    written, year = year_field(entry), year_of(entry)
    if written is None or year is None:
        return
    submitted, month = arxiv_month(arxiv.value)
    grace = 1 if _published_elsewhere(entry) or _is_report(entry) else 0
    if submitted <= year + grace or not 1 <= month <= 12:
        return
    if "/" in arxiv.value and _is_published_article(entry):
        return
    yield Finding(
        arxiv.field.value_span,
        f"arXiv `{arxiv.value}` was submitted in {submitted}, but `{written.name}` is {year}; "
        "check which is right",
    )


def _published_elsewhere(entry: Entry) -> bool:
    """Whether the entry also names a journal or proceedings."""
    venue = venue_of(entry)
    return (
        venue is not None
        and "arxiv" not in venue.value.lower()
        and not venue.value.lower().startswith("corr")
    )


def _is_report(entry: Entry) -> bool:
    """Whether the entry has the number or the institution of a report, whose year is that of writing."""
    fields = entry.by_name()
    return any(name in fields for name in ("reportnumber", "number", "institution"))


def _is_published_article(entry: Entry) -> bool:
    """Whether the entry has a venue and a volume, pages or DOI of its publisher."""
    doi = entry.get("doi")
    return _published_elsewhere(entry) and (
        entry.get("volume") is not None
        or entry.get("pages") is not None
        or (doi is not None and "10.48550/" not in doi.value)
    )
