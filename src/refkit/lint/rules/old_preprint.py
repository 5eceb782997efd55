"""The preprint is years older than the entry says.

The DOI of an arXiv preprint begins with the year and month of its first version. If the year of the entry is
at least three years later, the entry mixes the preprint with another version or another work.

Example:

    @misc{marsh2023,
      author = {Marsh, Lee},
      title = {Counting Cranes},
      year = {2023},
      doi = {10.48550/arXiv.1804.00123},
    }

Use instead:

    @misc{marsh2018,
      author = {Marsh, Lee},
      title = {Counting Cranes},
      year = {2018},
      doi = {10.48550/arXiv.1804.00123},
    }

Fix: none, because only the record at arXiv can decide.
Source: https://info.arxiv.org/help/doi.html; the export of arXiv contains the year of the first version.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import field_name, year_of_item
from refkit.lint.reading import arxiv_in, arxiv_month
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule("SIG223", "old-preprint", verdict=Verdict.SIGNAL, variables=("DOI",), needs=("issued",))
def old_preprint(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the year in the DOI of the preprint."""
    arxiv = arxiv_in(item.DOI) if "10.48550/" in item.DOI else ""
    year = year_of_item(item)
    if arxiv and year is not None and (first := arxiv_month(arxiv)[0]) + 3 <= year:
        yield Finding(
            item.place("DOI"),
            f"arXiv `{arxiv}` was first submitted in {first}, but `{field_name(item, 'issued')}` is {year}; verify it",
        )
