"""Works of OpenAlex: answers of its API. `data/openalex.py` contains the mapping."""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source


def read(source: Source) -> Library:
    """Read a work, or the works in `results`."""
    from refkit.formats.openalex_json.build import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a JSON text has works with OpenAlex's identifiers."""
    from refkit.formats._json_kind import json_kind

    return json_kind(text) == "openalex-json"


FORMATS = (Format("openalex-json", (), read, detect=detect),)
