"""The year is earlier than the printing press, or than the first journal.

The first books were printed about 1450, and the first journals in 1665. An earlier year is a typo, or the
year of the original instead of the edition. Manuscripts, letters, ancient books and uncertain years (`1120?`)
are not reported.

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
from refkit.lint.calendars import is_of_other_calendar
from refkit.lint.item_facts import date_text, field_name
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

BOOK, JOURNAL, NEWSPAPER = 1450, 1665, 1600
_YEAR = lazy_pattern(r"(?<!\d)\d{4}(?!\d)")
# What works of these types are called, and the first year of their kind.
_FIRST = {
    "article-journal": ("journal", JOURNAL), "article-magazine": ("journal", JOURNAL),
    "article": ("journal", JOURNAL), "article-newspaper": ("newspaper", NEWSPAPER),
    "paper-conference": ("journal", JOURNAL), "report": ("journal", JOURNAL), "dataset": ("journal", JOURNAL),
    "software": ("journal", JOURNAL), "thesis": ("printed book", BOOK),
    "book": ("printed book", BOOK), "chapter": ("printed book", BOOK),
}  # fmt: skip
# The year of an ancient or medieval work, given instead of that of the edition, is common for books.
_EDITED = frozenset({"book", "chapter"})
_DOUBT = ("~", "?", "%")  # also in `year`, where biblatex does not read them
_DESCRIPTIONS = ("genre", "medium", "status", "note", "publisher", "publisher-place")
_UNPRINTED = lazy_pattern(
    r"(?i)\b(?:manus[ck]rip\w*|manuscrit\w*|manoscritt\w*|handschrift\w*|unpublished|MS\.)"
)
EARLIEST_TYPO, LATEST_TYPO = 1000, 2200


@rule("DAT228", "before-print", variables=("issued",), prose=False)
def before_print(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year with the first book or journal."""
    year = item.issued.year
    if year is None or year >= JOURNAL or item.type not in _FIRST or _is_not_printed(item):
        return
    kind, first = _FIRST[item.type]
    if (
        year >= first
        or year < -LATEST_TYPO
        or -EARLIEST_TYPO < year < 0
        or _names_edition(item, year)
        or is_of_other_calendar(item, year)
    ):
        return
    if item.type in _EDITED and not (year >= EARLIEST_TYPO and _is_of_publisher(item)):
        return
    yield Finding(
        item.place("issued"),
        f"`{field_name(item, 'issued')}` is {year}, before the first {kind} ({first}); "
        "give the year of the edition used",
    )


def _is_not_printed(item: Item) -> bool:
    """Whether the date is uncertain, as only those of old originals are, or the work is called a manuscript."""
    date = item.issued
    if date.approximate or date.uncertain or date_text(date).endswith(_DOUBT):
        return True
    return any(_UNPRINTED.search(item.text.get(name, "")) for name in _DESCRIPTIONS)


def _names_edition(item: Item, year: int) -> bool:
    """Whether the date has a second year, as in `1397 [2018]`, or is a range or an era."""
    years = {read_int(match[0]) for match in _YEAR.finditer(date_text(item.issued))}
    return any(other >= BOOK for other in years - {abs(year)})


def _is_of_publisher(item: Item) -> bool:
    """Whether an item has something that only printed editions have."""
    return any(name in item.text for name in ("publisher", "ISBN", "DOI"))
