"""`refkit convert --sort`: references of several files in one order."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import refkit
from refkit.cli import main

ONE = "TY  - BOOK\nID  - b\nAU  - Birk, Jon\nTI  - Salt\nPY  - 2001\nER  - \n"
TWO = "@book{a, author={Alder, Ines}, title={Brine}, year=2005}\n@book{c, title={Air}}\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A RIS and a BibTeX file."""
    (tmp_path / "one.ris").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.bib").write_text(TWO, encoding="utf-8")
    return [str(tmp_path / "one.ris"), str(tmp_path / "two.bib")]


def keys(files: list[str], *options: str) -> list[str]:
    """Return the keys in the order of the output."""
    result: Result = CliRunner().invoke(
        main, ["convert", *files, "--to", "csl-json", *options], prog_name="refkit"
    )
    assert result.exit_code == 0, result.output
    return [item.id for item in refkit.loads(result.stdout, format="csl-json")]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("key", ["a", "b", "c"]),
        ("-key", ["c", "b", "a"]),
        ("author", ["a", "b", "c"]),
        ("year", ["b", "a", "c"]),
        ("-issued", ["a", "b", "c"]),
        ("type,title", ["c", "a", "b"]),
    ],
)
def test_names_give_the_order(files: list[str], names: str, expected: list[str]) -> None:
    """References without a value come last."""
    assert keys(files, "--sort", names) == expected


def test_without_names_the_order_is_that_of_the_files(files: list[str]) -> None:
    """As before."""
    assert keys(files) == ["b", "a", "c"]


def test_an_unknown_name_is_refused(files: list[str]) -> None:
    """With the nearest one, and nothing is written."""
    result = CliRunner().invoke(
        main, ["convert", *files, "--to", "ris", "--sort", "autor"], prog_name="refkit"
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean `author`" in result.stderr
