"""The references that documents cite, as their lists contain them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from refkit.documents.citations import scanner_of
from refkit.errors import RefkitError
from refkit.files import read_source
from refkit.formats import by_name, for_writing
from refkit.inputs import TEX, load, read
from refkit.lint.projects import find_projects, read_part
from refkit.model.citation import DocumentCitations
from refkit.model.item import Item
from refkit.model.library import Library as Reading
from refkit.model.source import Source
from refkit.records import dataclass, field


@dataclass(slots=True)
class Missing:
    """A cited key that no list has, and where it is cited first."""

    key: str
    source: Source
    offset: int

    def __str__(self) -> str:
        position = self.source.position(self.offset)
        return f"{self.source.name}:{position.line}:{position.column}: no list has the cited key `{self.key}`"


@dataclass(slots=True)
class Extracted:
    """The cited references in a format, their number, cited keys that no list has, and what was not read."""

    text: str
    count: int
    format: str
    missing: list[Missing] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Citing:
    """The documents that were read, their first cites by key, and the lists that they name."""

    sources: list[tuple[Source, DocumentCitations]] = field(default_factory=list)
    lists: dict[str, None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def cites_all(self) -> bool:
        """Whether a document cites all entries of its lists."""
        return any(found.cites_all for _, found in self.sources)


def extract(
    documents: Sequence[str],
    lists: Sequence[str] = (),
    target_format: str | None = None,
    encoding: str = "",
) -> Extracted:
    """Return the references that documents and the files that they include cite.

    They are in `lists`, by default those that the documents name; the fields of Word and OpenDocument files contain
    references themselves. The entries of .bib files are as written, with their parents and macros; otherwise the
    references are written in `target_format`. Raises RefkitError if there is no list, and UnreadableFile.
    """
    if target_format is not None:
        by_name(target_format)
    citing = _read_documents(documents, encoding)
    paths = list(lists) or list(citing.lists)
    embedded = [read(source) for source, _ in citing.sources if source.records]
    if not paths and not embedded:
        raise RefkitError(f"`{documents[0]}` names no list of references; name one with `--from`")
    readings = [read(read_source(path, encoding=encoding)) for path in paths]
    first_cites = _first_cites(citing)
    if _is_as_written(readings, embedded, target_format):
        from refkit.formats.bibtex.excerpt import excerpt

        found = excerpt([r.sources[0] for r in readings], first_cites, citing.cites_all)
        result = Extracted(found.text, found.size, readings[0].sources[0].format)
        known = found.found
    else:
        result, known = _converted(paths, embedded, first_cites, citing.cites_all, target_format)
    known |= {
        key.key for source, found in citing.sources if source.records for key in found.defined
    }
    result.missing = [missing for key, missing in first_cites.items() if key not in known]
    result.notes = citing.notes
    result.inputs = [*(source.name for source, _ in citing.sources), *paths]
    return result


def _is_as_written(
    readings: Sequence[Reading], embedded: Sequence[Reading], target_format: str | None
) -> bool:
    """Whether all references are in .bib files, and are written to one."""
    is_tex = all(r.sources and r.sources[0].format in TEX for r in readings)
    return is_tex and bool(readings) and not embedded and target_format in (None, *TEX)


def _converted(
    paths: Sequence[str],
    embedded: Sequence[Reading],
    keys: dict[str, Missing],
    all_items: bool,
    target_format: str | None,
) -> tuple[Extracted, frozenset[str]]:
    """Return the cited references in a format, and their keys."""
    from refkit.api import dumps

    listed = load(list(paths)) if paths else None
    items: dict[str, Item] = {}
    for item in listed if listed is not None else ():
        items.setdefault(item.id, item)
    wanted = [item for key, item in items.items() if all_items or key in keys]
    # The keys that a word processor generates are not those of its cites, but it embeds only what is cited.
    wanted += (item for library in embedded for item in library if item.id not in items)
    own = listed.sources[0].format if listed is not None and listed.sources else ""
    name = target_format or (own if own and own not in ("text", "") else "bibtex")
    return Extracted(dumps(wanted, name), len(wanted), name), frozenset(items)


def _first_cites(citing: _Citing) -> dict[str, Missing]:
    """Return the first cite of each key that no document defines itself, unless it contains the reference."""
    first: dict[str, Missing] = {}
    for source, found in citing.sources:
        defined = {key.key for key in found.defined} if not source.records else set[str]()
        for citation in found.citations:
            for cite in citation.cites:
                if cite.key not in defined:
                    first.setdefault(cite.key, Missing(cite.key, source, cite.span.start))
    return first


def _read_documents(documents: Sequence[str], encoding: str) -> _Citing:
    """Return the documents and the files that they include, with their citations and lists."""
    named: dict[str, Source] = {}
    for path in documents:
        named[os.path.abspath(path)] = source = read_source(path, encoding=encoding)
        if scanner_of(source) is None:
            raise RefkitError(f"`{path}` has no citations that refkit can find; name a document")

    def load_part(path: str) -> Source | None:
        return named.get(path) or read_part(path, encoding)

    citing = _Citing()
    for project in find_projects(documents, load_part):
        citing.sources += ((part.source, part.found) for part in project.parts)
        citing.lists.update(dict.fromkeys(project.lists))
        citing.notes += project.doubts
    return citing


def format_of(target: str | None, name: str | None) -> str | None:
    """Return the format for an output file, or None for that of the lists. Raises UnknownChoice for another name."""
    if name is not None:
        return by_name(name, writing=True).name
    return for_writing(target).name if target and target != "-" else None
