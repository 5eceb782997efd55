"""Files with citations, the reference lists and styles that they name, and their text with formatted citations."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from refkit.citing import CitingOptions
from refkit.citing.document import CitedText, cite_text
from refkit.citing.edits import edited
from refkit.citing.syntaxes import Syntax, syntaxes
from refkit.csl import Style
from refkit.documents.citations import Scanner, scanner_of, scanners
from refkit.documents.citations._project_files import find_in_project_file, is_project_file
from refkit.errors import RefkitError, nearest
from refkit.files.read import read_source
from refkit.inputs import load, loads
from refkit.model.citation import DocumentCitations, NamedFile
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import dataclass

__all__ = ["CitedFile", "cite_file"]

_PROJECT_LEVELS = 5


@dataclass(slots=True, frozen=True)
class CitedFile:
    """A document with formatted citations: its source, its new text, messages with positions, and the files read.

    `undefined` are messages about keys without a reference, and `warnings` other ones.
    """

    source: Source
    text: str
    undefined: tuple[str, ...]
    warnings: tuple[str, ...]
    library: Library
    inputs: tuple[str, ...]
    has_citations: bool = True


def cite_file(
    path: str,
    style: str = "",
    bibliography: Sequence[str] = (),
    locale: str = "",
    links: bool = False,
    link_citations: bool = False,
    encoding: str = "",
    default_style: str = "apa",
) -> CitedFile:
    """Return a document with formatted citations.

    The style, the reference lists and the language are those that the document names, unless they are given. Raises
    RefkitError if a file cannot be read, or if the document's syntax is not supported.
    """
    source = read_source(path, streams=True, encoding=encoding)
    scanner, syntax = syntax_of(source)
    found = scanner.find(source)
    project = _project_of(source) if not (found.bibliographies or bibliography) else None
    lists = list(bibliography) or _named_lists(source, found, project)
    library = load(lists)
    items = [*_own_references(source, syntax), *library]
    if not items and not lists and found.citations:
        raise RefkitError(
            f"`{source.name}` names no reference list; choose one with `--bibliography`"
        )
    chosen = style or _named_style(source, found, project) or default_style
    language = locale or syntax.language(source.text) or None
    options = CitingOptions(chosen, syntax.output, language, links, link_citations)
    result = cite_text(source.text, found, items, options, syntax, syntax.metadata(source.text))
    return CitedFile(
        source,
        edited(source.text, result.edits),
        tuple(_undefined(source, result, items)),
        tuple(_warnings(source, result)),
        library,
        (path, *lists),
        bool(found.citations) or found.cites_all,
    )


def syntax_of(source: Source) -> tuple[Scanner, Syntax]:
    """Return the scanner and the syntax of a document. Raises RefkitError if there is none."""
    scanner = scanner_of(source)
    if scanner is not None and scanner.name in syntaxes():
        return scanner, syntaxes()[scanner.name]
    names = ", ".join(sorted(suffix for name in syntaxes() for suffix in scanners()[name].suffixes))
    raise RefkitError(f"cannot format the citations of `{source.name}`; supported are {names}")


def is_citing(text: str, name: str) -> bool:
    """Whether a text has citations outside of its metadata."""
    source = Source(text, name)
    scanner = scanner_of(source)
    if scanner is None or scanner.name not in syntaxes():
        return False
    spans = syntaxes()[scanner.name].metadata(text)
    return any(
        not any(span.start <= citation.span.start < span.end for span in spans)
        for citation in scanner.find(source).citations
    )


def _named_lists(
    source: Source, found: DocumentCitations, project: DocumentCitations | None
) -> list[str]:
    """Return the paths of the reference lists that a document or its project names. Raises RefkitError."""
    if found.bibliographies:
        return list(dict.fromkeys(_path(source, file) for file in found.bibliographies))
    return [file.path for file in project.bibliographies] if project else []


def _path(source: Source, file: NamedFile) -> str:
    """Return the path of a file that a document names, relative to the current folder."""
    path = os.path.join(os.path.dirname(source.name), file.path)
    if not os.path.exists(path):
        line, column = source.position(file.span.start)
        raise RefkitError(
            f"{source.name}:{line}:{column}: cannot read `{file.path}`: no such file; "
            "correct its path, or choose a list with `--bibliography`"
        )
    return path


def _project_of(source: Source) -> DocumentCitations | None:
    """Return what the nearest project file above a document says, with paths relative to the current folder."""
    folder = os.path.dirname(os.path.abspath(source.name))
    for _ in range(_PROJECT_LEVELS):
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        for name in filter(is_project_file, names):
            said = find_in_project_file(read_source(os.path.join(folder, name)))
            if said.bibliographies:
                return DocumentCitations(
                    bibliographies=tuple(_in_folder(folder, said.bibliographies)),
                    styles=tuple(_in_folder(folder, said.styles)),
                )
        folder = os.path.dirname(folder)
    return None


def _in_folder(folder: str, files: Sequence[NamedFile]) -> Iterator[NamedFile]:
    for file in files:
        path = os.path.relpath(os.path.join(folder, file.path))
        yield NamedFile(path if os.path.exists(path) else file.path, file.span)


def _named_style(
    source: Source, found: DocumentCitations, project: DocumentCitations | None
) -> str:
    """Return the style that a document or its project names: a file, or the name of a style that is known."""
    styles = found.styles or (project.styles if project else ())
    if not styles:
        return ""
    return known_style(styles[0].path, os.path.dirname(source.name))


def known_style(named: str, folder: str) -> str:
    """Return the path of a style that is named as a file in a folder, or else the name of a style that is known."""
    path = os.path.join(folder, named)
    if os.path.isfile(path) or os.path.isfile(named):
        return path if os.path.isfile(path) else named
    name = named.rstrip("/").rpartition("/")[2].removesuffix(".csl")
    Style.load(name)
    return name


def _own_references(source: Source, syntax: Syntax) -> Iterator[Item]:
    """Yield the references in the metadata of a document."""
    for span in syntax.metadata(source.text):
        text = source.slice(span)
        if "references" in text:
            yield from loads(text.strip().strip("-"), format="csl-yaml")


def _undefined(source: Source, result: CitedText, items: Sequence[Item]) -> Iterator[str]:
    """Yield a message for each key without a reference, with the nearest key."""
    keys = {item.id for item in items}
    known: dict[str, str] = {}
    for cite in sorted(result.cited.undefined, key=lambda cite: cite.span):
        similar = known.setdefault(cite.key, nearest(cite.key, keys))
        advice = f"did you mean `{similar}`?" if similar else "add it, or correct the key"
        yield f"{_place(source, cite.span)}: no reference has the key `{cite.key}`; {advice}"


def _warnings(source: Source, result: CitedText) -> Iterator[str]:
    for citation in result.skipped:
        yield (
            f"{_place(source, citation.span)}: the citation in the metadata is not formatted; "
            "move it to the text"
        )
    yield from result.cited.warnings


def _place(source: Source, span: Span) -> str:
    line, column = source.position(span.start)
    return f"{source.name}:{line}:{column}"
