"""The text contains straight quotation marks.

TeX prints `"` as closing quotes on both sides of a word. Write two backquotes before the word and two
apostrophes after it.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The "Heather" of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The ``Heather'' of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: pairs are replaced by TeX's quotes.
Source: D. E. Knuth, The TeXbook, chapter 2. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.code_parts import without_code
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# `\\"` is an accent.
_QUOTE = lazy_pattern(r'(?<!\\)"')


@rule(
    "TEX227",
    "straight-quotes",
    severity="info",
    fields=("title", "subtitle", "booktitle", "note"),
    default=False,
)
def straight_quotes(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Count the quotation marks, and fix them if they are paired."""
    quotes = [match.start() for match in _QUOTE.finditer(without_code(field.value))]
    message = f'`"` in `{field.name}` is printed as a closing quote; write two backquotes and two apostrophes'
    if len(quotes) % 2:
        marks = [Mark(at, at + 1, message) for at in quotes]
    else:
        pairs = zip(quotes[::2], quotes[1::2], strict=True)
        marks = [
            Mark(first, first + 1, message, "``", ((last, last + 1, "''"),))
            for first, last in pairs
        ]
    yield from findings_at(field, entry, marks, "write TeX's quotes")
