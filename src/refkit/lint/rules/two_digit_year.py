"""The year has two digits.

Styles print the value unchanged and sort it before all other years. The century is unclear.

Example:

    @article{moss87,
      author = {Moss, Eva},
      title = {Lichens of the North},
      journal = {Field Botany},
      year = {87},
    }

Use instead:

    @article{moss87,
      author = {Moss, Eva},
      title = {Lichens of the North},
      journal = {Field Botany},
      year = {1987},
    }

Fix: none, because the file does not contain the century.
Source: bibclean's pattern for `year`; ISO 8601-1:2019, 4.3.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_SHORT = lazy_pattern(r"\s*['’]?(\d\d)\s*")


@rule("DAT229", "two-digit-year", fields=("year",))
def two_digit_year(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report years of two digits."""
    if len(field.value) == 4 and field.value.isdecimal():
        return
    match = _SHORT.fullmatch(field.value)
    author = entry.get("author")
    # Tacitus wrote a book in the year 98; people of later times have two names.
    is_ancient = entry.type == "book" and author is not None and author.value.isalpha()
    if match and not is_ancient:
        yield Finding(field.value_span, f"`year` is `{match[1]}`; write all four digits")
