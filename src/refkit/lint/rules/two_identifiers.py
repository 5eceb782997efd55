"""Two identifiers of the entry name different works.

The DOI in `doi` and the DOI in `url` should be the same. So should the arXiv identifier in `eprint` and the
one in an arXiv DOI or link.

Example:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
      url = {https://doi.org/10.1371/journal.pone.0229999},
    }

Use instead:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
    }

Fix: none, because only the records can decide.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.reading import arxiv_in, doi_in
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field


@rule("IDS230", "two-identifiers", verdict=Verdict.INCONSISTENT, needs=("doi|eprint", "url|doi"))
def two_identifiers(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the identifiers of one kind."""
    doi, url, eprint = entry.get("doi"), entry.get("url"), entry.get("eprint")
    if doi is not None and url is not None and "doi.org/10." in url.value:
        yield from _compare(doi, doi_in(doi.value), url, doi_in(url.value))
    if eprint is not None and eprint.value[:4].isdecimal():
        own = arxiv_in("arxiv:" + eprint.value)
        for field in (doi, url):
            if field is not None and "rxiv" in field.value.lower():
                yield from _compare(eprint, own, field, arxiv_in(field.value))


def _compare(one: Field, left: str, two: Field, right: str) -> Iterator[Finding]:
    # The DOI of a preprint may be an additional link to the free copy, and some servers add a version.
    if not left or not right or left == right or "arxiv" in left + right:
        return
    if left.startswith(right) or right.startswith(left):
        return
    yield Finding(
        two.value_span,
        f"`{two.name}` leads to `{right}`, but `{one.name}` is `{left}`; keep the one of this work",
    )
