"""A dollar sign is unpaired.

TeX starts mathematics at `$` and continues to the next `$`. Without it, the rest of the reference is set as
mathematics, or TeX stops.

Example:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust of $10 Microns},
      journal = {Young Stars},
      year = {2015},
    }

Use instead:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust of $10$ Microns},
      journal = {Young Stars},
      year = {2015},
    }

Fix: none, because the file does not show where the mathematics ends, or whether `$` is a currency.
Source: D. E. Knuth, The TeXbook, chapter 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_DOLLAR = lazy_pattern(r"(?<!\\)\$")


TYPESET = ("title", "booktitle", "journal", "journaltitle", "note", "subtitle", "series")


@rule("TEX228", "unpaired-dollar", fields=TYPESET, cues=("$",))
def unpaired_dollar(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the last dollar sign if their number is odd: TeX pairs them from the left."""
    dollars = list(_DOLLAR.finditer(field.value)) if "$" in field.value else []
    if len(dollars) % 2:
        yield Finding(
            part_span(field, entry, *dollars[-1].span()),
            f"`$` in `{field.name}` is unpaired; close the mathematics or write `\\$`",
        )
