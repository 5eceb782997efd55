"""Documents: any document as plain text whose every character knows its place.

A module of this folder whose name does not start with `_` is a syntax and exposes `SYNTAX`. The text of
a PDF or a Word document is drawn from its bytes when the file is read (`binary.py`); spans count its
characters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from os.path import splitext

from refkit.folders import module_names
from refkit.model.excerpt import Excerpt
from refkit.model.source import Source

__all__ = ["Document", "Syntax", "read_document", "suffixes", "syntax_of"]


@dataclass(slots=True, frozen=True)
class Document:
    """The text of a document without its markup, a line end between blocks.

    `paragraphs` says that a line is a whole paragraph, else lines are as they were set. `entries` are
    the references where the syntax itself tells what one is (`\\bibitem`), each on one line, and `keys`
    their cite keys; None where it tells nothing. `headings` are the offsets in the text of the lines
    that are headings.
    """

    excerpt: Excerpt
    paragraphs: bool = False
    entries: tuple[Excerpt, ...] | None = None
    keys: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()


@dataclass(slots=True, frozen=True)
class Syntax:
    """One way to write a document down: its name, its file endings, how it is read and known by sight."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Document]
    seen: Callable[[str], bool] = lambda text: False


@cache
def syntaxes() -> dict[str, Syntax]:
    """Return the syntaxes by name."""
    modules = module_names(__path__)
    found = (import_module(f"{__name__}.{name}") for name in modules)
    return {module.SYNTAX.name: module.SYNTAX for module in found if hasattr(module, "SYNTAX")}


def suffixes() -> tuple[str, ...]:
    """Return the file endings of documents."""
    return tuple(sorted(suffix for syntax in syntaxes().values() for suffix in syntax.suffixes))


def syntax_of(name: str, text: str) -> str:
    """Return the syntax of a document by the end of its name, else by looking at it; "plain" is any."""
    suffix = splitext(name)[1].lower()
    known = syntaxes().values()
    named = next(
        (one.name for one in known if suffix in one.suffixes and one.name != "plain"), None
    )
    return named or next((one.name for one in known if one.seen(text)), "plain")


def read_document(source: Source, syntax: str) -> Document:
    """Return a document's text; `syntax` counts where the text is the file's own."""
    text = source.text
    if source.encoding == "latin-1":
        text = text.translate(_WINDOWS)
    return syntaxes()[source.derived or syntax].read(text)


# What falls back to Latin-1 is Windows' superset of it nearly always: HTML reads it so too (WHATWG
# Encoding, "latin1" is a label of windows-1252). One character for one, so that places stay.
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}  # fmt: skip
