"""The bibliographies that a configuration and the documents of a run declare."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from refkit.documents._bibliographies import SIGNS, SUFFIXES, named_bibliographies
from refkit.errors import RefkitError
from refkit.files import read_bytes
from refkit.lint.bibliography import ALONE, Company, is_bib
from refkit.lint.config import Config
from refkit.model.source import Source, decode

LARGEST_DOCUMENT = 4_000_000  # bytes; a larger file is not a text that names a bibliography
# Of the files in YAML, those of Quarto and bookdown name bibliographies.
PROJECTS = frozenset(("_quarto.yml", "_quarto.yaml", "_bookdown.yml", "_metadata.yml"))


class Companies:
    """The bibliographies of a run: those of configurations, of documents, and the .bib files that are named."""

    def __init__(self, roots: Sequence[str], files: Sequence[str]) -> None:
        named = {os.path.normpath(root) for root in roots}
        together = Company(tuple(file for file in files if file in named and is_bib(file)))
        self._by_path = {**_by_path(together), **declared_by_documents(roots, files)}
        self._configured: dict[tuple[tuple[str, ...], str], Mapping[str, Company]] = {}

    def of(self, name: str, config: Config) -> Company:
        """Return the bibliography of a file with this configuration, or one without files."""
        path = os.path.abspath(name)
        return self._of_config(config).get(path) or self._by_path.get(path, ALONE)

    def _of_config(self, config: Config) -> Mapping[str, Company]:
        option = (config.bibliography, config.settings.folder)
        if option not in self._configured:
            self._configured[option] = _by_path(configured(*option))
        return self._configured[option]


def _by_path(company: Company) -> dict[str, Company]:
    """Return a bibliography for each of its files, by absolute path."""
    return {os.path.abspath(file): company for file in company.files}


def configured(patterns: Sequence[str], folder: str) -> Company:
    """Return the bibliography of the option `bibliography`, whose paths and globs are relative to a folder."""
    files: list[str] = []
    is_ordered = True
    for pattern in patterns:
        found = _expanded(pattern, folder)
        is_ordered = is_ordered and len(found) == 1
        files.extend(found)
    paths = tuple(dict.fromkeys(files))
    is_complete = all(_expanded(pattern, folder) for pattern in patterns)
    return Company(paths, bool(paths), is_ordered or not is_complete, is_complete)


def _expanded(pattern: str, folder: str) -> list[str]:
    path = os.path.join(folder, pattern)
    if os.path.isfile(path):
        return [_shown(path)]
    if not glob.has_magic(pattern):
        return []
    found = glob.glob(os.path.join(glob.escape(folder), pattern), recursive=True)
    return sorted(_shown(file) for file in found if os.path.isfile(file))


def _shown(path: str) -> str:
    """Return a path as a run shows it: relative if it is below the current folder."""
    relative = os.path.relpath(path) if _shares_drive(path) else path
    return path if relative.startswith("..") else relative


def _shares_drive(path: str) -> bool:
    return os.path.splitdrive(os.path.abspath(path))[0] == os.path.splitdrive(os.getcwd())[0]


def declared_by_documents(roots: Sequence[str], files: Sequence[str]) -> Mapping[str, Company]:
    """Return the bibliography that a document of the run names for each of its files, by absolute path.

    The documents of a run are those that are named, and those in a folder of the run that contains a .bib file, or
    in a folder above it. If several documents name a file, the longest bibliography counts.
    """
    found: dict[str, Company] = {}
    for document in _documents(roots, files):
        company = _company_of(document)
        for file in company.files:
            path = os.path.abspath(file)
            if len(found.get(path, ALONE).files) < len(company.files):
                found[path] = company
    return found


def _documents(roots: Sequence[str], files: Sequence[str]) -> Iterator[str]:
    yield from (root for root in roots if _is_document(root) and os.path.isfile(root))
    bibs = [os.path.normpath(file) for file in files if is_bib(file)]
    if len(bibs) < 2:
        return
    folders = dict.fromkeys(
        folder
        for root in roots
        if os.path.isdir(root)
        for bib in bibs
        for folder in _folders_up_to(os.path.normpath(root), bib)
    )
    for folder in folders:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if _is_document(entry.name))
        yield from (os.path.join(folder, name) for name in names)


def _is_document(name: str) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return suffix in SUFFIXES and (
        suffix not in (".yml", ".yaml") or os.path.basename(name) in PROJECTS
    )


def _folders_up_to(root: str, file: str) -> Iterator[str]:
    """Yield the folder of a file and those above it, up to a root that contains it."""
    folder = os.path.dirname(file) or "."
    inside = os.path.join(root, "")
    while root == "." or folder == root or folder.startswith(inside):
        yield folder
        if folder in (root, ".", os.path.dirname(folder)):
            return
        folder = os.path.dirname(folder) or "."


def missing_bibliographies(documents: Iterable[str]) -> Iterator[str]:
    """Yield a note for each file that a document names and that does not exist next to it or in the current folder.

    Documents that cite by key have a note of their own (`refkit.lint.projects`).
    """
    for document in documents:
        text = _text_of(document) if _is_document(document) else ""
        if text and _cites(document, text):
            continue
        folder = os.path.dirname(document)
        for name in named_bibliographies(text, document) if text else ():
            is_found = _expanded(name, folder) or os.path.exists(name)
            if not is_found and not glob.has_magic(name):
                yield f"`{document}` names the bibliography `{name}`, which does not exist"


def _cites(document: str, text: str) -> bool:
    from refkit.documents.citations import find_citations

    found = find_citations(Source(text, document))
    return found is not None and bool(found.citations)


def _company_of(document: str) -> Company:
    """Return the bibliography that a document names, or none if it names fewer than two files."""
    text = _text_of(document)
    if not text:
        return ALONE
    names = named_bibliographies(text, document)
    if len(names) < 2 and not any(map(glob.has_magic, names)):
        return ALONE
    folder = os.path.dirname(document)
    found = configured(names, folder)
    in_order = found.in_order and "\\bibliographystyle" in text
    return Company(found.files, found.is_declared, in_order, found.is_complete)


def _text_of(document: str) -> str:
    """Return the text of a document that may name a bibliography, or an empty string."""
    try:
        if os.path.getsize(document) > LARGEST_DOCUMENT:
            return ""
        raw = read_bytes(document)
    except (OSError, RefkitError):
        return ""
    return decode(raw, document).text if any(sign in raw for sign in SIGNS) else ""
