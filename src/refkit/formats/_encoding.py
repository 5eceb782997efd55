"""Faults for files that are not in UTF-8, which other programs expect."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.model.entry import Fault
from refkit.model.library import Library
from refkit.model.source import Source, Span

_READERS = {
    "bibtex": "`bibtex` cannot read it and biber only with `--input-encoding`",
    "csl-json": "JSON is exchanged in UTF-8 (RFC 8259)",
}
_READERS["biblatex"] = _READERS["bibtex"]


def encoding_fault(source: Source) -> Fault:
    """Return the fault of a file that was read as Latin-1, at its first non-ASCII character."""
    position = next((n for n, char in enumerate(source.text) if ord(char) > 127), 0)
    message = (
        f"the file is not UTF-8; read as Latin-1, so `{source.text[position : position + 1]}` may be another "
        "character; save the file as UTF-8"
    )
    return Fault(message, Span(position, position + 1), source, "encoding")


def wide_encoding_faults(library: Library) -> Iterator[Fault]:
    """Yield a fault for each file in UTF-16 or UTF-32, which refkit reads but other programs do not."""
    for source in library.sources:
        reader = _READERS.get(source.format)
        if reader and source.encoding.startswith(("utf-16", "utf-32")):
            name = source.encoding[:6].upper()
            message = f"the file is in {name}, but {reader}; save the file as UTF-8"
            yield Fault(message, Span(0, min(1, len(source.text))), source, "encoding")
