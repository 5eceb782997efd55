"""Formats: text to library and back, one file or folder each.

A module of this folder whose name does not start with `_` is a format and exposes `FORMATS`, a tuple
of `Format` (BibTeX and BibLaTeX share a reader). The register is the listing of the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from os.path import splitext

from refkit.errors import RefkitError, UnknownChoice
from refkit.folders import module_names
from refkit.model.entry import no_references
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source


@dataclass(slots=True, frozen=True)
class Format:
    """One way to write references down.

    `suffixes` are file name endings that mean this format and no other; `shared_suffixes` are endings
    that other kinds of file have too (".json"), where `detect` decides. `detect` looks at the text
    and says whether it is of this format. `write` gives the text of items piece by piece, taking one item
    at a time, and is None where refkit only reads. `document_suffixes`
    are the endings of documents that hold references among other things: such a file is read where it
    is named, and never looked for in a folder.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Library]
    write: Callable[[Iterable[Item]], Iterator[str]] | None = None
    detect: Callable[[str], bool] = lambda text: False
    shared_suffixes: tuple[str, ...] = ()
    document_suffixes: tuple[str, ...] = ()


@cache
def register() -> dict[str, Format]:
    """Return the formats by name, in the order of their names."""
    modules = module_names(__path__)
    found = [
        known
        for name in modules
        for known in getattr(import_module(f"{__name__}.{name}"), "FORMATS", ())
    ]
    return {known.name: known for known in sorted(found, key=lambda known: known.name)}


def read(source: Source, name: str | None = None) -> Library:
    """Read a source in the format called `name`, else in the one that its name or text shows.

    Raises RefkitError if the format is unknown, or the text cannot be one of it.
    """
    if not source.text.strip():
        return Library(faults=[no_references(source)], sources=[source])
    known = by_name(name) if name else for_reading(source)
    source.format = known.name
    return known.read(source)


def written() -> dict[str, Format]:
    """Return the formats that refkit writes, by name."""
    return {name: known for name, known in register().items() if known.write}


def by_name(name: str) -> Format:
    """Return the format called `name`, or whose file names end in it. Raises UnknownChoice, naming the nearest."""
    formats = register()
    known = formats.get(name.lower()) or _by_ending(f".{name.lower()}")
    if known is None:
        raise UnknownChoice("format", name, formats)
    return known


def _by_ending(suffix: str) -> Format | None:
    """Return the one format with an ending: its own, a shared one, or that of a document."""
    formats = register().values()
    groups = (
        [known for known in formats if suffix in known.suffixes],
        [known for known in formats if suffix in known.shared_suffixes],
        [known for known in formats if suffix in known.document_suffixes],
    )
    found = next((group for group in groups if group), [])
    return found[0] if len(found) == 1 else None


def for_reading(source: Source) -> Format:
    """Return the format of a source, by the end of its name or else by looking at its text."""
    named = by_suffix(source.name) or _of_document(source)
    if named:
        return named
    suffix = splitext(source.name)[1].lower()
    others = (known for known in register().values() if suffix not in known.document_suffixes)
    seen = next((known for known in others if known.detect(source.text)), None)
    return seen or _only_candidate(source)


def for_writing(path: str) -> Format:
    """Return the format that the end of a file's name asks for. Raises RefkitError where none does."""
    named = [known for known in (by_suffix(path), *sharing(path)) if known and known.write]
    if not named:
        endings = {
            e for known in written().values() for e in (*known.suffixes, *known.shared_suffixes)
        }
        raise RefkitError(
            f"the name `{path}` does not tell a format; end it in one of {', '.join(sorted(endings))} "
            "or name the format"
        )
    return named[0]


def by_suffix(path: str) -> Format | None:
    """Return the format that alone has the ending of a file's name, or None."""
    suffix = splitext(path)[1].lower()
    return next((known for known in register().values() if suffix in known.suffixes), None)


def _of_document(source: Source) -> Format | None:
    """Return the format of a document by its ending; a .txt or .bbl may be of several and is looked at first."""
    suffix = f".{source.derived}" if source.derived else splitext(source.name)[1].lower()
    if suffix in (".bbl", ".text", ".txt"):
        return None
    return next((known for known in register().values() if suffix in known.document_suffixes), None)


def could_read(path: str) -> bool:
    """Whether a file of this name, found in a folder, may hold references."""
    suffix = splitext(path)[1].lower()
    return any(suffix in (*known.suffixes, *known.shared_suffixes) for known in register().values())


def sharing(path: str) -> list[Format]:
    """Return the formats that share the ending of a file's name with other kinds of file."""
    suffix = splitext(path)[1].lower()
    return [
        known
        for known in register().values()
        if suffix in (*known.shared_suffixes, *known.document_suffixes)
    ]


def _only_candidate(source: Source) -> Format:
    """Take a file by its shared ending when nobody recognises its text, so that its faults are told."""
    candidates = sharing(source.name)
    if len(candidates) != 1:
        raise RefkitError(
            f"cannot tell the format of `{source.name}`; name it, one of {', '.join(register())}"
        )
    return candidates[0]
