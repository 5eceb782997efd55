"""A document whose references are in another file is not reported for having no list."""

import pytest

from refkit.api import read
from refkit.formats.text.elsewhere import names_references
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

TALK = "The ferry leaves at eight in the morning and comes back at dusk, if the weather is good.\n"
CITING = {
    "natbib": r"Text \citep[see][12]{alder2019}.",
    "natbib, starred": r"\citet*{a}",
    "biblatex": r"\Textcite{a}",
    "biblatex, multicite": r"\parencites[1]{a}[2]{b}",
    "biblatex, note": r"\footfullcite{a}",
    "biblatex, autocite": r"\autocite [4] {a}",
    "biblatex, notes for all": r"\textcites(see)()[1]{a}{b}",
    "apacite": r"\citeA<see>[p.~3]{a}",
    "plain LaTeX": r"\cite{a}",
    "LaTeX, comment before the key": "\\cite[3]%\n{a}",
    "LaTeX, all": r"\nocite{*}",
    "BibTeX": r"\bibliography{refs}",
    "biblatex, resource": r"\addbibresource[location=remote]{refs.bib}",
    "biblatex, list": r"\printbibliography[heading=none]",
    "Pandoc": "Deltas grow [@castell2009].",
    "Pandoc, prefix and locator": "Deltas grow [see @castell2009, p. 3; also @b].",
    "Pandoc, no author": "Castell says so [-@castell2009].",
    "Quarto, front matter": "---\nbibliography: refs.bib\n---\n",
    "Quarto, several files": "---\nbibliography:\n  - a.bib\n---\n",
    "Typst": '#bibliography("refs.bib")',
    "Typst, cite": "#cite(<castell>)",
    "Sphinx": "See :cite:p:`castell2009`.",
    "Sphinx, list": ".. bibliography::",
    "MyST": "See {cite:t}`castell2009`.",
    "Org": "See [cite:@castell2009].",
    "Org, style": "See [cite/t:see @castell2009 p. 3].",
    "Org, file": "#+bibliography: refs.bib",
    "org-ref": "See cite:castell2009.",
    "AsciiDoc": "See cite:[castell2009].",
    "AsciiDoc, file": ":bibtex-file: refs.bib",
}
OTHER = {
    "prose": "Cite: this page. The bibliography is long, and I recite (it) [often].",
    "an address": "Write to <jane@example.org> [or jane@example.org].",
    "a figure": "See [@fig-map] and [@tbl-one].",
    "a comment of LaTeX": "% \\bibliography{refs}\n100\\% sure % \\cite{a}",
    "verbatim text of LaTeX": r"Write \verb|\cite{a}| or \lstinline{\bibliography{refs}}.",
    "a listing": "\\begin{lstlisting}\n\\cite{a}\n\\addbibresource{a.bib}\n\\end{lstlisting}",
    "what TeX leaves out": r"\iffalse \cite{a} \printbibliography \fi",
    "a style": r"\bibliographystyle{plain} \citestyle{apa}",
    "a web address": "cite://x and https://example.org/cite:abc",
}


@pytest.mark.parametrize("citing", CITING.values(), ids=CITING)
@pytest.mark.parametrize("name", ["paper.tex", "paper.md", "paper.txt"])
def test_a_document_that_names_its_references_is_not_blamed(citing: str, name: str) -> None:
    """The document is checked and has no findings."""
    assert check(read(Source(f"{TALK}\n{citing}\n", name), "text"), Settings()) == []


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_only_looks_like_a_citation_names_nothing(text: str) -> None:
    """Such a document has no list, which is reported."""
    assert not names_references(TALK + text)


def test_whoever_wants_the_references_is_told_where_they_are() -> None:
    """Reading such a document reports that its references are in another file."""
    library = read(Source(TALK + r"\bibliography{refs}", "paper.tex"))
    assert [fault.message for fault in library.faults] == [
        "the document includes its references from another file; name that file"
    ]


def test_notebooks_have_their_references_elsewhere() -> None:
    """The text of a notebook is data, which is not read as references."""
    notebook = (
        '{"cells": [{"cell_type": "markdown", "source": ["See [@doe2020]"]}], "metadata": {}}'
    )
    library = read(Source(notebook, "notes.ipynb"), "text")
    assert (len(library), check(library, Settings())) == (0, [])
