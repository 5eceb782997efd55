"""The reference lists and documents in which `refkit rename` renames keys."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refkit.library import Library
    from refkit.lint.options import Request
    from refkit.renaming import CitingDocument

MOST_NOTES = 10  # notes on missing files and computed keys


class Inputs(NamedTuple):
    """The reference lists, and the documents that cite their keys; `named` are documents named by the user."""

    library: Library
    documents: tuple[CitingDocument, ...] = ()
    named: frozenset[str] = frozenset()


def load_inputs(request: Request) -> Inputs:
    """Read the reference lists and documents that a request names. Raises RefkitError if there are none."""
    from refkit.cli._configured import configuration, folder_options
    from refkit.cli._console import show_progress, warn
    from refkit.errors import RefkitError
    from refkit.inputs import load
    from refkit.library import Library
    from refkit.lint.run import with_config

    request = with_config(request)
    files, named, others = _files(request)
    with show_progress("reading"):
        documents, lists, notes = _documents(named, others, request.encoding)
        for note in notes[:MOST_NOTES]:
            warn(f"refkit: {note}")
        if len(notes) > MOST_NOTES:
            warn(f"refkit: {len(notes) - MOST_NOTES} more notes of this kind")
        files = _joined(files, lists)
        if not files and not documents:
            raise RefkitError("there are no .bib or CSL-JSON files and no documents; name one")
        found = configuration(request.config, request.isolated)
        library = (
            load(
                files,
                encoding=request.encoding or None,
                bibliography=folder_options(found)["bibliography"],
            )
            if files
            else Library([])
        )
    _verify_lists(library, request)
    return Inputs(library, documents, frozenset(named))


def _documents(
    named: Sequence[str], others: Sequence[str], encoding: str
) -> tuple[tuple[CitingDocument, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the documents with those that belong to them, the lists that they name, and notes."""
    if not named and not others:
        return (), (), ()
    from refkit.renaming import find_documents

    return find_documents(named, others, encoding)


def _joined(files: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return files and the other ones that are reference lists, each once.

    Lists that are only read are included, so that a key in one of them is not renamed elsewhere.
    """
    from refkit.formats import by_suffix

    suffixes = _list_suffixes()
    lists = [
        path
        for path in others
        if os.path.splitext(path)[1].lower() in suffixes or by_suffix(path) or _is_yaml(path)
    ]
    return list({os.path.realpath(path): path for path in (*lists, *files)}.values())


def _is_yaml(path: str) -> bool:
    return path.lower().endswith((".yml", ".yaml"))


def _verify_lists(library: Library, request: Request) -> None:
    """Raise RefkitError for a named file whose keys cannot be changed."""
    from refkit.model.editing import ListEditor

    for editor in library.editors:
        source = editor.source
        if isinstance(editor, ListEditor) and source and source.name in (*request.paths, "<stdin>"):
            raise _not_a_list(source.name)


def _files(request: Request) -> tuple[list[str], list[str], list[str]]:
    """Return the reference lists, the named documents, and those in folders.

    Raises RefkitError if a named file is neither.
    """
    from refkit.errors import EmptyFolder, RefkitError
    from refkit.files import STDIN
    from refkit.lint.projects import has_citations
    from refkit.lint.run import files_of

    named = {os.path.normpath(path) for path in request.paths}
    suffixes = _list_suffixes()
    lists, documents = [], []
    for path in files_of(request):
        if isinstance(path, EmptyFolder):
            continue
        if isinstance(path, RefkitError):
            raise path
        if path == STDIN or os.path.splitext(path)[1].lower() in suffixes:
            lists.append(path)
        elif path in named and has_citations(path):
            documents.append(path)
        elif path in named:
            raise _not_a_list(path)
    return lists, documents, _documents_in_folders(request)


def _documents_in_folders(request: Request) -> list[str]:
    from refkit.formats._search import files_with_suffixes

    folders = [path for path in request.paths if os.path.isdir(path)]
    if not folders:
        return []
    from refkit.documents.citations import suffixes

    gitignore = request.respect_gitignore is not False
    found = files_with_suffixes(folders, suffixes(), gitignore=gitignore, exclude=request.exclude)
    return list(map(os.path.normpath, found))


def _list_suffixes() -> set[str]:
    """Return the suffixes of reference lists whose keys can be renamed."""
    from refkit.formats import all_formats

    return {
        suffix
        for known in all_formats().values()
        if known.edit
        for suffix in (*known.suffixes, *known.shared_suffixes)
    }


def _not_a_list(path: str) -> Exception:
    from refkit.errors import RefkitError

    return RefkitError(
        f"`{path}` is not a .bib or CSL-JSON file or a document with citations; keys are renamed only in these"
    )
