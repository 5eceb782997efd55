"""Writer for tables of references, whose cells no spreadsheet runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.data.table import COLUMNS, OTHERS
from refkit.formats._remainder import Remainder, date_text
from refkit.formats._values import without_case_marks
from refkit.model.citing import as_csl
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.patterns import lazy_pattern

_HEADER = (*COLUMNS, OTHERS)
_COLUMNS = frozenset(COLUMNS)
# Signs that begin a formula, also after a separator that a spreadsheet in another language splits a line at
# (OWASP, "CSV Injection"). The full-width forms count in Japanese.
_FORMULA = lazy_pattern(r"(?:\A|(?<=[;|])|(?<=[;|] ))(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_WHITE_SPACE = lazy_pattern(r"[\s\x00-\x1f\x7f]+")
_NEEDS_QUOTES = lazy_pattern(r'[",;\t|]')


def rows_of_csv(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the header and one row for each item, with the line ends of RFC 4180."""
    yield ",".join(_HEADER) + "\r\n"
    for item in items:
        row = _Row(item)
        yield ",".join(map(_quoted, row.cells())) + "\r\n"
        losses += row.rest.losses


def rows_of_tsv(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the header and one row for each item; cells contain no tabs and line ends."""
    yield "\t".join(_HEADER) + "\n"
    for item in items:
        row = _Row(item)
        yield "\t".join(row.cells()) + "\n"
        losses += row.rest.losses


class _Row:
    """The row of an item, and the values that have no column."""

    __slots__ = ("item", "rest")

    def __init__(self, item: Item) -> None:
        self.item = as_csl(item)
        self.rest = Remainder(self.item, OTHERS, is_braced=False)

    def cells(self) -> list[str]:
        """Return the cells in the order of the header."""
        item, reason = self.item, "the table has no column for it"
        for variable in (*item.names, *item.dates, *item.text):
            if variable not in _COLUMNS:
                self.rest.put(variable, reason)
        for name, value in item.custom.items():
            self.rest.put_custom(name, value, reason)
        cells = [*map(self._value, COLUMNS), "; ".join(self.rest.lines)]
        return [_safe(cell) for cell in cells]

    def _value(self, column: str) -> str:
        """Return a variable as text: names with the family name first, dates as in ISO 8601."""
        item = self.item
        if column in ("id", "type"):
            return item.id if column == "id" else item.type
        if column in item.names:
            return "; ".join(name.inverted() for name in item.names[column])
        if column in item.dates:
            return date_text(item.dates[column])
        return without_case_marks(item.text.get(column, ""))


def _safe(cell: str) -> str:
    """Return a cell on one line; an apostrophe before the sign of a formula makes it a text."""
    return _FORMULA.sub("'", _WHITE_SPACE.sub(" ", cell).strip())


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell
