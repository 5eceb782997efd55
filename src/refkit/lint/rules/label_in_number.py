"""The volume, number or ISBN contains its label.

Styles add "vol.", "no." and "ISBN" themselves, in the language of the document.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {Vol. 12},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {12},
    }

Fix: unsafe: the label is removed.
Source: the BibTeX manual (btxdoc, 1988), 3.2; biber's data model, integer fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from refkit.lint.places import Mark, findings_in, written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_LABEL = lazy_pattern(
    r"(?i)^\s*(?:vol(?:umes?|s?\.)?|no\.|nos\.|nr\.?|num(?:ber|\.)?|issue|iss\.|bd\.?|band|heft|jg\.?|ch(?:apter|ap\.|\.)"
    # French, Spanish, Italian and Portuguese; German; Dutch; Swedish; Czech; Hungarian; Turkish; Russian
    r"|n[°º.]|№|n[uú]m(?:er[oó]|éro|\.)|t(?:om[eo]?|\.)|fasc(?:icul[eo]|\.)|ausgabe|jahrgang|jaargang|deel|nummer"
    r"|årg(?:ång|\.)|roč(?:ník|\.)|č(?:íslo|\.)|évf(?:olyam|\.)|cilt|sayı|т(?:ом|\.)|вып(?:уск|\.))"
    r"[\s~]*(?=[\dIVXLC])"
)

# Chinese, Japanese and Korean labels around the number; the volume of a book is printed as it is.
_PERIODICALS = ("article-journal", "article-magazine")
_AROUND = lazy_pattern(r"^\s*[第제]?\s*(\d+)\s*(?:巻|卷|号|號|期|集|輯|辑|回|권|호|집)\s*$")
_NAME = lazy_pattern(r"(?i)^\s*(?:e-?)?IS[BS]N(?:-?1[03])?(?!\w)[\s~:#]*(?=\d)")
_STANDARD_NUMBERS = ("ISBN", "ISSN")

VARIABLES = ("volume", "issue", "collection-number", "chapter-number", *_STANDARD_NUMBERS)
TYPES = ("article-journal", "article-magazine", "book", "chapter", "paper-conference")


@rule("PAG225", "label-in-number", variables=VARIABLES, types=TYPES, prose=False)
def label_in_number(item: Item, context: Context) -> Iterator[Finding]:
    """Report labels before and around the number."""
    for variable in VARIABLES:
        label = _NAME if variable in _STANDARD_NUMBERS else _LABEL
        value = item.text.get(variable, "")
        is_number = not value or value.isdecimal()
        if (
            item.type in _PERIODICALS
            and not is_number
            and _AROUND.match(written_value(item, variable))
        ):
            yield from findings_in(item, variable, _around, "keep only the number")
            continue
        match = None if is_number else label.match(written_value(item, variable))
        if match is None or (variable == "collection-number" and item.type != "paper-conference"):
            continue
        yield from findings_in(item, variable, _marks_of(label), f"remove `{match[0].strip()}`")


def _around(value: str) -> Iterator[Mark]:
    if match := _AROUND.match(value):
        message = f"`{value.strip()}` contains the label of the number; keep only `{match[1]}`"
        yield Mark(0, len(value), message, match[1])


def _marks_of(label: re.Pattern[str]) -> Callable[[str], Iterator[Mark]]:
    """Return the function that marks a label in the text of a field."""

    def marks(value: str) -> Iterator[Mark]:
        match = label.match(value)
        if match:
            message = (
                f"`{match[0].strip()}` before the number is added by styles; keep only the number"
            )
            yield Mark(*match.span(), message, "")

    return marks
