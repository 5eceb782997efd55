"""Documents that Pandoc's own processor and refkit's format alike. Skipped if Pandoc is not installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.citing.documents import DOCUMENTS, REFERENCES

from refkit import loads
from refkit.citing import CitingOptions
from refkit.citing.document import cite_text
from refkit.citing.edits import edited
from refkit.citing.pandoc.filter import filter_document
from refkit.citing.syntaxes import syntaxes
from refkit.csl.catalogue import style_path
from refkit.documents.citations import find_citations
from refkit.model.source import Source

pypandoc = pytest.importorskip("pypandoc", reason="Pandoc is not installed")

STYLES = ("apa", "ieee", "chicago-notes-bibliography", "vancouver")
NUMBER_ONLY = (
    "Pandoc prints no author for a narrative citation in a numeric style; CSL 1.0.2 has no such citations, "
    "and the manual of Pandoc ('Citation syntax') puts the author in the sentence"
)
FULL_NAME = (
    "Pandoc prints the author of a narrative citation as in the first note, refkit with the short form of "
    "names (CSL 1.0.2, 'Name')"
)
THESIS = "refkit prints the kind of a thesis by the guide of the style"
UNCITED = "CSL 1.0.2, 'Sorting', leaves the order of references without a citation open"
DIFFERENCES = {
    7: NUMBER_ONLY, 9: NUMBER_ONLY, 10: FULL_NAME, 23: THESIS, 25: NUMBER_ONLY, 31: NUMBER_ONLY, 37: UNCITED,
}  # fmt: skip


def converted(text: str, source: str, target: str, *options: str) -> str:
    """Return a text that Pandoc converts."""
    command = [pypandoc.get_pandoc_path(), "-f", source, "-t", target, "--wrap=none", *options]
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout.replace("\N{NO-BREAK SPACE}", " ")  # which its reader adds after "p."


def document(index: int, folder: Path) -> tuple[str, str]:
    """Return a document and its style."""
    (folder / "references.bib").write_text(REFERENCES, encoding="utf-8")
    style = STYLES[index % len(STYLES)]
    nocite = 'nocite: "@lee2001, @doe2020"\n' if "Only listed" in DOCUMENTS[index] else ""
    bibliography = (folder / "references.bib").as_posix()
    head = f'---\nbibliography: "{bibliography}"\ncsl: "{style_path(style)}"\n{nocite}---\n\n'
    return f"{head}{DOCUMENTS[index]}\n", style


def cited(text: str, style: str) -> str:
    """Return a document with the citations that `refkit cite` prints."""
    found = find_citations(Source(text, "paper.md"))
    assert found is not None
    result = cite_text(text, found, loads(REFERENCES), CitingOptions(style), syntaxes()["markdown"])
    return edited(text, result.edits)


@pytest.mark.parametrize("index", [i for i in range(len(DOCUMENTS)) if i not in DIFFERENCES])
def test_prints_what_pandoc_prints(index: int, tmp_path: Path) -> None:
    """The citations, the notes and the list are the same."""
    text, style = document(index, tmp_path)
    expected = converted(text, "markdown", "plain", "--citeproc")
    assert converted(cited(text, style), "markdown-citations", "plain") == expected


@pytest.mark.parametrize("index", [i for i in range(len(DOCUMENTS)) if i not in DIFFERENCES])
def test_the_filter_prints_what_pandoc_prints(index: int, tmp_path: Path) -> None:
    """The filter gives the same document as Pandoc's processor."""
    text, _ = document(index, tmp_path)
    expected = converted(text, "markdown", "plain", "--citeproc")
    filtered = filter_document(converted(text, "markdown", "json"))
    assert converted(filtered.text, "json", "plain") == expected


@pytest.mark.parametrize("index", DIFFERENCES)
def test_named_differences_exist(index: int, tmp_path: Path) -> None:
    """A difference that disappears must leave the table, and the two ways of refkit always agree."""
    text, style = document(index, tmp_path)
    filtered = filter_document(converted(text, "markdown", "json"))
    printed = converted(filtered.text, "json", "plain")
    assert converted(cited(text, style), "markdown-citations", "plain") == printed
    assert converted(text, "markdown", "plain", "--citeproc") != printed
