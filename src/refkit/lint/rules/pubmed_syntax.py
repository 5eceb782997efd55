"""The PubMed identifier is malformed.

A PMID is a number of up to eight digits, and a PMCID is PMC and a number. If they are swapped, the link leads
to another work.

Example:

    @article{hart2015,
      author = {Hart, Joy},
      title = {Sleep in Shift Workers},
      journal = {Clinical Rest},
      year = {2015},
      pmid = {PMC4211234},
    }

Use instead:

    @article{hart2015,
      author = {Hart, Joy},
      title = {Sleep in Shift Workers},
      journal = {Clinical Rest},
      year = {2015},
      pmid = {25412345},
    }

Fix: none, because refkit does not know the right identifier.
Source: https://www.ncbi.nlm.nih.gov/pmc/pmctopmid/
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_PMID = lazy_pattern(rf"(?i)\s*{patterns.PMID}\s*")
_PMCID = lazy_pattern(rf"(?i)\s*{patterns.PMCID}\s*")


@rule("IDS222", "pubmed-syntax", fields=("pmid", "pmcid"))
def pubmed_syntax(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report malformed identifiers."""
    if field.name == "pmid":
        pattern, form = _PMID, "a number of up to eight digits"
    else:
        pattern, form = _PMCID, "PMC and a number"
    if field.value.strip() and not pattern.fullmatch(field.value):
        yield Finding(
            field.value_span,
            f"{shown(field.value)} is not a {field.name.upper()}, which is {form}; correct it",
        )
