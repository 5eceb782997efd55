"""Plain text: all of it, in its lines."""

from __future__ import annotations

from refkit.documents import Document, Syntax
from refkit.model.excerpt import Excerpt


def read(text: str) -> Document:
    """Return the text as it stands."""
    return Document(Excerpt.from_text(text))


SYNTAX = Syntax("plain", (".text", ".txt"), read)
