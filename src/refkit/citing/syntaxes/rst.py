"""reStructuredText: notes are `[#cite-1]_` with their text at the end; the list replaces the directive for it."""

from __future__ import annotations

from refkit.citing.edits import Edit, end_of_line, start_of_next_line
from refkit.citing.syntaxes import DocumentNote, Syntax
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_MARK = lazy_pattern(r"\[(\#[\w.:+-]*+|\d++)\]_(?!_)")
_NOTE = lazy_pattern(r"^\.\.[ \t]++\[(\#[\w.:+-]*+|\d++)\][ \t]*+", 8)
_CONTENT = lazy_pattern(
    r"[^\r\n]*+(?>(?:(?:\r\n?|\n)(?>(?:[ \t]*+(?:\r\n?|\n))*)[ \t]++[^\r\n]++)*)"
)
_ANY_LABEL = lazy_pattern(r"\[\#([\w.:+-]++)\]")
_DIRECTIVE = lazy_pattern(r"\.\.[ \t]")
_ADORNMENT = lazy_pattern(r"([!-/:-@\[-`{-~])(?>\1+)[ \t]*+")


def notes(text: str) -> list[DocumentNote]:
    """Return the notes of a document; those without a label belong to the marks in their order."""
    places: dict[str, list[int]] = {}
    for mark in _MARK.finditer(text):
        places.setdefault(mark[1], []).append(mark.start())
    found: list[DocumentNote] = []
    unnamed = iter(places.get("#", ()))
    for note in _NOTE.finditer(text):
        named = places.get(note[1], [])
        place = next(unnamed, None) if note[1] == "#" else next(iter(named), None)
        content = _CONTENT.match(text, note.end())
        if place is not None and content is not None:
            found.append(DocumentNote(place, Span(*content.span())))
    return sorted(found, key=lambda note: note.place)


def labels(text: str) -> set[str]:
    """Return the labels of notes."""
    return set(_ANY_LABEL.findall(text))


def mark(label: str, note: str, before: str) -> str:
    """Return the mark of a note, which needs a space before it or an escaped one."""
    separator = "\\ " if before and not before.isspace() else ""
    return f"{separator}[#{label}]_"


def definition(label: str, note: str) -> str:
    """Return the text of a note."""
    return f".. [#{label}] {note}\n"


def is_directive(text: str, span: Span) -> bool:
    """Whether a place is a directive."""
    return _DIRECTIVE.match(text, span.start) is not None


def list_edit(text: str, place: Span | None, written: str) -> Edit:
    """Return the edit that inserts a list: instead of a directive, below a heading or at the end."""
    if place is None:
        return Edit(Span(len(text), len(text)), f"\n{written}" if text else written)
    if is_directive(text, place):
        return Edit(place, written.rstrip("\n"))
    start = start_of_next_line(text, place.end)
    if _ADORNMENT.fullmatch(text, start, end_of_line(text, start)):
        start = start_of_next_line(text, start)
    first = "\n" if start and text[start - 1] not in "\r\n" else ""
    return Edit(Span(start, start), f"{first}\n{written}")


SYNTAX = Syntax("rst", notes, mark, definition, list_edit, labels, is_directive=is_directive)
