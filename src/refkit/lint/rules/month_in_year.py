"""The year contains the month or a word for "year".

Styles cite the value of `year` as it is, "(Reed, May 2018)", and biber cannot sort by it. The month has its own
field. Words such as `年` in `2018年` and `г.` in `2018 г.` are printed in documents of every language.

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
# Chinese and Japanese; Korean; Russian; Ukrainian; Polish, Czech and Slovak; Spanish, French and Latin
_WORD = lazy_pattern(
    r"(?i)\s*([12]\d{3})\s*(?:年度?|년도?|г(?:\.|од)?|р(?:\.|ік)?|r(?:\.|\.\s?p\.|ok)|año|année)\s*"
)


@rule("DAT240", "month-in-year", severity="warning", fields=("year",))
def month_in_year(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report years with the name of a month, and with a word for the year."""
    value = field.value
    if len(value) < len("2018年") or value.isdecimal() or statement(value):
        return
    if word := _WORD.fullmatch(value):
        message = f"{shown(value)} contains a word for the year; write only `{word[1]}`"
        yield Finding(field.value_span, message)
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
