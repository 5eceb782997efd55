"""`refkit cite` and `refkit pandoc-filter`: files in, files out, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

BIB = "@book{lee2001, author={Lee, Kim}, title={Small things}, publisher={Press}, year=2001}\n"
PAPER = "---\nbibliography: refs.bib\n---\n\nA claim [@lee2001].\n"
CITED = "---\n---\n\nA claim (Lee, 2001).\n\nLee, K. (2001). *Small things*. Press.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a paper and its references."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "paper.md").write_text(PAPER, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Return the result of a command."""
    return CliRunner().invoke(main, arguments, input=stdin)


def test_writes_the_document(folder: Path) -> None:
    """The document names its references."""
    result = run("cite", "paper.md", "-o", "out.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (folder / "out.md").read_text(encoding="utf-8") == CITED


def test_prints_to_standard_output(folder: Path) -> None:
    """Without `-o`, the document is printed."""
    assert run("cite", "paper.md").stdout == CITED


def test_a_style_of_the_command_line_is_used(folder: Path) -> None:
    """It replaces that of the document."""
    assert "A claim \\[1\\]." in run("cite", "paper.md", "--style", "ieee").stdout


def test_reports_an_unknown_key(folder: Path) -> None:
    """The message has the place and the nearest key; the output is written nevertheless."""
    (folder / "paper.md").write_text(PAPER.replace("lee2001", "lee2010"), encoding="utf-8")
    result = run("cite", "paper.md", "-o", "out.md")
    message = "paper.md:5:11: no reference has the key `lee2010`; did you mean `lee2001`?\n"
    assert (result.exit_code, result.stderr) == (1, message)
    assert "A claim (**lee2010?**)." in (folder / "out.md").read_text(encoding="utf-8")


def test_does_not_replace_the_document(folder: Path) -> None:
    """The output must be another file."""
    result = run("cite", "paper.md", "-o", "paper.md")
    assert result.exit_code == 2
    assert (folder / "paper.md").read_text(encoding="utf-8") == PAPER


def test_does_not_replace_another_source(folder: Path) -> None:
    """A file with citation keys was not written by the command."""
    (folder / "other.md").write_text("See [@lee2001].\n", encoding="utf-8")
    assert run("cite", "paper.md", "-o", "other.md").exit_code == 2
    assert (folder / "other.md").read_text(encoding="utf-8") == "See [@lee2001].\n"


def test_replaces_its_own_output(folder: Path) -> None:
    """The command can run again."""
    run("cite", "paper.md", "-o", "out.md")
    assert run("cite", "paper.md", "-o", "out.md", "--style", "ieee").exit_code == 0


def test_a_missing_list_is_reported(folder: Path) -> None:
    """Its place in the document is named."""
    (folder / "refs.bib").unlink()
    result = run("cite", "paper.md", "-o", "out.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("refkit: paper.md:2:15: cannot read `refs.bib`: no such file")
    assert not (folder / "out.md").exists()


def test_keeps_the_encoding(folder: Path) -> None:
    """A byte order mark and the line ends stay."""
    raw = "\ufeffÄ [@lee2001].\r\n".encode("utf-16-le")
    (folder / "paper.md").write_bytes(raw)
    run("cite", "paper.md", "--bibliography", "refs.bib", "-o", "out.md")
    expected = "\ufeffÄ (Lee, 2001).\r\n\r\nLee, K. (2001). *Small things*. Press.\r\n"
    assert (folder / "out.md").read_bytes() == expected.encode("utf-16-le")


def test_refuses_other_syntaxes(folder: Path) -> None:
    """The message names those that are supported."""
    (folder / "paper.tex").write_text("\\cite{lee2001}\n", encoding="utf-8")
    result = run("cite", "paper.tex", "--bibliography", "refs.bib")
    assert result.exit_code == 2
    assert ".md" in result.stderr


def test_references_in_the_metadata_are_used(folder: Path) -> None:
    """They have the form of CSL YAML."""
    record = "- id: doe\n  type: book\n  title: Tests\n  author: [{family: Doe}]\n  issued: 2020\n"
    text = f"---\nreferences:\n{record}---\n@doe\n"
    (folder / "paper.md").write_text(text, encoding="utf-8")
    assert "Doe (2020)" in run("cite", "paper.md").stdout


def test_the_filter_reads_and_writes_json(folder: Path) -> None:
    """Pandoc gives the name of its output as an argument."""
    document = json.dumps({"pandoc-api-version": [1, 23], "meta": {}, "blocks": []})
    result = run("pandoc-filter", "docx", stdin=document)
    assert (result.exit_code, json.loads(result.stdout)) == (0, json.loads(document))
