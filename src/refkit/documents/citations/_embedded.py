"""Commands of LaTeX in the text of other syntaxes."""

from __future__ import annotations

from refkit.documents.citations import scanners
from refkit.model.citation import DocumentCitations
from refkit.model.source import Source


def latex_citations(active: str) -> DocumentCitations:
    """Return the citations of LaTeX's commands in a text without comments, code and the like."""
    scanner = scanners().get("latex")
    if scanner is None:
        return DocumentCitations()
    # `%` begins a comment in LaTeX only.
    return scanner.find(Source(active.replace("%", "_"), "x.tex"))
