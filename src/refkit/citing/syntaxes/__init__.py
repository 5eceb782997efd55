"""Syntaxes of documents with formatted citations: one module for each, named like the scanner of its citations.

Such a module exposes `SYNTAX`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from refkit.citing.edits import Edit
from refkit.csl.write import Writer
from refkit.folders import module_names
from refkit.model.source import Span
from refkit.records import dataclass

__all__ = ["DocumentNote", "Syntax", "no_edits", "syntaxes"]


@dataclass(slots=True, frozen=True)
class DocumentNote:
    """A note that a document has: the offset of its mark, and the span of its content."""

    place: int
    content: Span


def no_edits(text: str) -> list[Edit]:
    """Return no edits."""
    return []


@dataclass(slots=True, frozen=True)
class Syntax:
    """A syntax: the writer of its text or its name (`csl.WRITERS`), its notes, and the place of its list of references.

    `notes` finds the notes of a document. `mark` returns the mark of a note in the text from a number, the text of the
    note and the text of the document before it; `definition` returns what is at the end of the document then, or "".
    `list_edit` inserts the list of references at one of the places that the scanner found, or at the end for None.
    `tidy` returns the edits that keep the document's other tools from citing again. `metadata` returns the spans whose
    citations are not replaced, and `language` the language that the document states, or "".
    """

    output: str | Writer
    notes: Callable[[str], list[DocumentNote]]
    mark: Callable[[str, str, str], str]
    definition: Callable[[str, str], str]
    list_edit: Callable[[str, Span | None, str], Edit]
    labels: Callable[[str], set[str]]
    tidy: Callable[[str], list[Edit]] = no_edits
    is_directive: Callable[[str, Span], bool] = lambda text, span: False
    metadata: Callable[[str], list[Span]] = lambda text: []
    language: Callable[[str], str] = lambda text: ""


@cache
def syntaxes() -> dict[str, Syntax]:
    """Return the syntaxes by the name of their scanner."""
    return {name: import_module(f"{__name__}.{name}").SYNTAX for name in module_names(__path__)}


def preferred_place(syntax: Syntax, text: str, places: Sequence[Span]) -> Span | None:
    """Return the place of the list: a directive, or else the last heading."""
    directives = (place for place in places if syntax.is_directive(text, place))
    return next(directives, places[-1] if places else None)
