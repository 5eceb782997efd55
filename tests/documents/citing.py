"""Helpers that show the citations of a document as text."""

from __future__ import annotations

from refkit.documents.citations import find_citations
from refkit.model.citation import Citation, DocumentCitations, DocumentCite
from refkit.model.source import Source


def found_in(text: str, name: str) -> DocumentCitations:
    """Return the citations of a text with the name of a file; each span is that of its key."""
    citations = find_citations(Source(text, name))
    assert citations is not None
    return citations


def keys(text: str, name: str) -> list[str]:
    """Return the cited keys in order."""
    return [cite.key for citation in found_in(text, name).citations for cite in citation.cites]


def shown(text: str, name: str) -> list[str]:
    """Return the citations, such as "parenthetical: see | doe | page 3 | , passim"."""
    return shown_citations(found_in(text, name))


def shown_citations(found: DocumentCitations) -> list[str]:
    """Return citations in the form of `shown`."""
    return [_citation(citation) for citation in found.citations]


def _citation(citation: Citation) -> str:
    note = " in note" if citation.in_note else ""
    return f"{citation.kind}{note}: " + "; ".join(map(_cite, citation.cites))


def _cite(cite: DocumentCite) -> str:
    parts = (
        cite.prefix,
        ("-" if cite.suppresses_author else "") + cite.key,
        f"{cite.label} {cite.locator}".strip(),
        cite.suffix,
    )
    return " | ".join(part for part in parts if part)
