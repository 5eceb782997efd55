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

from refkit.lint.reading import arxiv_in, arxiv_month, doi_in, year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry


@rule("SIG223", "old-preprint", verdict=Verdict.SIGNAL, fields=("doi",), needs=("year|date",))
def old_preprint(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the year in the DOI of the preprint."""
    doi, written, year = entry.get("doi"), year_field(entry), year_of(entry)
    if (
        doi is None
        or written is None
        or year is None
        or not doi_in(doi.value).startswith("10.48550/")
    ):
        return
    arxiv = arxiv_in(doi.value)
    if arxiv and (first := arxiv_month(arxiv)[0]) + 3 <= year:
        yield Finding(
            doi.value_span,
            f"arXiv `{arxiv}` was first submitted in {first}, but `{written.name}` is {year}; verify it",
        )
