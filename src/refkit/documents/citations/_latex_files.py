"""The files that a LaTeX text names: reference lists, parts of the document, and styles.

Sources: BibTeX and LaTeX (\\bibliography, \\input, \\include), the biblatex manual, 3.8.1 and 3.8.3 (\\addbibresource,
refsections), and the manuals of multibib, bibunits, bibtopic, import and subfiles.
"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import splitext
from typing import NamedTuple

from refkit.model.citation import Doubt, NamedFile
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

# Commands with a list of files without their ending, and those with one file.
_LISTS = r"(?:no)?bibliography(?!style|unit|item)[A-Za-z]*+|defaultbibliography"
_RESOURCES = r"addbibresource|addglobalbib|addsectionbib"
_LIST = lazy_pattern(
    rf"\\(?P<name>{_LISTS}|{_RESOURCES})\*?+(?![A-Za-z])\s*+(?P<option>(?>(?:\[[^\[\]]{{0,200}}+\])?))"
    r"\s*+\{(?P<files>[^{}]{1,10000}+)\}"
)
# \begin{refsection}[a.bib, b.bib], \newrefsection[a.bib], \putbib[refs], \begin{btSect}{refs}
_SECTION = lazy_pattern(
    r"\\(?:begin\s*+\{(?:refsection|refsegment|bibunit)\}|newrefsection|putbib)\s*+\[(?P<files>[^\[\]{}]{1,10000}+)\]"
    r"|\\begin\s*+\{btSect\}(?>(?:\s*+\[[^\[\]]{0,200}+\])?)\s*+\{(?P<topic>[^{}]{1,10000}+)\}"
)
_INCLUDE = lazy_pattern(
    r"\\(?:(?P<name>input|include|subfile|subfileinclude|loadfile)\s*+\{(?P<file>[^{}]{1,1000}+)\}"
    r"|(?:sub)?(?:import|inputfrom|includefrom)\*?\s*+\{(?P<folder>[^{}]{0,1000}+)\}\s*+\{(?P<inner>[^{}]{1,1000}+)\}"
    r"|input\s++(?P<bare>[^\s{}\\%#]{1,1000}+))"
)
_STYLE = lazy_pattern(
    r"\\(?:bibliographystyle[A-Za-z]*+|defaultbibliographystyle)\s*+\{([^{}]{1,200}+)\}"
)
_PLACE = lazy_pattern(
    r"\\(?:printbibliography|printbibheading|bibbysection|putbib)(?![A-Za-z])(?>(?:\s*+\[[^\[\]]{0,2000}+\])?)"
    r"|\\begin\s*+\{thebibliography\}"
)
_FILE = lazy_pattern(r"[^,\s](?>(?:[^,\s]++|\s++(?=[^,\s]))*)")
_BIB, _TEX = ".bib", ".tex"


class NamedFiles(NamedTuple):
    """What a text names, and what prevents that all of it is known."""

    bibliographies: tuple[NamedFile, ...]
    includes: tuple[NamedFile, ...]
    styles: tuple[NamedFile, ...]
    list_places: tuple[Span, ...]
    doubts: tuple[Doubt, ...]


def find_files(active: str) -> NamedFiles:
    """Return the files that a text without comments and verbatim text names."""
    named = [*_named_lists(active)]
    included = [*_included(active)]
    styles = (
        NamedFile(style[1].strip(), Span(*style.span(1))) for style in _STYLE.finditer(active)
    )
    lists = [file for file in named if isinstance(file, NamedFile)]
    parts = [file for file in included if isinstance(file, NamedFile)]
    return NamedFiles(
        tuple(lists),
        tuple(parts),
        tuple(styles),
        tuple(sorted(_places(active))),
        tuple(file for file in (*named, *included) if isinstance(file, Doubt)),
    )


def _places(active: str) -> Iterator[Span]:
    for command in _LIST.finditer(active):
        if command["name"] == "bibliography" or command["name"].startswith("bibliography"):
            yield Span(*command.span())
    for place in _PLACE.finditer(active):
        yield Span(*place.span())


def _named_lists(active: str) -> Iterator[NamedFile | Doubt]:
    for command in _LIST.finditer(active):
        span = Span(*command.span("files"))
        if "remote" in command["option"] or "://" in command["files"]:
            yield Doubt(span, f"the list `{command['files'].strip()}` is on another computer")
        elif "bibliography" in command["name"]:
            yield from _files(active, span, _BIB)
        else:
            yield _file(active, span)
    for section in _SECTION.finditer(active):
        yield from _files(
            active, Span(*section.span("files" if section["files"] else "topic")), _BIB
        )


def _files(active: str, span: Span, ending: str) -> Iterator[NamedFile | Doubt]:
    """files = file ("," file)*"""
    for file in _FILE.finditer(active, span.start, span.end):
        yield _file(active, Span(*file.span()), ending)


def _file(active: str, span: Span, ending: str = "") -> NamedFile | Doubt:
    """Return a file whose name gets an ending, unless it has it; a name that a macro provides is not known."""
    written = active[span.start : span.end]
    name = written.strip().strip('"')
    start = span.start + written.find(name)
    place = Span(start, start + len(name))
    if "\\" in name or "#" in name:
        return Doubt(place, f"a macro provides the name of a file: `{name}`")
    has_ending = splitext(name)[1].lower() == ending
    return NamedFile(name if has_ending or not ending else name + ending, place)


def _included(active: str) -> Iterator[NamedFile | Doubt]:
    for command in _INCLUDE.finditer(active):
        group = next(name for name in ("file", "inner", "bare") if command[name])
        found = _file(active, Span(*command.span(group)))
        if isinstance(found, NamedFile):
            folder = (command["folder"] or "").strip()
            path = f"{folder.rstrip('/')}/{found.path}" if folder else found.path
            found = found._replace(path=path if splitext(path)[1] in _KNOWN else path + _TEX)
        if isinstance(found, Doubt) and "#" in found.message:
            continue  # in a definition
        yield found


# Endings of TeX's files; any other dot is part of a name: `chapter1.2` is `chapter1.2.tex`.
_KNOWN = frozenset(
    ".tex .ltx .latex .sty .cls .cfg .def .clo .bbl .aux .toc .tikz .pgf .pdf_tex .pstex_t .eps_tex .inc .rnw".split()
)
