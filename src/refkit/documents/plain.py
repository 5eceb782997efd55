"""Plain text, without any change."""

from __future__ import annotations

from refkit.documents import DocumentText, Syntax
from refkit.model.excerpt import Excerpt


def read(text: str) -> DocumentText:
    """Return the text unchanged."""
    return DocumentText(Excerpt.from_text(text))


SYNTAX = Syntax("plain", (".text", ".txt"), read)
