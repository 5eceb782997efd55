"""The entry has no cite key.

The entry cannot be cited, and BibTeX reports an error. If the key and its comma are missing, as in
`@book{title={Tides}}`, BibTeX reads the first field as the key.

Example:

    @article{,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: none, because only the author can choose the key.
Source: the BibTeX manual (btxdoc, 1988), 2; JabRef has the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("KEY221", "missing-key", kinds=("no-key",))
def missing_key(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report entries with an empty key or without any."""
    yield Finding(fault.span, fault.message)
