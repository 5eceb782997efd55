"""The Citation File Format: CITATION.cff files of programs and data sets.

Source: "Guide to CFF schema version 1.2.0"; versions 1.0.3 to 1.3.0 are read, and 1.2.0 is written.
`data/cff.py` contains the mapping.
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
    """Read the work that a file is about, its preferred citation and its references.

    Raises UnreadableFile if the text is YAML without any of them.
    """
    from refkit.formats.cff.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the file of a program or data set with references, or a file with references alone."""
    from refkit.formats.cff.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a text has the version of the format."""
    from refkit.formats._yaml_kind import yaml_kind

    return yaml_kind(text) == "cff"


FORMATS = (Format("cff", (".cff",), read, write, detect),)
