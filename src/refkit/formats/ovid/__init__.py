"""Ovid's exports: records `<1>` with labels and indented values, or with tags (`TI  - Salt`).

Source: the field guides of Ovid's databases; `data/ovid.py` contains the mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_START = lazy_pattern(
    r"\s*\ufeff?(?:<\d{1,6}>[ \t]*(?:\r\n?|\n)\s*?[A-Z][A-Za-z /]+(?:\r\n?|\n)[ \t]|(?:<\d{1,6}>\s*)?VN {2}- Ovid)"
)


def read(source: Source) -> Library:
    """Read the records, which begin with their number; text before them is reported."""
    from refkit.formats.ovid.reader import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a text begins with a record."""
    return _START.match(text) is not None


FORMATS = (Format("ovid", (".ovd",), read, None, detect),)
