"""The month is text instead of a macro or a number.

With `month = jan`, the style writes the month in its own form and language. `{January}` is printed unchanged
and cannot be sorted.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      month = {January},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      month = jan,
    }

Fix: unsafe: an English month is replaced by its macro, and styles may abbreviate it.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `month`. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.data.words.months import months_of
from refkit.lint.facts import shown
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field


@rule(
    "PAG226",
    "month-as-text",
    severity="info",
    fields=("month",),
    formats=tuple(TEX_FORMATS),
    default=False,
)
def month_as_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report English months in braces or quotes."""
    word = field.value.lower().rstrip(".")
    month = months_of("en").get(word)
    raw = entry.source.slice(field.value_span)
    if month is not None and raw[:1] in '{"':
        macro = tuple(MONTH_MACROS)[month - 1]
        fix = Fix((Edit(field.value_span, macro),), Safety.UNSAFE, f"write `{macro}`")
        marks = "braces" if raw[0] == "{" else "quotes"
        advice = f"remove the {marks}" if word == macro else f"use the macro `{macro}`"
        message = f"{shown(field.value)} is printed unchanged; {advice}"
        yield Finding(field.value_span, message, fix)
