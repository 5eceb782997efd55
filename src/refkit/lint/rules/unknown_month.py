"""The month is unknown.

BibTeX expects a macro (`jan`) and BibLaTeX a number from 1 to 12. Other words are printed unchanged or
dropped.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      month = {Smarch},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      month = oct,
    }

Fix: none, because refkit does not know the right month.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `month`; the biblatex manual, 2.3.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.words.months import months, months_of, seasons
from refkit.errors import nearest
from refkit.lint.rule import TEX_FORMATS, Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# Other words of a date's part: months, seasons and numbers are in refkit.data.words.
_PARTS_OF_A_YEAR = frozenset(
    "easter christmas michaelmas hilary trinity first second third fourth quarter mid early late".split()
)
_WORD = lazy_pattern(r"[^\W\d_]+")
_NUMBER = lazy_pattern(r"[\s{}]*(?:0?[1-9]|1[0-2])(?:\s*[-–/,]+\s*(?:0?[1-9]|1[0-2]))?[\s{}]*")


@rule("PAG224", "unknown-month", fields=("month",), formats=tuple(TEX_FORMATS))
def unknown_month(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the value with the months of several languages, seasons and numbers."""
    value = field.value
    if not value or _NUMBER.fullmatch(value):
        return
    if any(_is_part_of_a_year(word) for word in _WORD.findall(value.lower())):
        return
    # Text in other scripts may be a month; numbers above 12 are not.
    if value.isascii() and not re.search(r"\\", value):
        yield Finding(field.value_span, f"`{value}` is not a month; {_advice(value)}")


def _advice(value: str) -> str:
    near = nearest(value.strip(" .{}"), months_of("en", short=False))
    if near:
        return f"did you mean `{near[:3]}`?"
    return "write the macro, such as `jan`, or the number"


def _is_part_of_a_year(word: str) -> bool:
    return word in months() or word in seasons() or word in _PARTS_OF_A_YEAR
