"""The year is earlier than the printing press, or than the first journal.

The first books were printed about 1450, and the first journals in 1665. An earlier year is a typo, or the
year of the original instead of the edition.

Example:

    @book{rook1085,
      author = {Rook, Tom},
      title = {The Commons of the Weald},
      publisher = {Thames},
      year = {1085},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons of the Weald},
      publisher = {Thames},
      year = {2015},
    }

Fix: none, because refkit does not know the right year.
Source: Philosophical Transactions and Journal des sçavans, 1665; the Gutenberg Bible, about 1455.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.reading import DATES, year_field
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"\s*([01]\d{3})(?!\d)")


@rule("DAT228", "before-print", fields=DATES, prose=False)
def before_print(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the year with the first book or journal."""
    written = year_field(entry)
    match = _YEAR.match(written.value) if written else None
    if written is None or match is None:
        return
    kind, first = ("journal", 1665) if entry.type == "article" else ("printed book", 1450)
    if read_int(match[1]) < first:
        yield Finding(
            written.value_span,
            f"`{written.name}` is {match[1]}, before the first {kind} ({first}); "
            "give the year of the edition used",
        )
