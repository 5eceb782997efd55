"""citeproc-py as a second engine, for comparison (`--engine citeproc-py`)."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from refkit.csl.catalogue import known_locale, style_path
from refkit.csl.cite import Cite, Cluster
from refkit.errors import RefkitError, UnknownChoice
from refkit.files import read_bytes
from refkit.model.citing import as_cited
from refkit.model.csl_json import record_from_item
from refkit.model.item import Item
from refkit.xml_reading import parse_xml

OUTPUTS = ("html", "rst", "text")


class PeerError(RefkitError):
    """citeproc-py failed on a style or on a reference."""


def render(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    style: str,
    output: str = "text",
    locale: str | None = None,
) -> tuple[list[str], list[str], list[str]]:
    """Return the citations, the entries of the bibliography and the warnings of citeproc-py.

    Raises PeerError if citeproc-py fails.
    """
    if output not in OUTPUTS:
        raise UnknownChoice("output of citeproc-py", output, OUTPUTS)
    path = style_path(style)
    language = known_locale(locale) if locale else None
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        citations, entries = _guarded(
            lambda: _render(items, clusters, included, path, output, language), style
        )
    return citations, entries, list(dict.fromkeys(str(warning.message) for warning in said))


T = TypeVar("T")


def _guarded(work: Callable[[], T], style: str) -> T:
    # citeproc-py lets any kind of exception through, and none of them is meant for a user.
    try:
        return work()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise PeerError(
            f"citeproc-py failed in style `{style}` ({reason}); run without --engine"
        ) from error


def _render(
    items: Mapping[str, Item],
    clusters: Sequence[Cluster],
    included: Sequence[str],
    path: str,
    output: str,
    locale: str | None,
) -> tuple[list[str], list[str]]:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    cited = {cite.id for cluster in clusters for cite in cluster.cites}
    records = [_peer_record(items[key]) for key in dict.fromkeys((*cited, *included))]
    writer = {"html": formatter.html, "rst": formatter.rst, "text": formatter.plain}[output]
    parse_xml(read_bytes(path))  # refuses entities, which could load other files
    sheet = CitationStylesStyle(path, locale=locale, validate=False)
    bibliography = CitationStylesBibliography(sheet, CiteProcJSON(records), writer)
    citations = [Citation([_peer_cite(cite) for cite in cluster.cites]) for cluster in clusters]
    for citation in citations:
        bibliography.register(citation)
    for key in included:
        if key not in cited:
            bibliography.register(Citation([CitationItem(key)]))
    if sheet.has_bibliography():
        bibliography.sort()
    written = [str(bibliography.cite(citation, lambda item: None)) for citation in citations]
    entries = (
        [str(entry) for entry in bibliography.bibliography()] if sheet.has_bibliography() else []
    )
    return written, entries


def _peer_record(item: Item) -> dict[str, object]:
    """Return the record of an item without variables that citeproc-py does not know."""
    record = record_from_item(as_cited(item))
    return {name: value for name, value in record.items() if name != "custom"}


def _peer_cite(cite: Cite) -> object:
    from citeproc import CitationItem, Locator

    locator = Locator(cite.label or "page", cite.locator) if cite.locator else None
    given = {"locator": locator, "prefix": cite.prefix, "suffix": cite.suffix}
    return CitationItem(cite.id, **{name: value for name, value in given.items() if value})
