"""The file contains no entries.

An empty list of references is mostly an export that failed, or a file of another kind.

Example:

    (nothing but this line)

Use instead:

    @misc{who2019,
      author = {{World Health Organization}},
      title = {World Health Statistics},
    }

Fix: none, because there is nothing to fix.
Source: BibTeXing (btxdoc, 1988), section 2: what stands outside of entries is comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN103", "no-entries", kinds=("empty",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Find a file without entries."""
    yield Finding(fault.span, fault.message)
