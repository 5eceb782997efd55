"""Documents in the commands."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.documents.made import docx, paragraph, pdf

from refkit.cli import main

REFERENCES = [
    "Almqvist, B. (2011). The filtering of sediments in inlets. Journal of Hydrology, 14(3), 211-229.",
    "Okonkwo, C. (2019). Offline verification of flight software. Software Review, 8(1), 1-24.",
]


def run(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, list(arguments), input=io.BytesIO(stdin))


def word() -> bytes:
    pytest.importorskip("docx", reason="the extra `docx` is not installed")
    return docx("".join(paragraph(text) for text in ["We wrote this.", "References", *REFERENCES]))


def printed() -> bytes:
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    lines = [
        "We wrote this.",
        "References",
        *(f"[{n}] {text}" for n, text in enumerate(REFERENCES, 1)),
    ]
    return pdf([(70, 700 - 12 * number, line) for number, line in enumerate(lines)])


DOCUMENTS = [("paper.docx", word), ("paper.pdf", printed)]


@pytest.mark.parametrize(("name", "made"), DOCUMENTS)
def test_a_document_is_converted(name: str, made: Callable[[], bytes], tmp_path: Path) -> None:
    """The references of a document are converted to records."""
    file = tmp_path / name
    file.write_bytes(made())
    records = json.loads(run("convert", str(file), "--to", "csl-json").stdout)
    assert [record["author"][0]["family"] for record in records] == ["Almqvist", "Okonkwo"]


@pytest.mark.parametrize(("name", "made"), DOCUMENTS)
def test_standard_input_is_recognized_by_its_bytes(name: str, made: Callable[[], bytes]) -> None:
    """There is no file name to infer the format of a pipe from."""
    assert "okonkwo2019" in run("convert", "-", "--to", "bibtex", stdin=made()).stdout


@pytest.mark.parametrize(("name", "made"), DOCUMENTS)
def test_a_document_is_never_changed(name: str, made: Callable[[], bytes], tmp_path: Path) -> None:
    """Fixes do not change a document, and its findings are reported as without them."""
    file = tmp_path / name
    file.write_bytes(made())
    before = file.read_bytes()
    fixed = run("check", str(file), "--fix", "--unsafe-fixes", "--no-cache", "--isolated")
    assert (file.read_bytes(), fixed.exit_code) == (before, 0)


def test_folders_are_not_searched_for_documents(tmp_path: Path) -> None:
    """A folder is searched for reference files only; a document must be named."""
    (tmp_path / "refs.bib").write_text("@misc{a, title={T}, year={2001}}")
    for name in (
        "notes.md",
        "page.html",
        "paper.tex",
        "paper.bbl",
        "paper.pdf",
        "text.txt",
        "word.docx",
    ):
        (tmp_path / name).write_text("References\n\n" + "\n\n".join(REFERENCES))
    assert len(json.loads(run("convert", str(tmp_path), "--to", "csl-json").stdout)) == 1


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.pdf", b"%PDF-1.7", "it is a broken PDF; print it to a new one"),
        ("a.docx", b"PK\x03\x04", "it is a broken zip archive"),
        ("a.txt", b"\xd0\xcf\x11\xe0", "it is an old Word document (.doc); save it as .docx"),
    ],
)
def test_an_unreadable_document_is_reported_in_one_line(
    name: str, raw: bytes, told: str, tmp_path: Path
) -> None:
    """A broken document ends the command with status 2 and a line that names it."""
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    (tmp_path / name).write_bytes(raw)
    result = run("convert", str(tmp_path / name), "--to", "bibtex")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert f"{name}`: {told}" in result.stderr
