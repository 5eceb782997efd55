"""`refkit rename`: keys of reference lists, and the fields that refer to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

BOOKS = (
    "% books\n@book{coast, title={The Coast}, editor={Roe, R.}, year=1999}\r\n"
    "@inbook{doe1, author={Doe, J.}, title={Sand}, crossref={coast}}\n"
    "@inbook{Doe1999, author={Doe, J.}, title={Wind}, crossref={coast}}\n"
    "@xdata{press, publisher={P}}\n"
)
NOTES = "@misc{n, author={\xc4rm, A.}, title={N}, year=2001, related={coast, doe1}}\n"
RECORDS = '[{"id": "r",  "type": "book", "author": [{"family": "Doe"}]}]'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "books.bib").write_bytes(BOOKS.encode())
    (tmp_path / "notes.bib").write_bytes(NOTES.encode("latin-1"))
    (tmp_path / "records.json").write_text(RECORDS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["rename", *map(str, arguments)], input=text)


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def test_fields_of_other_files_follow(folder: Path) -> None:
    """Every other byte is kept, also in a file that is not in UTF-8."""
    result = run("coast", "shore")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == "1 key renamed, 4 keys left unchanged"
    assert (folder / "books.bib").read_bytes() == (
        BOOKS.replace("{coast", "{shore", 1).replace("={coast}", "={shore}").encode()
    )
    assert (folder / "notes.bib").read_bytes() == NOTES.replace("coast", "shore").encode("latin-1")


def test_a_key_in_several_files_is_renamed_in_all(folder: Path) -> None:
    """All files are one bibliography."""
    (folder / "copy.bib").write_text("@book{coast, title={The Coast}}\n")
    assert run("coast", "shore").exit_code == 0
    assert (folder / "copy.bib").read_text() == "@book{shore, title={The Coast}}\n"


def test_records_of_csl_json_are_renamed(folder: Path) -> None:
    """In the layout of the file."""
    run("r", "doe", "records.json")
    assert (folder / "records.json").read_text() == RECORDS.replace('"r"', '"doe"')


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("coast", "Doe1999"), "there is an entry `Doe1999` already"),
        (("coast", "n"), "there is an entry `n` already"),
        (("cost", "shore"), "did you mean `coast`?"),
        (("press", "a b"), "`a b` cannot be a key"),
        (("coast",), "name the old and the new key, or use `--key-style`"),
        (("--key-style", "[atuh]"), "no marker `atuh`; did you mean `auth`?"),
        (("--key-style", ""), "has no marker"),
        (("coast", "shore", "none.bib"), "cannot read `none.bib`: no such file"),
    ],
)  # fmt: skip
def test_a_refused_change_writes_nothing(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    """The exit code is 2, and the error is one line."""
    before = contents(folder)
    result = run(*arguments)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert message in result.stderr
    assert contents(folder) == before


def test_keys_that_follow_the_style_are_kept(folder: Path) -> None:
    """The table shows the others, and a second run changes nothing."""
    result = run("--key-style", "[auth][year]", "--map", "keys.csv", "books.bib", "notes.bib")
    assert result.stdout == "coast -> Roe1999\ndoe1  -> Doe1999a\nn     -> Arm2001\n"
    assert (folder / "keys.csv").read_text() == (
        "old,new\ncoast,Roe1999\ndoe1,Doe1999a\nn,Arm2001\n"
    )
    assert (folder / "notes.bib").read_bytes() == (
        "@misc{Arm2001, author={\xc4rm, A.}, title={N}, year=2001, related={Roe1999, Doe1999a}}\n"
    ).encode("latin-1")
    before = contents(folder)
    again = run("--key-style", "[auth][year]", "books.bib", "notes.bib")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "4 keys left unchanged\n"
    assert contents(folder) == before


def test_check_and_diff_write_nothing(folder: Path) -> None:
    """The exit code is 1 if a key would change."""
    before = contents(folder)
    result = run("--key-style", "[auth][year]", "--check", "--map", "keys.csv")
    assert (result.exit_code, "doe1  -> Doe1999a" in result.stdout) == (1, True)
    shown = run("--key-style", "[auth][year]", "--diff")
    assert shown.exit_code == 1
    assert (
        "+@inbook{Doe1999a, author={Doe, J.}, title={Sand}, crossref={Roe1999}}\n" in shown.stdout
    )
    assert contents(folder) == before
    assert run("--key-style", "[auth:lower][year]", "--check", "notes.bib").exit_code == 1


def test_keys_that_cannot_follow_the_style_are_reported(folder: Path) -> None:
    """A malformed entry, two works with one key, and a work without a name in ASCII letters."""
    text = (
        "@misc{same, author={Lee, A.}, year=2001}\n@misc{same, author={Ray, B.}, year=2002}\n"
        "@misc{wang, author={王}, title={中}, year=2003}\n@misc{open, author={Doe, A.}, year=2004, note={x\n"
    )
    (folder / "odd.bib").write_text(text, encoding="utf-8")
    result = run("--key-style", "[auth][year]", "odd.bib")
    assert result.exit_code == 0
    assert "kept `same`, `same`, `wang`, `open`" in result.stderr
    assert (folder / "odd.bib").read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_an_error(folder: Path) -> None:
    """The table of keys is shown only if they were renamed."""
    (folder / "notes.bib").chmod(0o444)
    result = run("--key-style", "[auth][year]", "notes.bib")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`notes.bib` is read-only" in result.stderr


def test_standard_input_goes_to_standard_output() -> None:
    """As a filter, with nothing else on standard output."""
    result = run("--key-style", "[auth][year]", "-", text=NOTES.encode("latin-1"))
    assert result.stdout_bytes == NOTES.replace("{n,", "{Arm2001,").encode("latin-1")


def test_files_without_keys_are_refused(folder: Path) -> None:
    """A named file that is neither a reference list nor a document with citations."""
    (folder / "paper.txt").write_text("See coast.\n")
    result = run("coast", "shore", "paper.txt", "books.bib")
    assert (result.exit_code, "only in these" in result.stderr) == (2, True)
    assert run("coast", "shore").exit_code == 0
    assert (folder / "paper.txt").read_text() == "See coast.\n"


def test_the_same_key_and_empty_keys(folder: Path) -> None:
    """The first changes nothing, and the others are errors of usage."""
    before = contents(folder)
    same = run("coast", "coast")
    assert (same.exit_code, same.stderr) == (0, "5 keys left unchanged\n")
    for arguments in (("coast", ""), ("", "coast"), (" ", "x")):
        result = run(*arguments)
        assert (result.exit_code, "a key is empty" in result.stderr) == (2, True)
    assert contents(folder) == before


def test_keys_that_differ_in_case_are_not_renamed_by_one_of_them(folder: Path) -> None:
    """BibTeX takes them for the same key; a style keeps both, and one without a key is renamed by its generated key."""
    text = "@misc{a, title={One}}\n@misc{A, title={Two}}\n@misc{, author={Kay, L.}, year=1999}\n"
    result = run("a", "b", "-", text=text)
    assert (result.exit_code, "in upper or lower case" in result.stderr) == (2, True)
    styled = run("--key-style", "[title]", "-", text=text)
    assert (styled.exit_code, styled.stdout) == (0, text)
    assert run("kay1999", "kay", "-", text=text).stdout == text.replace("{,", "{kay,")
