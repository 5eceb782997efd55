"""The ISBN is of a kind that did not exist in the year of the entry.

Books have had an ISBN since 1967, and one of thirteen digits since 2007. With an earlier year, the entry
mixes the first edition with a later printing, or a catalog has converted the number.

Example:

    @book{falk1972,
      author = {Falk, Nina},
      title = {The Glass Harbour},
      publisher = {Norden},
      year = {1972},
      isbn = {978-3-598-21507-0},
    }

Use instead:

    @book{falk1972,
      author = {Falk, Nina},
      title = {The Glass Harbour},
      publisher = {Norden},
      year = {1972},
      isbn = {3-598-21507-X},
    }

Fix: none, because it depends on the edition that was used.
Source: ISO 2108; ISBN-13 since 1 January 2007: https://www.isbn-international.org/
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import field_name, year_of_item
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT227",
    "isbn-before-isbn",
    verdict=Verdict.INCONSISTENT,
    needs=("ISBN", "issued"),
    default=False,
)
def isbn_before_isbn(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year with the first years of both kinds of ISBN."""
    year = year_of_item(item)
    if year is None or "original-date" in item.dates:
        return
    digits = sum(char.isdigit() for char in item.ISBN)
    if digits == 13 and year < 2005:
        kind, since = "an ISBN of thirteen digits", 2007
    elif digits in (9, 10) and year < 1966:
        kind, since = "an ISBN", 1967
    else:
        return
    yield Finding(
        item.place("ISBN"),
        f"`{field_name(item, 'ISBN')}` is {kind}, which did not exist before {since}, but "
        f"`{field_name(item, 'issued')}` is {year}; give the year of the edition used, and the first one as `origdate`",
    )
