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

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# `\\"` is an accent.
_QUOTE = lazy_pattern(r'(?<!\\)"')


@rule("TEX227", "straight-quotes", fields=("title", "subtitle", "booktitle", "note"), default=False)
def straight_quotes(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Count the quotes, and mend them where they come in pairs."""
    quotes = list(_QUOTE.finditer(field.value))
    if not quotes:
        return
    raw = entry.source.slice(field.value_span)
    fix = None
    if len(quotes) % 2 == 0 and raw == "{" + field.value + "}":
        pieces = _QUOTE.split(field.value)
        text = (
            "".join(piece + ("``" if at % 2 == 0 else "''") for at, piece in enumerate(pieces[:-1]))
            + pieces[-1]
        )
        fix = Fix((Edit(field.value_span, "{" + text + "}"),), Safety.UNSAFE, "write TeX's quotes")
    message = f'`"` in `{field.name}` is printed as a closing quote; write two backquotes and two apostrophes'
    yield Finding(field.value_span, message, fix)
