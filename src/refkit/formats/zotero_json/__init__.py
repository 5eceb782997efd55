"""Zotero's items in JSON, as Better BibTeX exports them and Zotero's web API returns them.

`data/zotero.py` contains the mapping. Better BibTeX imports what is written.
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
    """Read an object with `items`, an array of items, or items with their metadata in `data`."""
    from refkit.formats.zotero_json.reader import read

    return read(source)


def write(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as Better BibTeX's JSON."""
    from refkit.formats.zotero_json.writer import write_pieces

    return write_pieces(items, losses)


def detect(text: str) -> bool:
    """Whether a JSON text has items with an `itemType`."""
    from refkit.formats._json_kind import json_kind

    return json_kind(text) == "zotero-json"


FORMATS = (Format("zotero-json", (), read, write, detect),)
