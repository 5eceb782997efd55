"""PubMed's format (.nbib, MEDLINE): tags of up to four letters, as in `PMID- 30776994`.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions"; `data/nbib.py` contains the
mapping.
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

_START = lazy_pattern(r"(?<![^\r\n])(?:PMID|PMC |OWN |STAT)- ?\w")
_SEARCHED = 2000  # characters


def read(source: Source) -> Library:
    """Read the records, which begin with the number in PubMed or PubMed Central; text elsewhere is reported."""
    from refkit.formats.nbib.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as records."""
    from refkit.formats.nbib.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a record begins near the beginning of a text."""
    return _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("nbib", (".nbib", ".medline"), read, write, detect),)
