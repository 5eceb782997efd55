"""The file contains no entries.

An empty reference list usually comes from a failed export, or the file has another format.

Example:

    (nothing but this line)

Use instead:

    @misc{who2019,
      author = {{World Health Organization}},
      title = {World Health Statistics},
    }

Fix: none, because there is nothing to fix.
Source: BibTeXing (btxdoc, 1988), section 2: text outside entries is a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN103", "no-entries", severity="warning", kinds=("empty",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report files without entries."""
    yield Finding(fault.span, fault.message)
