"""The place in the file of each character of a value."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.formats.bibtex.resolve import WHITE, Macros
from refkit.model.source import Span

Places = list[Span]


def value_characters(text: str, macros: Macros, value_span: Span) -> tuple[str, Sequence[Span]]:
    """Return a value as it is read, and where each of its characters is written.

    A character of a macro's text has the place of the macro's name, a space that of the whole run of
    white space.
    """
    return _folded(*_joined(text, macros, value_span))


def _joined(text: str, macros: Macros, value_span: Span) -> tuple[str, Places]:
    """Return the pieces of a value put together, white space not yet folded."""
    parts: list[str] = []
    places: Places = []
    for start, end, mark in macros.pieces(*value_span):
        if mark in '{"' or mark.isdigit():
            first, last = (start, end) if mark.isdigit() else (start + 1, end - 1)
            parts.append(text[first:last])
            places += (Span(at, at + 1) for at in range(first, last))
        else:
            part = macros.value(text[start:end], start) or ""
            parts.append(part)
            places += [Span(start, end)] * len(part)
    return "".join(parts), places


def _folded(joined: str, places: Places) -> tuple[str, Places]:
    """Return a text with each run of white space as one blank and none at the ends."""
    parts: list[str] = []
    kept: Places = []
    done = 0
    for run in WHITE.finditer(joined):
        parts.append(joined[done : run.start()])
        kept += places[done : run.start()]
        done = run.end()
        if run.start() > 0 and run.end() < len(joined):
            parts.append(" ")
            kept.append(Span(places[run.start()].start, places[run.end() - 1].end))
    parts.append(joined[done:])
    return "".join(parts), kept + places[done:]
