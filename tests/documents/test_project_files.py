"""Project files name the reference lists and documents of a project."""

from __future__ import annotations

import pytest

from refkit.documents.citations._project_files import find_in_project_file, is_project_file
from refkit.model.source import Source

QUARTO = """project:
  type: book
book:
  title: A book
  chapters:
    - index.qmd
    - part: part.qmd
      chapters: ["a.qmd", 'b c.qmd']
    - part: Second part
  appendices: [d.qmd]
bibliography: refs.bib
csl: apa.csl
nocite: |
  @a, @b
crossref:
  chapters: true
format:
  pdf:
    bibliography: [print.bib]
"""


def test_a_project_of_quarto() -> None:
    """Its chapters are documents, its lists are those of all of them."""
    found = find_in_project_file(Source(QUARTO, "_quarto.yml"))
    files = (*found.bibliographies, *found.styles, *found.includes)
    assert [file.path for file in files] == [
        "refs.bib", "print.bib", "apa.csl", "index.qmd", "part.qmd", "a.qmd", "b c.qmd", "d.qmd",
    ]  # fmt: skip
    assert all(QUARTO[slice(*file.span)] == file.path for file in files)
    assert [cite.key for citation in found.citations for cite in citation.cites] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "bibliographies", "includes"),
    [
        ("rmd_files:\n  html: [index.Rmd]\n  latex: [tex.Rmd]\n", [], ["index.Rmd", "tex.Rmd"]),
        ("project:\n  bibliography:\n    - x.bib\n  toc:\n    - file: a.md\n      children:\n        - file: b.md\n",
         ["x.bib"], ["a.md", "b.md"]),
        ("bibtex_bibfiles:\n  - refs.bib\nsphinx:\n  config:\n    bibtex_bibfiles: [more.bib]\n",
         ["refs.bib", "more.bib"], []),
        ("root: intro\nchapters:\n- file: one\n  sections:\n  - file: two\n", [], ["intro", "one", "two"]),
        ("plugins:\n  - search\n  - bibtex:\n      bib_file: refs.bib\n", ["refs.bib"], []),
        ("bibliography:\n  main: a.bib\n  other: b.bib\n", ["a.bib", "b.bib"], []),
        ("bibliography:\n", [], []),
        (": [", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_other_projects(text: str, bibliographies: list[str], includes: list[str]) -> None:
    """Of bookdown, MyST, Jupyter Book and MkDocs; damaged files name nothing."""
    found = find_in_project_file(Source(text, "x.yml"))
    assert [file.path for file in found.bibliographies] == bibliographies
    assert [file.path for file in found.includes] == includes


def test_a_project_of_sphinx() -> None:
    """The lists of sphinxcontrib-bibtex, if they are written out."""
    text = 'project = "é"\nbibtex_bibfiles = ["refs.bib",\n  "b/c.bib", *others]\nbibtex_default_style = "x.bib"\n'
    found = find_in_project_file(Source(text, "conf.py")).bibliographies
    assert [(file.path, text[slice(*file.span)]) for file in found] == [
        ("refs.bib", "refs.bib"),
        ("b/c.bib", "b/c.bib"),
    ]
    assert find_in_project_file(Source("bibtex_bibfiles = [", "conf.py")).bibliographies == ()


def test_names() -> None:
    """Quarto has one for each profile."""
    names = ("a/_quarto.yml", "_quarto-print.yaml", "myst.yml", "refs.yml", "_quarto.md")
    assert list(map(is_project_file, names)) == [True, True, True, False, False]
