"""The table `tidy` of a configuration sets the layout of .bib files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.formats.bibtex.tidy_options import DEFAULT_OPTIONS, TidyOptions
from refkit.lint.config import ConfigError, load_config
from refkit.lint.tidy_config import OPTIONS, tidy_options

PAGE = (Path(__file__).parents[2] / "docs" / "bibtex.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```toml\n(\[tidy\].*?)```", PAGE, re.DOTALL)
ENTRY = "@misc{b, title = {Tides}, year = 2001}\n"


def options(folder: Path, text: str) -> TidyOptions:
    (folder / "refkit.toml").write_text(text, encoding="utf-8")
    return tidy_options(load_config(str(folder / "refkit.toml")))


def tidied(folder: Path, *arguments: str) -> str:
    """Return the output of `tidy` for one entry in a folder."""
    (folder / "my.bib").write_text(ENTRY, encoding="utf-8")
    result = CliRunner().invoke(main, ["tidy", str(folder / "my.bib"), *arguments])
    assert result.exit_code == 0, result.output
    return (folder / "my.bib").read_text(encoding="utf-8")


def test_every_option_is_read(tmp_path: Path) -> None:
    """The example in the documentation contains every option."""
    assert EXAMPLE is not None
    assert options(tmp_path, EXAMPLE[1]) == TidyOptions(
        sort=("author", "-year"), order=("title", "year"), align=True, delimiters="braces", wrap=80,
        months=True, encode="unicode", indent=4, trailing_comma=False, omit=("abstract", "file"),
        dialect="biblatex", titles="sentence-case", journals="abbreviate",
        journal_lists=(str(tmp_path / "journals.csv"),),
    )  # fmt: skip
    assert sorted(re.findall(r"^([a-z-]+) =", EXAMPLE[1], re.MULTILINE)) == list(OPTIONS)


def test_defaults_are_those_of_the_command(tmp_path: Path) -> None:
    """A configuration without the table changes nothing."""
    assert options(tmp_path, 'select = ["DAT"]') == DEFAULT_OPTIONS


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("indnt = 4", ":2: no option `indnt` in the table `tidy`; did you mean `indent`?"),
        ("indent = 41", ":2: `indent` must be a whole number from 0 to 40"),
        ("indent = true", ":2: `indent` must be a whole number from 0 to 40"),
        ("wrap = 5", ":2: `wrap` must be 0 or at least 20"),
        ('delimiters = "brace"', ":2: no delimiters `brace`; did you mean `braces`?"),
        ('align = "yes"', ":2: `align` must be true or false"),
        ('sort = "key"', ":2: `sort` must be a list in brackets"),
    ],
)
def test_mistakes_are_reported_with_their_line(tmp_path: Path, table: str, message: str) -> None:
    """The message says which values are possible."""
    with pytest.raises(ConfigError) as caught:
        options(tmp_path, f"[tidy]\n{table}\n")
    assert message in str(caught.value)


def test_table_is_a_table(tmp_path: Path) -> None:
    """Every command that reads the file rejects a value of another type."""
    with pytest.raises(ConfigError, match="`tidy` must be a table"):
        options(tmp_path, "tidy = 4")


def test_nearest_configuration_counts(tmp_path: Path) -> None:
    """The nearest configuration is used, as for `check`."""
    (tmp_path / "pyproject.toml").write_text("[tool.refkit.tidy]\nindent = 4\n")
    (tmp_path / "inner").mkdir()
    assert "\n    title" in tidied(tmp_path / "inner")


@pytest.mark.parametrize("arguments", [("--indent", "1"), ("--isolated",)])
def test_command_line_takes_precedence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Options on the command line override the configuration, or disable it."""
    (tmp_path / "refkit.toml").write_text("[tidy]\nindent = 4\n")
    assert "\n    title" not in tidied(tmp_path, *arguments)


def test_what_a_configuration_turns_on_can_be_turned_off(tmp_path: Path) -> None:
    """Each flag has an opposite."""
    (tmp_path / "refkit.toml").write_text("[tidy]\nalign = true\nmonths = true\n")
    assert "year = 2001" in tidied(tmp_path, "--no-align", "--no-months")


def test_named_configuration_counts(tmp_path: Path) -> None:
    """A configuration file given by name is used, wherever it is."""
    other = tmp_path / "other.toml"
    other.write_text("[tidy]\nindent = 7\n")
    assert "\n       title" in tidied(tmp_path, "--config", str(other))


def run(folder: Path, configuration: str) -> Result:
    (folder / "old").mkdir()
    for name in ("my.bib", "old/my.bib"):
        (folder / name).write_text(ENTRY, encoding="utf-8")
    (folder / "refkit.toml").write_text(configuration)
    return CliRunner().invoke(main, ["tidy", "--check", str(folder)])


def test_excluded_files_are_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tidy` skips excluded files, as `check` does."""
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path, 'exclude = ["old"]').output.count("is not tidy") == 1
