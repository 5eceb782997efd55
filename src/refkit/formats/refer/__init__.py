"""Refer (.enw): EndNote's tagged format, and the one of Unix's `refer` that it extends.

Sources: "EndNote Import" (the tags of EndNote's export style), and refer(1), whose records have no type. Its tags mean
what tags of RIS mean; `data/endnote.py` contains the pairs.
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

_START = lazy_pattern(r"\s*\ufeff?\s*%(?:0 +[A-Z]|[AT] +\S[^\r\n]*(?:\r\n?|\n)%[A-Z@+] )")


def read(source: Source) -> Library:
    """Read the records, which begin with `%0` or follow a blank line; text before them is reported."""
    from refkit.formats.refer.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as records with EndNote's types."""
    from refkit.formats.refer.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a text begins with a record."""
    return _START.match(text) is not None


FORMATS = (Format("refer", (".enw", ".refer"), read, write, detect),)
