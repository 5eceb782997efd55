"""No command replaces an input or a file that refkit did not write, or writes a file without references."""

import os
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.csl.write import WRITERS
from refkit.formats import readable_formats, writable_formats
from refkit.lint.report import output_formats

BIB = (
    "@article{a, title={T}, author={Ann Smith}, journal={J}, year={2001}, pages={9--1}, note={}}\n"
)
TABLE = "OriginalPaperDOI,RetractionNature\n10.1000/1,Retraction\n"
OTHERS = {
    "a .bib file": BIB,
    "CSL-JSON": '[{"id": "a", "type": "book", "title": "T"}]',
    "other JSON": '{"name": "package", "version": "1.0"}',
    "a paper": "\\documentclass{article}\n\\begin{document}\nText.\n\\end{document}\n",
    "notes": "# Notes\n\nText.\n",
    "plain text": "Dear Ann,\n\nthe tides of 2001 were high.\nSee you soon,\nBob\n",
    "long lines": "The tides were high. Nobody knew why, and nobody asked.\n\nIn 2001 they fell. So it went.\n",
    "a page": "<h1>Tides</h1>\n<p>They were high in 2001.</p>\n",
    "part of a page": '<p>Text of 2001</p>\n<div class="csl-bib-body">\n</div>\n',
    "a chapter": "\\section{Tides}\nThe tides of 2001 were high.\n",
    "a chapter with its list": "\\chapter*{Tides}\n\\begin{list}{}{\\setlength{\\leftmargin}{0pt}}\n\\end{list}\n",
    "reST": "Tides\n-----\n\nHigh in 2001.\n",
    "AsciiDoc or Typst": "= Tides in 2001\n\nHigh in 2001.\n",
    "RTF": "{\\rtf1\\ansi\\ansicpg1252 Tides of 2001\\par}\n",
    "Markdown with an entry": f"# BibTeX\n\n```\n{BIB}```\n",
    "LaTeX with entries": f"\\begin{{filecontents*}}{{x.bib}}\n{BIB}\\end{{filecontents*}}\n",
    "program with an entry": f'#!/usr/bin/env python\nTEXT = """\n{BIB}"""\n',
    "words": "milk\neggs\n",
    "a configuration": "[tool.refkit]\nselect = []\n",
    "a script": "#!/bin/sh\necho\n",
    "binary": "PK\x03\x04\0\0\0\0",
}
COMMANDS = {
    "report": ["check", "x.bib", "--isolated", "--output-file", "out"],
    "fix": ["check", "x.bib", "--isolated", "--fix", "--output-file", "out"],
    "baseline": ["check", "x.bib", "--isolated", "--baseline", "out", "--write-baseline"],
    "list": ["update", "retractions", "t.csv", "-o", "out"],
    "bibliography": ["format", "x.bib", "-o", "out"],
    "references": ["convert", "x.bib", "--to", "csl-json", "-o", "out"],
    "entries": ["convert", "x.bib", "--to", "bibtex", "-o", "out"],
}

SAME_KIND = [("references", "CSL-JSON"), ("entries", "a .bib file")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.bib").write_text(BIB)
    (tmp_path / "t.csv").write_text(TABLE)
    return tmp_path


def refkit(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("command", "other"),
    [pair for pair in product(COMMANDS, OTHERS) if pair not in SAME_KIND],
)
def test_file_of_another_kind_is_not_replaced(command: str, other: str) -> None:
    """A file with the name of the output is not replaced."""
    Path("out").write_text(OTHERS[other])
    done = refkit(*COMMANDS[command])
    assert (Path("out").read_text(), Path("x.bib").read_text()) == (OTHERS[other], BIB)
    assert (done.exit_code, "cannot write `out`: it is not a" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_input_is_not_replaced(command: str) -> None:
    """Under any of its names."""
    os.link("x.bib", "out")
    os.link("t.csv", "out2")
    words = [
        word.replace("out", "out2") if command == "list" else word for word in COMMANDS[command]
    ]
    words = [word.replace("--out2put", "--output") for word in words]
    done = refkit(*words)
    assert (done.exit_code, Path("x.bib").read_text(), Path("t.csv").read_text()) == (2, BIB, TABLE)


@pytest.mark.parametrize("to", sorted(writable_formats().keys() & readable_formats().keys()))
def test_references_are_not_converted_onto_themselves(to: str) -> None:
    """Even if the format is the same."""
    refkit("convert", "x.bib", "--to", to, "-o", "y")
    before = Path("y").read_text()
    done = refkit("convert", "y", "--from", to, "--to", to, "-o", "./y")
    assert (done.exit_code, Path("y").read_text()) == (2, before)
    assert "it is one of the files that are read" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_own_output_is_replaced(command: str) -> None:
    """A command can be run again."""
    assert refkit(*COMMANDS[command]).exit_code < 2
    Path("x.bib").write_text(BIB.replace("Smith", "Smythe").replace("9--1", "8--1"))
    Path("t.csv").write_text(TABLE + "10.1000/2,Retraction\n")
    before = Path("out").read_text()
    done = refkit(
        *COMMANDS[command], *(["--select", "FLD"] if command in ("report", "baseline") else [])
    )
    assert (done.exit_code < 2, Path("out").read_text() != before) == (True, True), done.stderr


@pytest.mark.parametrize("text", [BIB, "@misc{a, title={T}}\n"], ids=["problems", "none"])
@pytest.mark.parametrize(
    "options", [[], ["--statistics"], ["--diff"], ["--fix", "--show-fixes"]], ids=str
)
@pytest.mark.parametrize("form", sorted(output_formats()))
def test_report_of_every_format_is_replaced(form: str, options: list[str], text: str) -> None:
    """Any format can replace any other."""
    Path("x.bib").write_text(text)
    refkit(
        "check", "x.bib", "--isolated", "--output-format", form, *options, "--output-file", "out"
    )
    done = refkit("check", "x.bib", "--isolated", "--statistics", "--output-file", "out")
    assert done.exit_code < 2, Path("out").read_text()


@pytest.mark.parametrize("bare", [[], ["--bare"]], ids=str)
@pytest.mark.parametrize("output", sorted(WRITERS))
def test_bibliography_of_every_output_is_replaced(output: str, bare: list[str]) -> None:
    """Any output can replace any other."""
    for style in ("apa", "ieee"):
        words = ["--citation", "a"]
        done = refkit(
            "format", "x.bib", "--to", output, "--style", style, *bare, *words, "-o", "out"
        )
        assert done.exit_code < 2, done.stderr
    assert refkit("format", "x.bib", "-o", "out").exit_code < 2


@pytest.mark.parametrize("output", sorted(WRITERS))
def test_bibliography_without_dates_is_replaced(output: str) -> None:
    """By a bibliography with the same lines; numbers in brackets are not prose."""
    titles = ("Tides", "Waves", "Currents")
    Path("x.bib").write_text("".join(f"@misc{{{title}, title={{{title}}}}}\n" for title in titles))
    for count in (2, 3):
        cited = [word for title in titles[:count] for word in ("--citation", title)]
        done = refkit(
            "format", "x.bib", "--to", output, "--style", "vancouver", *cited, "-o", "out"
        )
        assert done.exit_code < 2, done.stderr
    assert "Currents" in Path("out").read_text()


@pytest.mark.parametrize("form", sorted(writable_formats()))
def test_references_in_every_format_are_replaced(form: str) -> None:
    """A conversion can be repeated: by one with other references."""
    for text in (BIB + "@book{b, title={B}, year=2001}\n", BIB.replace("{T}", "{Tides}")):
        Path("x.bib").write_text(text)
        done = refkit("convert", "x.bib", "--to", form, "-o", "out")
        assert done.exit_code == 0, done.stderr
    assert "Tides" in Path("out").read_text()


def test_file_of_the_same_format_is_replaced() -> None:
    """Whoever wrote it: converting to an existing .bib file means to replace it."""
    Path("out").write_text("% by hand\n@book{z, title={Z}}\n")
    assert refkit(*COMMANDS["entries"]).exit_code == 0
    assert "@book{z" not in Path("out").read_text()


@pytest.mark.parametrize("text", ["", "\n", "% only a comment\n", "@comment{x}"])
@pytest.mark.parametrize("command", ["bibliography", "references"])
def test_nothing_is_written_when_nothing_was_read(command: str, text: str) -> None:
    """Neither an earlier output is replaced nor a new file created."""
    refkit(*COMMANDS[command])
    before = Path("out").read_text()
    Path("x.bib").write_text(text)
    done = refkit(*COMMANDS[command])
    assert (done.exit_code, Path("out").read_text()) == (2, before)
    assert "no references were read, so `out` was not written" in done.stderr
    Path("out").unlink()
    refkit(*COMMANDS[command])
    assert not Path("out").exists()


def test_list_of_nothing_is_not_written() -> None:
    """The table may be the wrong one."""
    Path("t.csv").write_text("OriginalPaperDOI,RetractionNature\n")
    done = refkit("update", "retractions", "t.csv", "-o", "out")
    assert (done.exit_code, Path("out").exists()) == (2, False)
