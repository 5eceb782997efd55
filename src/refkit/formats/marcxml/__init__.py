"""MARCXML, in which library catalogs return their records.

Source: Library of Congress, "MARCXML" and "MARC 21 Format for Bibliographic Data"; `data/marc.py` contains the
mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:leader[\s>]|(?:control|data)field\s[^<>]*tag=)"
)
_SEARCHED = 4000  # characters; protocols put their own elements before the records


def read(source: Source) -> Library:
    """Read the records; an error in the XML ends them and is reported."""
    from refkit.formats.marcxml.reader import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a field of MARC is near the beginning of a text that is XML."""
    is_xml = text.lstrip("\ufeff \t\r\n").startswith("<")
    return is_xml and _START.search(text, 0, _SEARCHED) is not None


FORMATS = (Format("marcxml", (".marcxml",), read, detect=detect, shared_suffixes=(".xml",)),)
