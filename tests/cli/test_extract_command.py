"""`refkit extract`: the cited references, as their lists contain them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.documents.made import docx
from tests.text.records.reading import field

from refkit.cli import main

LIST = r"""% A list
@string{short = "Jan"}
@string{journal = short # " Journal"}
@string{other = "Other"}
@preamble{"\newcommand{\x}{y}"}
@article{a,  title={A}, journal = journal, crossref={p}, ids={alias}}
@comment{c}
@book{p, title={P}, xdata={press}}
@book{q, title={Q}, publisher = other}
@xdata{press, publisher={X}}
@xdata{town, location={Y}}
@book{b, title={B}, location={xdata=town-location}}
"""
DOCUMENTS = {
    "paper.md": "See [@alias; @b].\n",
    "bad.md": "See [@q]\nand @zzz.\n",
    "thesis.tex": "\\documentclass{book}\\addbibresource{big.bib}\\begin{document}\\include{one}\\end{document}",
    "one.tex": "\\cite{q}",
    "all.tex": "\\bibliography{big}\\nocite{*}",
    "lost.tex": "\\bibliography{big,missing}\\cite{q}",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "big.bib").write_text(LIST)
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments])


def test_entries_are_as_written_with_parents_and_macros(folder: Path) -> None:
    """A key in `ids`, a parent, its parent, and a single field of another entry."""
    result = run("paper.md", "--from", "big.bib")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = LIST.splitlines()
    assert [line for line in result.stdout.splitlines() if line] == [
        lines[number] for number in (1, 2, 4, 5, 7, 9, 10, 11)
    ]


def test_the_list_that_a_document_names(folder: Path) -> None:
    """Also in files that it includes."""
    result = run("thesis.tex", "-o", "used.bib")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (folder / "used.bib").read_text() == "\n\n".join(
        LIST.splitlines()[n] for n in (3, 4, 8)
    ) + "\n"


def test_all_entries(folder: Path) -> None:
    """`\\nocite{*}` cites all of them."""
    entries = [line for line in LIST.splitlines() if line[:2] in ("@a", "@b", "@x")]
    written = run("all.tex").stdout.splitlines()
    assert [line for line in written if line[:2] in ("@a", "@b", "@x")] == entries


def test_a_key_in_no_list(folder: Path) -> None:
    """It is reported with its place, and the others are written."""
    result = run("bad.md", "--from", "big.bib")
    assert (result.exit_code, result.stderr) == (1, "bad.md:2:6: no list has the cited key `zzz`\n")
    assert "@book{q" in result.stdout


def test_a_list_that_does_not_exist(folder: Path) -> None:
    """One line says so."""
    result = run("lost.tex")
    assert result.stderr == "lost.tex:1:19: the list `missing.bib` does not exist\n"
    assert "@book{q" in result.stdout


def test_another_format(folder: Path) -> None:
    """The references are converted."""
    run("thesis.tex", "-o", "used.json")
    (record,) = json.loads((folder / "used.json").read_text())
    assert (record["id"], record["title"], record["publisher"]) == ("q", "Q", "Other")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("paper.md",), "`paper.md` names no list of references; name one with `--from`"),
        (("thesis.tex", "-o", "big.bib"), "it is one of the files that are read"),
        (("big.bib", "--from", "big.bib"), "`big.bib` has no citations that refkit can find"),
        (("none.md",), "cannot read `none.md`: no such file"),
        (("thesis.tex", "--to", "x"), "`x`"),
    ],
)
def test_refusals(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    """Nothing is written."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert (folder / "big.bib").read_text() == LIST


def test_references_in_the_fields_of_a_word_document(folder: Path) -> None:
    """They are written if no list has them, also without a key of their own."""
    pytest.importorskip("docx", reason="the extra `docx` is not installed")
    records = [
        {"id": 12, "itemData": {"type": "book", "citation-key": "q", "title": "In the document"}},
        {
            "id": 13,
            "itemData": {"type": "book", "title": "Only there", "author": [{"family": "Doe"}]},
        },
    ]
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': records})}"
    (folder / "x.docx").write_bytes(docx(f"<w:p>{field(code, '(1)')}</w:p>", footnotes=""))
    result = run("x.docx", "--from", "big.bib", "--to", "csl-json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [record["title"] for record in json.loads(result.stdout)] == ["Q", "Only there"]
    assert "In the document" in run("x.docx").stdout


def test_lists_of_the_project(folder: Path) -> None:
    """A project file names the list of documents that name none."""
    (folder / "_quarto.yml").write_text("bibliography: big.bib\n")
    (folder / "x.qmd").write_text("@q\n")
    assert "@book{q" in run("x.qmd").stdout
