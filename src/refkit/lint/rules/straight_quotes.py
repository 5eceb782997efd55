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
Source: D. E. Knuth, The TeXbook, chapter 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.code_parts import without_code
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# `\\"` is an accent; `f"ur` and `"=` are shorthands of babel, and 3" are inches.
_QUOTE = lazy_pattern(r'(?<!\\)"(?![=~])')
_SHORTHAND = lazy_pattern(r'(?<=[^\W\d_])"[aouAOUsz](?=[^\W\d_])')
_INCHES = lazy_pattern(r'(?<=\d)"')


@rule(
    "TEX227",
    "straight-quotes",
    severity="info",
    fields=("title", "subtitle", "booktitle", "note"),
    default=False,
)
def straight_quotes(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Count the quotation marks, and fix them if they are paired."""
    if '"' not in field.value or _SHORTHAND.search(field.value) or _is_quoted(field.value):
        return
    quotes = [match.start() for match in _QUOTE.finditer(without_code(field.value))]
    message = f'`"` in `{field.name}` is printed as a closing quote; write two backquotes and two apostrophes'
    if len(quotes) == 1 and _INCHES.search(field.value):
        return
    if len(quotes) % 2:
        marks = [Mark(at, at + 1, message) for at in quotes]
    else:
        pairs = zip(quotes[::2], quotes[1::2], strict=True)
        marks = [
            Mark(first, first + 1, message, "``", ((last, last + 1, "''"),))
            for first, last in pairs
        ]
    yield from findings_at(field, entry, marks, "write TeX's quotes")


def _is_quoted(value: str) -> bool:
    """Whether the quotation marks are around the whole value, which another rule reports."""
    bare = value.strip("{}")
    return bare.count('"') == 2 and bare[0] == bare[-1] == '"'
