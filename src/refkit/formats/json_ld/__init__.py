"""Linked data in JSON: schema.org for web pages, and CodeMeta for software.

`data/schema_org.py` contains the mapping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.formats import Format
from refkit.model.item import Item

if TYPE_CHECKING:
    from refkit.model.loss import Loss


def write_schema_org(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as a graph of schema.org."""
    from refkit.formats.json_ld.writer import schema_org_pieces

    return schema_org_pieces(items, losses)


def write_codemeta(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield an item as a `codemeta.json`, or several as a graph."""
    from refkit.formats.json_ld.writer import codemeta_pieces

    return codemeta_pieces(items, losses)


def _detect_schema_org(text: str) -> bool:
    return '"@context": "https://schema.org"' in text[:200]


def _detect_codemeta(text: str) -> bool:
    return '"@context": "https://w3id.org/codemeta/' in text[:200]


FORMATS = (
    Format("codemeta", (), None, write_codemeta, _detect_codemeta),
    Format("json-ld", (".jsonld",), None, write_schema_org, _detect_schema_org),
)
