"""Word's sources: the list that its Source Manager exports (`Sources.xml`).

Source: ECMA-376, part 1, section 22.6; `data/word.py` contains the mapping.
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
    r"<(?:[A-Za-z][\w.-]{0,20}:)?Sources\s[^<>]*(?:officeDocument|/ooxml)[^<>]*bibliography"
)
_SEARCHED = 4000  # characters


def read(source: Source) -> Library:
    """Read the sources; an error in the XML ends them and is reported."""
    from refkit.formats.word_xml.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as an XML document."""
    from refkit.formats.word_xml.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a list of sources begins near the beginning of a text."""
    return _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("word-xml", (), read, write, detect, shared_suffixes=(".xml",)),)
