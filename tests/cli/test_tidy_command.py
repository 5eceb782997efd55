"""`refkit tidy`: overwritten files, or a report of the changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

UNTIDY = '@Misc(b, TITLE = "x",year=2001, month={July})\n@misc{a}\n'
TIDY = '@misc{b,\n  title = "x",\n  year = 2001,\n  month = {July},\n}\n\n@misc{a}\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my.bib"
    path.write_bytes(UNTIDY.encode())
    return path


def run(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["tidy", *map(str, arguments)], input=text)


def test_a_file_is_replaced(file: Path) -> None:
    """The second run does not change it."""
    assert run(file).exit_code == 0
    assert file.read_bytes().decode() == TIDY
    assert run("--check", file).exit_code == 0


def test_check_says_which_file_is_not_tidy(file: Path) -> None:
    """Nothing is written, the exit code is 1."""
    result = run("--check", file)
    assert (result.exit_code, result.stdout) == (1, f"{file} is not tidy\n")
    assert result.stderr == "1 file would be tidied\n"
    assert file.read_text() == UNTIDY


def test_diff_shows_the_change(file: Path) -> None:
    """Nothing is written, the exit code is 1."""
    result = run("--diff", file)
    assert result.exit_code == 1
    assert "-@Misc(b, TITLE" in result.output
    assert "+  year = 2001," in result.output
    assert file.read_text() == UNTIDY


def test_options_say_how_it_looks(file: Path) -> None:
    """Sorted, aligned, in braces, months as macros, another order."""
    run("--sort=key", "--align", "--braces", "--months", "--order", "year", "--indent", 1,
        "--no-trailing-comma", file)  # fmt: skip
    assert file.read_text() == (
        "@misc{a}\n\n@misc{b,\n year  = 2001,\n title = {x},\n month = jul\n}\n"
    )


def test_letters_are_spelled_as_asked(file: Path) -> None:
    """There and back."""
    file.write_text('@misc{a,\n  note = {M{\\"u}ller \\& Caf\\\'e},\n  url = {x/\\"u},\n}\n')
    run("--encode", "unicode", file)
    assert 'note = {Müller \\& Café},\n  url = {x/\\"u}' in file.read_text(encoding="utf-8")
    run("--encode", "tex", file)
    assert "note = {M{\\\"u}ller \\& Caf{\\'e}}" in file.read_text(encoding="utf-8")


def test_standard_input_goes_to_standard_output() -> None:
    """As a filter."""
    assert run("-", text=UNTIDY).output == TIDY


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    """With exit code 2."""
    result = run(tmp_path / "none.bib")
    assert result.exit_code == 2
    assert "no such file" in result.output


def test_only_bib_files_are_tidied(file: Path) -> None:
    """Other files in a folder are skipped; one that is named is refused."""
    other = file.with_name("other.json")
    other.write_text('[{"id": "a",  "type": "book"}]')
    assert run(file.parent).exit_code == 0
    assert other.read_text() == '[{"id": "a",  "type": "book"}]'
    assert run(other).exit_code == 2


def test_an_empty_folder_is_a_warning(tmp_path: Path) -> None:
    """As for `check`, nothing to do is not an error."""
    done = run(tmp_path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "contains no files that refkit reads" in done.stderr


def test_a_diff_has_colors_on_demand(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FORCE_COLOR counts as a terminal; a pipe gets a diff for `git apply`."""
    assert "\x1b" not in run("--diff", file).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m+@misc{b,\x1b[0m\n" in run("--diff", file).stdout


def test_the_current_folder_is_tidied_by_default(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last line says how many files changed."""
    (tmp_path / "tidy.bib").write_text(TIDY)
    monkeypatch.chdir(tmp_path)
    assert run().stderr.splitlines()[-1] == "1 file tidied, 1 file left unchanged"
    assert file.read_text() == TIDY
    assert run().stderr == "2 files left unchanged\n"


def test_titles_journals_and_fields_can_be_changed(file: Path, tmp_path: Path) -> None:
    """The options of the command line take precedence over those of the configuration."""
    journals = tmp_path / "journals.csv"
    journals.write_text("Journal of Rivers;J. Riv.\n")
    (tmp_path / "refkit.toml").write_text(
        'tidy = {titles = "title-case", journals = "abbreviate", journal-lists = ["journals.csv"]}'
    )
    file.write_text(
        "@article{a, title = {The Rhine in Spring}, journal = {Journal of Rivers}, note = {x}}"
    )
    assert run("--sentence-case", "--omit", "note", file).exit_code == 0
    assert file.read_text() == (
        "@article{a,\n  title = {The Rhine in spring},\n  journal = {J. Riv.},\n}\n"
    )
    result = run("--isolated", "--journal-list", journals, file)
    assert (result.exit_code, "abbreviate or expand" in result.stderr) == (2, True)


def test_a_file_is_converted_to_the_other_dialect(file: Path) -> None:
    """In place, with its comments."""
    file.write_text("% Rivers\n@article{a, title = {T}, journal = {J}, year = 2001}\n")
    assert run("--dialect", "biblatex", file).exit_code == 0
    assert file.read_text() == (
        "% Rivers\n@article{a,\n  title = {T},\n  journaltitle = {J},\n  date = 2001,\n}\n"
    )


def test_a_merge_conflict_is_an_error_at_its_line(file: Path) -> None:
    """The file stays as it is."""
    text = "@book{b,title={B}}\n" + "<" * 7 + " HEAD\n@book{a,title={A}}\n"
    file.write_text(text, encoding="utf-8")
    result = run(file)
    assert result.exit_code == 1
    assert f"{file}:2:1: the file has an unresolved merge conflict here" in result.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("option", ["--sort", "--order", "--omit", "--keep"])
@pytest.mark.parametrize("value", ["", " ", ",", "--"])
def test_an_option_without_names_is_an_error(file: Path, option: str, value: str) -> None:
    """The message has an example."""
    result = run(f"{option}={value}", file)
    assert (result.exit_code, "`title,year`" in result.stderr) == (2, True)
