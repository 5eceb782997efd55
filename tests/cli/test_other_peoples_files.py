"""What the commands do with names that are not those of regular files, and with folders that hold such."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

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
    """Nothing waits for a writer that never comes."""
    os.mkfifo(name)
    done = refkit("check", ".")
    assert f"cannot read `{name}`: it is a pipe, not a regular file" in done.stderr
    assert (done.exit_code, done.stdout) == (2, "No problems in 1 file.\n")


@POSIX
def test_device_in_the_configuration_is_refused() -> None:
    """A list of retractions without end would fill the memory."""
    Path("refkit.toml").write_text('retractions = "/dev/zero"')
    done = refkit("check", "x.bib", "--select", "RET")
    assert (done.exit_code, "it is a device, not a regular file" in done.stderr) == (2, True)


@POSIX
@pytest.mark.parametrize("style", ["/dev/zero", "style.csl"])
def test_style_that_is_no_regular_file_is_refused(style: str) -> None:
    """Also behind a link."""
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
    """`update retractions` writes there unless told otherwise."""
    Path("file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", "file/data")
    Path("t.csv").write_text("OriginalPaperDOI,RetractionNature\n10.1000/1,Retraction\n")
    done = refkit("update", "retractions", "t.csv")
    assert (done.exit_code, "cannot write `file/data/refkit`" in done.stderr) == (2, True)
