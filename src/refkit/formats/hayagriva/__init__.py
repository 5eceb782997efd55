"""Hayagriva: the YAML of bibliographies for Typst.

Source: "The Hayagriva YAML File Format"; `data/hayagriva.py` contains the mapping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.formats import Format
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source

if TYPE_CHECKING:
    from refkit.model.loss import Loss


def read(source: Source) -> Library:
    """Read the entries of a mapping from keys to entries.

    Raises UnreadableFile if the text is YAML without entries.
    """
    from refkit.formats.hayagriva.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as entries."""
    from refkit.formats.hayagriva.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether an entry with one of the types is near the beginning of a text."""
    from refkit.formats._yaml_kind import yaml_kind

    return yaml_kind(text) == "hayagriva"


FORMATS = (Format("hayagriva", (), read, write, detect),)
