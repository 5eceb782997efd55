"""A part of the file could not be read.

BibTeX skips what it cannot read, often up to the next entry. Fields or whole references are then missing from
the document without a warning. Other formats are as strict.

Example:

    @article{smith2020,
      author = {Smith, Jane}
      title = {On Tides},
    }

Use instead:

    @article{smith2020,
      author = {Smith, Jane},
      title = {On Tides},
      journal = {Ocean Modelling},
      year = {2020},
    }

Fix: none, because only the author knows what was meant.
Source: BibTeXing (btxdoc, 1988), section 2; bibtex.web; the CSL-JSON schema (csl-data.json).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN101", "syntax-fault", kinds=("syntax", "key", "value"))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report the errors of the reader."""
    yield Finding(fault.span, fault.message)
