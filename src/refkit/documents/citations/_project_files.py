"""Project files: the reference lists, styles and documents that `_quarto.yml`, `myst.yml` and the like name."""

from __future__ import annotations

from os.path import basename, splitext

from refkit.documents.citations._markdown_cites import InlineFindings, SegmentReader
from refkit.documents.citations._metadata import read_metadata
from refkit.model.citation import DocumentCitations
from refkit.model.source import Source, Span

# Quarto, bookdown and R Markdown, MyST, Jupyter Book, and MkDocs with mkdocs-bibtex or the extension of refkit.
NAMES = frozenset(
    """
    _quarto.yml _quarto.yaml _metadata.yml _metadata.yaml _bookdown.yml _output.yml _site.yml myst.yml _config.yml
    _toc.yml mkdocs.yml
    """.split()
)


def is_project_file(path: str) -> bool:
    """Whether a path is that of a project file; Quarto has one for each profile, such as `_quarto-print.yml`."""
    name = basename(path)
    return name in NAMES or (name.startswith("_quarto-") and splitext(name)[1] in (".yml", ".yaml"))


def find_in_project_file(source: Source) -> DocumentCitations:
    """Return what a project file says; its includes are documents, in Jupyter Book without their endings."""
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
