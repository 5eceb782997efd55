"""The place in the file of each character of a value."""

from __future__ import annotations

from refkit.formats.bibtex.resolve import WHITE, Macros
from refkit.model.characters import Characters
from refkit.model.source import Span


def value_characters(text: str, macros: Macros, value_span: Span) -> Characters:
    """Return the characters of a value as it is read.

    A character of a macro's text has the place of the macro's name, a space that of the whole run of
    white space.
    """
    return _folded(_joined(text, macros, value_span))


def _joined(text: str, macros: Macros, value_span: Span) -> Characters:
    """Return the pieces of a value put together, white space not yet folded."""
    joined = Characters()
    for start, end, mark in macros.pieces(*value_span):
        if mark in '{"' or mark.isdigit():
            first, last = (start, end) if mark.isdigit() else (start + 1, end - 1)
            for at in range(first, last):
                joined.add(text[at], Span(at, at + 1))
        else:
            for char in macros.value(text[start:end], start) or "":
                joined.add(char, Span(start, end), literal=False)
    return joined


def _folded(joined: Characters) -> Characters:
    """Return the characters with each run of white space as one space and none at the ends."""
    folded = Characters()
    text, done = joined.text, 0
    for run in WHITE.finditer(text):
        folded.extend(joined, done, run.start())
        done = run.end()
        if run.start() > 0 and done < len(text):
            span = Span(joined.spans[run.start()].start, joined.spans[done - 1].end)
            folded.add(" ", span, all(joined.literal[run.start() : done]))
    folded.extend(joined, done, len(text))
    return folded
