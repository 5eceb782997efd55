"""EndNote's XML, which other reference managers export, too.

Source: EndNote's export format (`RSXML.dtd`). Its elements mean what tags of RIS mean; `data/endnote.py` contains the
pairs.
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

_START = lazy_pattern(
    r"\s*\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<xml>\s*)?<records\b"
)


def read(source: Source) -> Library:
    """Read the records; an error in the XML ends them and is reported."""
    from refkit.formats.endnote_xml.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as an XML document."""
    from refkit.formats.endnote_xml.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a text begins with EndNote's elements."""
    return _START.match(text) is not None


FORMATS = (Format("endnote-xml", (), read, write, detect, shared_suffixes=(".xml",)),)
