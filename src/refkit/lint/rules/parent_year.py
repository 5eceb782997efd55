"""The year of a paper differs from the year of the proceedings that contain it.

A paper has the year of its proceedings, or that of the meeting, which may be up to three years earlier. If the entry
has a year of its own, styles print that one.

Example:

    @inproceedings{reed2021,
      author = {Reed, Kim},
      title = {Sluices and Locks},
      year = {2021},
      crossref = {locks},
    }

    @proceedings{locks,
      title = {Locks and Canals},
      booktitle = {Locks and Canals},
      year = {2018},
    }

Use instead:

    @inproceedings{reed2018,
      author = {Reed, Kim},
      title = {Sluices and Locks},
      crossref = {locks},
    }

    @proceedings{locks,
      title = {Locks and Canals},
      booktitle = {Locks and Canals},
      year = {2018},
    }

Fix: none, because either year may be the wrong one.
Source: biblatex manual, 2.4.1 and appendix B; common practice of DBLP, which gives papers the year of the meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex import crossref_parent
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field

PAPERS = ("inproceedings", "conference")
# Years that a paper may be later than the proceedings, and earlier.
LATER, EARLIER = 1, 3


@rule(
    "DAT239",
    "parent-year",
    verdict=Verdict.INCONSISTENT,
    fields=("crossref",),
    needs=("year|date",),
    types=PAPERS,
    formats=tuple(TEX_FORMATS),
    default=False,
)
def parent_year(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of a paper with that of its proceedings."""
    parent = crossref_parent(entry)
    if parent is None:
        return
    written, year, other = year_field(entry), year_of(entry), year_of(parent)
    if written is None or year is None or other is None:
        return
    if not -EARLIER <= year - other <= LATER:
        yield Finding(
            written.value_span,
            f"`{written.name}` is {year}, but `{parent.key}`, which contains the work, is from {other}; "
            "check which is right",
        )
