"""Citations in Jupyter notebooks: those of Markdown in their cells. Spans are those of the file's JSON."""

from __future__ import annotations

from typing import NamedTuple

from refkit.documents.citations import Scanner, markdown
from refkit.documents.citations._notebook_cells import (
    NotebookCell,
    citing_cells,
    read_notebook,
)
from refkit.model.citation import (
    Citation,
    DocumentCitations,
    Doubt,
    KeyPlace,
    NamedFile,
)
from refkit.model.json_text import json_text
from refkit.model.source import Source, Span
from refkit.records import replace


class CellPosition(NamedTuple):
    """A position as readers of a notebook see it: the number of the cell, from 1, and the line in it."""

    cell: int
    line: int

    def __str__(self) -> str:
        return f"cell {self.cell}, line {self.line}"


def cell_position(text: str, offset: int) -> CellPosition | None:
    """Return the position of an offset in the JSON of a notebook, or None outside its cells."""
    notebook = read_notebook(text)
    for cell in notebook.cells if notebook else ():
        if cell.span.start <= offset < cell.span.end:
            return CellPosition(cell.number, cell.line(offset))
    return None


def find(source: Source) -> DocumentCitations:
    """Return the citations of a notebook; if its JSON is malformed, there are none, which is a doubt."""
    notebook = read_notebook(source.text)
    if notebook is None:
        return DocumentCitations(doubts=(Doubt(Span(0, 0), "the notebook is malformed"),))
    found = [
        _placed(cell, markdown.find_in_text(cell.text, ".ipynb")) for cell in citing_cells(notebook)
    ]
    defined = tuple(KeyPlace(*key) for key in notebook.reference_keys)
    return _joined(found, defined)


def _joined(parts: list[DocumentCitations], defined: tuple[KeyPlace, ...]) -> DocumentCitations:
    """Return the citations of all cells as those of one document."""
    return DocumentCitations(
        tuple(citation for part in parts for citation in part.citations),
        tuple(key for part in parts for key in part.mentions),
        (*defined, *(key for part in parts for key in part.defined)),
        frozenset().union(*(part.labels for part in parts)),
        any(part.cites_all for part in parts),
        tuple(file for part in parts for file in part.bibliographies),
        tuple(file for part in parts for file in part.includes),
        tuple(file for part in parts for file in part.styles),
        tuple(span for part in parts for span in part.list_places),
        tuple(doubt for part in parts for doubt in part.doubts),
    )


def _placed(cell: NotebookCell, found: DocumentCitations) -> DocumentCitations:
    """Return the citations of a cell with their places in the file."""

    def keys(places: tuple[KeyPlace, ...]) -> tuple[KeyPlace, ...]:
        return tuple(KeyPlace(key.key, cell.place(key.span)) for key in places)

    def files(named: tuple[NamedFile, ...]) -> tuple[NamedFile, ...]:
        return tuple(NamedFile(file.path, cell.place(file.span)) for file in named)

    return replace(
        found,
        citations=tuple(filter(None, (_placed_citation(cell, c) for c in found.citations))),
        mentions=keys(found.mentions),
        defined=keys(found.defined),
        bibliographies=files(found.bibliographies),
        includes=files(found.includes),
        styles=files(found.styles),
        list_places=tuple(map(cell.place, found.list_places)),
        doubts=tuple(Doubt(cell.place(doubt.span), doubt.message) for doubt in found.doubts),
    )


def _placed_citation(cell: NotebookCell, citation: Citation) -> Citation | None:
    """Return a citation with its place in the file; keys across two strings are skipped."""
    cites = tuple(
        replace(cite, span=cell.place(cite.span))
        for cite in citation.cites
        if cell.is_in_one_string(cite.span)
    )
    return replace(citation, span=cell.place(citation.span), cites=cites) if cites else None


def write_key(key: str, written: str) -> str | None:
    """Return a key as JSON contains it, or None if Markdown cannot contain it in place of the one that is written."""
    cell = NotebookCell(1)
    cell.add(written, 0)
    possible = markdown.write_key(key, cell.text)
    return None if possible is None else json_text(possible)[1:-1]


SCANNER = Scanner("notebook", (".ipynb",), find, write_key)
