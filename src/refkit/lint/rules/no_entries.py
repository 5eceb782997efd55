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

from refkit.lint.listed import TEXT
from refkit.lint.rule import Context, Finding, rule
from refkit.model.library import Library
from refkit.model.source import Span


@rule("SYN103", "no-entries")
def check(library: Library, context: Context) -> Iterator[Finding]:
    """Find a file without entries."""
    if len(library.entries) or len(library.items) or any(s.format == TEXT for s in library.sources):
        return
    for source in library.sources:
        lines = source.text.split("\n", 1)[0]
        message = "this file holds no entry; export it again, or leave it out"
        yield Finding(Span(0, len(lines)), message, source=source)
