"""The files that form one bibliography with a checked file, and their definitions.

A configuration or a document declares the files of a bibliography. The .bib files that a command names are read
together, too, but their order says nothing, because a shell sorts names. The other .bib files of a run, and those in
the folder of a file, may belong to the same document or not: their definitions are not used, but a macro or a parent
that they contain is not reported as missing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import lru_cache

from refkit.errors import RefkitError
from refkit.files import read_bytes, read_source
from refkit.formats import read
from refkit.formats.bibtex import open_ends
from refkit.lint.cache import digest
from refkit.lint.rule import TEX_FORMATS
from refkit.model.library import Library
from refkit.model.source import decode
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

SUFFIXES = (".bib", ".bibtex", ".biblatex")
# @string{name = ...}, @article{key, ...
_DEFINITION = lazy_pattern(r"@[ \t]*+([A-Za-z]++)\s*+[{(]\s*+([^\s,={}()\"]++)")

Stamp = tuple[str, int, int]


@dataclass(slots=True, frozen=True)
class Company:
    """The files of a bibliography in order, with the checked file among them; without files, it is read alone.

    `is_declared` means that a configuration or a document names them, `in_order` that BibTeX reads them in this order,
    and `is_complete` that all of them were found. `encoding` is that of the files, or "" if it is detected.
    """

    files: tuple[str, ...] = ()
    is_declared: bool = False
    in_order: bool = False
    is_complete: bool = True
    encoding: str = ""

    def place_of(self, name: str) -> int:
        """Return the position of a file, or -1."""
        own = os.path.abspath(name)
        return next((n for n, file in enumerate(self.files) if os.path.abspath(file) == own), -1)


ALONE = Company()
Files = Callable[[], Sequence[str]]


def is_bib(path: str) -> bool:
    """Whether a file name is that of a .bib file."""
    return os.path.splitext(path)[1].lower() in SUFFIXES


def in_company(library: Library, company: Company, run_files: Files) -> Library:
    """Return a library that was just read, with the definitions of the other files of its bibliography."""
    source = library.sources[0]
    if source.format not in TEX_FORMATS or source.derived:
        return library
    if len(company.files) > 1 and (company.is_declared or open_ends(library)):
        library = _joined(library, company)
    if not company.is_declared or not company.is_complete:
        _tolerate_others(library, company, run_files)
    return library


def _joined(library: Library, company: Company) -> Library:
    from refkit.formats.bibtex.together import read_together

    source = library.sources[0]
    place = company.place_of(source.name)
    parts = _members(_stamps(company.files), company)
    if place < 0 or len(parts) != len(company.files):
        return library
    known = parts[place].sources[0]
    if (known.name, known.text) != (source.name, source.text):
        parts = [*parts[:place], library, *parts[place + 1 :]]
        parts = read_together(parts, company.in_order, company.is_declared)
    return parts[place]


@lru_cache(1)
def _members(stamps: tuple[Stamp, ...], company: Company) -> list[Library]:
    """Return the libraries of the files of a bibliography; a file that cannot be read is empty."""
    from refkit.formats.bibtex.together import read_together

    libraries = [_read(path, company.encoding) for path, _, _ in stamps]
    return read_together(libraries, company.in_order, company.is_declared)


def _read(path: str, encoding: str) -> Library:
    try:
        return read(read_source(path, encoding=encoding))
    except RefkitError:
        return read(decode(b"", path))


def _tolerate_others(library: Library, company: Company, run_files: Files) -> None:
    """Suppress reports of missing macros and parents that other files may define."""
    ends = open_ends(library)
    if not ends:
        return
    from refkit.formats.bibtex.elsewhere import Elsewhere
    from refkit.formats.bibtex.together import tolerate

    if company.is_declared:
        tolerate(library, Elsewhere(everything=True))
        return
    near_files = _stamps(_near(library.sources[0].name, run_files))
    near = [_defined_in(stamp, company.encoding) for stamp in near_files]
    macros = frozenset(name for name in ends.macros if any(name in one[0] for one in near))
    keys = frozenset(key for key in ends.keys if any(key in one[1] for one in near))
    tolerate(library, Elsewhere(macros=macros, keys=keys))


@lru_cache(4096)
def _defined_in(stamp: Stamp, encoding: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the macros and keys that a file defines, in lower case, by a quick look at its text."""
    try:
        text = read_source(stamp[0], encoding=encoding).text
    except RefkitError:
        return frozenset(), frozenset()
    found = _DEFINITION.findall(text)
    macros = frozenset(name.lower() for kind, name in found if kind.lower() == "string")
    return macros, frozenset(name.lower() for kind, name in found if kind.lower() != "string")


def _near(name: str, run_files: Files) -> tuple[str, ...]:
    """Return the other .bib files of the run and of the folder of a file."""
    own = os.path.abspath(name)
    folder = os.path.dirname(name)
    try:
        siblings = [os.path.join(folder, file) for file in sorted(os.listdir(folder or "."))]
    except OSError:
        siblings = []
    found = {os.path.abspath(path): path for path in (*siblings, *run_files()) if is_bib(path)}
    found.pop(own, None)
    return tuple(found.values())


def state(name: str, company: Company, run_files: Files) -> str:
    """Return a digest of everything in other files that the findings in a file may depend on."""
    files = company.files if company.is_declared else (*company.files, *_near(name, run_files))
    said = f"{company.is_declared} {company.in_order} {company.is_complete}"
    contents = (_content(stamp) for stamp in _stamps(files))
    names = "\n".join(files).encode("utf-8", "surrogatepass")
    return digest(said.encode(), names, *(content.encode() for content in contents))


@lru_cache(4096)
def _content(stamp: Stamp) -> str:
    try:
        return digest(read_bytes(stamp[0]))
    except RefkitError:
        return ""


def _stamps(files: Sequence[str]) -> tuple[Stamp, ...]:
    return tuple(_stamp(file) for file in files)


def _stamp(path: str) -> Stamp:
    """Return the path of a file with its size and time, which change with its content."""
    try:
        status = os.stat(path)
    except OSError:
        return path, -1, -1
    return path, status.st_size, status.st_mtime_ns
