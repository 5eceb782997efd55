"""`refkit check`, `refkit rules`, `refkit rule`: their input, output and exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.lint.registry import all_rules
from refkit.lint.report import output_formats

ROOT = Path(__file__).parent.parent.parent
WRONG = "@misc{a, pages={9--1}, note={}}\n"
CLEAN = "@misc{a, title={T}}\n"


def refkit(*arguments: str | Path, stdin: str | None = None) -> Result:
    words = [str(argument) for argument in arguments]
    if "check" in words:
        words += ["--isolated"] if "--config" not in words else []
        words += ["--no-cache", "--today", "2026-11-22", "--select", "PAG1,FLD1,SYN1,KEY1"]
    return CliRunner().invoke(main, words, input=stdin)


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "x.bib"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_findings_exit_with_1(bib: Path) -> None:
    """The exit code is 1 if there are findings."""
    assert refkit("check", bib).exit_code == 1


def test_clean_file_exits_with_0(tmp_path: Path) -> None:
    """A run without findings says so."""
    (tmp_path / "x.bib").write_text(CLEAN, encoding="utf-8")
    done = refkit("check", tmp_path / "x.bib")
    assert (done.exit_code, done.stdout) == (0, "No problems in 1 file.\n")


def test_exit_zero_says_all_the_same(bib: Path) -> None:
    """With --exit-zero, findings are reported but do not cause a failure."""
    done = refkit("check", bib, "--exit-zero")
    assert (done.exit_code, "PAG101" in done.stdout) == (0, True)


def test_folder_is_searched(tmp_path: Path, bib: Path) -> None:
    """Folders are searched for supported files, and hidden files are skipped."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "y.bib").write_text(WRONG, encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "z.bib").write_text(WRONG, encoding="utf-8")
    (tmp_path / "notes.txt").write_text(WRONG, encoding="utf-8")
    found = json.loads(refkit("check", tmp_path, "--output-format", "json").stdout)
    assert {Path(f["filename"]).name for f in found} == {"x.bib", "y.bib"}


def test_excluded_folder_is_passed_over(tmp_path: Path, bib: Path) -> None:
    """A pattern excludes files and folders."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "y.bib").write_text(WRONG, encoding="utf-8")
    found = json.loads(
        refkit("check", tmp_path, "--exclude", "old", "--output-format", "json").stdout
    )
    assert {Path(f["filename"]).name for f in found} == {"x.bib"}


def test_nothing_left_to_check_is_said(bib: Path) -> None:
    """If every file is excluded, the run says so."""
    run = refkit("check", bib.parent, "--exclude", "*.bib")
    assert (run.exit_code, run.stdout) == (0, "No file to check: all are excluded.\n")


@pytest.mark.parametrize("ignored", [False, True])
def test_a_folder_without_files_is_a_warning(tmp_path: Path, ignored: bool) -> None:
    """A hook of a repository that has no references yet must not fail."""
    if ignored:
        (tmp_path / ".gitignore").write_text("*.bib\n", encoding="utf-8")
        (tmp_path / "x.bib").write_text(WRONG, encoding="utf-8")
    done = refkit("check", tmp_path)
    assert (done.exit_code, done.stdout) == (0, "No file to check.\n")
    assert done.stderr.startswith(f"refkit: the folder `{tmp_path}` contains no files that refkit")
    assert refkit("check", tmp_path, tmp_path / "no.bib").exit_code == 2


def test_standard_input_has_the_name_that_it_is_given() -> None:
    """An editor can pass text that is not saved yet."""
    done = refkit(
        "check", "-", "--stdin-filename", "paper.bib", "--output-format", "concise", stdin=WRONG
    )
    assert done.stdout.startswith("paper.bib:1:17: PAG101 error: ")


def complaint(*arguments: str | Path) -> tuple[int, list[str]]:
    done = refkit(*arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stderr.splitlines()


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    """A missing file causes a one-line message and exit code 2."""
    code, lines = complaint("check", tmp_path / "no.bib")
    assert (code, len(lines)) == (2, 1)
    assert "no.bib" in lines[0]


def test_binary_file_is_one_line(tmp_path: Path) -> None:
    """A binary file causes a one-line message and exit code 2."""
    (tmp_path / "x.bib").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    code, lines = complaint("check", tmp_path / "x.bib")
    assert (code, len(lines)) == (2, 1)
    assert "not a text" in lines[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_unreadable_file_is_one_line(bib: Path) -> None:
    """A file without read permission causes a one-line message and exit code 2."""
    bib.chmod(0)
    code, lines = complaint("check", bib)
    assert (code, len(lines)) == (2, 1)


def test_empty_file_is_a_finding(tmp_path: Path) -> None:
    """An empty file is read, and it contains no entry."""
    (tmp_path / "x.bib").write_text("", encoding="utf-8")
    done = refkit("check", tmp_path / "x.bib")
    assert (done.exit_code, "SYN103" in done.stdout) == (1, True)


def test_endless_field_is_read(tmp_path: Path) -> None:
    """A field of one megabyte is read like any other."""
    (tmp_path / "x.bib").write_text("@misc{a, title={" + "x " * 500_000 + "}}", encoding="utf-8")
    assert refkit("check", tmp_path / "x.bib").exit_code == 0


def test_other_files_are_checked_beside_a_missing_one(tmp_path: Path, bib: Path) -> None:
    """The other files are checked if one file cannot be read."""
    done = refkit("check", tmp_path / "no.bib", bib)
    assert (done.exit_code, "PAG101" in done.stdout) == (2, True)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        (("--output-format", "sarfi"), "sarif"),
        (("--select", "PGA101"), "PAG101"),
        (("--ignore", "reversed-page"), "reversed-pages"),
        (("--dialect", "biblatx"), "biblatex"),
    ],
)
def test_misspelt_value_gets_the_right_one(bib: Path, wrong: tuple[str, str], meant: str) -> None:
    """The message is one line with the nearest choice, and the exit code is 2."""
    code, lines = complaint("check", bib, *wrong)
    assert (code, len(lines)) == (2, 1)
    assert f"did you mean `{meant}`?" in lines[0]


def test_broken_configuration_is_one_line(bib: Path, tmp_path: Path) -> None:
    """An invalid configuration is reported with its line number."""
    (tmp_path / "refkit.toml").write_text("preveiw = true\n", encoding="utf-8")
    code, lines = complaint("check", bib, "--config", tmp_path / "refkit.toml")
    assert (code, lines) == (
        2,
        [f"refkit: {tmp_path}/refkit.toml:1: no option `preveiw`; did you mean `preview`?"],
    )


def test_fix_replaces_the_file(bib: Path) -> None:
    """Fixable findings are fixed, and the remaining findings are reported."""
    done = refkit("check", bib, "--fix", "--show-fixes")
    assert bib.read_text("utf-8") == "@misc{a, pages={9--1}}\n"
    assert "FLD102 remove the empty `note`" in done.stdout
    assert "Fixed 1 problem, 1 left: 1 error." in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_fix_keeps_encoding_and_line_ends(tmp_path: Path, encoding: str) -> None:
    """All bytes outside the fix are kept, including the byte order mark and CRLF."""
    path = tmp_path / "x.bib"
    path.write_bytes("\ufeff@misc{a,\r\n  note = {},\r\n  title = {Ä},\r\n}\r\n".encode(encoding))
    refkit("check", path, "--fix")
    assert path.read_bytes() == "\ufeff@misc{a,\r\n  title = {Ä},\r\n}\r\n".encode(encoding)


def test_file_without_fixes_is_not_written(tmp_path: Path) -> None:
    """A file that does not change keeps its modification time."""
    path = tmp_path / "x.bib"
    path.write_text(CLEAN, encoding="utf-8")
    os.utime(path, (1, 1))
    refkit("check", path, "--fix")
    assert path.stat().st_mtime == 1


def test_a_document_is_left_as_it_is(tmp_path: Path) -> None:
    """With --fix, the command says that it has no fixes for a document."""
    path = tmp_path / "paper.txt"
    text = "References\n\nAbbott, L. (2011). Lakes of the north. Harbour Press, 21-12.\n"
    path.write_text(text, encoding="utf-8")
    result = refkit("check", "--fix", "--isolated", "--no-cache", path)
    assert f"`{path}` is not changed: only BibTeX files can be fixed" in result.stderr
    assert path.read_text(encoding="utf-8") == text


def test_diff_changes_nothing(bib: Path) -> None:
    """The diff is shown, the file is not changed, and the exit code shows that there is a diff."""
    done = refkit("check", bib, "--diff")
    assert (done.exit_code, bib.read_text("utf-8")) == (1, WRONG)
    assert "-@misc{a, pages={9--1}, note={}}\n+@misc{a, pages={9--1}}" in done.stdout


def test_no_difference_is_no_failure(tmp_path: Path) -> None:
    """With --diff, the exit code is 0 if no finding has a fix."""
    (tmp_path / "x.bib").write_text("@misc{a, pages={9--1}}", encoding="utf-8")
    assert refkit("check", tmp_path / "x.bib", "--diff").exit_code == 0


def test_baseline_is_not_written_where_files_are_missing(tmp_path: Path) -> None:
    """A baseline of only some of the files would be incomplete."""
    done = refkit(
        "check", tmp_path / "no.bib", "--baseline", tmp_path / "b.json", "--write-baseline"
    )
    assert (done.exit_code, (tmp_path / "b.json").exists()) == (2, False)


def test_difference_keeps_tabs(tmp_path: Path) -> None:
    """Tabs are kept in the diff, so that it can be applied."""
    (tmp_path / "x.bib").write_text("@misc{a,\n\tnote = {},\n\ttitle = {T},\n}\n", encoding="utf-8")
    assert "\n-\tnote = {},\n" in refkit("check", tmp_path / "x.bib", "--diff").stdout


def test_fixed_standard_input_goes_to_standard_output() -> None:
    """The fixed text goes to standard output, and the findings go to standard error."""
    done = refkit("check", "-", "--fix", "--stdin-filename", "x.bib", stdin=WRONG)
    assert (done.stdout, "PAG101" in done.stderr) == ("@misc{a, pages={9--1}}\n", True)


def test_statistics_count(bib: Path) -> None:
    """There is one line per rule, with the most frequent rule first."""
    assert refkit("check", bib, "--statistics").stdout == (
        "      1 FLD102 empty-field\n      1 PAG101 reversed-pages\n"
    )


def test_findings_go_to_a_file(bib: Path, tmp_path: Path) -> None:
    """`--output-file` leaves standard output empty."""
    done = refkit("check", bib, "--output-format", "json", "--output-file", tmp_path / "out.json")
    assert (done.stdout, len(json.loads((tmp_path / "out.json").read_text("utf-8")))) == ("", 2)


def test_baseline_accepts_the_past(bib: Path, tmp_path: Path) -> None:
    """Findings in the baseline are not reported again."""
    baseline = ("--baseline", tmp_path / "b.json")
    assert refkit("check", bib, *baseline, "--write-baseline").exit_code == 0
    done = refkit("check", bib, *baseline)
    assert (done.exit_code, "2 problems accepted by the baseline." in done.stdout) == (0, True)


def test_several_processes_say_the_same(tmp_path: Path) -> None:
    """The number of processes does not change the report."""
    for name in ("x", "y", "z"):
        (tmp_path / f"{name}.bib").write_text(WRONG, encoding="utf-8")
    one, two = (refkit("check", tmp_path, "-j", n, "--output-format", "json").stdout for n in "12")
    assert one == two


def test_rules_are_listed() -> None:
    """There is one line per rule; a family limits the list to its own rules."""
    assert len(refkit("rules").stdout.splitlines()) == len(all_rules())
    assert all(line.startswith("PAG1") for line in refkit("rules", "PAG1").stdout.splitlines())


def test_rule_is_explained() -> None:
    """A rule is explained by its code or its name."""
    assert refkit("rule", "PAG101").stdout == refkit("rule", "reversed-pages").stdout
    assert "Use instead" in refkit("rule", "PAG101").stdout


def test_unknown_rule_gets_the_nearest() -> None:
    """The error for a misspelt code suggests the nearest one."""
    code, lines = complaint("rule", "PGA101")
    assert (code, lines) == (2, ["refkit: no rule `PGA101`; did you mean `PAG101`?"])


HEAVY = ("lxml", "citeproc", "bibtexparser", "pylatexenc", "jsonschema")


def test_check_of_a_small_file_imports_nothing_heavy(bib: Path) -> None:
    """Modules that a check does not need are not imported."""
    program = (
        "import sys\nfrom refkit.cli import main\n"
        f"try: main(['check', {str(bib)!r}, '--isolated', '--no-cache'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", output_formats())
@pytest.mark.parametrize("is_configured", [False, True])
def test_statistics_are_only_for_people(bib: Path, name: str, is_configured: bool) -> None:
    """A program that reads JSON does not get a text instead, and nothing is fixed."""
    before = bib.read_bytes()
    (bib.parent / "refkit.toml").write_text(f'output-format = "{name}"', encoding="utf-8")
    config = ["--config", bib.parent / "refkit.toml"]
    words = config if is_configured else ["--output-format", name]
    done = refkit("check", bib, "--statistics", "--fix", *words)
    if name in ("full", "concise", "grouped"):
        assert done.exit_code != 2
        return
    assert (done.exit_code, done.stdout, bib.read_bytes()) == (2, "", before)
    assert f"`--statistics` cannot be printed as `{name}`" in done.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([""], "the path of a file is empty"),
        (["x.bib", ""], "the path of a file is empty"),
        (["x.bib", "--stdin-filename", "y.bib"], "add `-`"),
        (["x.bib", "--max-findings", "x"], "`x` is not a whole number"),
        (["x.bib", "--jobs", "1.5"], "`1.5` is not a whole number"),
    ],
)
def test_arguments_without_a_meaning_are_refused(
    bib: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    """The message says what is wrong with the argument."""
    monkeypatch.chdir(bib.parent)
    done = refkit("check", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
