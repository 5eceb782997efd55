"""Configuration: which file is used, what it may contain, and how its errors are reported."""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main
from refkit.errors import UnreadableFile
from refkit.lint.config import OPTIONS, ConfigError, load_config, nearest_config
from refkit.lint.config_files import find_config
from refkit.lint.options import Request
from refkit.lint.run import run


def config(folder: Path, text: str, name: str = "refkit.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str, name: str = "refkit.toml") -> str:
    path = config(folder, text, name)
    with pytest.raises(ConfigError) as caught:
        load_config(str(path)).verify()
    return str(caught.value).removeprefix(str(folder) + "/")


def test_nearest_file_wins(tmp_path: Path) -> None:
    """A folder's own configuration is used, not the one of its parent."""
    config(tmp_path, 'select = ["DAT"]')
    inner = tmp_path / "inner"
    inner.mkdir()
    own = config(inner, 'select = ["PAG"]')
    assert find_config(str(inner)) == str(own)


def test_folder_above_is_looked_in(tmp_path: Path) -> None:
    """A folder without a configuration uses the one of its parent."""
    config(tmp_path, '[tool.refkit]\nselect = ["DAT"]', "pyproject.toml")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert nearest_config(str(inner)).settings.select == ("DAT",)


def test_project_without_our_table_is_passed_over(tmp_path: Path) -> None:
    """A pyproject.toml without a table for refkit is not a configuration."""
    config(tmp_path, 'select = ["DAT"]')
    inner = tmp_path / "inner"
    inner.mkdir()
    config(inner, "[tool.ruff]", "pyproject.toml")
    assert nearest_config(str(inner)).settings.select == ("DAT",)


def test_ignore_holds_codes_and_exceptions(tmp_path: Path) -> None:
    """`ignore` is a list of codes, of exceptions with a reason, or of both."""
    path = config(tmp_path, '[[ignore]]\nkey = "a"\nrule = "PAG101"\nreason = "so printed"')
    assert load_config(str(path)).settings.ignores[0].reason == "so printed"


def test_per_file_ignores_are_read(tmp_path: Path) -> None:
    """`per-file-ignores` is a table of patterns and codes."""
    path = config(tmp_path, '[per-file-ignores]\n"old/*.bib" = ["DAT"]')
    assert load_config(str(path)).settings.per_file_ignores == (("old/*.bib", ("DAT",)),)


def test_unknown_option_names_line_and_nearest(tmp_path: Path) -> None:
    """A misspelt option is reported with its line and the nearest option."""
    assert complaint(tmp_path, 'preview = true\nselct = ["DAT"]') == (
        "refkit.toml:2: no option `selct`; did you mean `select`?"
    )


def test_broken_toml_names_its_line(tmp_path: Path) -> None:
    """A syntax error in the TOML is reported with its line."""
    assert complaint(tmp_path, "preview = true\nselect = [").startswith("refkit.toml:2: not TOML: ")


def test_unknown_rule_names_line_and_nearest(tmp_path: Path) -> None:
    """A misspelt code is reported with its line and the nearest code."""
    said = complaint(tmp_path, '[tool.refkit]\nselect = [\n  "PGA101",\n]', "pyproject.toml")
    assert said == "pyproject.toml:3: no rule `PGA101`; did you mean `PAG101`?"


def test_wrong_kind_of_value_is_told(tmp_path: Path) -> None:
    """A string in place of a boolean is reported with its line."""
    assert (
        complaint(tmp_path, 'preview = "yes"') == "refkit.toml:1: `preview` must be true or false"
    )


def test_misspelt_choice_names_line_and_nearest(tmp_path: Path) -> None:
    """An invalid value is reported with the nearest valid one."""
    said = complaint(tmp_path, 'preview = true\noutput-format = "sarfi"')
    assert said == "refkit.toml:2: no output format `sarfi`; did you mean `sarif`?"


def test_exception_without_reason_is_told(tmp_path: Path) -> None:
    """An exception requires a reason."""
    assert "requires `reason`" in complaint(tmp_path, '[[ignore]]\nkey = "a"\nrule = "PAG101"')


DOCUMENTED = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")


def test_documented_configuration_can_be_used(tmp_path: Path) -> None:
    """The example in the documentation is valid, and its rules exist."""
    example = DOCUMENTED.split("```toml\n")[1].split("```")[0]
    read = load_config(str(config(tmp_path, example)))
    read.verify()
    assert read.settings.ignores[0].key == "smith2020"


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_documented(option: str) -> None:
    """Every option is in the documentation."""
    assert f"`{option}`" in DOCUMENTED


def test_table_name_in_our_own_file_is_explained(tmp_path: Path) -> None:
    """The message says that `[tool.refkit]` is valid in pyproject.toml only."""
    assert "without `[tool.refkit]`" in complaint(tmp_path, '[tool.refkit]\nselect = ["DAT"]')


def test_patterns_count_from_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run from a subfolder excludes the same files as a run from the configuration's folder."""
    config(tmp_path, 'exclude = ["sub/old"]\n[per-file-ignores]\n"sub/*.bib" = ["DAT"]')
    (tmp_path / "sub" / "old").mkdir(parents=True)
    for name in ("new.bib", "old/a.bib"):
        (tmp_path / "sub" / name).write_text(
            "@misc{a, title={T}, year={2050}, note={}}", encoding="utf-8"
        )
    for start, path in ((tmp_path, "sub"), (tmp_path / "sub", ".")):
        monkeypatch.chdir(start)
        report = run(Request(paths=(path,), cache=False))
        assert [(os.path.basename(f.file), f.code) for f in report.findings] == [
            ("new.bib", "FLD102")
        ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"min-confidence = {'9' * 5000}", "a number or date is out of range"),
        (f"min-confidence = -{'1' * 4301}", "a number or date is out of range"),
        ("a = " + "[" * 20_000, "it is nested too deeply"),
        ("a = " + "{b = " * 20_000, "it is nested too deeply"),
    ],
    ids=["digits", "minus", "arrays", "tables"],
)
def test_hostile_toml_is_no_internal_error(tmp_path: Path, text: str, reason: str) -> None:
    """Errors that the TOML library does not raise as syntax errors are reported, too."""
    assert complaint(tmp_path, text) == f"refkit.toml: not TOML: {reason}"


SEVERITIES = '[severity]\nPAG = "info"\nPAG101 = "warning"\nempty-field = "error"\n'


def test_the_more_specific_severity_wins(tmp_path: Path) -> None:
    """A code takes precedence over its family, and a name means its code."""
    config(tmp_path, SEVERITIES)
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, title={T}, pages={9--1}, note={}}\n@misc{b, pages={1-9}, title={T}}")
    found = run(Request((str(path),), cache=False)).findings
    severities = {finding.code: finding.severity for finding in found}
    assert severities == {"PAG101": "warning", "FLD102": "error", "PAG102": "info"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('PAG101 = "eror"', "no severity `eror`; did you mean `error`?"),
        ("PAG101 = 2", "no severity `2`; choose from error, info, warning"),
        ('PGA101 = "error"', "no rule `PGA101`; did you mean `PAG101`?"),
    ],
)
def test_wrong_severity_names_its_line(tmp_path: Path, line: str, reason: str) -> None:
    """A misspelt severity or rule is reported with its line."""
    assert complaint(tmp_path, f"[severity]\n{line}") == f"refkit.toml:2: {reason}"


def test_the_table_tidy_is_verified(tmp_path: Path) -> None:
    """Also by commands that do not tidy."""
    assert complaint(tmp_path, "[tidy]\nwarp = 80\n") == (
        "refkit.toml:2: no option `warp` in the table `tidy`; did you mean `wrap`?"
    )


def test_a_configuration_is_utf_8(tmp_path: Path) -> None:
    """TOML has no other encoding."""
    (tmp_path / "refkit.toml").write_bytes(b'select = ["\xe9"]\n')
    with pytest.raises(ConfigError, match="not UTF-8, the encoding of TOML"):
        load_config(str(tmp_path / "refkit.toml"))


@pytest.mark.parametrize(
    ("style", "is_path"), [("my.csl", True), ("styles/my.csl", True), ("ieee", False)]
)
def test_a_style_file_is_relative_to_the_configuration(
    style: str, is_path: bool, tmp_path: Path
) -> None:
    """The name of an included style is no path."""
    found = load_config(str(config(tmp_path, f'style = "{style}"'))).options.style
    assert found == (str(tmp_path / style) if is_path else style)


@pytest.mark.parametrize(
    ("path", "problem"),
    [("/dev/null", "is not a file"), ("none.bib", "does not exist"), ("folder", "is not a file")],
)
def test_a_bibliography_consists_of_files(path: str, problem: str, tmp_path: Path) -> None:
    """A folder or a device is not read."""
    (tmp_path / "folder").mkdir()
    found = load_config(str(config(tmp_path, f'bibliography = ["{path}"]')))
    assert found.missing_files() == [
        f"`bibliography` in `{tmp_path}/refkit.toml` names `{path}`, which {problem}"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool]\nrefkit = 3", "pyproject.toml:2: `refkit` must be a table: `[tool.refkit]`"),
        ("[tool]\nrefkit = []", "pyproject.toml:2: `refkit` must be a table: `[tool.refkit]`"),
    ],
)
def test_our_table_must_be_a_table(tmp_path: Path, text: str, message: str) -> None:
    """Another value is an error, not an empty configuration."""
    config(tmp_path, text, "pyproject.toml")
    with pytest.raises(ConfigError, match=re.escape(message)):
        nearest_config(str(tmp_path))


def test_our_table_is_found_however_it_is_written(tmp_path: Path) -> None:
    """TOML has several ways to write a table; the name in a dependency is none."""
    for number, text in enumerate(
        ('[tool]\nrefkit = {select = ["PAG"]}', 'tool.refkit.select = ["PAG"]', '[ tool . refkit ]\nselect = ["PAG"]')
    ):  # fmt: skip
        folder = tmp_path / str(number)
        folder.mkdir()
        config(folder, text, "pyproject.toml")
        assert nearest_config(str(folder)).settings.select == ("PAG",)
    own = config(tmp_path, "")
    folder = tmp_path / "other"
    folder.mkdir()
    config(folder, '[project]\ndependencies = ["refkit-bib"]', "pyproject.toml")
    assert find_config(str(folder)) == str(own)


def test_a_folder_with_the_name_of_a_configuration_is_an_error(tmp_path: Path) -> None:
    """The configuration of a parent folder is not used instead."""
    (tmp_path / "refkit.toml").mkdir()
    with pytest.raises(UnreadableFile, match="it is a folder"):
        nearest_config(str(tmp_path))


@pytest.mark.parametrize("pattern", ["", " ", "[", "a[b", "[]", "[!]", "[a]["])
def test_malformed_patterns_are_refused(tmp_path: Path, pattern: str) -> None:
    """In a configuration and on the command line."""
    message = "the value is empty" if not pattern.strip() else "has `[` without `]`"
    assert complaint(tmp_path, f'\nexclude = ["old", "{pattern}"]').startswith("refkit.toml:2: ")
    assert message in complaint(tmp_path, f'exclude = ["{pattern}"]')
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--exclude", pattern])
    assert (done.exit_code, message in done.stderr) == (2, True)


def test_patterns_with_brackets_are_read(tmp_path: Path) -> None:
    """Sets of characters, also with a bracket in them."""
    patterns = ("[ab].bib", "[!a]", "[[]", "[]]", "[!]]x", "a]", "old/*")
    listed = ", ".join(f'"{pattern}"' for pattern in patterns)
    assert load_config(str(config(tmp_path, f"exclude = [{listed}]"))).options.exclude == patterns


def test_a_rule_has_one_severity(tmp_path: Path) -> None:
    """Its code and its name select the same rule."""
    text = '[severity]\nFLD102 = "error"\nempty-field = "{}"\nFLD = "info"\n'
    assert complaint(tmp_path, text.format("info")) == (
        "refkit.toml:3: `empty-field` and `FLD102` are the same rule, with different severities"
    )
    load_config(str(config(tmp_path, text.format("error")))).verify()


@pytest.mark.parametrize("option", ["style", "retractions"])
def test_values_that_cannot_be_used_are_reported_with_their_line(
    tmp_path: Path, option: str
) -> None:
    """An option of the command line replaces the value, so that it is not an error then."""
    (tmp_path / "bad.bib").write_text("@misc{a, title={T}}\n", "utf-8")
    path = config(tmp_path, f'select = ["ALL"]\n{option} = "bad.bib"')
    words = ["check", str(tmp_path / "bad.bib"), "--config", str(path), "--no-cache"]
    for extra in ([], ["--diff"]):
        done = CliRunner().invoke(main, [*words, *extra])
        assert done.exit_code == 2
        assert f"{path}:2: " in done.stderr
    (tmp_path / "good.txt").write_text("# refkit retractions 1 2026-01-01\n", "utf-8")
    good = "ieee" if option == "style" else str(tmp_path / "good.txt")
    assert CliRunner().invoke(main, [*words, f"--{option}", good]).exit_code != 2
