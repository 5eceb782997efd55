"""Documents that cite by key, and the reference lists that belong to them.

A project is a document with the parts that it includes. Its lists are those that its parts and the project files beside
it name (`_quarto.yml`, `myst.yml`, `conf.py` ...), or else all lists of the run. Paths are relative to the main
document, as TeX reads them, or to the part that names them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from refkit.documents.citations import find_citations, scanner_of, suffixes
from refkit.errors import RefkitError
from refkit.files import STDIN, read_source
from refkit.lint.run_files import Followed
from refkit.model.citation import DocumentCitations
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.records import dataclass, field

LARGEST = 20_000_000  # bytes; a larger file is not a document that people write
MAX_PARTS = 10_000
_LEVELS = 4  # folders above a document in which a project file counts
# Endings that a syntax lets its documents omit.
_ENDINGS = ("", ".tex", ".rst", ".md", ".qmd", ".Rmd", ".typ", ".org", ".adoc", ".ipynb", ".txt")

Load = Callable[[str], Source | None]
Exists = Callable[[str], bool]


@dataclass(slots=True, eq=False)
class Part:
    """A document of a project, with its citations."""

    source: Source
    found: DocumentCitations


@dataclass(slots=True, eq=False)
class Project:
    """A main document and its parts. `lists` are paths; `doubts` say why not all citations or keys are known."""

    parts: list[Part] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the main document."""
        return self.parts[0].source.name

    @property
    def cites_all(self) -> bool:
        """Whether a part cites all entries."""
        return any(part.found.cites_all for part in self.parts)

    @property
    def names_lists(self) -> bool:
        """Whether a part or a project file names a list, or defines keys itself."""
        return bool(self.lists) or any(part.found.defined for part in self.parts)


def is_document(source: Source) -> bool:
    """Whether the syntax of a source has citations."""
    return (source.format in ("", "text") or bool(source.derived)) and scanner_of(
        source
    ) is not None


def find_projects(
    documents: Sequence[str], load: Load, exists: Exists = os.path.isfile
) -> list[Project]:
    """Return the projects of some documents, by the documents that no other one includes."""
    found = {path: _part(load(path)) for path in dict.fromkeys(map(os.path.abspath, documents))}
    included = {
        target
        for path, part in found.items()
        if part
        for target in _includes(part, path, exists)
        if target != path
    }
    readable = [path for path, part in found.items() if part]
    projects, seen = [], set[str]()
    # Main documents first; what none of them includes is in a circle.
    for root in sorted(readable, key=included.__contains__):
        if root not in included or root not in seen:
            reader = _Reader(load, exists, root)
            projects.append(reader.read())
            seen |= reader.seen
    return projects


def _part(source: Source | None) -> Part | None:
    if source is None or not is_document(source):
        return None
    citations = find_citations(source)
    return Part(source, citations) if citations is not None else None


def _includes(part: Part, path: str, exists: Exists) -> Iterator[str]:
    for file in part.found.includes:
        target = _resolved(file.path, path, path, exists, _ENDINGS)
        if target:
            yield target


def _resolved(
    path: str, document: str, root: str, exists: Exists, endings: Iterable[str] = ("",)
) -> str:
    """Return the absolute path of an existing file that a document names, or ""."""
    bare = path.removeprefix("/") if path.startswith("/") and not os.path.exists(path) else path
    for folder in dict.fromkeys((os.path.dirname(root), os.path.dirname(document))):
        for ending in endings:
            candidate = os.path.normpath(os.path.join(folder, bare + ending))
            if exists(candidate):
                return candidate
    return ""


@dataclass(slots=True)
class _Reader:
    """The reader of one project."""

    load: Load
    exists: Exists
    root: str
    project: Project = field(default_factory=Project)
    seen: set[str] = field(default_factory=set)

    def read(self) -> Project:
        """Return the project with all its parts and lists."""
        waiting = [self.root]
        while waiting and len(self.seen) < MAX_PARTS:
            path = waiting.pop(0)
            if path in self.seen:
                continue
            self.seen.add(path)
            part = _part(self.load(path))
            if part is None:
                continue
            self.project.parts.append(part)
            waiting += self.parts_of(part, path)
        for path in project_files(self.root):
            self.project_file(path)
        self.project.lists = list(dict.fromkeys(self.project.lists))
        return self.project

    def parts_of(self, part: Part, path: str) -> list[str]:
        """Return the files that a part includes, and record the lists that it names."""
        found, name = part.found, part.source.name
        self.project.doubts += (
            f"{_place(part, doubt.span.start)}: {doubt.message}" for doubt in found.doubts
        )
        for named in found.bibliographies:
            self.add_list(named.path, path, f"{_place(part, named.span.start)}")
        targets = []
        for file in found.includes:
            target = _resolved(file.path, path, self.root, self.exists, _ENDINGS)
            if target:
                targets.append(target)
            elif name.endswith((".tex", ".ltx", ".latex")) or os.path.splitext(file.path)[1]:
                self.project.doubts.append(
                    f"{_place(part, file.span.start)}: the file `{file.path}` does not exist"
                )
        return targets

    def add_list(self, named: str, path: str, place: str) -> None:
        """Record a list, or that it does not exist."""
        if "://" in named:
            self.project.doubts.append(f"{place}: the list `{named}` is on another computer")
            return
        target = _resolved(named, path, self.root, self.exists)
        if target:
            self.project.lists.append(target)
        else:
            self.project.doubts.append(f"{place}: the list `{named}` does not exist")

    def project_file(self, path: str) -> None:
        """Record the lists that a project file names, and its citations (`nocite`)."""
        source = read_part(path)
        if source is None:
            return
        from refkit.documents.citations._project_files import find_in_project_file

        found = find_in_project_file(source)
        for named in found.bibliographies:
            self.add_list(named.path, path, source.name)
        if found.citations or found.cites_all or found.defined:
            self.project.parts.append(Part(source, found))


def _place(part: Part, offset: int) -> str:
    line, column = part.source.position(offset)
    return f"{part.source.name}:{line}:{column}"


def project_files(document: str) -> list[str]:
    """Return the project files in the folder of a document and those above it."""
    from refkit.documents.citations._project_files import is_project_file

    found: list[str] = []
    folder = os.path.dirname(os.path.abspath(document))
    for _ in range(_LEVELS):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            break
        found += (os.path.join(folder, name) for name in names if is_project_file(name))
        above = os.path.dirname(folder)
        if found or above == folder or ".git" in names:
            break
        folder = above
    return found


def read_part(path: str, encoding: str = "") -> Source | None:
    """Return a file as a source, or None if it is not a text."""
    try:
        if os.path.getsize(path) > LARGEST:
            return None
        source = read_source(path, encoding=encoding)
    except (OSError, RefkitError):
        return None
    source.name = shown_path(path)
    return source


def projects_on_disk(documents: Sequence[str]) -> list[Project]:
    """Return the projects of documents, whose parts are read from their files."""
    named = [path for path in documents if path != STDIN and os.path.isfile(path)]
    return find_projects(named, read_part)


@lru_cache(1)
def projects_of(library: Library) -> tuple[Project, ...]:
    """Return the projects of the documents in a library; the result is cached for other rules.

    A list that is not among the sources of the library is in the project's `doubts`.
    """
    sources = {os.path.abspath(source.name): source for source in library.sources}
    documents = [path for path, source in sources.items() if is_document(source)]
    if not documents:
        return ()
    projects = find_projects(
        documents, sources.get, lambda path: path in sources or os.path.isfile(path)
    )
    lists = [path for path, source in sources.items() if source.format not in ("", "text")]
    for project in projects:
        if not project.names_lists and not project.doubts and _cites_one_of(project, library):
            project.lists = lists
        unread = [path for path in project.lists if path not in sources]
        project.doubts += (f"the list `{os.path.relpath(path)}` was not read" for path in unread)
        project.doubts += _damaged(library, project.lists)
    return tuple(projects)


def _cites_one_of(project: Project, library: Library) -> bool:
    """Whether a document surely cites: `@someone` in a note to readers is a key only if a list of the run has it."""
    if any(one.kind != "narrative" for part in project.parts for one in part.found.citations):
        return True
    cited = {
        cite.key
        for part in project.parts
        for citation in part.found.citations
        for cite in citation.cites
    }
    return any(entry.key in cited for entry in library.entries)


def _damaged(library: Library, lists: Sequence[str]) -> Iterator[str]:
    """Yield the lists of which a part could not be read, which may contain any key."""
    paths = frozenset(lists)
    from refkit.formats.bibtex import text_faults

    for fault in text_faults(library):
        if fault.kind in UNREAD and os.path.abspath(fault.source.name) in paths:
            yield f"the list `{fault.source.name}` could not be read completely"


# Kinds of faults after which entries may be missing.
UNREAD = frozenset(("syntax",))


def follow(paths: Sequence[str], configured: Sequence[str] = ()) -> Followed:
    """Return the parts and lists of the documents among paths, except for these paths.

    `configured` are documents of the configuration, which count if they share a file with the run.
    """
    named = [path for path in paths if has_citations(path)]
    projects = projects_on_disk(named) if named else []
    known = {os.path.abspath(path) for path in paths}
    for project in projects_on_disk(configured):
        if not known.isdisjoint((*_files(project), *map(os.path.dirname, _files(project)))):
            projects.append(project)
    files = dict.fromkeys(path for project in projects for path in _files(project))
    shown = tuple(shown_path(path) for path in files if path not in known)
    return Followed(
        shown,
        tuple(note for project in projects for note in _notes(project)),
        tuple((shown_path(path), project.name) for project in projects for path in project.lists),
        frozenset(
            os.path.abspath(part.source.name)
            for project in projects
            if project.names_lists or len(project.parts) > 1
            for part in project.parts
        ),
        "\n".join(map(_state, projects)),
    )


def _state(project: Project) -> str:
    """Return what the findings of a project depend on, except for the texts of its documents and lists."""
    from refkit.documents.citations._project_files import is_project_file

    sources = (part.source for part in project.parts)
    texts = (one.text for one in sources if is_project_file(one.name))
    return "\n".join((project.name, *project.lists, *project.doubts, *texts))


def has_citations(path: str) -> bool:
    """Whether the ending of a path is that of documents that cite by key."""
    ending = os.path.splitext(path)[1].lower()
    return ending not in (".bib", ".json", "") and ending in suffixes()


def _files(project: Project) -> list[str]:
    from refkit.documents.citations._project_files import is_project_file

    parts = [part.source.name for part in project.parts if not is_project_file(part.source.name)]
    return [*map(os.path.abspath, parts), *project.lists]


def _notes(project: Project) -> Iterator[str]:
    """Yield why the keys of a project are not compared with its lists."""
    if project.doubts and any(part.found.citations for part in project.parts):
        more = len(project.doubts) - 1
        others = f" (and {more} more)" if more else ""
        yield (
            f"{project.doubts[0]}{others}, so the keys that `{project.name}` cites are not compared with its lists"
        )


def shown_path(path: str) -> str:
    """Return a path as a run shows it: relative if it is below the current folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if relative.startswith("..") else relative
