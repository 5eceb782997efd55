"""Metadata of DataCite in JSON: answers of its REST API, and the format DataCite JSON.

`data/datacite.py` contains the mapping.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source


def read(source: Source) -> Library:
    """Read the resource or the resources in `data`, or resources alone."""
    from refkit.formats.datacite_json.build import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a JSON text has DataCite's metadata."""
    from refkit.formats._json_kind import json_kind

    return json_kind(text) == "datacite-json"


FORMATS = (Format("datacite-json", (), read, detect=detect),)
