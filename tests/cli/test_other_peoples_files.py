"""Commands with paths that are not regular files, and with folders that contain such files."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.lint.config import COMMAND_LINE_ONLY

CLEAN = "@misc{a, title={T}}\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    (tmp_path / "x.bib").write_text(CLEAN)
    return tmp_path


def refkit(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@POSIX
@pytest.mark.parametrize("name", ["y.bib", "y.json"])
def test_pipe_in_a_folder_is_reported_and_the_rest_checked(name: str) -> None:
    """No command waits for a writer that never comes."""
    os.mkfifo(name)
    done = refkit("check", ".")
    assert f"cannot read `{name}`: it is a pipe, not a regular file" in done.stderr
    assert (done.exit_code, done.stdout) == (2, "No problems in 1 file.\n")


@POSIX
def test_device_in_the_configuration_is_refused() -> None:
    """An infinite list of retractions would fill the memory."""
    Path("refkit.toml").write_text('retractions = "/dev/zero"')
    done = refkit("check", "x.bib", "--select", "RET")
    assert (done.exit_code, "it is a device, not a regular file" in done.stderr) == (2, True)


@POSIX
@pytest.mark.parametrize("style", ["/dev/zero", "style.csl"])
def test_style_that_is_no_regular_file_is_refused(style: str) -> None:
    """The same applies to links to them."""
    Path("style.csl").symlink_to("/dev/zero")
    done = refkit("format", "--style", style, "x.bib")
    assert (done.exit_code, "it is not a regular file" in done.stderr) == (2, True)


@pytest.mark.parametrize("ending", ["", ".csl", "/a.csl"])
def test_style_with_an_endless_name_is_unknown(ending: str) -> None:
    """No file system has names of 5,000 letters."""
    done = refkit("format", "--style", "x" * 5000 + ending, "x.bib")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


@POSIX
def test_home_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """`update retractions` writes there by default."""
    Path("file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", "file/data")
    Path("t.csv").write_text("OriginalPaperDOI,RetractionNature\n10.1000/1,Retraction\n")
    done = refkit("update", "retractions", "t.csv")
    assert (done.exit_code, "cannot write `file/data/refkit`" in done.stderr) == (2, True)


WRONG = "@misc{a, title={T}, pages={1-2}, note={}}\n"


@pytest.mark.parametrize("option", COMMAND_LINE_ONLY)
@pytest.mark.parametrize("name", ["refkit.toml", "pyproject.toml"])
def test_configuration_writes_nothing(folder: Path, option: str, name: str) -> None:
    """The skipped files are reported in one line, and the others are checked."""
    head = "[tool.refkit]\n" if name == "pyproject.toml" else ""
    value = "true" if option in ("fix", "unsafe-fixes", "write-baseline") else '"out"'
    Path(name).write_text(f'{head}baseline = ""\n{option} = {value}\n')
    Path("x.bib").write_text(WRONG)
    before = sorted(os.listdir())
    done = refkit("check", ".", "--select", "PAG,FLD")
    assert (sorted(os.listdir()), Path("x.bib").read_text()) == (before, WRONG)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert f"`{option}` in `" in done.stderr


def test_unsafe_fixes_of_a_configuration_are_not_done() -> None:
    """Even if the command line requests safe fixes."""
    Path("refkit.toml").write_text("unsafe-fixes = true\n")
    Path("x.bib").write_text(
        "@misc{a, title={T}, pages={9--1}}\n@misc{b, title={IEEE and X3DOM}}\n"
    )
    refkit("check", "--fix", "--select", "ALL", "x.bib")
    found = Path("x.bib").read_text()
    Path("x.bib").write_text(
        "@misc{a, title={T}, pages={9--1}}\n@misc{b, title={IEEE and X3DOM}}\n"
    )
    refkit("check", "--fix", "--select", "ALL", "x.bib", "--isolated")
    assert found == Path("x.bib").read_text()


@pytest.fixture
def outside(folder: Path) -> Path:
    """A file outside the folder, and a link to it inside."""
    target = folder.parent / f"{folder.name}-outside.bib"
    target.write_text(WRONG)
    (folder / "link.bib").symlink_to(target)
    return target


@POSIX
@pytest.mark.parametrize(
    "command",
    [["check"], ["check", "--fix"], ["tidy"], ["convert", "--to", "csl-json"], ["format"]],
    ids=" ".join,
)
def test_link_out_of_the_folder_is_not_followed(outside: Path, command: list[str]) -> None:
    """The link is reported, and its target is neither read nor written."""
    done = refkit(*command, ".")
    assert (done.exit_code, "leads out of the folder" in done.stderr) == (2, True)
    assert (outside.read_text(), "pages" in done.stdout) == (WRONG, False)


@POSIX
@pytest.mark.parametrize("command", [["check", "--fix"], ["tidy"]], ids=" ".join)
def test_link_that_is_named_is_followed(outside: Path, command: list[str]) -> None:
    """The target of the link changes, the link does not."""
    refkit(*command, "link.bib")
    assert (outside.read_text() != WRONG, Path("link.bib").is_symlink()) == (True, True)


@POSIX
@pytest.mark.parametrize("named", [[".."], [".", "../inside"], ["link.bib", "."]])
def test_link_into_what_was_named_is_followed(folder: Path, named: list[str]) -> None:
    """The other folder, or the link itself, was also named."""
    inner = folder / "inner"
    inner.mkdir()
    (folder / "inside").mkdir()
    (folder / "inside" / "y.bib").write_text(WRONG)
    (inner / "link.bib").symlink_to(folder / "inside" / "y.bib")
    os.chdir(inner)
    done = refkit("check", *named)
    assert "leads out" not in done.stderr


@POSIX
def test_excluded_link_is_no_error(outside: Path) -> None:
    """`exclude` applies to it as to any file."""
    assert refkit("check", ".", "--exclude", "link.bib").exit_code == 0


@POSIX
def test_lock_of_emacs_is_passed_over() -> None:
    """It is a dangling link that exists while a file is edited."""
    Path(".#x.bib").symlink_to("user@host.1234:5678")
    assert refkit("check", ".").exit_code == 0


@pytest.mark.parametrize("in_git", [True, False])
def test_files_that_git_ignores_are_passed_over(folder: Path, in_git: bool) -> None:
    """In folders; a file that is named is checked."""
    if in_git:
        Path(".git").mkdir()
    Path(".gitignore").write_text("mydraft/\n")
    Path("mydraft").mkdir()
    Path("mydraft/y.bib").write_text(WRONG)
    assert refkit("check").exit_code == 0
    assert refkit("check", "mydraft/y.bib").exit_code == 1
    assert refkit("check", "mydraft").exit_code == 1
    assert refkit("check", "--no-respect-gitignore").exit_code == 1
    Path("refkit.toml").write_text("respect-gitignore = false")
    assert refkit("check", "--config", "refkit.toml").exit_code == 1


def test_tidy_passes_over_what_git_ignores() -> None:
    """By default."""
    Path(".gitignore").write_text("y.bib\n")
    Path("y.bib").write_text(WRONG)
    refkit("tidy", ".")
    assert Path("y.bib").read_text() == WRONG
    refkit("tidy", ".", "--no-respect-gitignore")
    assert Path("y.bib").read_text() != WRONG


def test_folder_of_which_git_ignores_all_says_so() -> None:
    """No problems would be the wrong answer."""
    Path(".gitignore").write_text("*.bib\n")
    done = refkit("check")
    assert (done.exit_code, done.stdout) == (0, "No file to check.\n")
    assert "except for files that git ignores" in done.stderr


@pytest.mark.parametrize("command", [["check", "--fix"], ["tidy"]], ids=" ".join)
def test_leftover_is_cleared_though_nothing_is_written(command: list[str]) -> None:
    """The run before was killed."""
    Path("x.bib").write_text("@misc{a,\n  title = {T},\n}\n")
    Path(".refkit-0123456789abcdef.tmp").write_text("@misc{")
    refkit(*command, "x.bib")
    assert os.listdir() == ["x.bib"]


@pytest.mark.parametrize("command", [["check", "--fix"], ["tidy"]], ids=" ".join)
def test_read_only_file_is_refused(command: list[str]) -> None:
    """To the superuser as well."""
    Path("x.bib").write_text(WRONG)
    Path("x.bib").chmod(0o444)
    done = refkit(*command, "x.bib")
    assert (done.exit_code, "`x.bib` is read-only" in done.stderr) == (2, True)
    assert "Fixed" not in done.stdout
    assert Path("x.bib").read_text() == WRONG
