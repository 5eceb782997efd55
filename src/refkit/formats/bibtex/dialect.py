"""Detection of a file's dialect: BibTeX or BibLaTeX."""

from __future__ import annotations

from collections.abc import Iterable

# Names that only one of the two defines (btxdoc 3; biblatex manual 2.1 and 2.2).
BIBLATEX_FIELDS = frozenset(
    """journaltitle journalsubtitle date eventdate origdate eventtitle location subtitle booksubtitle
    maintitle mainsubtitle booktitleaddon titleaddon eprinttype eprintclass langid langidopts
    bookauthor editora editorb editortype pagetotal pubstate xdata entryset related
    relatedtype issuetitle origlocation origtitle shortjournal""".split()
)
BIBTEX_FIELDS = frozenset("journal address school".split())
BIBLATEX_TYPES = frozenset(
    """online thesis report collection mvbook mvcollection mvproceedings mvreference reference
    inreference bookinbook suppbook suppcollection suppperiodical periodical set xdata dataset
    software patent""".split()
)
BIBTEX_TYPES = frozenset("phdthesis mastersthesis techreport conference".split())


def detect_dialect(types: Iterable[str], names: Iterable[str]) -> str:
    """Return "biblatex" if more types and field names are specific to BibLaTeX than to BibTeX."""
    return "biblatex" if dialect_margin(types, names) < 0 else "bibtex"


def dialect_margin(types: Iterable[str], names: Iterable[str]) -> int:
    """Return how many more types and field names are specific to BibTeX than to BibLaTeX."""
    biblatex = bibtex = 0
    for type_ in types:
        biblatex += type_ in BIBLATEX_TYPES
        bibtex += type_ in BIBTEX_TYPES
    for name in names:
        biblatex += name in BIBLATEX_FIELDS
        bibtex += name in BIBTEX_FIELDS
    return bibtex - biblatex
