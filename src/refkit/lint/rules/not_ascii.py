"""The text contains non-ASCII characters, which the `bibtex` program treats as bytes.

`bibtex` sorts such text incorrectly, abbreviates names in the middle of a letter, and cannot change their
case. BibLaTeX with biber has no such limits.

Example:

    @article{bjork2015,
      author = {Björk, René},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Use instead:

    @article{bjork2015,
      author = {Bj{\\"o}rk, Ren{\\'e}},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Fix: none; `refkit tidy --encode tex` writes accents as TeX.
Source: O. Patashnik, BibTeXing (btxdoc, 1988), 4; JabRef's ASCII check. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import dialect
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field

UNPRINTED = frozenset("abstract file keywords annote comment doi url review owner".split())


@rule("TEX222", "not-ascii", severity="info", default=False)
def not_ascii(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the first non-ASCII character in printed fields."""
    if field.value.isascii() or field.name in UNPRINTED or dialect(context) == "biblatex":
        return
    at, char = next((at, char) for at, char in enumerate(field.value) if not char.isascii())
    yield Finding(
        part_span(field, entry, at, at + 1),
        f"`{char}` in `{field.name}` is not ASCII, and BibTeX treats it as bytes; write it in TeX",
    )
