"""The command line: inputs, outputs and exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit import __version__
from refkit.cli import main

ROOT = Path(__file__).parent.parent.parent
DOE = "@book{doe2001,\n  author = {Doe, Jane},\n  title = {On It},\n  publisher = {Press},\n  year = 2001,\n}\n"


def refkit(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, prog_name="refkit")


@pytest.fixture
def doe(tmp_path: Path) -> Path:
    path = tmp_path / "doe.bib"
    path.write_text(DOE)
    return path


def test_version() -> None:
    """The version is the package's."""
    assert refkit("--version").output == f"refkit {__version__}\n"


def test_python_dash_m_is_the_command() -> None:
    """`python -m refkit` works without a script on the path."""
    done = subprocess.run(
        [sys.executable, "-m", "refkit", "--version"], capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stdout == f"refkit {__version__}\n"


def test_format_prints_the_bibliography(doe: Path) -> None:
    """The defaults are APA and plain text."""
    assert refkit("format", doe).stdout.strip() == "Doe, J. (2001). On it. Press."


def test_format_prints_citations_before_the_bibliography(doe: Path) -> None:
    """One reference per line, followed by an empty line."""
    done = refkit("format", doe, "--citation", "doe2001, p. 3", "--citation", "doe2001")
    assert done.stdout.split("\n\n")[0] == "(Doe, 2001, p. 3)\n(Doe, 2001)"


def test_format_as_html(doe: Path) -> None:
    """The classes are those of citeproc-js."""
    assert '<div class="csl-entry">' in refkit("format", doe, "--to", "html").stdout


def test_format_bare_leaves_the_wrapper_out(doe: Path) -> None:
    """For pasting into a list."""
    assert "csl-bib-body" not in refkit("format", doe, "--to", "html", "--bare").stdout


def test_format_bare_is_still_json(doe: Path) -> None:
    """The brackets of a list are not a wrapper."""
    done = refkit("format", doe, "--to", "json", "--bare", "--citation", "doe2001")
    assert list(json.loads(done.stdout)) == ["citations", "bibliography"]


def test_format_bare_rtf_has_citations_first(doe: Path) -> None:
    """One citation per line, because there is no document for them."""
    done = refkit("format", doe, "--to", "rtf", "--bare", "--citation", "doe2001")
    assert done.stdout.startswith("(Doe, 2001)\n\nDoe")


def test_format_writes_to_a_file(doe: Path, tmp_path: Path) -> None:
    """And prints nothing."""
    done = refkit("format", doe, "--output", tmp_path / "out.txt")
    assert (done.output, (tmp_path / "out.txt").read_text().strip()) == (
        "", "Doe, J. (2001). On it. Press.",
    )  # fmt: skip


def test_format_tells_faults_on_standard_error_and_exits_with_1(tmp_path: Path) -> None:
    """The references that could be read are printed."""
    path = tmp_path / "x.json"
    path.write_text('[{"id": "a", "type": "book", "title": "A"},\n {"id": "b" "type": "book"}]')
    done = refkit("format", path)
    assert (done.exit_code, f"{path}:2:13: record skipped" in done.stderr, bool(done.stdout)) == (
        1, True, True,
    )  # fmt: skip


def test_format_reads_standard_input() -> None:
    """`-` is standard input."""
    assert "Doe" in refkit("format", "-", stdin=DOE).stdout


def test_format_in_another_language(doe: Path) -> None:
    """Terms come from the locale."""
    done = refkit("format", doe, "--locale", "de-DE", "--citation", "doe2001, p. 3")
    assert "S. 3" in done.stdout


def test_convert_takes_the_formats_from_the_names(doe: Path, tmp_path: Path) -> None:
    """No other option is necessary."""
    refkit("convert", doe, "-o", tmp_path / "x.json")
    assert json.loads((tmp_path / "x.json").read_text("utf-8"))[0]["title"] == "On it"


def test_convert_from_and_to_standard_streams() -> None:
    """For pipes."""
    done = refkit("convert", "-", "--from", "bibtex", "--to", "csl-json", stdin=DOE)
    assert json.loads(done.stdout)[0]["id"] == "doe2001"


def test_convert_needs_to_know_the_target(doe: Path) -> None:
    """The message lists the formats."""
    done = refkit("convert", doe)
    assert (done.exit_code, "csl-json" in done.stderr) == (2, True)


def test_styles_lists_what_holds_the_word() -> None:
    """By name, title or short name."""
    assert "modern-language-association " in refkit("styles", "mla").stdout


def test_styles_without_a_match_exits_with_1() -> None:
    """As grep does."""
    assert refkit("styles", "no-such-style-anywhere").exit_code == 1


def test_an_unknown_field_of_styles_names_the_nearest() -> None:
    """The repository has two dozen fields."""
    assert "did you mean `psychology`" in refkit("styles", "--field", "psychologie").stderr


BAD_CALLS = {
    "an unknown command": (["chek"], "no command `chek`; did you mean `check`?"),
    "an unknown option": (["format", "doe.bib", "--stile", "apa"], "--style"),
    "a missing argument": (["format"], "see `refkit format --help`"),
    "an option without its value": (["format", "doe.bib", "--style"], "requires an argument"),
    "a missing file": (["format", "none.bib"], "cannot read `none.bib`: no such file"),
    "a binary file": (["format", "binary.bib"], "cannot read `binary.bib`: it is not a text file"),
    "a folder without references": (["format", "empty"], "contains no files that refkit reads"),
    "an unknown style": (["format", "doe.bib", "--style", "apaa"], "did you mean `apa`?"),
    "a missing style file": (["format", "doe.bib", "--style", "x.csl"], "cannot read `x.csl`"),
    "a style that is no style": (["format", "doe.bib", "--style", "doe.bib"], "doe.bib"),
    "an unknown output": (["format", "doe.bib", "--to", "htlm"], "did you mean `html`?"),
    "an unknown locale": (["format", "doe.bib", "--locale", "xx"], "no locale `xx`"),
    "an unknown engine": (["format", "doe.bib", "--engine", "js"], "no engine `js`"),
    "an unknown key": (["format", "doe.bib", "--key", "doe2000"], "did you mean `doe2001`?"),
    "an unknown cited key": (
        ["format", "doe.bib", "--citation", "doe2000"],
        "did you mean `doe2001`?",
    ),
    "an empty citation": (["format", "doe.bib", "--citation", ";"], "empty part"),
    "an unknown format": (["convert", "doe.bib", "--to", "cls-json"], "did you mean `csl-json`?"),
    "an unknown target": (
        ["convert", "doe.bib", "-o", "x.pdf"],
        "cannot infer the format from the name `x.pdf`",
    ),
    "a folder as target": (["convert", "doe.bib", "--to", "csl-json", "-o", "empty"], "`empty`"),
    "a target in no folder": (
        ["convert", "doe.bib", "-o", "no/x.json"],
        "cannot write `no/x.json`",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_a_bad_call_is_one_clear_line_and_exit_code_2(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message has the value, the reason and the nearest valid choice, without a traceback."""
    monkeypatch.chdir(tmp_path)
    Path("doe.bib").write_text(DOE)
    Path("binary.bib").write_bytes(b"\x7fELF\0\0\0")
    Path("empty").mkdir()
    done = refkit(*arguments)
    lines = done.stderr.strip().splitlines()
    assert (done.exit_code, len(lines), done.stdout) == (2, 1, "")
    assert message in lines[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_an_unreadable_file_is_named(doe: Path) -> None:
    """With the reason."""
    doe.chmod(0)
    assert "permission denied" in refkit("format", doe).stderr


def test_an_empty_file_is_a_fault(tmp_path: Path) -> None:
    """One line on standard error."""
    (tmp_path / "x.bib").write_text("")
    done = refkit("format", tmp_path / "x.bib")
    assert (done.exit_code, "this file contains no references" in done.stderr) == (1, True)


def test_an_interrupted_run_says_so_and_exits_as_shells_expect(
    doe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """128 and the signal's number, not the 1 of findings."""

    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("refkit.api.load", interrupted)
    done = refkit("format", doe)
    assert (done.exit_code, done.stderr) == (130, "refkit: interrupted\n")


def test_a_closed_pipe_ends_quietly() -> None:
    """`refkit styles | head -1` prints one line and no traceback."""
    done = subprocess.run(
        f"{sys.executable} -m refkit styles | head -1", shell=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")
