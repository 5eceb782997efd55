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
from refkit.lint.places import written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_FORMS = {
    "PMID": (lazy_pattern(rf"(?i)[{{\s]*{patterns.PMID}[}}\s]*"), "a number of up to eight digits"),
    "PMCID": (lazy_pattern(rf"(?i)[{{\s]*{patterns.PMCID}[}}\s]*"), "PMC and a number"),
}

_SHORT_PMCID = lazy_pattern(rf"(?i)[{{\s]*{patterns.SHORT_PMCID}[}}\s]*")


@rule("IDS222", "pubmed-syntax", variables=("PMID", "PMCID"))
def pubmed_syntax(item: Item, context: Context) -> Iterator[Finding]:
    """Report malformed identifiers."""
    for variable, (pattern, form) in _FORMS.items():
        value = written_value(item, variable) if variable in item.text else ""
        if value.strip() and not pattern.fullmatch(value):
            is_short = variable == "PMCID" and _SHORT_PMCID.fullmatch(value)
            problem = (
                "has too few digits for a PMCID, which has three or more"
                if is_short
                else f"is not a {variable}, which is {form}"
            )
            yield Finding(item.place(variable), f"{shown(value)} {problem}; correct it")
