"""Web of Science's plain-text export (`FN Clarivate Analytics Web of Science`).

Source: Clarivate, "Web of Science Core Collection Field Tags"; `data/wos.py` contains the mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    r"\s*\ufeff?(?:FN (?:Clarivate|Thomson|ISI)|PT [BCJPS]\s*?(?:\r\n?|\n)[A-Z][A-Z0-9] )"
)


def read(source: Source) -> Library:
    """Read the records from `PT` to `ER`; text elsewhere is reported."""
    from refkit.formats.wos.reader import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a text begins with the header of such a file, or with a record."""
    return _START.match(text) is not None


FORMATS = (Format("wos", (".ciw", ".isi"), read, None, detect),)
