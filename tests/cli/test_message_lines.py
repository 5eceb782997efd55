"""Every message is one line, whatever a file, its name or an argument contains."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

BREAKS = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x1b", "\x9b"]
SUMMARY = "\n1 file would be tidied"
POSIX = pytest.mark.skipif(os.name != "posix", reason="names of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    return tmp_path


def refkit(*arguments: str) -> Result:
    """Run a command like on a terminal, where the codes of colors are kept."""
    return CliRunner().invoke(main, arguments, color=True)


def code(char: str) -> str:
    number = ord(char[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


@pytest.mark.parametrize("char", BREAKS)
@pytest.mark.parametrize("line", ["convert --to bibtex", "format", "tidy --check"])
def test_character_of_a_file_is_a_code(line: str, char: str) -> None:
    """A line break would look like a message about another file."""
    Path("n.bib").write_text(
        f"@foo{char}fake.bib:1:1: no problems @book{{a,title={{X}}}}\n", "utf-8"
    )
    done = refkit(*line.split(), "n.bib")
    messages = done.stderr.removesuffix("\n").removesuffix(SUMMARY).split("\n")
    assert [text[:9] for text in messages] == ["n.bib:1:1"]
    assert (char in done.stderr, code(char) in done.stderr) == (False, not char.isascii())


@POSIX
@pytest.mark.parametrize("char", [*BREAKS, "\n", "\r"])
@pytest.mark.parametrize(
    "line",
    [
        "tidy {}",
        "tidy --check {}",
        "convert --to bibtex {}/broken.bib",
        "convert --to bibtex {}/missing.bib",
        "check --isolated --fix {}",
        "check --isolated {}/x.bib --write-baseline --baseline {}/b.json",
        "check --isolated --select {} x.bib",
        "style {}/x.csl",
        "format --style {}.csl x.bib",
        "update retractions t.csv -o {}/list",
        "{}",
        "convert --{}",
    ],
)
def test_character_of_a_name_is_a_code(line: str, char: str) -> None:
    """File names and arguments do not control the terminal."""
    name = f"a{char}b"
    Path(name).mkdir()
    Path(name, "x.bib").write_text("@misc{a, title={T}, pages={9--1}}\n")
    Path(name, "broken.bib").write_text("@misc{a, title={T}\n")
    Path(name, "x.json").write_text('[{"id": "a", "type": "book", "title": "T"}]')
    Path(name, "x.csl").write_text("<style/>")
    Path("x.bib").write_text("@misc{a, title={T}}\n")
    Path("t.csv").write_text("OriginalPaperDOI,RetractionNature\n10.1000/1,Retraction\n")
    done = refkit(*(word.replace("{}", name) for word in line.split()))
    assert name not in done.output
    shown = (code(char), " ") if char == "\n" else (code(char),)
    assert any(f"a{text}b" in done.output for text in (*shown, repr(char)[1:-1]))


def test_traceback_has_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the only message of several lines."""

    def fail(*arguments: object, **options: object) -> None:
        raise ValueError("a\x1bb")

    monkeypatch.setattr("refkit.api.load", fail)
    lines = refkit("format", "--traceback", "x.bib").stderr.split("\n")
    assert (lines[0], len(lines) > 4) == ("Traceback (most recent call last):", True)
    assert "ValueError: a\\x1bb" in lines
