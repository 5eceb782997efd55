"""Typst: notes are calls of `footnote`, and the list replaces the call of `bibliography`."""

from __future__ import annotations

from refkit.citing.edits import Edit
from refkit.citing.syntaxes import DocumentNote, Syntax
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_NOTE = lazy_pattern(r"#footnote\[")
_SIGN = lazy_pattern(r"\\.|[\[\]]", 16)
_LONGEST_NOTE = 20_000


def notes(text: str) -> list[DocumentNote]:
    """Return the notes of a document."""
    return [
        DocumentNote(note.start(), Span(note.end(), _closing_bracket(text, note.end())))
        for note in _NOTE.finditer(text)
    ]


def _closing_bracket(text: str, position: int) -> int:
    """Return the offset of the bracket that closes the one before a position, or the end of a long text."""
    depth, limit = 1, min(len(text), position + _LONGEST_NOTE)
    for sign in _SIGN.finditer(text, position, limit):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if not depth:
            return sign.start()
    return limit


def labels(text: str) -> set[str]:
    """Return no labels, because notes have none."""
    return set()


def mark(label: str, note: str, before: str) -> str:
    """Return a note."""
    return f"#footnote[{note}]"


def definition(label: str, note: str) -> str:
    """Return nothing: the text of a note is at its place."""
    return ""


def is_directive(text: str, span: Span) -> bool:
    """Whether a place is a call."""
    return text.startswith("#", span.start)


def list_edit(text: str, place: Span | None, written: str) -> Edit:
    """Return the edit that inserts a list: instead of the call, or at the end."""
    if place is None:
        return Edit(Span(len(text), len(text)), f"\n{written}" if text else written)
    return Edit(place, written.rstrip("\n"))


SYNTAX = Syntax("typst", notes, mark, definition, list_edit, labels, is_directive=is_directive)
