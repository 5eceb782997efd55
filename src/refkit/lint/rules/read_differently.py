"""`bibtex` and biber read this part of the file differently.

`bibtex` gives `@comment` and `%` no meaning: it reads an entry that they comment out, and stops at a `%`
inside an entry. Biber skips both. The program then determines which references a document has. Files in
BibLaTeX's fields and types are not reported, because only biber reads them.

Example:

    % @article{old2019,
    %   title = {An Old Version},
    % }
    @article{smith2020,
      title = {On Tides},
    }

Use instead:

    @article{smith2020,
      title = {On Tides},
    }

Fix: none, because only the author knows whether the entry should be read.
Source: bibtex.web, "Process a comment command"; btparse, the modes of its lexer.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex import find_differences
from refkit.lint.facts import dialect
from refkit.lint.rule import Context, Finding, rule
from refkit.model.library import Library


@rule("SYN104", "read-differently", severity="warning")
def check(library: Library, context: Context) -> Iterator[Finding]:
    """Report entries and fields that only one of the two programs reads, unless the file is for biber."""
    if dialect(context) == "biblatex":
        return
    for source, span, message in find_differences(library):
        yield Finding(span, message, source=source)
