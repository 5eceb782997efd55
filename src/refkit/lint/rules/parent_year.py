"""The year of a part differs from the year of the volume that contains it.

A paper and its proceedings have the same year. If the entry has a year of its own, styles print that one, and the
year of the volume stays unused.

Example:

    @inproceedings{reed2015,
      author = {Reed, Kim},
      title = {Sluices and Locks},
      year = {2015},
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
Source: biblatex manual, 2.4.1 and appendix B; a difference of one year is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex import crossref_parent
from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field

PARTS = ("inproceedings", "conference", "incollection", "inbook", "suppcollection", "suppbook")


@rule(
    "DAT239",
    "parent-year",
    verdict=Verdict.INCONSISTENT,
    fields=("crossref",),
    needs=("year|date",),
    types=PARTS,
    formats=tuple(TEX_FORMATS),
)
def parent_year(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of a part with that of its parent."""
    parent = crossref_parent(entry)
    if parent is None:
        return
    written, year, other = year_field(entry), year_of(entry), year_of(parent)
    if written is None or year is None or other is None or "origdate" in parent.by_name():
        return
    if abs(year - other) > 1 and "/" not in (parent.get("date") or written).value:
        yield Finding(
            written.value_span,
            f"`{written.name}` is {year}, but `{parent.key}`, which contains the work, is from {other}; "
            "check which is right",
        )
