"""Names of formats and outputs: short ones, those of files, and suggestions for wrong ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.csl.write import SUFFIXES, WRITERS
from refkit.errors import nearest

BOOK = "@book{a,\n  author = {Doe, Jane},\n  title = {On It},\n  publisher = {Press},\n  year = 2001,\n}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.bib").write_text(BOOK)


def refkit(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="refkit")


ENDINGS = [(suffix, output) for output, suffixes in SUFFIXES.items() for suffix in suffixes]


@pytest.mark.parametrize(("suffix", "output"), ENDINGS)
def test_the_name_of_the_output_file_chooses_the_markup(suffix: str, output: str) -> None:
    """Upper and lower case are equivalent."""
    refkit("format", "x.bib", "-o", f"list.{suffix.upper()}")
    assert (
        Path(f"list.{suffix.upper()}").read_text()
        == refkit("format", "x.bib", "--to", output).stdout
    )


@pytest.mark.parametrize(("suffix", "output"), ENDINGS)
def test_an_ending_is_a_name_of_the_output(suffix: str, output: str) -> None:
    """`apa7` is a short name of a style in the same way."""
    assert (
        refkit("format", "x.bib", "--to", suffix).stdout
        == refkit("format", "x.bib", "--to", output).stdout
    )


def test_a_named_output_wins_over_the_name_of_the_file() -> None:
    """LaTeX in a .txt file is what the user requested."""
    refkit("format", "x.bib", "--to", "latex", "-o", "list.txt")
    assert Path("list.txt").read_text() == refkit("format", "x.bib", "--to", "latex").stdout


@pytest.mark.parametrize("name", ["list", "list.2", "docx", ".docx"])
def test_any_other_name_is_plain_text(name: str) -> None:
    """The suffix does not contradict it."""
    refkit("format", "x.bib", "-o", name)
    assert Path(name).read_text() == "Doe, J. (2001). On it. Press.\n"


def test_an_unknown_suffix_is_refused() -> None:
    """The output must be chosen."""
    done = refkit("format", "x.bib", "-o", "list.apa")
    assert (done.exit_code, "choose the output with `--to`" in done.stderr) == (2, True)
    assert not Path("list.apa").exists()
    assert refkit("format", "x.bib", "-o", "list.apa", "--to", "text").exit_code == 0


@pytest.mark.parametrize("to", [(), ("--to", "text"), ("--to", "rtf")], ids=str)
@pytest.mark.parametrize(
    ("suffix", "advice"),
    [
        ("docx", ".rtf"),
        ("DOC", ".rtf"),
        ("odt", ".rtf"),
        ("pdf", ".tex"),
        ("epub", ".html"),
        ("bib", "refkit convert"),
    ],
)
def test_a_kind_of_file_that_is_not_written_is_refused(
    suffix: str, advice: str, to: tuple[str, ...]
) -> None:
    """Word reports a text file with its suffix as damaged."""
    done = refkit("format", "x.bib", "-o", f"x.y.{suffix}", *to)
    assert (done.exit_code, done.stderr.count("\n"), advice in done.stderr) == (2, 1, True)
    assert not Path(f"x.y.{suffix}").exists()


def test_every_output_but_the_terminals_has_an_ending() -> None:
    """A new writer needs a suffix of its own."""
    assert {*SUFFIXES, "ansi"} == set(WRITERS)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("json", "csl-json"),
        ("csljson", "csl-json"),
        ("CSLJSON", "csl-json"),
        ("bib", "bibtex"),
        ("BIB", "bibtex"),
    ],
)
def test_an_ending_is_a_name_of_the_format(short: str, name: str) -> None:
    """If only one format has it."""
    done = refkit("convert", "x.bib", "--to", short)
    assert (done.exit_code, done.stdout) == (0, refkit("convert", "x.bib", "--to", name).stdout)


@pytest.mark.parametrize("short", ["txt", "md", "htm", "tex", "docx"])
def test_an_ending_of_documents_is_a_name_of_what_is_read_from_them(short: str) -> None:
    """`--from md` reads a list of references."""
    Path("list").write_text("References\n\nDoe, J. (2001). On tides. Routledge.\n")
    assert refkit("convert", "list", "--from", short, "--to", "bib").stdout.startswith(
        "@book{doe2001"
    )


def test_a_format_that_is_not_written_is_still_refused_by_its_short_name() -> None:
    """The message lists the formats that can be written."""
    done = refkit("convert", "x.bib", "--to", "md")
    assert (done.exit_code, "does not write it" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "choices", "found"),
    [
        ("nosuch", ["henoch", "apa"], ""),
        ("quiet", ["dialect", "diff"], ""),
        ("chicago-fullnote", ["chicago-notes"], "chicago-notes"),
        ("csljson", ["csl-json"], "csl-json"),
        ("ibtex", ["bibtex"], "bibtex"),
        ("HTLM", ["html"], "html"),
        ("", ["html"], ""),
    ],
)
def test_only_what_is_near_is_suggested(name: str, choices: list[str], found: str) -> None:
    """The first letter, or nearly all letters, must be the same."""
    assert nearest(name, choices) == found


def test_an_unknown_option_suggests_nothing_that_is_far_off() -> None:
    """`--quiet` is not `--dialect`."""
    done = refkit("check", "--quiet", "x.bib")
    assert (done.exit_code, done.stderr) == (
        2,
        "refkit: No such option '--quiet'; see `refkit check --help`\n",
    )


def test_an_unknown_option_suggests_what_is_near() -> None:
    """A letter is missing."""
    assert "--dialect" in refkit("check", "--dialct", "bibtex", "x.bib").stderr


def test_update_alone_prints_its_help() -> None:
    """With its line breaks, as `refkit` alone does."""
    done = refkit("update")
    assert (done.exit_code, done.stderr) == (2, refkit("update", "--help").stdout)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs the device that is always full")
def test_the_exit_code_is_right_if_standard_error_is_full() -> None:
    """The error cannot be reported, but the exit code shows it."""
    command = f"{sys.executable} -m refkit format missing.bib 2>/dev/full"
    assert subprocess.run(command, shell=True, check=False).returncode == 2
