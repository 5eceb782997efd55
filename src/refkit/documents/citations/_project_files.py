"""Project files: the reference lists, styles and documents that `_quarto.yml`, `myst.yml` and the like name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from os.path import basename, splitext

from refkit.documents.citations._markdown_cites import InlineFindings, SegmentReader
from refkit.documents.citations._metadata import read_metadata
from refkit.model.citation import DocumentCitations, NamedFile
from refkit.model.source import Source, Span

# Quarto, bookdown and R Markdown, MyST, Jupyter Book, MkDocs with mkdocs-bibtex, and Sphinx.
NAMES = frozenset(
    """
    _quarto.yml _quarto.yaml _metadata.yml _metadata.yaml _bookdown.yml _output.yml _site.yml myst.yml _config.yml
    _toc.yml mkdocs.yml conf.py
    """.split()
)


def is_project_file(path: str) -> bool:
    """Whether a path is that of a project file; Quarto has one for each profile, such as `_quarto-print.yml`."""
    name = basename(path)
    return name in NAMES or (name.startswith("_quarto-") and splitext(name)[1] in (".yml", ".yaml"))


def find_in_project_file(source: Source) -> DocumentCitations:
    """Return what a project file says; its includes are documents, in Jupyter Book without their endings."""
    if splitext(source.name)[1] == ".py":
        return DocumentCitations(bibliographies=tuple(_sphinx_lists(source.text)))
    metadata = read_metadata(source.text, Span(0, len(source.text)), is_project=True)
    found = InlineFindings()
    for span, lists_only in metadata.prose:
        if lists_only:
            SegmentReader(
                source.text, span.start, span.end, False, found, lambda key: False, lists_only
            ).read()
    return DocumentCitations(
        tuple(found.citations),
        defined=tuple(metadata.defined),
        cites_all=found.cites_all,
        bibliographies=tuple(metadata.bibliographies),
        includes=tuple(metadata.includes),
        styles=tuple(metadata.styles),
    )


def _sphinx_lists(text: str) -> Iterator[NamedFile]:
    """Yield the files in `bibtex_bibfiles = [...]`, as far as they are written out; the code is not executed."""
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for statement in module.body:
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in ("bibtex_bibfiles", "refkit_bibliography")
            for target in statement.targets
        ):
            for value in ast.walk(statement.value):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield _python_text(text, value, value.value)


def _python_text(text: str, node: ast.Constant, value: str) -> NamedFile:
    """Return the file that a literal names; columns of Python's parser count bytes."""
    before = text.split("\n")[: node.lineno - 1]
    line = text.split("\n")[node.lineno - 1]
    column = len(
        line.encode("utf-8", "surrogatepass")[: node.col_offset].decode("utf-8", "replace")
    )
    start = sum(map(len, before)) + len(before) + column
    inner = text.find(value, start)
    return NamedFile(value, Span(inner, inner + len(value)) if inner >= 0 else Span(start, start))
