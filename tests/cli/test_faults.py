"""Every command reports the same error in a file, in the same words, and never exits with 0."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main

SOUND = "@book{doe2001, author = {Doe, Jane}, title = {Tides}, publisher = {Quay}, year = {2001}}\n"
RECORD = '{"id": "doe2001", "type": "book", "title": "Tides"}'

TYPED = "Doe, J. (2001). On tides. Harbour Press."
THE_LIST = "\\begin{{thebibliography}}{{9}}\n{}\\end{{thebibliography}}\n"

BROKEN = {
    "unclosed.bib": SOUND + "@book{roe2002, title = {Salt\n",
    "no-comma.bib": SOUND + "@book{roe2002, title = {Salt} year = {2002}}\n",
    "no-key.bib": "@book{\n",
    "empty-key.bib": SOUND + "@book{, title = {Salt}}\n" * 2,
    "field-as-key.bib": SOUND + "@book{title={Salt}}\n",
    "macro.bib": SOUND + "@book{roe2002, title = {Salt}, publisher = quay}\n",
    "latin-1.bib": SOUND.replace("Doe", "D\xf6e"),
    "blank.bib": " \n",
    "prose.bib": "Not a single entry.\n",
    "comment.bib": "@comment{doe2001, title = {Tides}}\n",
    "cut.json": f"[{RECORD},",
    "word.json": "null",
    "no-id.json": '[{"type": "book", "title": "Tides"}]',
    "type.json": '[{"id": "doe2001", "type": "leaflet", "title": "Tides"}]',
    "after.json": f"[{RECORD}] and more",
    "repeated-name.json": RECORD.replace("}", ', "title": "Salt"}'),
    "no-records.json": "[]",
    "blank.json": "",
    "unread.txt": "References\n\nBrook, A. (2001). Mills. Harbour Press. Reel 7, frame 12–14. QX 12.b/7.",
    "dashes.txt": f"References\n\n{TYPED}\n\n" + "———. (2001). T. P.\n\n" * 2,
    "numbers.txt": f"References\n\n[1] {TYPED}\n\n[2]\n\n[3] {TYPED}\n",
    "bibitem.tex": THE_LIST.format(f"\\bibitem{{a}} {TYPED}\n\\bibitem{{b}}\n"),
    "dash.tex": THE_LIST.format(f"\\bibitem{{a}} {TYPED}\n\\bibitem{{b}} ---.\n"),
    "item.html": f"<h1>References</h1><ol><li>{TYPED}</li><li>[2]</li><li>22</li></ol>",
    "no-list.txt": "There is prose in this document, and nothing else.\n",
    "blank.txt": "\n",
}
CODE = re.compile(r"^[A-Z]{3}\d{3} (?:error|warning|info): ")
COMMANDS = {
    "check": ["check", "--isolated", "--no-cache", "--output-format", "concise"],
    "convert": ["convert", "--to", "csl-json"],
    "format": ["format"],
    "tidy": ["tidy", "--diff"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(
            text, encoding="latin-1" if text.isascii() or name == "latin-1.bib" else "utf-8"
        )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reported(command: str, name: str) -> tuple[int, set[str]]:
    """Return the exit code of a command, and its lines about a file without codes and severities."""
    result = CliRunner().invoke(main, [*COMMANDS[command], name])
    lines = (line for line in result.output.splitlines() if line.startswith(f"{name}:"))
    return result.exit_code, {_without_code(line) for line in lines}


def _without_code(line: str) -> str:
    place, _, message = line.partition(": ")
    return f"{place}: {CODE.sub('', message)}"


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["convert", "format"])
@pytest.mark.usefixtures("folder")
def test_error_is_reported_as_check_reports_it(command: str, name: str) -> None:
    """The faults that convert and format report are among the findings of check."""
    code, lines = reported(command, name)
    assert code == 1
    assert lines
    assert lines <= reported("check", name)[1]


@pytest.mark.parametrize("name", ["unclosed.bib", "no-comma.bib", "no-key.bib"])
@pytest.mark.usefixtures("folder")
def test_tidy_reports_syntax_errors(name: str) -> None:
    """An entry that keeps its layout because of an error is reported."""
    code, lines = reported("tidy", name)
    assert code == 1
    assert lines == reported("convert", name)[1]


def test_one_empty_file_among_others_is_reported(folder: Path) -> None:
    """The references of the other files do not hide it."""
    (folder / "sound.bib").write_text(SOUND)
    result = CliRunner().invoke(main, ["convert", "--to", "csl-json", "sound.bib", "prose.bib"])
    assert result.exit_code == 1
    assert "prose.bib:1:1: this file contains no references" in result.stderr


def test_repeated_key_is_reported_by_convert(folder: Path) -> None:
    """Both references are written, so the result has one id twice."""
    (folder / "twice.bib").write_text(SOUND + SOUND)
    result = CliRunner().invoke(main, ["convert", "--to", "csl-json", "twice.bib"])
    assert result.exit_code == 1
    assert "twice.bib:2:7: another reference has the key `doe2001` too" in result.stderr


def test_file_of_macros_is_no_empty_file(folder: Path) -> None:
    """Journals defined with @string are kept in a file of their own."""
    (folder / "journals.bib").write_text("@string{jos = {Journal of Salt}}\n")
    assert reported("check", "journals.bib") == (0, set())


@pytest.mark.usefixtures("folder")
def test_an_empty_bibitem_is_reported_at_its_place() -> None:
    """The message names its key."""
    message = "the reference `b` is empty; write it, or remove it"
    assert reported("convert", "bibitem.tex")[1] == {f"bibitem.tex:3:1: {message}"}
