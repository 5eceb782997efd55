"""The volume or the number is malformed.

A letter was typed instead of a digit, or the value has a mark that styles add themselves: they print `(3)` as
"((3))" and `117,` as "117,,".

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {1O5},
      number = {(3)},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {105},
      number = {3},
    }

Fix: unsafe: marks around a number are removed.
Source: common practice; letters before or after a number (`S1`, `12A`) are part of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

VARIABLES = ("volume", "issue")
TYPES = ("article-journal", "article-magazine", "chapter", "paper-conference")
_MARKED = lazy_pattern(r"\s*([(\[]|\\?#|-+(?=\d))?\s*(\d+)\s*([)\],.;:]|-+)?\s*")
_LETTER = lazy_pattern(
    r"\d*(?:(?<=\d)[OolI](?=\d)|(?<![A-Za-z])[Ol](?=\d\d)|(?<=\d)[Oo](?![A-Za-z]))\d*"
)


@rule("PAG230", "malformed-number", variables=VARIABLES, types=TYPES, prose=False)
def malformed_number(item: Item, context: Context) -> Iterator[Finding]:
    """Report numbers with a mark before or after them, and with a letter instead of a digit."""
    for variable in VARIABLES:
        value = item.text.get(variable, "")
        if value and not value.isdecimal() and len(value) < 12:
            yield from findings_in(item, variable, _marks, "remove the mark")


def _marks(value: str) -> Iterator[Mark]:
    if match := _LETTER.fullmatch(value):
        message = f"`{match[0]}` contains a letter instead of a digit; write the digit"
        yield Mark(*match.span(), message)
    elif (match := _MARKED.fullmatch(value)) and (match[1] or match[3]):
        message = f"`{value}` contains more than the number; write `{match[2]}`"
        yield Mark(0, len(value), message, match[2])
