"""Every command uses the configuration; `refkit config` shows it and `refkit clean` removes the cache."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.lint.config import OPTIONS
from refkit.lint.effective import toml

ENTRY = "@article{a, author={Doe, Jane}, title={Tides}, journal={Sea}, year={2001}, pages={1--9}}\n"
PROSE = "References\n\nDoe, J. (2001). Tides of the north. Journal of Seas, 3, 1-9.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "x.bib").write_text(ENTRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, text: str) -> None:
    (folder / "refkit.toml").write_text(text, encoding="utf-8")


def refkit(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_format_uses_style_and_locale(folder: Path) -> None:
    """Options on the command line take precedence, and --isolated ignores the file."""
    configured(folder, 'style = "ieee"\nlocale = "de-DE"\n')
    assert refkit("format", "x.bib").stdout.startswith("[1] J. Doe, \u201eTides\u201c")
    assert "\u201cTides,\u201d" in refkit("format", "x.bib", "--locale", "en-US").stdout
    assert refkit("format", "x.bib", "--style", "apa").stdout.startswith("Doe, J. (2001)")
    assert refkit("format", "x.bib", "--isolated").stdout.startswith("Doe, J. (2001). Tides.")


GERMAN = ENTRY.rstrip().removesuffix("}") + ", langid = {ngerman}}"


@pytest.mark.parametrize(
    ("options", "arguments", "opening"),
    [
        ("item-language = true", [], "\u201e"),
        ("item-language = false", [], "\u201c"),
        ("", ["--item-language"], "\u201e"),
        ("", [], "\u201c"),
        ("item-language = true", ["--isolated"], "\u201c"),
    ],
)
def test_format_writes_a_reference_in_its_language(
    folder: Path, options: str, arguments: list[str], opening: str
) -> None:
    """On request, a German title has German quotation marks in an English style."""
    configured(folder, options)
    (folder / "x.bib").write_text(GERMAN, encoding="utf-8")
    assert f"{opening}Tides" in refkit("format", "x.bib", "--style", "ieee", *arguments).stdout


def test_format_uses_a_named_configuration(folder: Path) -> None:
    """`--config` takes precedence over the nearest file."""
    (folder / "other.toml").write_text('style = "ieee"\n', encoding="utf-8")
    assert refkit("format", "x.bib", "--config", "other.toml").stdout.startswith("[1]")


@pytest.mark.parametrize("command", [["format"], ["convert", "--to", "csl-json"]])
def test_excluded_files_of_folders_are_skipped(folder: Path, command: list[str]) -> None:
    """A file that is named is read all the same."""
    (folder / "old.bib").write_text(ENTRY.replace("Tides", "Storms"), encoding="utf-8")
    configured(folder, 'exclude = ["old*"]\n')
    assert "Storms" not in refkit(*command, ".").stdout
    assert "Tides" in refkit(*command, ".").stdout
    assert "Storms" in refkit(*command, "old.bib").stdout
    assert "Storms" in refkit(*command, ".", "--isolated").stdout


@pytest.mark.parametrize("command", [["format"], ["convert", "--to", "csl-json"]])
def test_ignored_files_of_folders_are_skipped(folder: Path, command: list[str]) -> None:
    """Only a configuration turns this on for these commands."""
    (folder / "old.bib").write_text(ENTRY.replace("Tides", "Storms"), encoding="utf-8")
    (folder / ".gitignore").write_text("old.bib\n", encoding="utf-8")
    assert "Storms" in refkit(*command, ".", "--isolated").stdout
    configured(folder, "respect-gitignore = true\n")
    assert "Storms" not in refkit(*command, ".").stdout


def test_convert_and_parse_use_the_confidence(folder: Path) -> None:
    """All fields are below the highest confidence, and the command line takes precedence."""
    (folder / "x.txt").write_text(PROSE, encoding="utf-8")
    reference = PROSE.splitlines()[2]
    configured(folder, "min-confidence = 1.0\n")
    assert refkit("convert", "x.txt", "--to", "bibtex").exit_code == 1
    assert refkit("convert", "x.txt", "--to", "bibtex", "--min-confidence", "0").exit_code == 0
    assert refkit("parse", reference, "--to", "bibtex").exit_code == 1
    assert refkit("parse", reference, "--to", "bibtex", "--isolated").exit_code == 0


def test_a_broken_configuration_is_one_line(folder: Path) -> None:
    """The message has the line, as in `check`."""
    configured(folder, 'styel = "ieee"\n')
    done = refkit("format", "x.bib")
    assert (done.exit_code, done.stderr) == (
        2,
        f"refkit: {folder}/refkit.toml:1: no option `styel`; did you mean `style`?\n",
    )


def test_config_shows_values_with_their_lines(folder: Path) -> None:
    """Each option has its value and origin, also if it is set in a folder above."""
    configured(folder, 'style = "ieee"\n\n[severity]\nTTL221 = "error"\n')
    (folder / "inner").mkdir()
    shown = refkit("config", "inner").stdout
    assert f'style = "ieee"  # {folder}/refkit.toml:1\n' in shown
    assert f'severity = {{ TTL221 = "error" }}  # {folder}/refkit.toml:3\n' in shown
    assert 'output-format = "full"  # default\n' in shown
    assert "# baseline: not set\n" in shown


def test_config_output_is_a_configuration(folder: Path) -> None:
    """The shown options can be read again, with the same result."""
    text = (
        'exclude = ["a\\\\b\\"c"]\npreview = true\ndocument-date = 2026-01-31\nmax-findings = 5\n'
    )
    configured(folder, text + '[per-file-ignores]\n"old/*.bib" = ["DAT"]\n')
    first = refkit("config").stdout
    (folder / "refkit.toml").write_text(first, encoding="utf-8")
    second = refkit("config").stdout
    assert tomllib.loads(first) | {} == tomllib.loads(second)
    assert tomllib.loads(first)["exclude"] == ['a\\b"c']


def test_config_names_every_option(folder: Path) -> None:
    """Also without a configuration; then it says so."""
    done = refkit("config", "--isolated")
    assert done.stderr == "refkit: there is no configuration; these are the defaults\n"
    assert [name for name in OPTIONS if name not in done.stdout] == []


def test_config_reports_errors(folder: Path) -> None:
    """A rule that does not exist is reported with its line."""
    configured(folder, 'select = ["PGA101"]\n')
    done = refkit("config")
    assert (done.exit_code, "refkit.toml:1: no rule `PGA101`" in done.stderr) == (2, True)


@pytest.mark.parametrize("text", ['a"b\\', "tab\tnew\nline", "\u202e\x7f", "\U0001f600\U000e0001"])
def test_strings_are_escaped(text: str) -> None:
    """TOML reads what is written, and no control character reaches the terminal."""
    written = toml({"key with space": [text]})
    assert tomllib.loads(f"value = {written}")["value"]["key with space"] == [text]
    assert written.isprintable()


def test_clean_removes_only_records(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the user in the cache folder is kept."""
    monkeypatch.delenv("CI", raising=False)
    cache = folder / "cache"
    refkit("check", "x.bib", "--isolated", "--cache-dir", cache)
    (cache / "notes.txt").write_text("mine", encoding="utf-8")
    assert list(cache.glob("*.record"))
    done = refkit("clean", "--cache-dir", cache)
    assert (done.exit_code, done.stdout.startswith("Removed 2 records (")) == (0, True)
    assert not list(cache.glob("*.record"))
    assert (cache / "notes.txt").exists()


def test_clean_of_nothing_is_no_error(folder: Path) -> None:
    """The folder need not exist."""
    done = refkit("clean", "--cache-dir", folder / "none")
    assert (done.exit_code, done.stdout) == (
        0, f"Removed 0 records (0.0 MB) from `{folder}/none`.\n",
    )  # fmt: skip


@pytest.fixture
def bibliography(tmp_path: Path) -> Path:
    """A folder whose configuration names files that need one another, and a file outside that bibliography."""
    for name, text in {
        "refkit.toml": 'bibliography = ["lib/*.bib", "refs.bib", "missing.bib"]\n',
        "lib/strings.bib": "@string{jcr = {Journal of Coastal Research}}",
        "lib/parents.bib": "@proceedings{p, title={Proc. of Dunes}, booktitle={Proc. of Dunes}, year=2001}",
        "refs.bib": "@article{a, title={T}, journal=jcr, author={Holm, I.}, year=2001}"
        "@inproceedings{b, title={U}, crossref={p}, author={Holm, I.}}",
        "other.bib": "@article{c, title={V}, journal=jcr, author={Holm, I.}, year=2002}",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [("convert", "--to", "biblatex"), ("format",)])
def test_files_of_the_bibliography_are_known(
    command: tuple[str, ...], bibliography: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The macros and parents of the other files are known, and their entries are not in the output."""
    monkeypatch.chdir(bibliography)
    result = CliRunner().invoke(main, [*command, "refs.bib"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Journal of Coastal Research" in result.stdout
    assert result.stdout.count("Proc. of Dunes") == 1


def test_a_file_outside_the_bibliography_does_not_know_it(
    bibliography: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the files that the configuration names belong together."""
    monkeypatch.chdir(bibliography)
    result = CliRunner().invoke(main, ["convert", "--to", "biblatex", "other.bib"])
    assert "the macro `jcr` is not defined" in result.stderr
    assert "Coastal" not in result.stdout


def test_files_of_the_bibliography_in_a_folder_are_known(
    bibliography: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder has all files of the bibliography, each with its own entries."""
    monkeypatch.chdir(bibliography)
    result = CliRunner().invoke(main, ["convert", "--to", "biblatex", "."])
    assert result.stdout.count("Journal of Coastal Research") == 1
    assert [line for line in result.stderr.splitlines() if "refs.bib" in line] == []
