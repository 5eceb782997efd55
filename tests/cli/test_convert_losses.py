"""`refkit convert` says what the output format has no place for; `refkit formats` lists the formats."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import refkit
from refkit.cli import main
from refkit.formats import all_formats


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="refkit")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A file with a variable and a custom field that RIS has no tag for."""
    path = tmp_path / "a.json"
    record = {
        "id": "a",
        "type": "book",
        "title": "Salt",
        "original-title": "Sel",
        "custom": {"x": "1"},
    }
    path.write_text(json.dumps([record]), encoding="utf-8")
    return path


def test_the_number_is_on_standard_error(book: Path) -> None:
    """The output is not changed by it, and the exit code is 0."""
    result = run("convert", str(book), "--to", "ris")
    assert result.stderr == (
        "refkit: 2 values have no place in the output format (2 kept in notes); --report lists them\n"
    )
    assert (result.exit_code, result.stdout[:4]) == (0, "TY  ")


def test_the_report_lists_each_value(book: Path) -> None:
    """With the item, the variable, the place and the reason."""
    result = run("convert", str(book), "--to", "ris", "--report")
    assert result.stderr.splitlines() == [
        "a: original-title `Sel`: kept in N1: there is no tag for it in records of the type BOOK",
        "a: x `1`: kept in N1: it is a field of another format",
        "refkit: 2 values have no place in the output format (2 kept in notes)",
    ]


def test_strict_exits_with_1(book: Path) -> None:
    """Only if there is a loss."""
    assert run("convert", str(book), "--to", "ris", "--strict").exit_code == 1
    assert run("convert", str(book), "--to", "csl-json", "--strict").exit_code == 0


def test_the_library_has_the_losses(book: Path) -> None:
    """As records."""
    losses = refkit.convert(book, "ris").losses
    assert [(loss.id, loss.variable, loss.value, loss.kept_in) for loss in losses] == [
        ("a", "original-title", "Sel", "N1"),
        ("a", "x", "1", "N1"),
    ]


def test_the_list_of_formats() -> None:
    """One line for each, after the heading."""
    lines = run("formats").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["format", *all_formats()]
    assert [line.split() for line in lines if line.startswith("ris ")] == [
        ["ris", "yes", "yes", ".ris"]
    ]
