"""Plain text, without any change, and the syntaxes that are read as plain text."""

from __future__ import annotations

from refkit.documents import DocumentText, Syntax
from refkit.model.excerpt import Excerpt


def read(text: str) -> DocumentText:
    """Return the text unchanged."""
    return DocumentText(Excerpt.from_text(text))


SYNTAX = Syntax(
    "plain",
    (".adoc", ".asc", ".asciidoc", ".ipynb", ".org", ".rst", ".text", ".txt", ".typ"),
    read,
)
