"""A `crossref` or `xdata` cannot be resolved.

The entry inherits fields from another entry. They are lost if that entry is missing, precedes the child in a
BibTeX file, or inherits from it in turn.

Example:

    @inproceedings{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      crossref = {fishing1999},
    }

Use instead:

    @inproceedings{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      crossref = {fishing2015},
    }

    @proceedings{fishing2015,
      title = {Meeting on Fishing},
      booktitle = {Meeting on Fishing},
      year = {2015},
    }

Fix: none, because refkit does not know the right key.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `crossref`; the biblatex manual, 2.4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("REF220", "missing-parent", kinds=("crossref",))
def missing_parent(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report links between entries that the reader could not resolve."""
    yield Finding(fault.span, fault.message)
