"""Helpers that return the lines of a document, and its references with their positions."""

from refkit.documents import DocumentText, read_document
from refkit.model.source import Source


def document(text: str, syntax: str) -> DocumentText:
    """Return a text of a syntax as a document."""
    return read_document(Source(text), syntax)


def lines(text: str, syntax: str) -> list[str]:
    """Return the lines of a document that are not empty."""
    return [line for line in document(text, syntax).excerpt.text.split("\n") if line]


def entries(text: str, syntax: str) -> list[str]:
    """Return the references that the syntax itself marks."""
    return [entry.text for entry in document(text, syntax).entries or ()]


def headings(text: str, syntax: str) -> list[str]:
    """Return the headings of a document."""
    read = document(text, syntax)
    return [read.excerpt.text[at:].partition("\n")[0] for at in read.headings]


def written(text: str, syntax: str, shown: str) -> str:
    """Return the source text of a part of a document."""
    excerpt = document(text, syntax).excerpt
    at = excerpt.text.index(shown)
    return Source(text).slice(excerpt.span(at, at + len(shown)))
