"""Helpers for the tests of lists."""

from __future__ import annotations

from refkit.documents import read_document
from refkit.formats.text.finding.split import Listing, references
from refkit.model.source import Source


def listing_of(text: str, name: str = "paper.txt", syntax: str = "plain") -> Listing:
    return references(read_document(Source(text, name), syntax))


def texts_of(text: str) -> list[str]:
    """Return the references of a plain text, each on one line."""
    return [reference.excerpt.text for reference in listing_of(text).references]


def written_of(text: str) -> list[str]:
    """Return the source text of each reference in a plain text."""
    spans = [one.excerpt.span(0, len(one.excerpt.text)) for one in listing_of(text).references]
    return [text[span.start : span.end] for span in spans]
