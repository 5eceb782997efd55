"""Tables of references for spreadsheets: CSV (RFC 4180) and TSV, one reference per row.

`data/table.py` contains the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.formats import Format
from refkit.model.item import Item

if TYPE_CHECKING:
    from refkit.model.loss import Loss


def write_csv(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the items as rows of cells with quotation marks where they are needed."""
    from refkit.formats.table.writer import rows_of_csv

    return rows_of_csv(items, losses)


def write_tsv(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the items as rows of cells with tabs between them."""
    from refkit.formats.table.writer import rows_of_tsv

    return rows_of_tsv(items, losses)


FORMATS = (
    Format("csv", (".csv",), None, write_csv, lambda text: text.startswith("id,type,")),
    Format("tsv", (".tsv",), None, write_tsv, lambda text: text.startswith("id\ttype\t")),
)  # fmt: skip
