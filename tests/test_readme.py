"""The README, the pages and `make demo` show real output."""

import doctest
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import refkit
from refkit.lint.registry import all_rules

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "docs/checking.md", "docs/formats.md", "docs/formatting.md", "docs/text.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
SHOWN = re.compile(r"^\$ (refkit .*)\n((?:(?!\$ ).*\n)*)", re.M)


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [found[2] for found in BLOCK.finditer(text) if found[1] == language]


def shown_commands() -> list[tuple[str, str]]:
    languages = ("console", "diff")
    shown = [block for page in PAGES for name in languages for block in blocks(page, name)]
    return [(m[1], m[2]) for block in shown for m in SHOWN.finditer(block)]


def output(command: str) -> str:
    arguments = shlex.split(command.split(" #")[0])[1:]
    done = subprocess.run(
        [sys.executable, "-m", "refkit", *arguments], capture_output=True, cwd=ROOT, timeout=60,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    return (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize(
    ("command", "shown"), shown_commands(), ids=[c for c, _ in shown_commands()]
)
def test_commands_print_what_is_shown(command: str, shown: str) -> None:
    """A reader who runs the command sees the same; a line `...` replaces any number of lines."""
    wanted = "(?:.*\n)*".join(re.escape(part) for part in shown.split("...\n"))
    assert re.fullmatch(wanted, output(command)), output(command)


@pytest.mark.parametrize("session", blocks("README.md", "shell"))
def test_a_session_with_files_goes_as_shown(session: str, tmp_path: Path) -> None:
    """Its commands read what those before wrote, so they run in a folder of their own."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    for command, shown in ((m[1], m[2]) for m in SHOWN.finditer(session)):
        words = [sys.executable, "-m", *shlex.split(command)]
        done = subprocess.run(words, capture_output=True, cwd=tmp_path, env=environment, timeout=60)
        assert (done.stdout + done.stderr).decode("utf-8") == shown


WITH_PYTHON = [
    name
    for name in (
        "README.md",
        *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
    )
    if any(">>>" in block for block in blocks(name, "python"))
]


@pytest.mark.parametrize("page", WITH_PYTHON)
def test_python_examples_give_what_is_shown(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's examples run as printed, next to references.bib."""
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest(
        "\n".join(blocks(page, "python")), {}, page, page, 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(examples)
    assert (runner.summarize(verbose=False).failed, bool(examples.examples)) == (0, True)


def test_the_readme_opens_with_the_two_commands() -> None:
    """`make demo` and `make test` are near the top, for people who have just cloned the repository."""
    first = blocks("README.md", "sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make demo", "make test"]


def test_the_pictures_show_what_the_commands_print() -> None:
    """`python docs/make_session.py` would change nothing."""
    pictures = runpy.run_path(str(ROOT / "docs/make_session.py"))["pictures"]()
    assert {
        name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in pictures
    } == pictures


def test_the_readme_shows_the_reference_before_and_after_the_fix() -> None:
    """Both lines are the output of `refkit format`."""
    text = (ROOT / "docs/example.bib").read_text(encoding="utf-8")
    fixed = refkit.fix(refkit.loads(text), unsafe=True)
    formatted = [
        str(refkit.format(refkit.loads(source), style="apa", output="text")).strip()
        for source in (text, fixed[0].source.text)
    ]
    assert [block.strip() for block in blocks("README.md", "text")] == formatted


def test_the_readme_does_not_exaggerate() -> None:
    """There are at least as many rules and styles as it says."""
    rules = re.findall(r"(\d+)\+ rules|More than (\d+) \[rules\]", README)
    styles = re.findall(r"more than ([\d,]+) styles", README)
    assert {max(number) for number in rules} == {"160"}
    assert len(list(all_rules())) > 160
    assert [
        int(number.replace(",", "")) < len(refkit.styles(dependent=True)) for number in styles
    ] == [True]


@pytest.mark.parametrize(
    ("shown", "page", "given"),
    [
        ("626 of 630", "docs/csl-conformance.md", "626 of 630"),
        ("840 of 845", "docs/csl-conformance.md", "840 of 845"),
        ("512 of 845", "docs/csl-conformance.md", "512 of 845"),
        ("719 of 845", "docs/csl-conformance.md", "719 of 845"),
        ("97.1 and 85.6", "docs/text-model.md", "| `dev-good` | 685 | 97.1 |"),
        ("97.1 and 85.6", "docs/text-model.md", "| `dev-bad` | 195 | 85.6 |"),
        ("97.5 and 77.7", "docs/text-model.md", "97.5 on `dev-good` and 77.7 on `dev-bad`"),
        ("171 of 606", "docs/rules-evidence.md", "171 of 606"),
        ("none of the 513", "docs/rules-evidence.md", "0 of 513"),
        ("Of 203 unseen references in fifteen languages, 162", "docs/text-model.md", "162 (80 %)"),
    ],
)
def test_figures_of_the_readme_are_on_the_page_that_explains_them(
    shown: str, page: str, given: str
) -> None:
    """The page gives the command that reproduces the figure."""
    assert (shown in README, given in (ROOT / page).read_text(encoding="utf-8")) == (True, True)


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_demo_shows_the_whole_job(tmp_path: Path) -> None:
    """Findings, a fix as a diff, a clean list and three styles; findings do not stop make."""
    (tmp_path / ".installed").touch()
    program = tmp_path / "refkit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m refkit "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        ["make", "demo", f"--old-file={tmp_path}/.installed", f"VENV={tmp_path}", f"BIN={tmp_path}"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    wanted = ("Found 2 problems", "+  journal = ", "No problems", "S. Hassan, Islamic State")
    assert (done.returncode, [words for words in wanted if words not in done.stdout]) == (0, [])
