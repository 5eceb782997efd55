"""Errors of every kind end in one line on standard error and exit code 2, or 130 for an interrupt."""

import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.files.internal_errors import internal_error
from refkit.lint.run import _Checked, _Job, _result

ROOT = Path(__file__).parents[2]
BIB = "@misc{a, title={T}, author={Doe, Jane}, year={2001}}\n"
COMMANDS = ["check x.bib", "format x.bib", "convert x.bib --to csl-json", "tidy --diff x.bib"]
FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CI", "1")
    (tmp_path / "x.bib").write_text(BIB)
    (tmp_path / "y.bib").write_text(BIB)
    return tmp_path


def run(arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, arguments.split(), env=environment)


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no such luck")


@pytest.mark.parametrize("command", ["check x.bib", "check -j 1 x.bib y.bib"])
def test_an_internal_error_costs_its_file(command: str) -> None:
    """One line names the file and requests a report."""
    with patch("refkit.lint.run._check", broken):
        result = run(command)
    lines = result.stderr.splitlines()
    assert result.exit_code == 2
    assert lines[0].startswith(
        "refkit: internal error while reading `x.bib`: ZeroDivisionError: no"
    )
    assert "please report it" in lines[0]
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["format x.bib", "convert x.bib --to csl-json"])
def test_an_internal_error_names_the_file_that_was_read(command: str) -> None:
    """The file is found from the functions that the error passed through."""
    with patch("refkit.formats.bibtex.reader.build_item", broken):
        result = run(command)
    assert (result.exit_code, "while reading `x.bib`: ZeroDivisionError" in result.stderr) == (
        2,
        True,
    )


@pytest.mark.parametrize(
    ("options", "environment"), [("--traceback ", {}), ("", {"REFKIT_TRACEBACK": "1"})]
)
@pytest.mark.parametrize("command", ["check x.bib", "format x.bib"])
def test_the_traceback_is_shown_on_request(
    command: str, options: str, environment: dict[str, str]
) -> None:
    with patch("refkit.lint.run._check", broken), patch("refkit.api.load", broken):
        result = run(options + command, **environment)
    assert "Traceback (most recent call last):" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["check x.bib", "format x.bib"])
def test_the_traceback_is_requested_after_the_command_too(command: str) -> None:
    """At the end of the line that failed."""
    with patch("refkit.lint.run._check", broken), patch("refkit.api.load", broken):
        result = run(command + " --traceback")
    assert "Traceback (most recent call last):" in result.stderr


def test_a_killed_process_is_reported() -> None:
    """Of every file that it had not checked."""
    future: Future[_Checked] = Future()
    future.set_exception(BrokenProcessPool("terminated abruptly"))
    job = _Job.__new__(_Job)
    with patch("refkit.lint.run._name", lambda path, request: "x.bib"):
        object.__setattr__(job, "path", "x.bib")
        object.__setattr__(job, "request", None)
        error = _result(job, future)  # type: ignore[arg-type]  # a future of the narrower type
    assert "killed before it had checked `x.bib`" in str(error)


def test_an_internal_error_can_be_sent_between_processes() -> None:
    import pickle

    error = internal_error(ZeroDivisionError("no"), "x.bib")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    refkit = f"{sys.executable} -m refkit"
    return subprocess.run(
        ["sh", "-c", script.replace("refkit", refkit)], capture_output=True, text=True, cwd=folder,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "CI": "1"}, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "command", [*COMMANDS[:3], "rules", "styles apa", "parse 'Doe, J. (2001). T. P.'"]
)
class TestStreams:
    """Standard streams that are full or closed."""

    @pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
    def test_a_full_disk_is_reported(self, command: str, folder: Path) -> None:
        done = shell(f"refkit {command} > /dev/full", folder)
        said = "refkit: cannot write standard output: no space left on device\n"
        assert (done.returncode, done.stderr.endswith(said)) == (2, True)

    @pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("option", ["--help", "--version"])
    def test_a_full_disk_is_reported_for_help(
        self, command: str, option: str, folder: Path
    ) -> None:
        words = command.split()[0] if option == "--help" else ""
        done = shell(f"refkit {words} {option} > /dev/full", folder)
        assert done.stderr == "refkit: cannot write standard output: no space left on device\n"
        assert done.returncode == 2

    @pytest.mark.parametrize("option", ["--help", "--version"])
    def test_closed_output_is_reported_for_help(
        self, command: str, option: str, folder: Path
    ) -> None:
        words = command.split()[0] if option == "--help" else ""
        for line in (f"refkit {option}", f"refkit {words} {option}"):
            done = shell(f"{line} >&-", folder)
            assert (done.returncode, done.stderr.count("\n")) == (2, 1)

    @pytest.mark.parametrize("option", ["--help", "--version"])
    def test_pipe_without_a_reader_ends_quietly(
        self, command: str, option: str, folder: Path
    ) -> None:
        words = command.split()[0] if option == "--help" else ""
        for line in (f"refkit {option}", f"refkit {words} {option}"):
            done = shell(f"(sleep 0.1; {line}; echo $? >&2) | true", folder)
            assert done.stderr == "141\n"

    def test_closed_output_is_reported(self, command: str, folder: Path) -> None:
        done = shell(f"refkit {command} >&-", folder)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)

    def test_closed_errors_do_not_matter(self, command: str, folder: Path) -> None:
        assert shell(f"refkit {command} 2>&-", folder).returncode in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("command", ["check", "format", "convert --to bibtex", "tidy"])
def test_closed_input_is_reported(command: str, folder: Path) -> None:
    done = shell(f"refkit {command} - <&-", folder)
    assert (done.returncode, done.stderr) == (
        2,
        "refkit: cannot read `<stdin>`: standard input is closed\n",
    )


def test_an_interrupt_while_modules_are_imported_is_one() -> None:
    """Apart from Python's own start, an interrupt never ends in a traceback."""
    script = (
        "import sys, signal, builtins\n"
        "real = builtins.__import__\n"
        "def stop(name, *rest):\n"
        "    if name == 'click':\n"
        "        raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = stop\n"
        "from refkit.__main__ import run\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "refkit: interrupted\n")


# A process inherits the ignored signals of the tests, which may run in the background.
FOREGROUND = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
INTERRUPT = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"
DESTRUCTOR = f"""
class Late:
    def __del__(self):
        exec({INTERRUPT!r})
def load(*_, **__):
    Late()
import refkit.api
refkit.api.load = load
"""
IMPORT = f"""
import builtins
real = builtins.__import__
def importing(name, *rest):
    if name == "click":
        exec({INTERRUPT!r})
    return real(name, *rest)
builtins.__import__ = importing
"""
AT_EXIT = f"""
import atexit
def leaving():
    exec({INTERRUPT!r})
atexit.register(leaving)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    "preparation",
    [IMPORT, DESTRUCTOR, AT_EXIT],
    ids=["import", "destructor", "exit"],
)
class TestSignals:
    """A real interrupt, where Python would print a traceback or ignore it."""

    def test_interrupt_is_one_line(self, preparation: str, folder: Path) -> None:
        done = self.run(preparation, folder)
        assert (done.returncode, done.stderr) == (130, "refkit: interrupted\n")

    def test_ignored_interrupt_is_ignored(self, preparation: str, folder: Path) -> None:
        """A shell starts background jobs like this."""
        ignore = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        assert "interrupted" not in self.run(ignore + preparation, folder).stderr

    def run(self, preparation: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run refkit after a preparation in the same process, which starts as one in the foreground."""
        script = f"{FOREGROUND}{preparation}\nfrom refkit.__main__ import run\nrun()\n"
        return subprocess.run(
            [sys.executable, "-c", script, "format", "x.bib"], capture_output=True, text=True,
            cwd=folder, env={"PYTHONPATH": str(ROOT / "src")}, timeout=60,
        )  # fmt: skip


# A module keeps the object until the interpreter frees it at the end.
FREED_LAST = """
import os, sys, types
class Late:
    def __del__(self):
        os.write(2, b"freed")
module = sys.modules["kept"] = types.ModuleType("kept")
module.late = Late()
"""


@pytest.mark.parametrize(
    ("preparation", "stderr"),
    [
        ("", ""),
        ("import cProfile\n", "freed"),
        ("sys.settrace(lambda *_: None)\n", "freed"),
        ("import atexit\natexit.register(lambda: print('end', file=sys.stderr))\n", "end\n"),
    ],
    ids=["plain", "profiler", "debugger", "function at exit"],
)
@pytest.mark.parametrize(("command", "code"), [("--version", 0), ("check x.bib", 1)])
def test_objects_are_freed_only_for_an_observer(
    preparation: str, stderr: str, command: str, code: int, folder: Path
) -> None:
    """The process ends at once after its output, unless a profiler or a debugger continues."""
    (folder / "x.bib").write_text("@misc{a, title={T}, year={20O1}}")
    script = f"{FREED_LAST}{preparation}\nfrom refkit.__main__ import run\nrun()\n"
    done = subprocess.run(
        [sys.executable, "-c", script, *command.split()], capture_output=True, text=True,
        cwd=folder, env={"PYTHONPATH": str(ROOT / "src")}, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, stderr)
    assert done.stdout.endswith("\n")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_an_interrupt_at_work_is_one() -> None:
    with patch("refkit.api.library_from", interrupted):
        result = run("convert x.bib --to csl-json")
    assert (result.exit_code, result.stderr) == (130, "refkit: interrupted\n")


@pytest.mark.parametrize("command", ["format y.bib", "convert y.bib --to csl-json"])
def test_faults_do_not_steer_the_terminal(command: str, folder: Path) -> None:
    """Escape and bell characters of a file are shown as codes."""
    (folder / "y.bib").write_text("@misc{a\x1b]0;pwned\x07, title y}\n")
    result = run(command)
    assert r"a\x1b]0;pwned\x07" in result.stderr
    assert not {"\x1b", "\x07"} & set(result.stderr)


def test_a_family_is_not_a_rule() -> None:
    """The command that lists its rules is named."""
    assert "`refkit rules PAG` lists them" in run("rule PAG").output


def test_clean_refuses_a_file(tmp_path: Path) -> None:
    """A file with references is not a cache."""
    path = tmp_path / "a.bib"
    path.write_text("@misc{a}")
    result = run(f"clean --cache-dir {path}")
    assert (result.exit_code, path.read_text()) == (2, "@misc{a}")
    assert "not the folder of a cache" in result.output


@pytest.mark.parametrize(
    "option",
    [
        "--style", "--select", "--ignore", "--baseline", "--output-file", "--config", "--cache-dir", "--retractions",
        "--exclude", "--output-format", "--dialect",
    ],
)  # fmt: skip
def test_an_empty_value_is_refused(option: str) -> None:
    """A script with an unset variable does not check with other options than its author wanted."""
    done = CliRunner().invoke(main, ["check", option, "", "x.bib"])
    assert (done.exit_code, "the value is empty" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", ["check", "parse", "convert"])
def test_nan_is_no_confidence(command: str) -> None:
    """It compares with nothing."""
    done = CliRunner().invoke(main, [command, "--min-confidence", "nan", "x.bib"])
    assert (done.exit_code, "`nan` is not a number from 0 to 1" in done.stderr) == (2, True)


def test_a_configuration_of_nothing() -> None:
    """There is no configuration for a path that does not exist."""
    done = CliRunner().invoke(main, ["config", "none"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "cannot read `none`: no such file or folder" in done.stderr
