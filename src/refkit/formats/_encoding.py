"""Faults for files whose encoding is in doubt, or that are in one that other programs do not expect."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from refkit.model.encodings import declaration, label
from refkit.model.entry import Entry, Fault
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import replace

Rewrite = Callable[[Entry, str, str], str]

_READERS = {
    "bibtex": "`bibtex` cannot read it and biber only with `--input-encoding`",
    "csl-json": "JSON is exchanged in UTF-8 (RFC 8259)",
}
_READERS["biblatex"] = _READERS["bibtex"]


def encoding_fault(source: Source) -> Fault:
    """Return the fault of a file whose encoding is in doubt, at its declaration or its first doubtful character."""
    found = declaration(source.text) if source.encoding_problem in ("unknown", "wrong") else None
    if found is not None:
        return Fault(
            _declaration_problem(found.name, source),
            Span(found.start, found.end),
            source,
            "encoding",
        )
    if source.encoding_problem == "stray":
        return _stray_fault(source)
    text = source.readable_text()
    position = next((n for n, char in enumerate(text) if ord(char) > 127), 0)
    message = (
        f"the file is not UTF-8; read as {label(source.encoding)}, so `{text[position : position + 1]}` may be "
        "another character; save the file as UTF-8, or name its encoding with `--encoding`"
    )
    return Fault(message, Span(position, position + 1), source, "encoding")


def guess_fault(source: Source, *, has_effect: bool) -> Fault:
    """Return the fault of a file whose encoding is in doubt, which `has_effect` if letters were to be re-encoded."""
    fault = encoding_fault(source)
    return (
        replace(fault, message=f"{fault.message}; until then, letters are not re-encoded")
        if has_effect
        else fault
    )


def only_in_ascii(rewrite: Rewrite) -> Rewrite:
    """Return a function that changes only values in ASCII, which are the same in every encoding."""

    def rewrite_ascii(entry: Entry, name: str, value: str) -> str:
        return rewrite(entry, name, value) if value.isascii() else value

    return rewrite_ascii


def _declaration_problem(name: str, source: Source) -> str:
    used = label(source.encoding)
    if source.encoding_problem == "unknown":
        return (
            f"`{name}` is not an encoding that refkit knows; the file is read as {used}; "
            "correct the name, or use `--encoding`"
        )
    return f"the file declares the encoding `{name}` but is not in it; read as {used}; correct the declaration"


def _stray_fault(source: Source) -> Fault:
    """Return the fault of a file in which some bytes are undefined in its encoding, at the first of them."""
    strays = [n for n, char in enumerate(source.text) if "\udc80" <= char <= "\udcff"]
    first = strays[0]
    byte = ord(source.text[first]) - 0xDC00
    count = "1 byte is" if len(strays) == 1 else f"{len(strays)} bytes are"
    message = (
        f"{count} not {label(source.encoding)}, such as {byte:02X} here, read as "
        f"`{source.readable_text()[first]}`; correct it, and save the file as UTF-8"
    )
    return Fault(message, Span(first, first + 1), source, "encoding")


def wide_encoding_faults(library: Library) -> Iterator[Fault]:
    """Yield a fault for each file in UTF-16 or UTF-32, which refkit reads but other programs do not."""
    for source in library.sources:
        reader = _READERS.get(source.format)
        if reader and source.encoding.startswith(("utf-16", "utf-32")):
            message = (
                f"the file is in {label(source.encoding)}, but {reader}; save the file as UTF-8"
            )
            yield Fault(message, Span(0, min(1, len(source.text))), source, "encoding")
