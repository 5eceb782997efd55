"""Options that decide which fixes are applied, and what is reported afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

TEXT = "@misc{a, title={T}, note={}, pages={1-9}}\n@misc{b, title={U}, pages={9--1}, vloume={3}}\n"
CODES = "FLD102,FLD103,PAG101,PAG102"


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "x.bib"
    path.write_text(TEXT, encoding="utf-8")
    return path


def check(*arguments: str | Path, stdin: str | None = None) -> Result:
    words = [*map(str, arguments), "--isolated", "--no-cache", "--select", CODES]
    return CliRunner().invoke(main, ["check", *words], input=stdin)


def test_fix_only_reports_no_remaining_finding(bib: Path) -> None:
    """The safe fixes are applied, and the exit code is 0 although an error remains."""
    done = check(bib, "--fix-only")
    assert (done.exit_code, done.stdout) == (0, "Fixed 2 problems.\n")
    assert bib.read_text("utf-8") == TEXT.replace(", note={}", "").replace("1-9", "1--9")


def test_fix_only_gives_an_empty_report_to_programs(bib: Path) -> None:
    """The report is valid JSON without findings."""
    assert check(bib, "--fix-only", "--output-format", "json").stdout == "[]\n"


def test_fix_only_shows_a_difference(bib: Path) -> None:
    """With --diff, nothing is written."""
    done = check(bib, "--fix-only", "--diff")
    assert (done.exit_code, bib.read_text("utf-8")) == (1, TEXT)
    assert "+@misc{a, title={T}, pages={1--9}}" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fix"], 0),
        (["--fix", "--exit-non-zero-on-fix"], 1),
        (["--fix-only", "--exit-non-zero-on-fix"], 1),
        (["--fix", "--exit-non-zero-on-fix", "--exit-zero"], 0),
    ],
)
def test_an_applied_fix_can_fail_a_run(tmp_path: Path, arguments: list[str], code: int) -> None:
    """A hook wants to know that the file changed; a second run changes nothing and succeeds."""
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, title={T}, note={}}\n", encoding="utf-8")
    assert check(path, *arguments).exit_code == code
    assert check(path, *arguments).exit_code == 0


def test_unfixable_rules_are_reported_without_a_fix(bib: Path) -> None:
    """The finding remains, and is not counted as fixable."""
    done = check(bib, "--fix", "--unfixable", "PAG")
    assert "pages={1-9}" in bib.read_text("utf-8")
    assert "PAG102 info: the pages" in done.stdout


def test_unsafe_fixes_of_some_rules_count_as_safe(bib: Path) -> None:
    """`--fix` applies them, and the report marks them as fixable."""
    before = check(bib, "--extend-safe-fixes", "misspelt-field").stdout
    assert "FLD103 error: [*] " in before
    assert "[*] 3 can be fixed with `--fix`.\n" in before
    check(bib, "--fix", "--extend-safe-fixes", "misspelt-field")
    assert "volume={3}" in bib.read_text("utf-8")


def test_other_unsafe_fixes_are_not_applied(bib: Path) -> None:
    """Without the option, `--fix` leaves the misspelt name."""
    check(bib, "--fix", "--extend-safe-fixes", "TTL")
    assert "vloume={3}" in bib.read_text("utf-8")


def test_configured_rules_are_respected(bib: Path) -> None:
    """The options can be in the configuration; a misspelt rule is reported with its line."""
    config = bib.parent / "refkit.toml"
    config.write_text('unfixable = ["PAG102"]\nextend-safe-fixes = ["FLD103"]\n', encoding="utf-8")
    command = ["check", "--no-cache", "--select", CODES, "--fix", str(bib)]
    CliRunner().invoke(main, command)
    assert bib.read_text("utf-8") == TEXT.replace(", note={}", "").replace("vloume", "volume")
    other = bib.parent / "other.toml"
    other.write_text('unfixable = ["PGA102"]\n', encoding="utf-8")
    done = CliRunner().invoke(main, [*command, "--config", str(other)])
    assert "other.toml:1: no rule `PGA102`" in done.output


def test_cached_fixes_keep_their_marks(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run, from the cache, reports the same."""
    monkeypatch.delenv("CI", raising=False)
    command = ["check", "--isolated", "--select", CODES, "--extend-safe-fixes", "FLD103"]
    command += ["--cache-dir", str(bib.parent / "cache"), str(bib)]
    first, second = (CliRunner().invoke(main, command).output for _ in range(2))
    assert "FLD103 error: [*] " in first
    assert first == second


def test_named_files_can_be_excluded(bib: Path) -> None:
    """With --force-exclude, the patterns apply to named files, too."""
    assert check(bib, "--exclude", "*.bib").exit_code == 1
    done = check(bib, "--exclude", "*.bib", "--force-exclude")
    assert (done.exit_code, done.stdout) == (0, "No file to check: all are excluded.\n")


def test_excluded_standard_input_is_returned_as_it_is() -> None:
    """An editor that fixes an excluded file gets its text back."""
    done = check(
        "-",
        "--stdin-filename",
        "old.bib",
        "--exclude",
        "old*",
        "--force-exclude",
        "--fix",
        stdin=TEXT,
    )
    assert (done.exit_code, done.stdout) == (0, TEXT)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--add-ignore --fix", "`--add-ignore` cannot be combined with `--fix`"),
        (
            "--write-baseline --fix-only",
            "`--write-baseline` cannot be combined with `--fix`",
        ),
        ("--watch --add-ignore", "`--add-ignore` cannot be combined with `--watch`"),
        ("--isolated --config x.toml", "`--isolated` ignores the file of `--config`"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options: str, message: str) -> None:
    """None of the options is dropped silently."""
    result = CliRunner().invoke(main, ["check", *options.split()])
    assert (result.exit_code, message in result.output) == (2, True)


@pytest.mark.parametrize("option", ["--unfixable", "--extend-safe-fixes"])
@pytest.mark.parametrize("rules", ["NOPE", "FLD102,NOPE"])
def test_unknown_rules_are_refused_without_findings(
    tmp_path: Path, option: str, rules: str
) -> None:
    """The options for fixes are verified even if nothing is fixed, like `--select`."""
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, title={T}}\n", encoding="utf-8")
    done = check(path, option, rules)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no rule `NOPE`" in done.stderr
    assert check(path, option, "FLD102,pag").exit_code == 0


UNREAD = {
    "unclosed": b"@misc{a, title={T}, note={}\n",
    "unclosed before another": b"@misc{a, title={T}, note={}\n@misc{b, title={U}}\n",
    "plain text": b"Just some text.\n",
    "bytes": bytes(range(128, 256)) * 2,
    "broken UTF-16": b"\xff\xfe@",
}


@pytest.mark.parametrize("option", ["--fix-only", "--diff"])
@pytest.mark.parametrize("raw", UNREAD.values(), ids=UNREAD)
def test_files_that_were_not_read_completely_are_reported(
    tmp_path: Path, option: str, raw: bytes
) -> None:
    """A hook that only fixes must not take a broken file for a clean one."""
    path = tmp_path / "x.bib"
    path.write_bytes(raw)
    words = ["check", str(path), "--isolated", "--no-cache", option]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, path.read_bytes()) == (1, raw)
    assert f"refkit: `{path}` could not be read completely: SYN10" in done.stderr
    assert done.stderr.count("\n") == 1
    zero = CliRunner().invoke(main, [*words, "--exit-zero"])
    assert (zero.exit_code, zero.stderr) == (0, done.stderr)


@pytest.mark.parametrize("raw", [b"", b"\n", b"@misc{a, title={caf\xe9}}\n"])
def test_empty_files_and_other_encodings_are_read(tmp_path: Path, raw: bytes) -> None:
    """They contain no text that was not read."""
    path = tmp_path / "x.bib"
    path.write_bytes(raw)
    words = ["check", str(path), "--isolated", "--no-cache", "--fix-only"]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.stderr) == (0, "")
