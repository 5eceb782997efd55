"""Reference formats, each in a module or package that reads and writes libraries.

A module of this folder whose name does not start with `_` is a format and exposes `FORMATS`, a tuple of `Format`
(BibTeX and BibLaTeX share a reader). Formats are found by listing the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from os.path import splitext
from typing import TYPE_CHECKING

from refkit.errors import RefkitError, UnknownChoice
from refkit.folders import module_names
from refkit.model.entry import no_references
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

if TYPE_CHECKING:
    from refkit.model.editing import Editor
    from refkit.model.loss import Loss

_JSON = lazy_pattern(r'\s*(?:\[\s*)?\{\s*(?:"|\})')


@dataclass(slots=True, frozen=True)
class Format:
    """A reference format.

    `suffixes` are file suffixes of this format only. `shared_suffixes` are also used by other kinds of files (".json"),
    so that `detect` decides whether a text has this format. `document_suffixes` are suffixes of documents that contain
    references: such a file is read if it is named, but folders are not searched for it. `read` is None if refkit only
    writes the format. `write` yields the text of items piece by piece, and adds the values that the format has no place
    for to a list; it is None if refkit cannot write the format. `written_keys` returns a function that returns the
    written key for the id of each item in turn; it is None if ids are written as they are. `edit` returns an editor of
    a library that was read from one source, or is None if refkit cannot edit the format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Library] | None
    write: Callable[[Iterable[Item], list[Loss]], Iterator[str]] | None = None
    detect: Callable[[str], bool] = lambda text: False
    shared_suffixes: tuple[str, ...] = ()
    document_suffixes: tuple[str, ...] = ()
    written_keys: Callable[[], Callable[[str], str]] | None = None
    edit: Callable[[Library], Editor] | None = None


def lossless(
    write: Callable[[Iterable[Item]], Iterator[str]],
) -> Callable[[Iterable[Item], list[Loss]], Iterator[str]]:
    """Return a writer as `Format` has it, for a format that has a place for every value."""
    return lambda items, losses: write(items)


@cache
def all_formats() -> dict[str, Format]:
    """Return all formats by name, in alphabetical order."""
    return {
        file_format.name: file_format
        for file_format in sorted(_formats(), key=lambda file_format: file_format.name)
    }


def _formats() -> Iterator[Format]:
    """Yield all formats, those of BibTeX first: other modules are imported only for other files."""
    for name in sorted(module_names(__path__), key=lambda name: name != "bibtex"):
        yield from getattr(import_module(f"{__name__}.{name}"), "FORMATS", ())


def read(source: Source, name: str | None = None) -> Library:
    """Read a source in the format called `name`, or in the format detected from its file name or text.

    Raises RefkitError if the format is unknown or the text cannot have it.
    """
    if not source.text.strip():
        return Library(faults=[no_references(source)], sources=[source])
    file_format = by_name(name) if name else for_reading(source)
    if file_format.read is None:
        raise RefkitError(
            f"cannot read `{source.name}`: refkit writes the format {file_format.name}, but does not read it"
        )
    source.format = file_format.name
    return file_format.read(source)


def readable_formats() -> dict[str, Format]:
    """Return the formats that refkit can read, by name."""
    return {name: file_format for name, file_format in all_formats().items() if file_format.read}


def writable_formats() -> dict[str, Format]:
    """Return the formats that refkit can write, by name."""
    return {name: file_format for name, file_format in all_formats().items() if file_format.write}


def by_name(name: str, *, writing: bool = False) -> Format:
    """Return the format with a name or file suffix.

    Raises UnknownChoice with the most similar name, or with those that can be written if it is for writing.
    """
    formats = all_formats()
    file_format = formats.get(name.lower()) or _by_suffix_alone(f".{name.lower()}")
    if file_format is None:
        known = writable_formats() if writing else readable_formats()
        raise UnknownChoice("format", name, known)
    return file_format


def _by_suffix_alone(suffix: str) -> Format | None:
    """Return the only format with a suffix: its own, a shared one, or that of a document."""
    formats = all_formats().values()
    groups = (
        [file_format for file_format in formats if suffix in file_format.suffixes],
        [file_format for file_format in formats if suffix in file_format.shared_suffixes],
        [file_format for file_format in formats if suffix in file_format.document_suffixes],
    )
    candidates = next((group for group in groups if group), [])
    return candidates[0] if len(candidates) == 1 else None


def for_reading(source: Source) -> Format:
    """Return the format of a source by its file suffix, or else by its text."""
    by_file_name = by_suffix(source.name) or _document_format(source)
    if by_file_name:
        return by_file_name
    suffix = splitext(source.name)[1].lower()
    other_formats = (
        file_format
        for file_format in readable_formats().values()
        if suffix not in file_format.document_suffixes
    )
    recognized = next(
        (file_format for file_format in other_formats if file_format.detect(source.text)), None
    )
    return recognized or _only_candidate(source)


def for_writing(path: str) -> Format:
    """Return the format to write by the file suffix. Raises RefkitError if it does not determine one."""
    candidates = [
        file_format
        for file_format in (by_suffix(path), *formats_sharing_suffix(path))
        if file_format and file_format.write
    ]
    if not candidates:
        endings = {
            e
            for file_format in writable_formats().values()
            for e in (*file_format.suffixes, *file_format.shared_suffixes)
        }
        raise RefkitError(
            f"cannot infer the format from the name `{path}`; "
            f"use one of the endings {', '.join(sorted(endings))}, or name the format"
        )
    return candidates[0]


def by_suffix(path: str) -> Format | None:
    """Return the format that does not share the suffix of a file with others, or None."""
    suffix = splitext(path)[1].lower()
    return next((file_format for file_format in _formats() if suffix in file_format.suffixes), None)


def _document_format(source: Source) -> Format | None:
    """Return the format of a document by its suffix, except for those that several formats use."""
    suffix = f".{source.derived}" if source.derived else splitext(source.name)[1].lower()
    if suffix in (".bbl", ".text", ".txt") or (suffix == ".xml" and not _is_article(source)):
        return None
    return next(
        (
            file_format
            for file_format in all_formats().values()
            if suffix in file_format.document_suffixes
        ),
        None,
    )


def _is_article(source: Source) -> bool:
    """Whether an .xml file is an article with references, which no other format is."""
    from refkit.documents.jats import is_jats

    return is_jats(source.text)


def is_candidate(path: str) -> bool:
    """Whether a file found in a folder may contain references, by its name."""
    suffix = splitext(path)[1].lower()
    return any(
        suffix in (*file_format.suffixes, *file_format.shared_suffixes)
        for file_format in readable_formats().values()
    )


def formats_sharing_suffix(path: str) -> list[Format]:
    """Return the formats that share the suffix of a file with other kinds of files."""
    suffix = splitext(path)[1].lower()
    return [
        file_format
        for file_format in all_formats().values()
        if suffix in (*file_format.shared_suffixes, *file_format.document_suffixes)
    ]


def _only_candidate(source: Source) -> Format:
    """Return the only format with the shared suffix of a source whose text was not recognized.

    Its reader then reports what is wrong with the text.
    """
    candidates = formats_sharing_suffix(source.name)
    if len(candidates) != 1:
        problem = _json_problem(source.text)
        raise RefkitError(
            f"cannot detect the format of `{source.name}`{problem}; choose one of {', '.join(readable_formats())}"
        )
    return candidates[0]


def _json_problem(text: str) -> str:
    """Return why a text that begins as an object or a list of objects is not JSON, or the empty string."""
    if not _JSON.match(text):
        return ""
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        return f": it is not valid JSON ({error})"
    return ""
