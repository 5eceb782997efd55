"""Renaming of cite keys in documents: only the characters of the keys change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from os.path import abspath, realpath
from typing import NamedTuple

from refkit.documents.citations import Scanner, find_citations, scanner_of, scanners
from refkit.errors import RefkitError, UnreadableFile
from refkit.files import read_source
from refkit.files.several import NewFile
from refkit.files.write import encode_text
from refkit.lint.projects import find_projects, shown_path
from refkit.model.citation import DocumentCitations, KeyPlace
from refkit.model.source import Source
from refkit.records import dataclass


class CitingDocument(NamedTuple):
    """A document, or a project file such as `_quarto.yml`, with its citations."""

    source: Source
    found: DocumentCitations


class Replacement(NamedTuple):
    """A key in a document, and the one that it gets."""

    place: KeyPlace
    new: str


@dataclass(slots=True, frozen=True)
class ChangedDocument:
    """A document in which keys were renamed, with its new text."""

    source: Source
    text: str
    replacements: tuple[Replacement, ...]

    def as_file(self) -> NewFile:
        """Return the new file. Raises UnwritableFile if the encoding lacks a character."""
        return NewFile(self.source, encode_text(self.source.name, self.text, self.source))


def key_places(found: DocumentCitations) -> list[KeyPlace]:
    """Return the keys of a document in text order: cited, mentioned and defined ones, each place once."""
    cited = (KeyPlace(c.key, c.span) for one in found.citations for c in one.cites)
    places = {place.span: place for place in (*cited, *found.mentions, *found.defined)}
    return [places[span] for span in sorted(places)]


def keys_in(documents: Iterable[CitingDocument]) -> set[str]:
    """Return the keys that occur in documents."""
    return {place.key for one in documents for place in key_places(one.found)}


def reserved_keys(documents: Iterable[CitingDocument]) -> set[str]:
    """Return what a key cannot be renamed to: keys that documents use, and labels that look like keys."""
    labels = {label for one in documents for label in one.found.labels}
    return labels | keys_in(documents)


def refuse_clashes(
    documents: Sequence[CitingDocument], changes: Mapping[str, str], defined: Collection[str]
) -> None:
    """Raise RefkitError if a new key is a label or is defined in a document, or if a renamed key would become one.

    `defined` are the keys of the reference lists. A document that defines a key itself (`\\bibitem`) renames it.
    """
    for document in documents:
        own = {place.key: place for place in document.found.defined}
        for old, new in changes.items():
            if new in document.found.labels:
                problem = f"`{document.source.name}` has a label `{new}`"
                raise RefkitError(f"{problem}; choose another key")
            is_listed = old in own or old in defined
            if new in own and new not in changes and is_listed:
                where = located(document.source, own[new])
                raise RefkitError(f"{where}: the document defines `{new}`; choose another key")


def rename_in(document: CitingDocument, changes: Mapping[str, str]) -> ChangedDocument | None:
    """Return a document with renamed keys, or None if it has none of them.

    Raises RefkitError for a key that the syntax cannot contain at its place, and for a file that is only read.
    """
    source = document.source
    replacements = _replacements(document, changes)
    if not replacements:
        return None
    if source.derived:
        raise RefkitError(_derived_problem(source, replacements))
    changed = ChangedDocument(source, _replaced(source, replacements), tuple(replacements))
    _verify(document, changed, changes)
    return changed


def _derived_problem(source: Source, replacements: Sequence[Replacement]) -> str:
    keys = dict.fromkeys(f"`{one.place.key}`" for one in replacements)
    return (
        f"`{source.name}` cites {', '.join([*keys][:3])}, and a .{source.derived} file is only read; "
        "change its citations in the program that wrote it"
    )


def _replaced(source: Source, replacements: Sequence[Replacement]) -> str:
    """Return the text with new keys in the form that the syntax needs at each place."""
    write_key = _scanner(source).write_key
    pieces, end = [], 0
    for place, new in replacements:
        written = write_key(new, source.slice(place.span))
        if written is None or place.span.start < end:
            raise _refusal(source, place, new)
        pieces += [source.text[end : place.span.start], written]
        end = place.span.end
    return "".join((*pieces, source.text[end:]))


def _scanner(source: Source) -> Scanner:
    """Return the scanner of a document; keys in a project file are Markdown."""
    return scanner_of(source) or scanners()["markdown"]


def _refusal(source: Source, place: KeyPlace, new: str) -> RefkitError:
    return RefkitError(
        f"{located(source, place)}: the key `{new}` cannot be written here instead of `{place.key}`; choose another key"
    )


def located(source: Source, place: KeyPlace) -> str:
    """Return the place of a key as "file:line:column"."""
    line, column = source.position(place.span.start)
    return f"{source.name}:{line}:{column}"


def _verify(document: CitingDocument, changed: ChangedDocument, changes: Mapping[str, str]) -> None:
    """Raise RefkitError unless the new text has the same citations with the new keys."""
    source = document.source
    again = find_again(source, changed.text)
    before = key_places(document.found)
    new_keys = [place.key for place in key_places(again)]
    for place, found in zip(before, _padded(new_keys, len(before)), strict=True):
        wanted = changes.get(place.key, place.key)
        if found != wanted:
            raise _refusal(source, place, wanted)
    if len(new_keys) > len(before):
        raise _refusal(source, *changed.replacements[0])


def _padded(keys: Sequence[str], count: int) -> Iterator[str]:
    """Yield as many keys as wanted, with "" for those that are missing."""
    yield from keys[:count]
    yield from [""] * (count - len(keys))


def find_again(source: Source, text: str) -> DocumentCitations:
    """Return the citations in a new text of a document."""
    from refkit.documents.citations._project_files import find_in_project_file, is_project_file

    new = Source(text, source.name, source.encoding)
    if is_project_file(source.name):
        return find_in_project_file(new)
    return find_citations(new) or DocumentCitations()


def notes_on_unwritable(
    documents: Iterable[CitingDocument], changes: Mapping[str, str]
) -> list[str]:
    """Return a note for each document that cites a renamed key and cannot be written."""
    return [
        _derived_problem(document.source, replacements)
        for document in documents
        if document.source.derived and (replacements := _replacements(document, changes))
    ]


def _replacements(document: CitingDocument, changes: Mapping[str, str]) -> list[Replacement]:
    return [
        Replacement(place, changes[place.key])
        for place in key_places(document.found)
        if place.key in changes
    ]


def rename_in_all(
    documents: Iterable[CitingDocument], changes: Mapping[str, str]
) -> list[ChangedDocument]:
    """Return the documents that change, each file once. Raises RefkitError like `rename_in`."""
    different = {realpath(document.source.name): document for document in documents}
    changed = (rename_in(document, changes) for document in different.values())
    return [document for document in changed if document is not None]


class FoundDocuments(NamedTuple):
    """Documents with the lists that they name, and notes on what is not known about them."""

    documents: tuple[CitingDocument, ...]
    lists: tuple[str, ...]
    notes: tuple[str, ...]


def find_documents(
    named: Sequence[str], others: Sequence[str], encoding: str = ""
) -> FoundDocuments:
    """Read documents, the parts that they include, and their project files.

    `others` were found in folders: one that cannot be read is noted. Raises UnreadableFile for a named one.
    """
    read = _Loader(frozenset(map(abspath, named)), encoding)
    projects = find_projects([*named, *others], read)
    parts = {abspath(p.source.name): p for project in projects for p in project.parts}
    return FoundDocuments(
        tuple(CitingDocument(part.source, part.found) for part in parts.values()),
        tuple(dict.fromkeys(shown_path(path) for project in projects for path in project.lists)),
        (*read.notes, *dict.fromkeys(doubt for project in projects for doubt in project.doubts)),
    )


class _Loader:
    """A reader of documents, each of which is read once."""

    def __init__(self, named: frozenset[str], encoding: str) -> None:
        self._named, self._encoding = named, encoding
        self._sources: dict[str, Source | None] = {}
        self.notes: list[str] = []

    def __call__(self, path: str) -> Source | None:
        """Return a document, or None if it cannot be read. Raises UnreadableFile for a named one."""
        if path not in self._sources:
            self._sources[path] = self._read(path)
        return self._sources[path]

    def _read(self, path: str) -> Source | None:
        try:
            return read_source(shown_path(path), encoding=self._encoding)
        except UnreadableFile as error:
            if path in self._named:
                raise
            self.notes.append(f"{error}")
            return None
