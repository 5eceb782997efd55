"""Answers of Crossref's REST API: one work, or a list of works.

`data/crossref.py` contains the mapping. Crossref's CSL-JSON is `csl-json`.
"""

from __future__ import annotations

from refkit.formats import Format
from refkit.model.library import Library
from refkit.model.source import Source


def read(source: Source) -> Library:
    """Read the work or the works in `message`, or works alone."""
    from refkit.formats.crossref_json.build import read

    return read(source)


def detect(text: str) -> bool:
    """Whether a JSON text is an answer of the API."""
    from refkit.formats._json_kind import json_kind

    return json_kind(text) == "crossref-json"


FORMATS = (Format("crossref-json", (), read, detect=detect),)
