"""The ISSN in the DOI differs from the entry's.

Elsevier, Taylor & Francis, SAGE and others begin a DOI with the ISSN of the journal. Another ISSN in `issn`
belongs to another journal, or to the electronic edition.

Example:

    @article{lane1997,
      author = {Lane, Pat},
      title = {Bees in Cities},
      journal = {City Biology},
      year = {1997},
      issn = {0021-8979},
      doi = {10.1016/S0140-6736(97)11096-0},
    }

Use instead:

    @article{lane1997,
      author = {Lane, Pat},
      title = {Bees in Cities},
      journal = {City Biology},
      year = {1997},
      issn = {0140-6736},
      doi = {10.1016/S0140-6736(97)11096-0},
    }

Fix: none, because print and electronic editions have different numbers.
Source: the publishers' practice, row by row in `refkit/data/doi_anatomy.py`. Off by default, because the ISSN
of the electronic edition is also right.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.doi_anatomy import anatomy
from refkit.lint.reading import doi_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_ISSN = lazy_pattern(patterns.ISSN)


@rule(
    "IDS231",
    "doi-issn",
    verdict=Verdict.INCONSISTENT,
    fields=("issn",),
    needs=("doi|url",),
    default=False,
)
def doi_issn(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the ISSN in the DOI with all ISSNs of the field."""
    issn, doi = entry.get("issn"), doi_of(entry)
    parts = anatomy(doi.value) if doi else None
    if issn is None or doi is None or parts is None or not parts.issn:
        return
    given = [match[0].replace("-", "").lower() for match in _ISSN.finditer(issn.value)]
    if given and parts.issn not in given:
        inside = f"{parts.issn[:4]}-{parts.issn[4:].upper()}"
        yield Finding(
            issn.value_span,
            f"`issn` is {issn.value}, but DOI `{doi.value}` contains the ISSN {inside}; "
            "check whether both belong to the journal",
        )
