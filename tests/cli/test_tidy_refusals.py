"""`refkit tidy` refuses options that exclude each other, and names of fields that no file has."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

BIB = "@article{b,\n  title = {Tides},\n  journal = {J},\n  mine = {1},\n}\n"


def run(folder: Path, *arguments: str, text: str = BIB) -> Result:
    path = folder / "refs.bib"
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, [arguments[0], str(path), *arguments[1:]])


@pytest.mark.parametrize(
    "flags",
    [("--sentence-case", "--title-case"), ("--quotes", "--braces")],
    ids=["titles", "marks"],
)
def test_flags_that_exclude_each_other(flags: tuple[str, str], tmp_path: Path) -> None:
    """In each order."""
    for order in (flags, flags[::-1]):
        result = run(tmp_path, "tidy", *order)
        assert result.exit_code == 2
        assert "exclude each other" in result.stderr
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8") == BIB


@pytest.mark.parametrize("flag", ["--sentence-case", "--title-case", "--quotes", "--braces"])
def test_one_of_them_is_accepted(flag: str, tmp_path: Path) -> None:
    """And has its effect."""
    result = run(tmp_path, "tidy", flag, text=BIB.replace("{Tides}", "{Tides and the Sea}"))
    written = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    expected = {"--sentence-case": "{Tides and the sea}", "--quotes": '"Tides and the Sea"'}
    assert (result.exit_code, expected.get(flag, "{Tides and the Sea}") in written) == (0, True)


@pytest.mark.parametrize(
    ("option", "names", "message"),
    [
        ("--sort", "bogus", "no entry has the field `bogus`"),
        ("--sort", "key,-bogus", "no entry has the field `bogus`"),
        ("--sort", "titel", "did you mean `title`"),
        ("--order", "title,jurnal", "did you mean `journal`"),
        ("--omit", "abstrct", "did you mean `abstract`"),
        ("--keep", "autor", "did you mean `author`"),
    ],
)
def test_unknown_names_are_errors(option: str, names: str, message: str, tmp_path: Path) -> None:
    """In options and in the configuration, before a file is written."""
    text = BIB.replace("\n  title", "\ntitle")
    result = run(tmp_path, "tidy", option, names, text=text)
    assert (result.exit_code, message in result.stderr) == (2, True)
    words = ", ".join(f'"{name}"' for name in names.split(","))
    config = tmp_path / "own.toml"
    config.write_text(f"[tidy]\n{option[2:]} = [{words}]\n", encoding="utf-8")
    result = run(tmp_path, "tidy", "--config", str(config), text=text)
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "arguments",
    [("--sort", "mine"), ("--sort", "type,-year"), ("--order", "other"), ("--omit", "file,rating")],
)
def test_known_and_own_names_are_accepted(arguments: tuple[str, str], tmp_path: Path) -> None:
    """Fields that a file has, and names that are no typos."""
    assert run(tmp_path, "tidy", *arguments).exit_code == 0


def test_a_misspelt_field_of_a_file_can_be_omitted(tmp_path: Path) -> None:
    """It is there."""
    result = run(tmp_path, "tidy", "--omit", "titel", text="@misc{a, titel = {x}, year = 2001}\n")
    assert result.exit_code == 0
    assert "titel" not in (tmp_path / "refs.bib").read_text(encoding="utf-8")


def test_a_name_in_keep_and_omit_is_an_error(tmp_path: Path) -> None:
    """Only one of the two can be meant."""
    result = run(tmp_path, "tidy", "--keep", "title", "--omit", "title")
    assert (result.exit_code, "in `keep` and in `omit`" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('titels = "keep"', "did you mean `titles`"),
        ('encode = "utf8"', "no encode `utf8`"),
        ('sort = "title"', "must be a list"),
        ('sort = ["-"]', "contains an empty name"),
        ('omit = [""]', "contains an empty name"),
        ("align = 1", "must be true or false"),
    ],
)
def test_check_and_tidy_report_wrong_options_alike(line: str, message: str, tmp_path: Path) -> None:
    """Also when the findings of the file are in the cache."""
    config = tmp_path / "own.toml"
    config.write_text("[tidy]\nalign = true\n", encoding="utf-8")
    run(tmp_path, "check", "--config", str(config))
    config.write_text(f"[tidy]\n{line}\n", encoding="utf-8")
    for command in ("check", "tidy"):
        result = run(tmp_path, command, "--config", str(config))
        assert result.exit_code == 2
        assert message in result.stderr


JOURNALS = """@string{jot = "Journal of Tides"}
@string{both = {Journal of Salt}}

@article{a,
  journal = jot,
}

@article{b,
  journal = jot,
  note = both,
}

@article{c,
  journal = both,
}

@article{d,
  journal = {Journal of Tides},
}
"""


@pytest.fixture(name="journal_list")
def _journal_list(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_text("Journal of Tides,J. Tid.\nJournal of Salt,J. Salt\n", encoding="utf-8")
    return str(path)


def test_journals_in_macros_are_abbreviated(journal_list: str, tmp_path: Path) -> None:
    """In the macro if only journals use it, or else in the fields; both are reported."""
    arguments = ("tidy", "--journals", "abbreviate", "--journal-list", journal_list)
    result = run(tmp_path, *arguments, text=JOURNALS)
    written = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    assert written == JOURNALS.replace("Journal of Tides", "J. Tid.").replace(
        "journal = both", "journal = {J. Salt}"
    )
    assert "changed the macro `jot` to `J. Tid.`" in result.stderr
    assert "wrote `J. Salt` to 1 field instead of the macro `both`" in result.stderr


def test_journals_in_macros_are_expanded_again(journal_list: str, tmp_path: Path) -> None:
    """The other way round, without a second change."""
    options = ("--journals", "expand", "--journal-list", journal_list)
    text = JOURNALS.replace("Journal of Tides", "J. Tid.")
    run(tmp_path, "tidy", *options, text=text)
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8") == JOURNALS
    assert run(tmp_path, "tidy", "--check", *options, text=JOURNALS).exit_code == 0


@pytest.mark.parametrize(
    "strings",
    [
        '@string{jot = "Journal of Tides"}\n@string{jot = "Journal of Salt"}\n',
        '@string{jot = "Journal " # "of Tides"}\n@string{x = jot # " B"}\n',
    ],
    ids=["twice", "in another macro"],
)
def test_macros_with_other_uses_keep_their_values(
    strings: str, journal_list: str, tmp_path: Path
) -> None:
    """One that is defined twice is unchanged, and one in another macro is replaced in the fields."""
    text = f"{strings}\n@article{{a,\n  journal = jot,\n}}\n"
    run(tmp_path, "tidy", "--journals", "abbreviate", "--journal-list", journal_list, text=text)
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8").startswith(strings)


def test_a_malformed_string_is_no_error(journal_list: str, tmp_path: Path) -> None:
    """With two macros in one @string, the field gets the name."""
    string = '@string{jot = {Journal of Tides}, b = "x"}\n'
    text = f"{string}\n@article{{a,\n  journal = jot,\n}}\n"
    arguments = ("tidy", "--journals", "abbreviate", "--journal-list", journal_list)
    result = run(tmp_path, *arguments, text=text)
    written = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    assert written == text.replace("= jot", "= {J. Tid.}")
    assert "is defined in a malformed @string" in result.stderr


@pytest.mark.parametrize(
    "string",
    [
        '@STRING(jot = "Journal of Tides")',
        "@string {jot={Journal of Tides}}",
        '@string{JOT = "Journal " # "of Tides"}',
    ],
)
def test_forms_of_strings(string: str, journal_list: str, tmp_path: Path) -> None:
    """In parentheses, in capitals, and as a chain."""
    text = f"{string}\n\n@article{{a,\n  journal = Jot,\n}}\n"
    run(tmp_path, "tidy", "--journals", "abbreviate", "--journal-list", journal_list, text=text)
    head, _, rest = (tmp_path / "refs.bib").read_text(encoding="utf-8").partition("\n")
    assert ("J. Tid." in head, "Journal" in head, "= Jot" in rest) == (True, False, True)
