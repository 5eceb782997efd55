"""Documents as plain text in which every character can be located.

A module of this folder whose name does not start with `_` is a syntax and exposes `SYNTAX`. The text of a PDF or a
Word document is extracted from its bytes when the file is read (`_binary.py`); spans count characters of this text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from os.path import splitext
from typing import NamedTuple

from refkit.folders import module_names
from refkit.model.excerpt import Excerpt
from refkit.model.source import NOT_REFERENCES, EmbeddedRecord, Source, Span
from refkit.records import dataclass, replace

__all__ = [
    "LINE_BREAK",
    "DocumentFault",
    "DocumentText",
    "Syntax",
    "read_document",
    "suffixes",
    "syntax_of",
]

LINE_BREAK = "\u2028"  # inside a paragraph, as a `<br>` (Unicode: line separator)


class DocumentFault(NamedTuple):
    """A part of a document that could not be read, and why."""

    span: Span
    message: str


@dataclass(slots=True, frozen=True)
class DocumentText:
    """The text of a document without its markup, with line ends between blocks.

    If `paragraphs` is true, every line is a whole paragraph, in which `LINE_BREAK` separates the lines that its author
    broke; otherwise lines are broken as in the document. If the syntax marks references (`\\bibitem`), `entries`
    contains these, each on one line, and `keys` their cite keys; otherwise `entries` is None. `headings` contains the
    offsets of the lines that are headings. `faults` are marked references that are empty, and other parts
    that could not be read. `records` are references that the document contains as data.
    """

    excerpt: Excerpt
    paragraphs: bool = False
    entries: tuple[Excerpt, ...] | None = None
    keys: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    faults: tuple[DocumentFault, ...] = ()
    records: tuple[EmbeddedRecord, ...] = ()


@dataclass(slots=True, frozen=True)
class Syntax:
    """A document syntax: its name, its file suffixes, and functions that read and recognize it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str], DocumentText]
    is_recognized: Callable[[str], bool] = lambda text: False


@cache
def syntaxes() -> dict[str, Syntax]:
    """Return the syntaxes by name."""
    modules = module_names(__path__)
    loaded = (import_module(f"{__name__}.{name}") for name in modules)
    return {module.SYNTAX.name: module.SYNTAX for module in loaded if hasattr(module, "SYNTAX")}


def suffixes() -> tuple[str, ...]:
    """Return the file suffixes of documents."""
    return tuple(sorted(suffix for syntax in syntaxes().values() for suffix in syntax.suffixes))


def syntax_of(name: str, text: str) -> str:
    """Return the name of a document's syntax by its file suffix or else by its text; the default is "plain"."""
    suffix = splitext(name)[1].lower()
    candidates = syntaxes().values()
    named = next(
        (
            syntax.name
            for syntax in candidates
            if suffix in syntax.suffixes and syntax.name != "plain"
        ),
        None,
    )
    return named or next(
        (syntax.name for syntax in candidates if syntax.is_recognized(text)), "plain"
    )


def read_document(source: Source, syntax: str) -> DocumentText:
    """Return a document's text; `syntax` is ignored if the text was extracted from a binary file."""
    document = syntaxes()[source.derived or syntax].read(source.readable_text())
    records = tuple(record for record in source.records if record.form not in NOT_REFERENCES)
    return replace(document, records=records) if records else document
