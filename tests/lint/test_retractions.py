"""The list of retracted works is made from a table and contains no DOI in plain text."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main
from refkit.errors import RefkitError, UnreadableFile
from refkit.lint.retractions import doi_digest, read_retractions, retracted_dois, write_retractions

TABLE = """Record ID,OriginalPaperDOI,RetractionNature
1,10.1000/One,Retraction
2,10.1000/two,Correction
3,unavailable,Retraction
4,https://doi.org/10.1000/three,Retraction
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_retractions_are_taken_from_the_table(table: Path) -> None:
    """Corrections and rows without a DOI are skipped."""
    assert list(retracted_dois(str(table))) == ["10.1000/One", "10.1000/three"]


def test_list_is_read_back(tmp_path: Path) -> None:
    """A DOI is found by its digest, whether in upper or lower case."""
    path = str(tmp_path / "list.txt")
    write_retractions(path, ["10.1000/One"], date(2026, 11, 22))
    assert doi_digest("10.1000/ONE") in read_retractions(path)


def test_other_files_are_no_list(table: Path) -> None:
    """A file that is not such a list is reported."""
    with pytest.raises(RefkitError, match="refkit update retractions"):
        read_retractions(str(table))


def test_other_tables_are_told(tmp_path: Path) -> None:
    """A table without the required column is not accepted as the Retraction Watch table."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(RefkitError, match="OriginalPaperDOI"):
        list(retracted_dois(str(path)))


def test_command_makes_the_list(table: Path, tmp_path: Path) -> None:
    """The command prints the number of works, the date and the file."""
    done = CliRunner().invoke(
        main,
        [
            "update",
            "retractions",
            str(table),
            "-o",
            str(tmp_path / "list.txt"),
            "--date",
            "2026-11-22",
        ],
    )
    assert done.stdout == f"2 retracted works as of 2026-11-22 in `{tmp_path}/list.txt`\n"


def test_a_quotation_mark_that_is_not_closed_is_reported(tmp_path: Path) -> None:
    """The csv module refuses a value of more than 131,072 characters; the error names the line."""
    table = tmp_path / "table.csv"
    table.write_text('OriginalPaperDOI,RetractionNature\n10.1000/a,"Retraction\n' + "x\n" * 100_000)
    with pytest.raises(UnreadableFile, match=r"line \d+ cannot be read as CSV"):
        list(retracted_dois(str(table)))
