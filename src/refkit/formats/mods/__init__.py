"""MODS, the Metadata Object Description Schema of library catalogs and repositories.

Source: Library of Congress, "MODS User Guidelines" (version 3); `data/mods.py` contains the mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:modsCollection[\s>]|mods(?:>|\s+[^<>]*(?:loc\.gov/mods|version=|ID=)))"
)
_SEARCHED = 4000  # characters; protocols put their own elements before the records


def read(source: Source) -> Library:
    """Read the records; an error in the XML ends them and is reported."""
    from refkit.formats.mods.reader import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a record of MODS begins near the beginning of a text that is XML."""
    is_xml = text.lstrip("\ufeff \t\r\n").startswith("<")
    return is_xml and _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("mods", (".mods",), read, detect=detect, shared_suffixes=(".xml",)),)
