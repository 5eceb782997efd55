"""The files that a run checks, and how they are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import STDIN
from refkit.model.library import Library
from refkit.model.source import Source

if TYPE_CHECKING:
    from refkit.lint.bibliography import Company
    from refkit.lint.config import Config
    from refkit.lint.rule import Finding


class Followed(NamedTuple):
    """Files that belong to the documents of a run, and notes about those that are not known.

    `lists` pairs each list with the document that uses it; `parts` are absolute paths of documents whose list is
    elsewhere. `state` represents what files that are not checked, such as `_quarto.yml`, say about the documents.
    """

    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    parts: frozenset[str] = frozenset()
    state: str = ""

    def notes_on(self, findings: Sequence[Finding], errors: Sequence[RefkitError]) -> Iterator[str]:
        """Yield a note for each list that could not be read completely, which may have any key."""
        damaged = {os.path.abspath(one.file) for one in findings if one.code == "SYN101"}
        unread = " ".join(map(str, errors))
        for path, document in self.lists:
            if os.path.abspath(path) in damaged or f"`{path}`" in unread:
                yield (
                    f"the list `{path}` could not be read completely, so the keys that `{document}` cites are not "
                    "compared with it"
                )

    def without_parts(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings, except for those that a part of a document has no list of its own."""
        return [
            one
            for one in findings
            if one.code != "SYN107" or os.path.abspath(one.file) not in self.parts
        ]


def follow_documents(
    found: Sequence[str | RefkitError], config: Config, stdin_name: str
) -> Followed:
    """Return the files that belong to the documents of a run, and to configured ones, which are checked, too.

    A document from stdin is followed as its file says.
    """
    named = [path for path in found if isinstance(path, str)]
    paths = [(stdin_name or path) if path == STDIN else path for path in named]
    configured = config.documents_found()
    if not configured and all(path.endswith((".bib", ".json")) or path == STDIN for path in paths):
        return Followed()
    from refkit.lint.projects import follow

    return follow(paths, configured)


def find_files(
    paths: Sequence[str], exclude: Sequence[str], gitignore: bool
) -> Iterator[str | RefkitError]:
    """Yield the files that paths name, and an error for each path without files."""
    from refkit.formats._search import is_excluded, search

    seen = set()
    named = {os.path.normpath(path) for path in paths}
    for found in search(paths, gitignore=gitignore):
        if isinstance(found, UnreadableFile) and is_excluded(found.path, exclude):
            continue
        if isinstance(found, RefkitError):
            yield found
            continue
        file = os.path.normpath(found)
        if file not in seen and (file in named or not is_excluded(file, exclude)):
            seen.add(file)
            yield file


@lru_cache(1)
def bib_files(paths: tuple[str, ...], exclude: tuple[str, ...], gitignore: bool) -> tuple[str, ...]:
    """Return the .bib files that paths name; folders are searched once, until `bib_files.cache_clear()`."""
    from refkit.lint.bibliography import is_bib

    found = find_files(paths, exclude, gitignore)
    return tuple(path for path in found if isinstance(path, str) and is_bib(path))


def read_library(source: Source) -> Library:
    """Read a source in its format. Raises RefkitError if the format is unknown."""
    from refkit.formats import read

    return read(source, source.format)


def read_with_others(
    source: Source, company: Company | None, run_files: Callable[[], Sequence[str]]
) -> tuple[Library, bool]:
    """Read a source with the other files of its bibliography, and return whether it may depend on other files.

    `run_files` returns the .bib files of the run.
    """
    from refkit.formats.bibtex import open_ends

    library = read_library(source)
    if not (company and company.is_declared) and not open_ends(library):
        return library, False
    from refkit.lint.bibliography import ALONE, in_company

    return in_company(library, company or ALONE, run_files), True
