"""Citations in documents, one module for each syntax.

A module of this folder whose name does not start with `_` exposes `SCANNER`. A scanner never raises: a damaged document
has the citations that can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from os.path import splitext
from typing import Protocol

from refkit.folders import module_names
from refkit.model.citation import DocumentCitations
from refkit.model.source import Source
from refkit.records import dataclass

__all__ = ["Scanner", "WriteKey", "find_citations", "scanner_of", "scanners", "suffixes"]


class WriteKey(Protocol):
    """Return a key in a syntax's form for the place of a key as written, or None if the syntax cannot write it."""

    def __call__(self, key: str, written: str) -> str | None: ...


@dataclass(slots=True, frozen=True)
class Scanner:
    """A syntax with citations: its name, its file suffixes, and functions that find citations and write keys.

    `syntaxes` are names of document syntaxes (`documents.syntax_of`), for texts without a suffix.
    """

    name: str
    suffixes: tuple[str, ...]
    find: Callable[[Source], DocumentCitations]
    write_key: WriteKey
    syntaxes: tuple[str, ...] = ()


@cache
def scanners() -> dict[str, Scanner]:
    """Return the scanners by the name of their syntax."""
    loaded = (import_module(f"{__name__}.{name}") for name in module_names(__path__))
    return {module.SCANNER.name: module.SCANNER for module in loaded if hasattr(module, "SCANNER")}


def suffixes() -> tuple[str, ...]:
    """Return the file suffixes of documents whose citations can be found."""
    return tuple(sorted(suffix for scanner in scanners().values() for suffix in scanner.suffixes))


def scanner_of(source: Source) -> Scanner | None:
    """Return the scanner for a document by its type, its suffix, or else its text; None if there is none."""
    from refkit.documents import syntax_of

    suffix = f".{source.derived}" if source.derived else splitext(source.name)[1].lower()
    known = scanners().values()
    by_suffix = next((scanner for scanner in known if suffix in scanner.suffixes), None)
    if by_suffix or source.derived:
        return by_suffix
    syntax = syntax_of(source.name, source.text)
    return next((scanner for scanner in known if syntax in scanner.syntaxes), None)


def find_citations(source: Source) -> DocumentCitations | None:
    """Return the citations of a document, or None if its syntax has none."""
    scanner = scanner_of(source)
    if scanner is None:
        return None
    if source.derived:
        return scanner.find(source)
    return _found_in(scanner.name, splitext(source.name)[1].lower(), source.text)


@lru_cache(256)  # a run asks several times which files a document names and what it cites
def _found_in(scanner: str, suffix: str, text: str) -> DocumentCitations:
    return scanners()[scanner].find(Source(text, f"document{suffix}"))
