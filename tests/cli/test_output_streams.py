"""`-o` and `--output-file` write to streams, devices and pipes without replacing them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")

COMMANDS = {
    "convert": "convert x.bib --to bibtex -o {}",
    "format": "format x.bib -o {}",
    "check": "check x.bib --isolated --output-file {}",
    "baseline": "check x.bib --isolated --select FLD --write-baseline --baseline {}",
}
EXPECTED = {
    "convert": "@misc{",
    "format": "(2001)",
    "check": "No problems in 1 file.",
    "baseline": '"accepted"',
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.bib").write_text("@misc{a, title={T}, author={Ann Smith}, year={2001}}\n")
    return tmp_path


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the shell in which `refkit` is this refkit."""
    function = f'refkit() {{ "{sys.executable}" -m refkit "$@"; }}\n'
    return subprocess.run(
        ["sh", "-c", function + script], capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_redirected_output_is_continued(command: str, name: str) -> None:
    """Neither the earlier nor the later output of the shell is lost."""
    if name.startswith("/proc") and not os.path.isdir("/proc/self/fd"):
        pytest.skip("no /proc")
    os.symlink("/dev/stdout", "link")
    line = COMMANDS[command].format(name)
    shell(f"(echo BEFORE; refkit {line}; echo AFTER) >out.txt")
    lines = Path("out.txt").read_text().splitlines()
    assert (lines[0], lines[-1]) == ("BEFORE", "AFTER")
    assert EXPECTED[command] in "\n".join(lines[1:-1])


@pytest.mark.parametrize("command", COMMANDS)
def test_output_goes_through_a_pipe(command: str) -> None:
    """A descriptor of a pipe has no name in a folder."""
    line = COMMANDS[command].format("/dev/stdout")
    done = shell(f"refkit {line} | cat")
    assert (done.stderr, EXPECTED[command] in done.stdout) == ("", True)


@pytest.mark.parametrize(
    ("name", "redirected"), [("/dev/stderr", "2>out.txt"), ("/dev/fd/7", "7>out.txt")]
)
def test_other_open_files_are_written(name: str, redirected: str) -> None:
    """Standard error and any descriptor of the shell."""
    done = shell(f"refkit format x.bib -o {name} {redirected}")
    assert (done.stdout, "(2001)" in Path("out.txt").read_text()) == ("", True)


def test_closed_descriptor_is_reported() -> None:
    """It is an error in one line."""
    done = shell("refkit format x.bib -o /dev/fd/77")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot write `/dev/fd/77`" in done.stderr


def test_pipe_without_a_reader_ends_like_standard_output() -> None:
    """Exit code 141, without a message."""
    done = shell("(refkit format x.bib -o /dev/stdout; echo $? >code) | true")
    assert (Path("code").read_text(), done.stderr) == ("141\n", "")


def test_null_device_stays_a_device() -> None:
    """It is written, not replaced by a file."""
    assert shell("refkit format x.bib -o /dev/null").returncode == 0
    assert not os.path.isfile("/dev/null")


def test_full_device_is_reported() -> None:
    """As for a full disk."""
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    done = shell("refkit format x.bib -o /dev/full")
    assert (done.returncode, "cannot write `/dev/full`" in done.stderr) == (2, True)


def test_named_pipe_is_written() -> None:
    """Its reader gets the text, and the pipe remains."""
    os.mkfifo("pipe")
    done = shell("cat pipe >out.txt & refkit format x.bib -o pipe; code=$?; wait; exit $code")
    assert (done.returncode, "(2001)" in Path("out.txt").read_text()) == (0, True)
    assert not os.path.isfile("pipe")


def test_input_is_not_appended_to_itself() -> None:
    """Standard output may be the file that is read."""
    before = Path("x.bib").read_text()
    done = shell("refkit convert x.bib --to bibtex -o /dev/stdout >>x.bib")
    assert (done.returncode, Path("x.bib").read_text()) == (2, before)
