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

from refkit.lint.reading import year_field, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry


@rule(
    "DAT227",
    "isbn-before-isbn",
    verdict=Verdict.INCONSISTENT,
    fields=("isbn",),
    needs=("year|date",),
    default=False,
)
def isbn_before_isbn(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year with the first years of both kinds of ISBN."""
    isbn, written, year = entry.get("isbn"), year_field(entry), year_of(entry)
    if isbn is None or written is None or year is None or "origdate" in entry.by_name():
        return
    digits = sum(char.isdigit() for char in isbn.value)
    if digits == 13 and year < 2005:
        kind, since = "an ISBN of thirteen digits", 2007
    elif digits in (9, 10) and year < 1966:
        kind, since = "an ISBN", 1967
    else:
        return
    yield Finding(
        isbn.value_span,
        f"`isbn` is {kind}, which did not exist before {since}, but `{written.name}` is {year}; "
        "give the year of the edition used, and the first one as `origdate`",
    )
