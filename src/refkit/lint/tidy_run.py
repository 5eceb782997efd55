"""A run of `refkit tidy` over files and folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from refkit.errors import EmptyFolder, RefkitError
from refkit.files import STDIN, read_source
from refkit.formats import by_suffix
from refkit.formats.bibtex.tidy import tidy
from refkit.formats.bibtex.tidy_options import TidyOptions, TidyResult
from refkit.lint.options import Request
from refkit.lint.run import config_for, files_of, with_config
from refkit.lint.tidy_config import tidy_options
from refkit.model.source import Source

BIBTEX = ("bibtex", "biblatex")


def tidy_files(
    request: Request, override: Callable[[TidyOptions, Sequence[str]], TidyOptions]
) -> list[TidyResult | EmptyFolder]:
    """Normalize the layout of .bib files; nothing is written, and other files in folders are skipped.

    A folder without files that refkit reads is returned as such.

    `override` returns the options for a file, given those of its configuration and the texts of all files. Raises
    RefkitError if a file or a configuration cannot be read, or a named file is not a .bib file.
    """
    request = with_config(request)
    sources = [_read(path, request.encoding) for path in _bib_files(request)]
    texts = [source.text for source in sources if not isinstance(source, EmptyFolder)]
    return [
        source if isinstance(source, EmptyFolder) else _tidy(source, request, override, texts)
        for source in sources
    ]


def _tidy(
    source: Source,
    request: Request,
    override: Callable[[TidyOptions, Sequence[str]], TidyOptions],
    texts: Sequence[str],
) -> TidyResult:
    config = config_for(request, source.name)
    dialect = request.dialect or config.settings.dialect
    return tidy(source, override(tidy_options(config), texts), dialect or None)


def _read(path: str | EmptyFolder, encoding: str) -> Source | EmptyFolder:
    if isinstance(path, EmptyFolder):
        return path
    source = read_source(path, encoding=encoding)
    if source.derived:
        raise RefkitError(
            f"`{source.name}` is a .{source.derived} file; only BibTeX files can be tidied"
        )
    return source


def _bib_files(request: Request) -> Iterator[str | EmptyFolder]:
    named = {os.path.normpath(path) for path in request.paths}
    for path in files_of(request):
        if isinstance(path, EmptyFolder):
            yield path
            continue
        if isinstance(path, RefkitError):
            raise path
        known = by_suffix(path)
        if path == STDIN or (known and known.name in BIBTEX):
            yield path
        elif path in named:
            raise RefkitError(f"`{path}` is not a .bib file; only BibTeX files can be tidied")
