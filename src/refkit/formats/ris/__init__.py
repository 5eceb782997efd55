"""RIS: the tagged format that databases and reference managers export.

Sources: Research Information Systems, "Direct Export Plug-In Specification" (2001), and the tags by reference type of
EndNote (2011); `data/ris.py` contains the mapping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.formats import Format
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.model.loss import Loss

_START = lazy_pattern(r"(?<![^\r\n])[ \t\ufeff]*TY {1,2}- ?[A-Za-z]")
_SEARCHED = 2000  # characters; databases put a heading before the first record


def read(source: Source) -> Library:
    """Read the records from `TY` to `ER`; text elsewhere is reported."""
    from refkit.formats.ris.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as records."""
    from refkit.formats.ris.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a record begins near the beginning of a text."""
    return _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("ris", (".ris",), read, write, detect),)
