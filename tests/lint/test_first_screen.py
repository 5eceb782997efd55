"""The first screen of `check`: the gravest findings first, problems that repeat as one, a cap, wrapped messages."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.rules.lintcase import findings

from refkit.cli import main
from refkit.cli._view import use_color
from refkit.lint.habits import is_habit
from refkit.lint.report._headline import wrapped
from refkit.lint.report._text import width

ROOT = Path(__file__).parents[2]
HABIT = "".join(
    f"@article{{k{n}, author = {{Doe, Jo}}, title = {{T{n}}}, journal = {{J}}, year = {{2001}}, pages = {{1-9}}}}\n"
    for n in range(12)
)
GRAVE = "@misc{grave, title = {G}, pages = {9--1}}\n"
COMMAND = ["check", "--isolated", "--no-cache", "--select", "PAG1,KEY1"]


def check(folder: Path, text: str, *arguments: str) -> Result:
    (folder / "x.bib").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, [*COMMAND, *arguments, str(folder / "x.bib")])


def headlines(output: str) -> list[str]:
    return re.findall(r"^(?: *|\S+:)\d+:\d+:? (\w+ \w+[^:]*):", output, re.MULTILINE)


def on_terminal(folder: Path, text: str, *arguments: str, columns: int = 60) -> str:
    """Return what `check` prints on a terminal of this width."""
    (folder / "x.bib").write_text(text, encoding="utf-8")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    unset = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "CLICOLOR"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    process = subprocess.Popen(
        [sys.executable, "-m", "refkit", *COMMAND, *arguments, "x.bib"], cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"},
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    output = b""
    try:
        while chunk := os.read(ours, 65536):
            output += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    process.wait(timeout=60)
    return output.decode().replace("\r\n", "\n")


def test_errors_come_before_infos(tmp_path: Path) -> None:
    """The last entry has the gravest problem, which is shown first."""
    found = headlines(check(tmp_path, HABIT[: HABIT.index("@article{k2")] + GRAVE).output)
    assert found == ["PAG101 error", "PAG102 info in 2 of 3 entries"]


def test_a_habit_is_one_finding(tmp_path: Path) -> None:
    """The number of entries replaces the list."""
    output = check(tmp_path, HABIT + GRAVE).output
    assert headlines(output) == ["PAG101 error", "PAG102 info in 12 of 13 entries"]
    assert "Found 1 problem in 1 file: 1 error; and 12 infos.\n[*] 12 can be fixed" in output


def test_infos_are_a_list_below_the_problems(tmp_path: Path) -> None:
    """They have no source lines."""
    infos = check(tmp_path, HABIT + GRAVE).output.partition("habits and style;")[2]
    assert infos.splitlines()[1].startswith("  1:88 PAG102 info in 12 of 13 entries: [*] the pages")
    assert "|" not in infos


def test_a_file_may_have_infos_only(tmp_path: Path) -> None:
    """The summary does not call them problems."""
    assert "\nFound 12 infos in 1 file.\n" in check(tmp_path, HABIT).output


SAME = "".join(
    f"@inproceedings{{k{n}, author = {{Doe, Jo}}, title = {{T{n}}}, booktitle = {{P}}, journal = {{J}}, year = 2001}}\n"
    for n in range(3)
)


@pytest.mark.parametrize("form", ["full", "grouped"])
def test_the_same_of_several_entries_is_one_problem(form: str, tmp_path: Path) -> None:
    """The first place is shown, and the lines of the others are named."""
    output = check(tmp_path, SAME, "--select", "FLD220", "--output-format", form).output
    assert headlines(output) == ["FLD220 warning"]
    assert "= the same in lines 2, 3\n" in output
    assert "Found 1 problem in 3 places of 1 file: 1 warning.\n" in output


def test_the_key_of_an_entry_does_not_make_another_problem(tmp_path: Path) -> None:
    """Messages that name their entry say the same apart from it."""
    books = "".join(
        f"@book{{b{n}, author = {{Doe, Jo}}, title = {{T{n}}}, year = 2001}}\n" for n in range(2)
    )
    output = check(tmp_path, books, "--select", "REQ101").output
    assert headlines(output) == ["REQ101 error"]
    assert "= the same in line 2\n" in output


def test_different_values_are_different_problems(tmp_path: Path) -> None:
    """Each reversed range has to be looked at."""
    assert headlines(check(tmp_path, GRAVE + "@misc{h, title = {H}, pages = {8--2}}").output) == [
        "PAG101 error", "PAG101 error",
    ]  # fmt: skip


def test_the_lines_of_a_problem_are_limited(tmp_path: Path) -> None:
    """After twenty lines, the others are counted."""
    many = "".join(GRAVE.replace("grave", f"g{n}") for n in range(30))
    others = "".join(f"@misc{{m{n}, title = {{T}}, pages = {{1--9}}}}\n" for n in range(60))
    assert ", 20, 21 and 9 more\n" in check(tmp_path, many + others).output


def test_a_rule_about_items_finds_habits() -> None:
    """Entries without the variable do not count."""
    reversed_ranges = "".join(GRAVE.replace("grave", f"g{n}") for n in range(10))
    found = findings("PAG101", reversed_ranges + "@misc{m, title = {T}}")
    assert {finding.entries for finding in found} == {10}
    assert is_habit(found)


def test_infos_about_items_are_a_habit() -> None:
    """Two DOIs written as URLs are one line; entries without a DOI do not count."""
    entries = "".join(
        f"@misc{{g{n}, title = {{T}}, doi = {{https://doi.org/10.1000/18{n}}}}}" for n in range(2)
    )
    found = findings("IDS102", entries + "@misc{m, title = {T}}")
    assert [finding.entries for finding in found] == [2, 2]


@pytest.mark.parametrize("form", ["full", "grouped"])
def test_warnings_about_form_are_one_problem_whatever_the_value(form: str, tmp_path: Path) -> None:
    """What to do is the same for each type and field."""
    books = "".join(
        f"@{kind}{{{kind}, author = {{Doe, Jo}}, title = {{T}}, journal = {{J}}, year = 2001}}\n"
        for kind in ("book", "incollection", "inproceedings")
    )
    output = check(tmp_path, books, "--select", "FLD220", "--output-format", form).output
    assert headlines(output) == ["FLD220 warning"]
    assert "= similar in lines 2, 3\n" in output


def test_facts_are_different_problems(tmp_path: Path) -> None:
    """Each date has to be verified."""
    articles = "".join(
        f"@misc{{a{n}, title = {{T{n}}}, year = {{201{n}}}, urldate = {{200{n}-05-01}}}}\n"
        for n in range(2)
    )
    output = check(tmp_path, articles, "--select", "DAT201").output
    assert headlines(output) == ["DAT201 warning", "DAT201 warning"]


def test_an_option_lists_a_habit(tmp_path: Path) -> None:
    """With --show-all, each finding has its line."""
    output = check(tmp_path, HABIT, "--show-all").output
    assert headlines(output) == ["PAG102 info"] * 12


def test_entries_without_the_field_do_not_count(tmp_path: Path) -> None:
    """Only entries with pages can have wrong pages."""
    others = "".join(f"@misc{{m{n}, title = {{T}}}}\n" for n in range(50))
    assert headlines(check(tmp_path, HABIT + others).output) == ["PAG102 info in 12 of 12 entries"]


def test_many_warnings_in_few_entries_are_no_habit(tmp_path: Path) -> None:
    """A rule that is not of severity `info` must report something in most entries."""
    (tmp_path / "refkit.toml").write_text('[severity]\nPAG102 = "warning"\n', encoding="utf-8")
    others = "".join(f"@misc{{m{n}, title = {{T}}, pages = {{1--9}}}}\n" for n in range(30))
    command = ["check", "--no-cache", "--select", "PAG102", str(tmp_path)]
    (tmp_path / "x.bib").write_text(HABIT + others, encoding="utf-8")
    assert headlines(CliRunner().invoke(main, command).output) == ["PAG102 warning"]
    (tmp_path / "x.bib").write_text(HABIT, encoding="utf-8")
    assert headlines(CliRunner().invoke(main, command).output) == [
        "PAG102 warning in 12 of 12 entries"
    ]


@pytest.mark.parametrize("form", ["concise", "json", "github", "sarif"])
def test_other_reports_list_habits(form: str, tmp_path: Path) -> None:
    """Programs get every finding."""
    output = check(tmp_path, HABIT, "--output-format", form).output
    assert output.count("joined with one hyphen") == 12


def test_cached_findings_are_shown_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run, which reads the cache, recognizes the habit, too."""
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "x.bib").write_text(HABIT, encoding="utf-8")
    command = [
        "check",
        "--isolated",
        "--cache-dir",
        str(tmp_path / "cache"),
        str(tmp_path / "x.bib"),
    ]
    first, second = (CliRunner().invoke(main, command).output for _ in range(2))
    assert "in 12 of 12 entries" in first
    assert first == second


def test_the_cap_keeps_the_gravest(tmp_path: Path) -> None:
    """The error is kept although it is the last, and the rest is counted."""
    output = check(tmp_path, HABIT + GRAVE, "--show-all", "--max-findings", "3").output
    assert headlines(output) == ["PAG101 error", "PAG102 info", "PAG102 info"]
    assert "\n... and 10 more; use `--max-findings 0` to see them\n" in output


def test_a_pipe_gets_all(tmp_path: Path) -> None:
    """Output that is not a terminal is complete, and no line is wrapped."""
    many = "".join(GRAVE.replace("grave", f"g{n}") for n in range(60))
    assert len(headlines(check(tmp_path, many, "--show-all").output)) == 60


def test_a_terminal_gets_a_screen(tmp_path: Path) -> None:
    """Fifty findings, in lines of the terminal's width, in color."""
    many = "".join(GRAVE.replace("grave", f"g{n}") for n in range(60))
    output = on_terminal(tmp_path, many, "--show-all")
    plain = re.sub(r"\x1b\[[\d;]*m", "", output)
    assert plain != output
    assert len(headlines(plain)) == 50
    assert "\n... and 10 more; use" in plain
    assert max(width(line) for line in plain.partition("\n...")[0].splitlines()) <= 60


def test_a_terminal_gets_all_on_request(tmp_path: Path) -> None:
    """`--max-findings 0` has no limit, and `--color never` no colors."""
    many = "".join(GRAVE.replace("grave", f"g{n}") for n in range(60))
    output = on_terminal(tmp_path, many, "--show-all", "--max-findings", "0", "--color", "never")
    assert (len(headlines(output)), "\x1b" in output) == (60, False)


def test_grouped_names_each_file_once(tmp_path: Path) -> None:
    """The findings are below the name of their file, with aligned positions."""
    output = check(
        tmp_path, GRAVE + "\n" * 20 + GRAVE.replace("9", "8"), "--output-format", "grouped"
    ).output
    assert output.startswith(
        f"{tmp_path}/x.bib:\n"
        "   1:36 PAG101 error: the pages `9--1` end before they start: 9 comes after 1; check both numbers\n"
        "   22:7 KEY101 error: "
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two three"]),
        ("x" * 45 + " y", ["x" * 45, "    y"]),
        ("a " * 15 + "b", [("a " * 15).strip(), "    b"]),
        ("\u6f22" * 10 + " " + "\u6f22" * 10, ["\u6f22" * 10, "    " + "\u6f22" * 10]),
    ],
)
def test_messages_are_wrapped_at_spaces(text: str, lines: list[str]) -> None:
    """Words are not divided, and wide characters take two columns."""
    assert list(wrapped(text, 40, 10)) == lines


@pytest.mark.parametrize(
    ("choice", "environment", "is_terminal", "color"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"CLICOLOR": "0"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colors_follow_option_environment_and_terminal(
    choice: str,
    environment: dict[str, str],
    is_terminal: bool,
    color: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The option decides, then the variables, then the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert use_color(choice, is_terminal) is color


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_sets_the_lowest_severity(level: str, code: int, tmp_path: Path) -> None:
    """A warning fails from `warning` on."""
    done = check(tmp_path, "", "--select", "SYN103", "--fail-on", level)
    assert (headlines(done.output), done.exit_code) == (["SYN103 warning"], code)


def test_fail_on_is_read_from_the_configuration(tmp_path: Path) -> None:
    """The command line takes precedence."""
    (tmp_path / "refkit.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    (tmp_path / "x.bib").write_text(HABIT, encoding="utf-8")
    command = [
        "check",
        "--no-cache",
        "--select",
        "PAG102",
        "--config",
        str(tmp_path / "refkit.toml"),
    ]
    runs = [CliRunner().invoke(main, [*command, *more, str(tmp_path / "x.bib")])
            for more in ([], ["--fail-on", "info"])]  # fmt: skip
    assert [run.exit_code for run in runs] == [0, 1]


def test_misspelt_severity_gets_the_right_one(tmp_path: Path) -> None:
    """The message names the nearest choice."""
    done = check(tmp_path, GRAVE, "--fail-on", "eror")
    assert (done.exit_code, "did you mean `error`?" in done.output) == (2, True)


def test_what_could_not_be_fixed_is_not_offered_again(tmp_path: Path) -> None:
    """The file is read-only."""
    (tmp_path / "x.bib").write_text(HABIT, encoding="utf-8")
    (tmp_path / "x.bib").chmod(0o444)
    done = CliRunner().invoke(main, [*COMMAND, "--fix", str(tmp_path / "x.bib")])
    assert "is read-only" in done.stderr
    assert "can be fixed" not in done.stdout
