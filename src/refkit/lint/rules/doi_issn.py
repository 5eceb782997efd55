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
from refkit.lint.item_facts import doi_of_item, field_name
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ISSN = lazy_pattern(patterns.ISSN)


@rule(
    "IDS231",
    "doi-issn",
    verdict=Verdict.INCONSISTENT,
    needs=("ISSN", "DOI|URL"),
    default=False,
)
def doi_issn(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the ISSN in the DOI with all ISSNs of the field."""
    doi = doi_of_item(item)
    parts = anatomy(doi.value) if doi else None
    if doi is None or parts is None or not parts.issn:
        return
    given = [match[0].replace("-", "").lower() for match in _ISSN.finditer(item.ISSN)]
    if given and parts.issn not in given:
        inside = f"{parts.issn[:4]}-{parts.issn[4:].upper()}"
        yield Finding(
            item.place("ISSN"),
            f"`{field_name(item, 'ISSN')}` is {item.ISSN}, but DOI `{doi.value}` contains the ISSN {inside}; "
            "check whether both belong to the journal",
        )
