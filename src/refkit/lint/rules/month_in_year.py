"""The year contains the month.

Styles cite the value of `year` as it is, "(Reed, May 2018)", and biber cannot sort by it. The month has its own
field.

Example:

    @article{reed2018,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {May 2018},
    }

Use instead:

    @article{reed2018,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2018},
      month = may,
    }

Fix: none, because the day, if there is one, can go into different fields.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `month`, `year`; biblatex manual, 2.2.2 `year`, an integer or a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.integers import read_int
from refkit.lint.access_dates import statement
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_NUMBERS = lazy_pattern(r"(0?[1-9]|1[0-2])\s?[/.]\s?([12]\d{3})")  # 5/2018


@rule("DAT240", "month-in-year", severity="warning", fields=("year",))
def month_in_year(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report years with the name of a month."""
    value = field.value
    if len(value) < len("5/2018") or value.isdecimal() or statement(value):
        return
    numbers = _NUMBERS.fullmatch(value)
    date = parse_date(f"{numbers[2]}-{read_int(numbers[1]):02}" if numbers else value)
    if not numbers and not any(map(str.isalpha, value)):
        return
    if date.year is None or not date.month or date.end or date.literal or date.problem:
        return
    macro = tuple(MONTH_MACROS)[date.month - 1]
    advice = f"write `{date.year}` in `year` and `{macro}` in `month`"
    yield Finding(field.value_span, f"{shown(value)} contains the month; {advice}")
