"""Spans in the file of each character of a value."""

from __future__ import annotations

from refkit.formats.bibtex.database import BibEntry
from refkit.formats.bibtex.resolve import WHITE, Macros
from refkit.model.characters import Characters
from refkit.model.entry import Entry, Field
from refkit.model.source import Span


def value_characters(entry: Entry, field: Field) -> Characters:
    """Return the characters of the resolved value, or no characters if it is not from a .bib file.

    The characters of a macro have the span of the macro's name, and a space has that of all the white space.
    """
    if not isinstance(entry, BibEntry):
        return Characters()
    database = entry.database
    return _fold(_join_pieces(database.text, database.macros, field.value_span))


def _join_pieces(text: str, macros: Macros, value_span: Span) -> Characters:
    """Return the joined pieces of a value, with unchanged white space."""
    characters = Characters()
    for start, end, mark in macros.pieces(*value_span):
        if mark in '{"' or mark.isdigit():
            first, last = (start, end) if mark.isdigit() else (start + 1, end - 1)
            for index in range(first, last):
                characters.add(text[index], Span(index, index + 1))
        else:
            for char in macros.value(text[start:end], start) or "":
                characters.add(char, Span(start, end), literal=False)
    return characters


def _fold(characters: Characters) -> Characters:
    """Return the characters with white space collapsed to single spaces and stripped."""
    folded = Characters()
    text, end = characters.text, 0
    for run in WHITE.finditer(text):
        folded.extend(characters, end, run.start())
        end = run.end()
        if run.start() > 0 and end < len(text):
            span = Span(characters.spans[run.start()].start, characters.spans[end - 1].end)
            folded.add(" ", span, all(characters.literal[run.start() : end]))
    folded.extend(characters, end, len(text))
    return folded
